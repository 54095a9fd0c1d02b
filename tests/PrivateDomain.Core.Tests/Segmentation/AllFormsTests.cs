using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>One rule, many forms: the plain reading, the explanation, one customer by table, columns, text, JSON and SQL of 10,000 random rules say the same of 200 customers with
/// absent facts.</summary>
public sealed class AllFormsTests
{
    private const int Rules = 10_000;
    private const int Customers = 200;
    private const int RulesAQuery = 60;

    [Fact]
    public void TenThousandRules_TwoHundredCustomers_EveryFormSaysTheSame()
    {
        var random = new RandomRules(20261123);
        FactValues[] customers = [.. Enumerable.Range(0, Customers).Select(random.Customer)];
        Segment[] segments = [.. Enumerable.Range(0, Rules).Select(i => new Segment($"s{i}", random.Rule(1 + (i % 4))))];
        bool[][] plain = [.. segments.Select(segment => customers.Select(segment.Rule.Matches).ToArray())];

        foreach (Segment segment in segments)
        {
            Assert.Equal(segment.Rule, SegmentText.Parse(RandomRules.Schema, SegmentText.Print(segment.Rule)));
            Assert.Equal(segment.Rule, SegmentJson.ReadRule(RandomRules.Schema, SegmentJson.ToUtf8Bytes(segment.Rule)));
        }

        CheckOneByOne(segments, customers, plain);
        CheckColumns(segments, customers, plain);
        CheckSql(segments, customers, plain);
    }

    private static void CheckOneByOne(Segment[] segments, FactValues[] customers, bool[][] plain)
    {
        PreparedSegments prepared = SegmentSet.Overlapping(RandomRules.Schema, segments).Prepare(RandomRules.Today);
        ulong[] words = new ulong[prepared.WordCount];
        for (int row = 0; row < customers.Length; row++)
        {
            prepared.Evaluate(prepared.Read(customers[row]), words);
            for (int i = 0; i < segments.Length; i++)
            {
                bool table = (words[i / 64] >> (i % 64) & 1) != 0;
                bool explained = segments[i].Rule.Explain(customers[row]).Holds;
                if (table != plain[i][row] || explained != plain[i][row])
                {
                    Assert.Fail($"Customer {row}: plain {plain[i][row]}, table {table}, explained {explained}: {SegmentText.Print(segments[i].Rule)}");
                }
            }
        }
    }

    private static void CheckColumns(Segment[] segments, FactValues[] customers, bool[][] plain)
    {
        PreparedSegments prepared = SegmentSet.Overlapping(RandomRules.Schema, segments).Prepare(RandomRules.Today);
        CustomerTable table = CustomerTable.Create(prepared.FactsUsed, RandomRules.Today);
        foreach (FactValues values in customers)
        {
            table.Append(values);
        }

        SegmentMembership members = prepared.Evaluate(table, threads: 2);
        for (int i = 0; i < segments.Length; i++)
        {
            Assert.Equal(plain[i], Enumerable.Range(0, customers.Length).Select(row => (members.Bitmaps[i][row / 64] >> (row % 64) & 1) != 0));
        }
    }

    // Many rules to a query, each a bit of one number: a query of its own for each would take the provider minutes to prepare.
    private static void CheckSql(Segment[] segments, FactValues[] customers, bool[][] plain)
    {
        using SegmentDatabase database = SegmentDatabase.Of(customers.Select(SegmentRow.Of));
        var place = customers.Select(static (values, row) => (values.Customer.Text, row)).ToDictionary(static x => x.Text, static x => x.row, StringComparer.Ordinal);
        for (int first = 0; first < segments.Length; first += RulesAQuery)
        {
            Segment[] some = segments[first..Math.Min(first + RulesAQuery, segments.Length)];
            Hit[] hits = [.. database.Rows.AsNoTracking().Select(HitsOf(some))];
            Assert.Equal(customers.Length, hits.Length);
            foreach (Hit hit in hits)
            {
                for (int i = 0; i < some.Length; i++)
                {
                    bool found = (hit.Bits >> i & 1) != 0;
                    Assert.True(plain[first + i][place[hit.Id]] == found, $"{hit.Id}, SQL says {found}: {SegmentText.Print(some[i].Rule)}");
                }
            }
        }
    }

    private static Expression<Func<SegmentRow, Hit>> HitsOf(Segment[] segments)
    {
        ParameterExpression row = Expression.Parameter(typeof(SegmentRow), "row");
        Expression sum = Expression.Constant(0L);
        Expression[] bits =
        [
            .. segments.Select((segment, i) =>
            {
                Expression<Func<SegmentRow, bool>> filter = SegmentRow.Mapping.Filter(segment.Rule, RandomRules.Today).Value;
                return Expression.Condition(
                    new Replacing([filter.Parameters[0]], [row]).Visit(filter.Body), Expression.Constant(1L << i), Expression.Constant(0L));
            }),
        ];
        Expression<Func<SegmentRow, Hit>> shape = static r => new Hit { Id = r.Id, Bits = 0L };
        var made = (MemberInitExpression)shape.Body;
        return Expression.Lambda<Func<SegmentRow, Hit>>(
            Expression.MemberInit(
                made.NewExpression,
                Expression.Bind(made.Bindings[0].Member, Expression.MakeMemberAccess(row, typeof(SegmentRow).GetProperty(nameof(SegmentRow.Id))!)),
                Expression.Bind(made.Bindings[1].Member, bits.Aggregate(sum, Expression.Add))),
            row);
    }

    private sealed class Hit
    {
        public string Id { get; set; } = "";

        public long Bits { get; set; }
    }
}
