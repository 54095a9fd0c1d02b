using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Evaluating over columns answers what evaluating one customer answers, for every number of rows and threads.</summary>
[Kernel]
public sealed class CustomerTableTests
{
    private const int Enough = 8_192; // one block

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(63, 1)]
    [InlineData(64, 2)]
    [InlineData(65, 1)]
    [InlineData(200, 3)]
    [InlineData(Enough - 1, 1)]
    [InlineData(Enough, 2)]
    [InlineData(Enough + 1, 2)]
    [InlineData((2 * Enough) + 77, 1)]
    [InlineData((3 * Enough) + 512, 2)]
    public void Evaluate_AnyNumberOfRows_AgreesWithOneAtATime(int rows, int threads)
    {
        var random = new RandomRules(rows);
        foreach ((bool isExclusive, bool isFolding) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            FactValues[] kinds = [.. Enumerable.Range(0, Math.Min(rows, 257)).Select(i => random.Customer(i, isFolding && i % 3 == 0))];
            FactValues[] customers = [.. Enumerable.Range(0, rows).Select(i => kinds[i % kinds.Length])];
            PreparedSegments prepared = Prepare(random, 30, isExclusive);
            SegmentMembership expected = prepared.Evaluate(customers);
            SegmentMembership found = prepared.Evaluate(TableOf(prepared, customers), threads);
            Assert.Equal(rows, found.RowCount);
            Assert.Equal(expected.Counts, found.Counts);
            Assert.All(expected.Bitmaps.Zip(found.Bitmaps), static pair => Assert.Equal(pair.First, pair.Second));
            Assert.All(expected.Undecidable.Zip(found.Undecidable), static pair => Assert.Equal(pair.First, pair.Second));
        }
    }

    [Fact]
    public void Evaluate_TenThousandRulesOverTwoHundredCustomers_AgreesWithThePlainReading()
    {
        var random = new RandomRules(4711);
        PreparedSegments prepared = Prepare(random, 10_000, isExclusive: false);
        FactValues[] customers = [.. Enumerable.Range(0, 200).Select(i => random.Customer(i))];
        SegmentMembership found = prepared.Evaluate(TableOf(prepared, customers));
        for (int segment = 0; segment < prepared.Set.Segments.Length; segment++)
        {
            for (int row = 0; row < customers.Length; row++)
            {
                bool plain = prepared.Set.Segments[segment].Rule.Matches(customers[row]);
                bool column = (found.Bitmaps[segment][row / 64] >> (row % 64) & 1) != 0;
                Assert.True(plain == column, $"rule {segment}, customer {row}: plain {plain}");
            }
        }
    }

    [Fact]
    public void Table_FilledFromArrays_AgreesWithOneFilledByRow()
    {
        var random = new RandomRules(99);
        PreparedSegments prepared = Prepare(random, 200, isExclusive: false);
        FactValues[] customers = [.. Enumerable.Range(0, 150).Select(i => random.Customer(i))];
        CustomerTable byArray = CustomerTable.From(prepared.FactsUsed, Today, rows: 50);
        byArray.AppendRows(100);
        foreach (Fact fact in prepared.FactsUsed)
        {
            FillHalves(byArray, fact, customers);
        }

        Assert.Equal(prepared.Evaluate(TableOf(prepared, customers)).Counts, prepared.Evaluate(byArray).Counts);
    }

    [Fact]
    public void Update_RewritesTheWholeRow()
    {
        var random = new RandomRules(5);
        PreparedSegments prepared = Prepare(random, 300, isExclusive: false);
        FactValues[] customers = [.. Enumerable.Range(0, 130).Select(i => random.Customer(i))];
        CustomerTable table = TableOf(prepared, customers.Reverse());
        for (int row = 0; row < customers.Length; row++)
        {
            table.Update(row, customers[row]);
        }

        Assert.Equal(prepared.Evaluate(TableOf(prepared, customers)).Counts, prepared.Evaluate(table).Counts);
        table.Update(3, FactValues.From(default, Today));
        Assert.Equal(
            prepared.Evaluate([.. customers[..3], FactValues.From(default, Today), .. customers[4..]]).Counts,
            prepared.Evaluate(table).Counts);
    }

    [Fact]
    public void NotFiniteNumbers_AreAbsent()
    {
        CustomerTable table = CustomerTable.From([Age], Today, rows: 4);
        table.Set(Age, 0, [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0]);
        PreparedSegments prepared = SegmentSet.From(
            Schema, [new Segment("known", Age.IsKnown()), new Segment("not one", Age.NotEqualTo(1)),
                new Segment("zero", Age.EqualTo(0))]).Prepare(Today);
        Assert.Equal([1, 4, 1], prepared.Evaluate(table).Counts);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        CustomerTable table = CustomerTable.From([Age], Today, rows: 3);
        PreparedSegments prepared =
            SegmentSet.From(Schema, [new Segment("s", Age.AtLeast(1) & City.AnyOf("上海") & Birthday.IsKnown())]).Prepare(Today);
        Assert.Contains("city, birthday", Assert.Throws<ArgumentException>("table", () => prepared.Evaluate(table)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("table", () => SegmentSet.From(Schema, []).Prepare(Today.PlusDays(1)).Evaluate(table));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => prepared.Evaluate(table, 0));
        Assert.Throws<ArgumentException>("fact", () => table.Set(Height, 0, [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Set(Age, 2, [1.0, 2.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Set(Age, -1, [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Update(3, FactValues.From(default, Today)));
        Assert.Throws<ArgumentException>("values", () => table.Append(FactValues.From(default, Today.PlusDays(1))));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => table.AppendRows(-1));
        Assert.Throws<ArgumentOutOfRangeException>("rows", static () => CustomerTable.From([Age], Today, -1));
        Assert.Equal(3, table.Count);
    }

    [Fact]
    public void MoveTo_ADay_LetsThatDayBeEvaluated()
    {
        CustomerTable table = CustomerTable.From([Birthday], Today, rows: 1);
        table.Set(Birthday, 0, [Today]);
        SegmentSet set = SegmentSet.From(Schema, [new Segment("today", Birthday.WithinDays(1))]);
        Assert.Equal([1], PreparedSegments.From(set, Today).Evaluate(table).Counts);
        table.MoveTo(Today.PlusDays(1));
        Assert.Equal([0], set.Prepare(Today.PlusDays(1)).Evaluate(table).Counts);
    }

    private static PreparedSegments Prepare(RandomRules random, int segments, bool isExclusive)
    {
        IEnumerable<Segment> all = Enumerable.Range(0, segments).Select(i => new Segment($"s{i}", random.Rule(1 + (i % 4))));
        return (isExclusive ? SegmentSet.From(Schema, isExclusive: true, segments: all) : SegmentSet.From(Schema, all)).Prepare(Today);
    }

    private static CustomerTable TableOf(PreparedSegments prepared, IEnumerable<FactValues> customers)
    {
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today);
        foreach (FactValues values in customers)
        {
            table.Append(values);
        }

        return table;
    }

    // In two pieces, the second one first.
    [Fact]
    public void AppendRows_AColumnHasNoMemory_TheTableIsAsItWas()
    {
        var table = new CustomerTable([Age, City], Today, 1, static (fact, capacity) =>
            fact is TextFact ? new Failing(FactColumn.For(fact, capacity)) : FactColumn.For(fact, capacity));
        table.Set(Age, 0, [5]);

        Assert.Throws<OutOfMemoryException>(() => table.AppendRows(5_000));

        Assert.Equal(1, table.Count);
        Failing.HasMemory = true;
        Assert.Equal(1, table.AppendRows(3_000));
        table.Set(Age, 1, Enumerable.Repeat(7.0, 3_000).ToArray());
        Assert.Equal(3_001, table.Count);
        SegmentMembership members = PreparedSegments.From(
            SegmentSet.From(Schema, [new Segment("five", Age.EqualTo(5)), new Segment("seven", Age.EqualTo(7))]), Today).Evaluate(table);
        Assert.Equal([1, 3_000], members.Counts);
    }

    [Fact]
    public void Set_ATextIsNull_NothingIsWritten()
    {
        CustomerTable table = CustomerTable.From([Hobbies], Today, rows: 2);
        table.Set(Hobbies, 0, [["run"], ["run"]]);
        Assert.Throws<ArgumentNullException>("values", () => table.Set(Hobbies, 0, [["swim"], ["read", null!]]));
        PreparedSegments prepared = PreparedSegments.From(SegmentSet.From(Schema, [new Segment("run", Hobbies.AnyOf("run"))]), Today);
        Assert.Equal([2], prepared.Evaluate(table).Counts);
    }

    [Fact]
    public void SetFolded_RowsOfEveryKind_AreUndecidableUntilWrittenAgain()
    {
        Fact[] facts = [Age, Birthday, IsParent, City, Hobbies, Tier];
        CustomerTable table = CustomerTable.From(facts, Today, rows: 130);
        PreparedSegments prepared = PreparedSegments.From(
            SegmentSet.From(Schema, facts.Select(static (fact, i) => new Segment($"s{i}", fact.IsUnknown()))), Today);
        foreach (Fact fact in facts)
        {
            table.SetFolded(fact, 63, 2);
        }

        SegmentMembership members = prepared.Evaluate(table);
        Assert.All(Enumerable.Range(0, facts.Length), i =>
        {
            Assert.Equal((128, 2), (members.Counts[i], members.UndecidableCounts[i]));
            Assert.Equal((Truth.Yes, Truth.Undecidable, Truth.Undecidable, Truth.Yes),
                (members.TruthOf(i, 62), members.TruthOf(i, 63), members.TruthOf(i, 64), members.TruthOf(i, 65)));
            Assert.False(members.Contains(i, 63));
        });
        table.Update(63, FactValues.From(default, Today));
        table.Update(64, FactValues.From(default, Today));
        Assert.All(prepared.Evaluate(table).Counts, static count => Assert.Equal(130, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.SetFolded(Age, 129, 2));
        Assert.ThrowsAny<ArgumentException>(() => table.SetFolded(Age, 0, -1));
        Assert.Throws<ArgumentException>("fact", () => table.SetFolded(Facts.Orders, 0, 1));
    }

    private static void FillHalves(CustomerTable table, Fact fact, FactValues[] customers)
    {
        foreach (Range part in new[] { 64.., ..64 })
        {
            (int first, int count) = part.GetOffsetAndLength(customers.Length);
            FactValues[] some = customers[part];
            switch (fact)
            {
                case NumberFact number:
                    table.Set(number, first, [.. some.Select(v => v.NumberOf(number) ?? double.NaN)]);
                    break;
                case DateFact date:
                    table.Set(date, first, [.. some.Select(v => v.DateOf(date))]);
                    break;
                case YesNoFact yesNo:
                    table.Set(yesNo, first, [.. some.Select(v => v.YesNoOf(yesNo))]);
                    break;
                case TextFact text:
                    table.Set(text, first, [.. some.Select(v => v.TextOf(text))]);
                    break;
                case TextSetFact set:
                    table.Set(set, first, [.. some.Select(v => v.TextSetOf(set))]);
                    break;
                default:
                    table.Set((ChoiceFact)fact, first,
                        [.. some.Select(v => v.LevelOf((ChoiceFact)fact) is { } level ? ((ChoiceFact)fact).PlaceOf(level) : -1)]);
                    break;
            }

            Assert.Equal(count, some.Length);
        }
    }

    private sealed class Failing(FactColumn column) : FactColumn
    {
        internal static bool HasMemory { get; set; }

        internal override void Grow(int capacity)
        {
            if (!HasMemory)
            {
#pragma warning disable MA0012, CA2201 // a test throws what the runtime would
                throw new OutOfMemoryException();
#pragma warning restore MA0012, CA2201
            }

            column.Grow(capacity);
        }

        internal override void Read(int row, FactValues values) => column.Read(row, values);

        internal override void Copy(FactColumn from, int firstRow, int rows) => column.Copy(from, firstRow, rows);

        internal override void Clear(int firstRow, int rows) => column.Clear(firstRow, rows);

        internal override void SetFolded(int row) => column.SetFolded(row);
    }
}
