using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Segmentation.Queries;

/// <summary>One rule, many forms: the plain reading, the explanation, one customer by table, rows, columns, text, JSON and SQL of random
/// rules
/// say the same of customers with absent and with folded facts.</summary>
[Text]
[Kernel]
public sealed class AllFormsTests
{
    private const int Customers = 200;
    private const int RulesAQuery = 60;

    private static readonly int Rules = Chance.Cases(1_000, 10_000);

    [Fact]
    public void RandomRules_TwoHundredCustomers_EveryFormSaysTheSame()
    {
        var random = new RandomRules(20261123);
        FactValues[] customers = [.. Enumerable.Range(0, Customers).Select(i => random.Customer(i))];
        Segment[] segments = [.. Enumerable.Range(0, Rules).Select(i => new Segment($"s{i}", random.Rule(1 + (i % 4))))];
        Truth[][] plain = [.. segments.Select(segment => customers.Select(segment.Rule.TruthOf).ToArray())];
        Assert.InRange(plain.Sum(static truths => truths.Count(static truth => truth == Truth.Yes)), Rules * 50,
            Rules * 150); // from a fixed seed
        Assert.DoesNotContain(plain, static truths => truths.Contains(Truth.Undecidable));

        foreach (Segment segment in segments)
        {
            Assert.Equal(segment.Rule, SegmentText.Parse(RandomRules.Schema, SegmentText.Write(segment.Rule)));
            Assert.Equal(segment.Rule, SegmentJson.ReadRule(RandomRules.Schema, SegmentJson.Write(segment.Rule)));
        }

        CheckOneByOne(segments, customers, plain);
        CheckColumns(segments, customers, plain);
        CheckSql(segments, customers, plain);
    }

    [Fact]
    public void RandomRules_CustomersWithFoldedFacts_EveryFormSaysTheSame()
    {
        var random = new RandomRules(20261126);
        FactValues[] customers = [.. Enumerable.Range(0, Customers).Select(i => random.Customer(i, isFolding: i % 4 != 0))];
        Segment[] segments = [.. Enumerable.Range(0, Rules).Select(i => new Segment($"s{i}", random.Rule(1 + (i % 4))))];
        Truth[][] plain = [.. segments.Select(segment => customers.Select(segment.Rule.TruthOf).ToArray())];
        Assert.InRange(plain.Sum(static truths => truths.Count(static truth => truth == Truth.Undecidable)), Rules * 10, Rules * 60);

        CheckOneByOne(segments, customers, plain);
        CheckColumns(segments, customers, plain);
    }

    [Fact]
    public void FoldedFacts_WhateverTheyWere_TheDecidedAnswersStand()
    {
        var random = new RandomRules(20261127);
        for (int i = 0; i < Rules; i++)
        {
            SegmentRule rule = random.Rule(1 + (i % 4));
            FactValues known = random.Customer(i);
            FactValues folded =
                RandomRules.AllFacts.Where(fact => (i + fact.Name.Length) % 3 == 0)
                    .Aggregate(known, static (v, fact) => v.WithFolded(fact));
            Truth truth = rule.TruthOf(folded);
            Assert.True(truth == Truth.Undecidable || truth == rule.TruthOf(known), SegmentText.Write(rule));
        }
    }

    private static void CheckOneByOne(Segment[] segments, FactValues[] customers, Truth[][] plain)
    {
        PreparedSegments prepared = SegmentSet.From(RandomRules.Schema, segments).Prepare(RandomRules.Today);
        SegmentMembership rows = prepared.Evaluate(customers);
        ulong[] words = new ulong[prepared.WordCount];
        ulong[] open = new ulong[prepared.WordCount];
        for (int row = 0; row < customers.Length; row++)
        {
            prepared.Evaluate(prepared.Read(customers[row]), words, open);
            for (int i = 0; i < segments.Length; i++)
            {
                Truth table = (words[i / 64] >> (i % 64) & 1) != 0 ? Truth.Yes
                    : (open[i / 64] >> (i % 64) & 1) != 0 ? Truth.Undecidable
                    : Truth.No;
                Truth explained = segments[i].Rule.Explain(customers[row]).Truth;
                if (table != plain[i][row] || explained != plain[i][row] || rows.TruthOf(i, row) != plain[i][row])
                {
                    string rule = SegmentText.Write(segments[i].Rule);
                    Assert.Fail($"Customer {row}: plain {plain[i][row]}, table {table}, explained {explained}: {rule}");
                }
            }
        }
    }

    private static void CheckColumns(Segment[] segments, FactValues[] customers, Truth[][] plain)
    {
        PreparedSegments prepared = SegmentSet.From(RandomRules.Schema, segments).Prepare(RandomRules.Today);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, RandomRules.Today);
        foreach (FactValues values in customers)
        {
            table.Append(values);
        }

        SegmentMembership members = prepared.Evaluate(table, threads: 2);
        for (int i = 0; i < segments.Length; i++)
        {
            Assert.Equal(plain[i], Enumerable.Range(0, customers.Length).Select(row => members.TruthOf(i, row)));
            Assert.Equal(plain[i].Count(static truth => truth == Truth.Yes), members.Counts[i]);
            Assert.Equal(plain[i].Count(static truth => truth == Truth.Undecidable), members.UndecidableCounts[i]);
        }
    }

    // Many rules to a query, each a bit of one number: a query of its own for each would take the provider minutes to prepare.
    private static void CheckSql(Segment[] segments, FactValues[] customers, Truth[][] plain)
    {
        using SegmentDatabase database = SegmentDatabase.Of(customers.Select(SegmentRow.Of));
        var place =
            customers.Select(static (values, row) => (values.Customer.Text, row))
                .ToDictionary(static x => x.Text, static x => x.row, StringComparer.Ordinal);
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
                    Assert.True((plain[first + i][place[hit.Id]] == Truth.Yes) == found,
                        $"{hit.Id}, SQL says {found}: {SegmentText.Write(some[i].Rule)}");
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
                Expression.Bind(made.Bindings[0].Member,
                    Expression.MakeMemberAccess(row, typeof(SegmentRow).GetProperty(nameof(SegmentRow.Id))!)),
                Expression.Bind(made.Bindings[1].Member, bits.Aggregate(sum, Expression.Add))),
            row);
    }

    private sealed class Hit
    {
        public string Id { get; set; } = "";

        public long Bits { get; set; }
    }
}
