using System.Collections.Immutable;
using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>H2: which of many customers are in which of twenty segments, and how many.</summary>
internal static class SegmentsPath
{
    internal static ImmutableArray<Score> Run(int customerCount, int rounds)
    {
        SegmentCustomer[] customers = SegmentCustomer.Make(customerCount);
        var expected = new SegmentAnswers(customers);
        using DuckDatabase duck = DuckSegments.With(customers);
        using ClickHouse? clickHouse = ClickHouse.Missing is null ? ClickHouseSegments.With(customers) : null;
        return new Contest(
            $"20 segments, {SizeText.Of(customerCount)} customers", customerCount,
            [
                .. Library(customers, expected), .. Plain(customers, expected), .. DuckSegments.Competitors(duck, expected),
                .. clickHouse is null ? [] : ClickHouseSegments.Competitors(clickHouse, expected),
            ]).Run(rounds);
    }

    private static IEnumerable<Competitor> Library(SegmentCustomer[] customers, SegmentAnswers expected)
    {
        PreparedSegments prepared = PreparedSegments.From(TwentySegments.Rules, TwentySegments.Today);
        CustomerTable table = SegmentInputs.TableOf(prepared, customers);
        foreach (int threads in new[] { 1, 2 })
        {
            SegmentMembership result = prepared.Evaluate(table);
            yield return Competitor.Of(
                $"library, mask and counts, {SegmentAnswers.Threads(threads)}", () => prepared.EvaluateInto(result, table, threads),
                () => expected.Check(result));
        }

        SegmentMembership? fresh = null;
        yield return Competitor.Of(
            "library, the same into a new result, 1 thread", () => fresh = prepared.Evaluate(table), () => expected.Check(fresh!));
    }

    private static IEnumerable<Competitor> Plain(SegmentCustomer[] customers, SegmentAnswers expected)
    {
        var floor = new SegmentFloor(customers);
        double sum = 0;
        yield return Competitor.Of("only reading the columns", () => sum = floor.Read(), () => _ = sum);

        int[] masks = new int[customers.Length];
        yield return Competitor.Of(
            "one hand-written method over objects, mask", FillMasks, () => Disagreement.Check<int>(expected.Masks, masks));

        long[] counts = [];
        yield return Competitor.Of(
            "LINQ over objects, counts", () => counts = [.. TwentySegments.Lambdas.Select(holds => customers.LongCount(holds))],
            () => Disagreement.Check<long>(expected.Counts, counts));

        void FillMasks()
        {
            for (int i = 0; i < masks.Length; i++)
            {
                masks[i] = HandWrittenSegments.MaskOf(customers[i]);
            }
        }
    }
}
