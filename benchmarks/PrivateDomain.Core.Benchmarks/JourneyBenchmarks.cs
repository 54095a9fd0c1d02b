using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The journey of one customer told anew from all events; time is that of an event.</summary>
[MemoryDiagnoser]
public class JourneyBenchmarks
{
    internal const int Count = 20_000;

    private CustomerHistory history = null!;

    /// <summary>How many events the history has.</summary>
    [Params(10, 1_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var customer = CustomerId.From("c");
        var link = new LinkMade(CustomerEventId.From("link"), customer, Streams.Event(customer, 0).At, Carrier.WeCom);
        history = CustomerHistory.From(customer, Streams.Events(customer, Events - 1).Prepend(link));
        StageJourney journey = StageJourney.Replay(LadderPolicy.Default, history, Streams.Now, Streams.Shop).Value;
        if (journey.Stage != LadderPolicy.Default.Assess(RelationshipFacts.From(history.FactsAt(Streams.Now, Streams.Shop))).Stage)
        {
            throw new InvalidOperationException("The journey ends elsewhere than the customer stands.");
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Library()
    {
        int moves = 0;
        for (int i = 0; i < Count / Events; i++)
        {
            moves += StageJourney.Replay(LadderPolicy.Default, history, Streams.Now, Streams.Shop).Value.Moves.Length;
        }

        return moves;
    }
}
