using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Evaluating a table: every length, into a result that is there already, with progress, cancelled.</summary>
[Kernel]
public sealed class TableRunTests
{
    private const int Rows = 40_000; // some blocks for each of two threads
    private static readonly PreparedSegments Prepared =
        SegmentSet.From(Schema, [new Segment("adult", Age.AtLeast(18)), new Segment("child", !Age.AtLeast(18))]).Prepare(Today);

    [Fact]
    public void Evaluate_EveryLengthTo257_AgreesWithOneAtATime()
    {
        var random = new RandomRules(257);
        IEnumerable<Segment> segments = Enumerable.Range(0, 12).Select(i => new Segment($"s{i}", random.Rule(3)));
        PreparedSegments prepared = SegmentSet.From(Schema, segments).Prepare(Today);
        FactValues[] customers = [.. Enumerable.Range(0, 257).Select(i => random.Customer(i, isFolding: i % 5 == 4))];
        SegmentMembership all = prepared.Evaluate(customers);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today);
        for (int rows = 0; rows <= customers.Length; rows++)
        {
            SegmentMembership found = prepared.Evaluate(table);
            for (int segment = 0; segment < 12; segment++)
            {
                Assert.Equal(all.RowsOf(segment).Where(row => row < rows), found.RowsOf(segment));
                Assert.Equal(
                    Enumerable.Range(0, rows).Where(row => all.TruthOf(segment, row) == Truth.Undecidable),
                    Enumerable.Range(0, rows).Where(row => found.TruthOf(segment, row) == Truth.Undecidable));
                Assert.Equal(found.RowsOf(segment).Count(), found.Counts[segment]);
            }

            if (rows < customers.Length)
            {
                table.Append(customers[rows]);
            }
        }
    }

    [Fact]
    public void RowsOf_GivesTheRowsOfTheSegment()
    {
        CustomerTable table = Table(18, 130);
        table.Set(Age, 1, [.. Enumerable.Repeat(3.0, 61)]);
        SegmentMembership members = Prepared.Evaluate(table);
        Assert.Equal([0, .. Enumerable.Range(62, 68)], members.RowsOf(0));
        Assert.Equal(Enumerable.Range(1, 61), members.RowsOf(1));
        Assert.Throws<ArgumentOutOfRangeException>("segment", () => members.RowsOf(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EvaluateInto_ShowsTheNewEvaluationOnly(int threads)
    {
        CustomerTable table = Table(20, Rows);
        SegmentMembership result = Prepared.Evaluate(table, threads);
        Assert.Equal([Rows, 0], result.Counts);
        table.Set(Age, 5, [1]);
        table.SetFolded(Age, Rows - 1, 1);
        Prepared.EvaluateInto(result, table, threads);
        Assert.Equal([Rows - 2, 1], result.Counts);
        Assert.Equal([1, 1], result.UndecidableCounts);
        Assert.Equal(Truth.Undecidable, result.TruthOf(1, Rows - 1));
        Prepared.EvaluateInto(result, Table(3, Rows), threads);
        Assert.Equal([0, Rows], result.Counts);
        Assert.Equal([0, 0], result.UndecidableCounts);
        Assert.Equal(Truth.Yes, result.TruthOf(1, Rows - 1));
        Assert.Equal(Rows, result.RowsOf(1).Count());
    }

    [Fact]
    public void EvaluateInto_OtherSizeSetOrDay_IsRefused_AndTheResultIsAsItWas()
    {
        SegmentMembership result = Prepared.Evaluate(Table(20, 64));
        Assert.Throws<ArgumentException>("result", () => Prepared.EvaluateInto(result, Table(20, 63)));
        Assert.Throws<ArgumentException>("result", () => Prepared.EvaluateInto(result, Table(20, 65)));
        Assert.Throws<ArgumentNullException>("result", static () => Prepared.EvaluateInto(null!, Table(20, 65)));
        Assert.Throws<ArgumentNullException>("table", () => Prepared.EvaluateInto(result, null!));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => Prepared.EvaluateInto(result, Table(1, 64), 0));
        PreparedSegments other = SegmentSet.From(Schema, [new("a", Age.IsKnown()), new("b", Age.IsKnown())]).Prepare(Today);
        Assert.Throws<ArgumentException>("result", () => other.EvaluateInto(result, Table(20, 64)));
        PreparedSegments tomorrow = Prepared.Set.Prepare(Today.PlusDays(1));
        Assert.Throws<ArgumentException>("table", () => tomorrow.EvaluateInto(result, Table(1, 64)));
        Assert.Equal([64, 0], result.Counts);
        CustomerTable moved = Table(1, 64);
        moved.MoveTo(Today.PlusDays(1));
        tomorrow.EvaluateInto(result, moved); // the same set on another day
        Assert.Equal([0, 64], result.Counts);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(-1, 1)]
    public void Evaluate_BitmapsLargerThanACoresCaches_AreAsThoseOfFewerRows(int more, int threads)
    {
        const int Segments = 64; // 4 MiB of bitmaps are written past the caches
        const int Period = 97;
        int rows = (1 << 19) + more;
        IEnumerable<SegmentRule> rules = Enumerable.Range(2, Segments - 2)
            .Select(static i => i % 2 == 0 ? Age.AtLeast(i) : !Age.AtLeast(i));
        PreparedSegments prepared = SegmentSet.From(Schema, rules.Prepend(SegmentRule.AnyOf()).Prepend(SegmentRule.AllOf()).Select(
            static (rule, i) => new Segment($"s{i}", rule))).Prepare(Today);
        CustomerTable table = CustomerTable.From([Age], Today, rows);
        table.Set(Age, 0, [.. Enumerable.Range(0, rows).Select(static row => (double)(row % Period))]);
        SegmentMembership members = prepared.Evaluate(table, threads);
        for (int i = 0; i < Segments; i++)
        {
            int low = i;
            Func<int, bool> holds = i == 0 ? static _ => true : i == 1 ? static _ => false
                : i % 2 == 0 ? row => row % Period >= low : row => row % Period < low;
            ulong[] expected = new ulong[(rows + 63) / 64];
            for (int row = 0; row < rows; row++)
            {
                expected[row / 64] |= holds(row) ? 1UL << row : 0;
            }

            Assert.True(expected.AsSpan().SequenceEqual(members.Bitmaps[i].AsSpan()), $"segment {i}");
            Assert.Equal(Enumerable.Range(0, rows).Count(holds), members.Counts[i]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void Progress_GrowsToAllRows(int threads)
    {
        var told = new Told(static _ => { });
        Prepared.Evaluate(Table(20, Rows + 1), threads, told);
        Assert.Equal(Rows + 1, told.Rows[^1]);
        Assert.True(told.Rows.Count > 2);
        Assert.Equal(told.Rows.Distinct().Order(), told.Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancelled_BetweenBlocks_LeavesTableAndResultUsable(int threads)
    {
        CustomerTable table = Table(20, Rows);
        SegmentMembership result = Prepared.Evaluate(table);
        using var source = new CancellationTokenSource();
        var told = new Told(_ => source.Cancel());
        OperationCanceledException cancelled = Assert.ThrowsAny<OperationCanceledException>(
            () => Prepared.EvaluateInto(result, table, threads, told, source.Token));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.InRange(told.Rows.Count, 1, threads);
        IsEmptyYetUsable(result, table, threads);
        Assert.ThrowsAny<OperationCanceledException>(() => Prepared.Evaluate(table, threads, cancellation: source.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Failed_InProgress_ThrowsThatFailure_AndLeavesTableAndResultUsable(int threads)
    {
        CustomerTable table = Table(20, Rows);
        SegmentMembership result = Prepared.Evaluate(table);
        Assert.Throws<InvalidOperationException>(() => Prepared.EvaluateInto(
            result, table, threads, new Told(static _ => throw new InvalidOperationException())));
        IsEmptyYetUsable(result, table, threads);
    }

    private static void IsEmptyYetUsable(SegmentMembership result, CustomerTable table, int threads)
    {
        Assert.Equal([0, 0], result.Counts);
        Assert.Empty(result.RowsOf(0));
        Prepared.EvaluateInto(result, table, threads);
        Assert.Equal([Rows, 0], result.Counts);
    }

    private static CustomerTable Table(double age, int rows)
    {
        CustomerTable table = CustomerTable.From([Age], Today, rows);
        table.Set(Age, 0, [.. Enumerable.Repeat(age, rows)]);
        return table;
    }
}
