using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The gates of growth: ten times the rows, the segments over the same thresholds, the events.</summary>
internal static class Gates
{
    // Rows and customers: both sizes exceed any last-level cache and every young generation, so that the larger one is not slower for being
    // in memory, or for being collected; grouping makes as many objects in ten goes as in one. Events: both stay within them.
    private const int Rows = 4_000_000;
    private const int SegmentRows = 8_000_000;
    private const int Segments = 20;
    private const int Customers = 20_000;
    private const int Events = 500;
    private static readonly LocalDate Today = new(2026, 6, 1);
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 4, 0);

    /// <summary>Runs all gates; false when one is broken twice.</summary>
    internal static bool Run() => All().Aggregate(true, static (all, gate) => gate.Holds() && all);

    private static IEnumerable<Gate> All()
    {
        yield return Fit();
        yield return SegmentsByRows();
        yield return SegmentsBySegments();
        yield return Replay();
        yield return Reading();
        yield return Grouping();
    }

    private static Gate Fit()
    {
        float[] column = new float[10 * Rows];
        for (int row = 0; row < column.Length; row++)
        {
            column[row] = row % 1000 / 1000f;
        }

        float[] scores = new float[column.Length];
        var grades = new FitGrade[column.Length];
        return new("product fit, rows × 10", 12, () => Assess(Rows), () => Assess(10 * Rows));

        void Assess(int rows)
        {
            ReadOnlySpan<float> figures = column.AsSpan(0, rows);
            var columns = new ProductColumns
            {
                Currency = Currency.Cny,
                Ticket = figures,
                RepurchaseRate = figures,
                LoyaltyRate = figures,
                BrandPower = figures,
            };
            ProductFitPolicy.Default.Assess(columns, scores.AsSpan(0, rows), grades.AsSpan(0, rows));
        }
    }

    private static Gate SegmentsByRows()
    {
        PreparedSegments prepared = Prepared(Segments);
        (CustomerTable few, CustomerTable many) = (Table(prepared, SegmentRows), Table(prepared, 10 * SegmentRows));
        (SegmentMembership ofFew, SegmentMembership ofMany) = (prepared.Evaluate(few), prepared.Evaluate(many));
        return new(
            "segments, rows × 10", 12, () => prepared.EvaluateInto(ofFew, few), () => prepared.EvaluateInto(ofMany, many));
    }

    private static Gate SegmentsBySegments()
    {
        (PreparedSegments few, PreparedSegments many) = (Prepared(Segments), Prepared(10 * Segments));
        (CustomerTable ofFew, CustomerTable ofMany) = (Table(few, SegmentRows), Table(many, SegmentRows));
        (SegmentMembership fewIn, SegmentMembership manyIn) = (few.Evaluate(ofFew), many.Evaluate(ofMany));
        return new(
            "segments × 10 over the same thresholds", 4, () => few.EvaluateInto(fewIn, ofFew), () => many.EvaluateInto(manyIn, ofMany),
            IsGoal: true);
    }

    private static Gate Replay()
    {
        (CustomerHistory few, CustomerHistory many) = (History(Events), History(10 * Events));
        return new("replay of a journey, events × 10", 12, () => Tell(few), () => Tell(many));

        static void Tell(CustomerHistory history)
        {
            if (!StageJourney.Replay(LadderPolicy.Default, history, Now, Shop).HasValue)
            {
                throw new InvalidOperationException("The journey cannot be told.");
            }
        }
    }

    private static Gate Reading()
    {
        (byte[] few, byte[] many) = (CustomerJson.Write(History(Events)), CustomerJson.Write(History(10 * Events)));
        return new(
            "a history's JSON, events × 10", 12, () => CustomerJson.ReadHistory(few), () => CustomerJson.ReadHistory(many), IsGoal: true);
    }

    private static Gate Grouping()
    {
        CustomerEvent[] many =
            [.. Enumerable.Range(0, 10 * Customers).SelectMany(static c => History(5, CustomerId.From($"c{c}")).Events)];
        CustomerEvent[][] tenths = [.. many.Chunk(many.Length / 10)];
        return new(
            "grouping events by customer, all against ten tenths", 1.2,
            () => Array.ForEach(tenths, static tenth => _ = CustomerHistory.GroupByCustomer(tenth).Length),
            () => _ = CustomerHistory.GroupByCustomer(many).Length, IsGoal: true);
    }

    private static PreparedSegments Prepared(int segments) => PreparedSegments.From(
        SegmentSet.From(ShopFacts.Schema, Enumerable.Range(0, segments).Select(static i => new Segment($"s{i}", RuleOf(i)))), Today);

    // Five thresholds of orders and seven of spend, in combinations that repeat only after 35 segments.
    private static SegmentRule RuleOf(int i) =>
        SegmentRule.AnyOf(Facts.Orders.AtLeast(1 + (i % 5)), Facts.Spend.AtLeast(500 * (1 + (i % 7))));

    private static CustomerTable Table(PreparedSegments prepared, int rows)
    {
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today, rows);
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            numbers[row] = row % 9;
        }

        table.Set(Facts.Orders, 0, numbers);
        for (int row = 0; row < rows; row++)
        {
            numbers[row] = row % 4001;
        }

        table.Set(Facts.Spend, 0, numbers);
        return table;
    }

    private static CustomerHistory History(int events) => History(events, CustomerId.From("c"));

    private static CustomerHistory History(int events, CustomerId customer) => CustomerHistory.From(
        customer,
        Enumerable.Range(0, events).Select(i =>
        {
            CustomerEventId id = CustomerEventId.From($"e{i}");
            Instant at = Now - Duration.FromMinutes(10L * (events - i));
            return (CustomerEvent)(i % 4 == 0
                ? new OrderPaid(id, customer, at, OrderId.From($"o{i}"), Money.Yuan(99))
                : new MessageReceived(id, customer, at));
        }));
}
