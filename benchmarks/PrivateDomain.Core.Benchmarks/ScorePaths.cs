using System.Globalization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The paths of the scoreboard, in their order; each is made when it is its turn.</summary>
internal static class ScorePaths
{
    private const int Products = 4_000_000;
    private const int Customers = 4_000_000;
    private const int One = 65_536;

    internal static IEnumerable<ScoreLine> All() => [.. Fit(), .. Segments(), .. Decisions(), .. Histories(), .. Others()];

    private static IEnumerable<ScoreLine> Fit()
    {
        var one = new ProductFitBenchmarks();
        one.Setup();
        yield return new("one product's fit", One, () => one.Library(), ("LINQ", () => one.Linq()), null,
            "10 ns, 0 B", static t => t is { Nanoseconds: <= 10, Bytes: 0 }, IsKernel: true);
        var many = new ProductFitBatchBenchmarks { Products = Products };
        many.Setup();
        yield return new("4,000,000 products' fit, of each", Products, () => many.Library(),
            ("a loop over columns", () => many.ColumnLoop()), ("reading", () => many.ReadOnlyFloor()), "70 % of reading",
            static t => t.OfFloor >= 0.7, IsKernel: true);
        yield return new("the same on two threads", Products, () => many.LibraryOnTwoThreads(), ("one thread", () => many.Library()), null,
            "1.2 × one thread", static t => t.TimesPlain >= 1.2);
    }

    private static IEnumerable<ScoreLine> Segments()
    {
        var many = new SegmentBenchmarks { Customers = Customers };
        many.Setup();
        yield return new("4,000,000 customers in 20 segments, of each", Customers, () => many.Reused(),
            ("one loop over objects", () => many.HandWritten()), ("reading and writing", () => many.NarrowFloor()),
            "15 × the loop, 70 % of the floor", static t => t is { TimesPlain: >= 15, OfFloor: >= 0.7 }, IsKernel: true);
        yield return new("the same on two threads", Customers, () => many.ReusedOnTwoThreads(), ("one thread", () => many.Reused()), null,
            "1.6 × one thread", static t => t.TimesPlain >= 1.6);
        yield return new("one customer in 20 segments", One, () => many.OneAtATime(),
            ("written by hand", () => many.OneAtATimeByHand()), null, "faster than by hand, 0 B",
            static t => t is { TimesPlain: > 1, Bytes: 0 }, IsKernel: true);
        var rows = new MembershipBenchmarks();
        rows.Setup();
        yield return new("the rows of a segment of 1 in 100, of each of 1,000,000", MembershipBenchmarks.Rows, () => rows.RowsOf(),
            ("asking every row", () => rows.EveryRowAsked()), null, "set bits alone are walked", static t => t.TimesPlain >= 10);
        var preparing = new PreparingBenchmarks();
        preparing.Setup();
        yield return new("20,000 rules made ready, of each", PreparingBenchmarks.Rules, () => preparing.Library(), null, null,
            "all within 1 s", static t => t.Nanoseconds <= 50_000);
        yield return new("one rule of 20,000 changed", PreparingBenchmarks.Changes, () => preparing.OneRuleChanged(), null, null,
            "1 ms", static t => t.Nanoseconds <= 1_000_000);
    }

    private static IEnumerable<ScoreLine> Decisions()
    {
        var referrers = new ReferrerPolicyBenchmarks();
        referrers.Setup();
        yield return new("one referrer, nine conditions, allowed", One, () => referrers.Library(),
            ("lambdas", () => referrers.Lambdas()), null, "5 ns, 0 B", static t => t is { Nanoseconds: <= 5, Bytes: 0 });
        yield return new("the same, refused, reasons not read", One, () => referrers.LibraryRefuses(), null, null,
            "40 ns, 0 B", static t => t is { Nanoseconds: <= 40, Bytes: 0 });
        var stages = new RelationshipBenchmarks();
        stages.Setup();
        yield return new("one stage", One, () => stages.Stage(), ("written by hand", () => stages.HandWrittenStage()), null,
            "tens of ns, 0 B", static t => t is { Nanoseconds: < 100, Bytes: 0 });
        foreach (TouchKind kind in new[] { TouchKind.ServiceReply, TouchKind.UsefulContent, TouchKind.Promotion })
        {
            var outreach = new OutreachBenchmarks { Kind = kind };
            outreach.Check();
            yield return new($"one outreach decision, {kind.Name().English}", 1_000, () => Repeat(outreach.Decide), null, null,
                "tens of ns, 0 B", static t => t is { Nanoseconds: < 100, Bytes: 0 });
        }
    }

