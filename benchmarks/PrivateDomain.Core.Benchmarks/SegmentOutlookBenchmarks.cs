using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Who enters and leaves five segments in the next 30 days, of 1,000 customers with 40 events each.</summary>
[MemoryDiagnoser]
public class SegmentOutlookBenchmarks
{
    private const int Days = 30;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 4, 0);
    private static readonly CustomerHistory[] Histories = [.. Enumerable.Range(0, 1_000).Select(Customer)];

    private static readonly ShopRules Rules = ShopRules.Create(new ShopOptions
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema,
        [
            new("recent", Facts.LastOrder.WithinDays(30)),
            new("often", Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(3)),
            new("core", SegmentRule.InSegment("often") & Facts.SpendIn(TimeWindow.LastDays(180)).AtLeast(500)),
            new("silent", Facts.LastInteraction.MoreThanDaysAgo(60) & Facts.Linked.IsYes()),
            new("close", FactsOfRelationship.Stage.AtLeast("rapport")),
        ]),
    });

    /// <summary>One evaluation of each customer, now.</summary>
    [Benchmark(Baseline = true)]
    public int OneEvaluation() => Histories.Sum(static history => InAt(history, Now));

    /// <summary>One evaluation of each customer on each day: what the outlook spares.</summary>
    [Benchmark]
    public int EveryDay() => Enumerable.Range(0, Days).Sum(static day =>
        Histories.Sum(history => InAt(history, Now + Duration.FromDays(day))));

    /// <summary>The outlook.</summary>
    [Benchmark]
    public int Outlook() =>
        SegmentOutlook.Of(Rules, Histories, Now, Now + Duration.FromDays(Days)).Segments.Sum(static flow => flow.Changes.Length);

    private static int InAt(CustomerHistory history, Instant at)
    {
        CustomerFacts facts = history.FactsAt(at, Rules.Shop);
        FactValues values = FactValues.From(facts).With(Rules.Ladder.Assess(RelationshipFacts.From(facts)));
        return Rules.Segments!.Segments.Count(segment => Rules.Segments.Explain(segment.Name, values).Holds);
    }

    private static CustomerHistory Customer(int number)
    {
        var customer = CustomerId.From($"c{number}");
        return CustomerHistory.From(customer, Enumerable.Range(0, 40).Select(i => Event(customer, number, i)));
    }

    private static CustomerEvent Event(CustomerId customer, int number, int i)
    {
        var id = CustomerEventId.From($"e{i}");
        Instant at = Now - Duration.FromHours((number * 7 % 900) + (i * 24 * (3 + (number % 5))));
        return i == 39 ? new LinkMade(id, customer, at, Carrier.WeCom)
            : i % 4 == 0 ? new OrderPaid(id, customer, at, OrderId.From($"{customer}-{i}"), Money.Yuan(50))
            : new MessageReceived(id, customer, at, Carrier.WeCom);
    }
}
