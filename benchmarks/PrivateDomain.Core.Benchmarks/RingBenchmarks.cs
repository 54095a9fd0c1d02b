using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Whether a referral would close a ring, at the end of a chain of 1,000; time is that of a step.</summary>
[MemoryDiagnoser]
public class RingBenchmarks
{
    internal const int Count = 1_000;

    private static readonly CustomerId Newcomer = CustomerId.From("newcomer");
    private CustomerId[] chain = null!;
    private ReferralGraph graph = null!;
    private Dictionary<CustomerId, CustomerId> referrers = null!;

    [GlobalSetup]
    public void Setup()
    {
        chain = [.. Enumerable.Range(0, Count + 1).Select(static i => CustomerId.From($"c{i}"))];
        graph = ReferralGraph.From(chain.Zip(chain.Skip(1), static (referrer, referee) => new ReferralEdge(referrer, referee))
            .Append(new ReferralEdge(Newcomer, CustomerId.From("other")))); // who referred somebody must be looked for
        referrers = chain.Zip(chain.Skip(1)).ToDictionary(static pair => pair.Second, static pair => pair.First);
        if (Library() || Plain() || !graph.WouldCloseRing(chain[^1], chain[0]))
        {
            throw new InvalidOperationException("The competitors disagree.");
        }
    }

    /// <summary>What one would write instead: from referrer to referrer through a table.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public bool Plain()
    {
        CustomerId at = chain[^1];
        while (referrers.TryGetValue(at, out CustomerId before))
        {
            if (before == Newcomer)
            {
                return true;
            }

            at = before;
        }

        return false;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public bool Library() => graph.WouldCloseRing(chain[^1], Newcomer);
}
