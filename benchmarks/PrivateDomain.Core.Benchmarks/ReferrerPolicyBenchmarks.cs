using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One referral eligibility of nine conditions, over 65,536 different customers who may refer; time is that of one.</summary>
[MemoryDiagnoser]
public class ReferrerPolicyBenchmarks
{
    private const int Count = ReferrerInputs.Count;
    private ReferrerFacts[] facts = null!;
    private ReferrerFacts[] refused = null!;

    [GlobalSetup]
    public void Setup()
    {
        facts = ReferrerInputs.Allowed();
        refused = ReferrerInputs.Refused();
        if (Lambdas() != Count || Library() != Count)
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Lambdas()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            bool holds = true;
            foreach ((_, Func<ReferrerFacts, bool> condition) in ReferrerInputs.Conditions)
            {
                holds &= condition(one);
            }

            allowed += holds ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Linq()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            allowed += ReferrerInputs.Conditions.Where(c => !c.Holds(one)).Select(static c => c.Code).ToList().Count == 0 ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Library()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            allowed += ReferrerPolicy.Default.Decide(one).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    /// <summary>Who may not refer: the reasons are not read.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int LibraryRefuses()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in refused)
        {
            allowed += ReferrerPolicy.Default.Decide(one).IsAllowed ? 1 : 0;
        }

        return allowed;
    }
}