    private static IEnumerable<ScoreLine> Histories()
    {
        var facts = new FactsBenchmarks();
        facts.Setup();
        yield return new("facts of 50 events, an event", FactsBenchmarks.Events, () => facts.FactsWithoutWindows(), null, null,
            "5.9 ns", static t => t.Nanoseconds <= 5.9);
        yield return new("facts and 16 counts in windows, an event", FactsBenchmarks.Events, () => facts.Facts(),
            ("LINQ", () => facts.Linq()), ("a loop over bare arrays", () => facts.PackedLoop()), "90 % of the loop",
            static t => t.OfFloor >= 0.9);
        var filling = new FillingBenchmarks();
        filling.Setup();
        yield return new("a table of ten facts out of 100,000 histories, a customer", FillingBenchmarks.Count, () => filling.OneThread(),
            ("one at a time", () => filling.OneAtATime()), null, "the table's own bytes (60 at most)", static t => t.Bytes <= 60);
        yield return new("the same on two threads", FillingBenchmarks.Count, () => filling.TwoThreads(),
            ("one thread", () => filling.OneThread()), null, "1.6 × one thread", static t => t.TimesPlain >= 1.6);
        var grouping = new GroupingBenchmarks();
        grouping.Setup();
        yield return new("histories out of the events of 100,000 customers, an event", GroupingBenchmarks.Count, () => grouping.Library(),
            ("LINQ", () => grouping.Linq()), null, "100 ns", static t => t.Nanoseconds <= 100);
        foreach (int length in new[] { 50, 20_000 })
        {
            var adding = new AddingBenchmarks { Events = length };
            adding.Setup();
            yield return new($"one event more behind {Many(length)}", AddingBenchmarks.Count, () => adding.AtTheEnd(), null, null,
                "300 ns", static t => t.Nanoseconds <= 300);
            yield return new($"one event again among {Many(length)}", AddingBenchmarks.Count, () => adding.Known(), null, null,
                "300 ns", static t => t.Nanoseconds <= 300);
        }

        foreach (int length in new[] { 50, 1_000 })
        {
            var json = new HistoryJsonBenchmarks { Events = length };
            json.Setup();
            yield return new($"a history of {Many(length)} from JSON, an event", HistoryJsonBenchmarks.Count, () => json.Library(), null,
                ("`JsonDocument.Parse`", () => json.Parser()), "half of the parser's speed", static t => t.OfFloor >= 0.5);
        }

        foreach (int length in new[] { 10, 1_000 })
        {
            var journey = new JourneyBenchmarks { Events = length };
            journey.Setup();
            yield return new(
                $"a journey of {Many(length)} replayed, an event", JourneyBenchmarks.Count, () => journey.Library(), null, null,
            "300 ns", static t => t.Nanoseconds <= 300);
        }
    }

    private static IEnumerable<ScoreLine> Others()
    {
        var rfm = new RfmBenchmarks();
        rfm.Setup();
        yield return new("RFM of 200,000 customers, of each", RfmBenchmarks.Count, () => rfm.Cohort(), null,
            ("sorting the columns", () => rfm.SortedColumns()), "400 ns", static t => t.Nanoseconds <= 400);
        var advisors = new AdvisorBenchmarks();
        advisors.Setup();
        yield return new("200,000 customers given to 500 advisors, of each", AdvisorBenchmarks.Count, () => advisors.Library(), null, null,
            "1 µs", static t => t.Nanoseconds <= 1_000);
        var calendar = new OutreachBenchmarks { Kind = TouchKind.ServiceReply };
        yield return new("the next occasion after a day", 1_000, () => Repeat(calendar.NextOccasion), null, null,
            "1 µs", static t => t.Nanoseconds <= 1_000);
        var ring = new RingBenchmarks();
        ring.Setup();
        yield return new("whether a ring would close, a step", RingBenchmarks.Count, () => ring.Library(),
            ("a walk through a table", () => ring.Plain()), null, "0 B on chains", static t => t.Bytes < 1);
    }

    private static string Many(int events) => string.Create(CultureInfo.InvariantCulture, $"{events:#,0} events");

    private static void Repeat(Func<bool> work)
    {
        for (int i = 0; i < 1_000; i++)
        {
            work();
        }
    }
}
