using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One customer's stage and trust, over 65,536 different customers so that no branch is learnt by heart; time is that of
/// one.</summary>
[MemoryDiagnoser]
public class RelationshipBenchmarks
{
    private const int Count = 65_536;
    private const int FactsCount = 4_096;
    private const int EventsEach = 50;

    private static readonly Instant Now = Instant.FromUtc(2024, 6, 1, 4, 0);

    private RelationshipFacts[] evidence = null!;
    private CustomerFacts[] facts = null!;

    [GlobalSetup]
    public void Setup()
    {
        uint state = 2463534242;
        evidence =
        [
            .. Enumerable.Range(0, Count).Select(_ => new RelationshipFacts(
                Now, Some(2), Some(4), Some(5), Some(2), Some(4), Some(2), Some(2), Some(2))),
        ];
        if (evidence.Any(static e => PlainStage(e) != LadderPolicy.Default.Assess(e).Stage))
        {
            throw new InvalidOperationException("The competitors disagree.");
        }

        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        facts = [.. Enumerable.Range(0, FactsCount).Select(n => History(CustomerId.From($"c{n}")).FactsAt(Now, shop))];

        Evidence Some(uint below) => Evidence.From((int)Next(below), Now - Duration.FromDays((int)Next(180)));

        CustomerHistory History(CustomerId customer) => CustomerHistory.From(customer, Enumerable.Range(0, EventsEach).Select(i =>
        {
            CustomerEventId id = CustomerEventId.From($"e{i}");
            Instant at = Now - Duration.FromHours((int)Next(9_000));
            return (CustomerEvent)(Next(5) switch
            {
                0 => new LinkMade(id, customer, at, Carrier.WeCom),
                1 => new MessageReceived(id, customer, at),
                2 => new TouchSent(id, customer, at, TouchKind.UsefulContent),
                3 => new FeedbackVolunteered(id, customer, at),
                _ => new OrderPaid(id, customer, at, OrderId.From($"o{i}"), Money.Yuan(99)),
            });
        }));

        uint Next(uint below)
        {
            unchecked
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                return state % below;
            }
        }
    }

    /// <summary>The default ladder written out by hand, for that one policy.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int HandWrittenStage()
    {
        int sum = 0;
        foreach (ref readonly RelationshipFacts e in evidence.AsSpan())
        {
            sum += (int)PlainStage(e);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Stage()
    {
        int sum = 0;
        foreach (ref readonly RelationshipFacts e in evidence.AsSpan())
        {
            sum += (int)LadderPolicy.Default.Assess(e).Stage!.Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Trust()
    {
        double sum = 0;
        foreach (ref readonly RelationshipFacts e in evidence.AsSpan())
        {
            sum += TrustPolicy.Default.Assess(e).Trust!.Value.Value;
        }

        return sum;
    }

    /// <summary>The evidence of one customer's facts of 50 events.</summary>
    [Benchmark(OperationsPerInvoke = FactsCount)]
    public int EvidenceOfFacts()
    {
        int sum = 0;
        foreach (CustomerFacts one in facts)
        {
            sum += RelationshipFacts.From(one).Links.Count;
        }

        return sum;
    }

    private static RelationshipStage PlainStage(in RelationshipFacts e) =>
        e.Links.Count == 0 ? RelationshipStage.None
        : e.Interactions.Count == 0 || e.Interactions.Last + Duration.FromDays(90) <= e.At ? RelationshipStage.Acquaintance
        : e.Purchases.Count == 0 || (e.Feedback.Count == 0 && e.Conversations.Count < 3) ? RelationshipStage.Interaction
        : e.Purchases.Count < 2 || e.EffectiveRecommendations.Count + e.Promoter.Count + e.RivalsDeclined.Count == 0
            ? RelationshipStage.Rapport
        : RelationshipStage.Alliance;
}
