using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The outlook of a customer of 40 events beside one assessment of the stage and the segments.</summary>
[MemoryDiagnoser]
public class OutlookBenchmarks
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 4, 0);
    private static readonly CustomerId Anna = CustomerId.From("anna");

    private static readonly CustomerHistory History = CustomerHistory.From(Anna, Enumerable.Range(0, 40).Select(static i => i % 4 == 0
        ? (CustomerEvent)new OrderPaid(
            CustomerEventId.From($"e{i}"), Anna, Now - Duration.FromDays(i * 5), OrderId.From($"o{i}"), Money.Yuan(50))
        : new MessageReceived(CustomerEventId.From($"e{i}"), Anna, Now - Duration.FromDays(i * 5), Carrier.WeCom)));

    private static readonly ShopRules Rules = ShopRules.Create(new ShopOptions
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema,
        [
            new("recent", Facts.LastOrder.WithinDays(30)),
            new("often", Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(3)),
        ]),
    });

    private static readonly OutlookFacts Subject = new() { History = History, AsOf = Now };

    /// <summary>One evaluation of what the outlook watches.</summary>
    [Benchmark(Baseline = true)]
    public bool OneEvaluation()
    {
        CustomerFacts facts = History.FactsAt(Now, Rules.Shop);
        FactValues values = FactValues.From(facts).With(Rules.Ladder.Assess(RelationshipFacts.From(facts)));
        return Rules.Segments!.Explain("recent", values).Holds | Rules.Segments.Explain("often", values).Holds;
    }

    /// <summary>The next change.</summary>
    [Benchmark]
    public OutlookChange? NextChange() => CustomerOutlook.From(Rules, Subject).NextChangeBy(Now + Duration.FromDays(365));

    /// <summary>All changes of a year.</summary>
    [Benchmark]
    public ImmutableArray<OutlookChange> ChangesOfAYear() => CustomerOutlook.From(Rules, Subject).Forecast(Now + Duration.FromDays(365));
}
