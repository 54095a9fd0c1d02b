using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>Rules to ask of customers.</summary>
internal sealed record ProbeCases(ConformanceProbe Probe, IEnumerable<SegmentRule> Rules, ImmutableArray<ConformanceCustomer> Customers)
{
    /// <summary>The times of the day at which customers' dates happened, in turn.</summary>
    internal static readonly LocalTime[] Times =
        [LocalTime.Midnight, new LocalTime(23, 59, 59).PlusTicks(9_999_990), LocalTime.Noon];

    internal static ProbeCases From(ConformanceProbe probe, IEnumerable<SegmentRule> rules, IEnumerable<FactValues> customers) =>
        new(probe, rules, [.. customers.Select(static (values, id) => new ConformanceCustomer(id, values, Times[id % Times.Length]))]);

    internal static IEnumerable<ProbeCases> All(ConformanceOptions options)
    {
        var random = ConformanceRandom.From(options.Seed);
        FactValues[] customers =
        [
            .. Enumerable.Range(0, options.Customers).Select(n => random.Customer(n)),
            FactValues.From(CustomerId.From("nothing is known"), ConformanceFacts.Today),
        ];
        return
        [
            From(ConformanceProbe.Operators, OperatorRules.All().SelectMany(static rule => new[] { rule, !rule }), customers),
            AbsentCases.Cases(),
            CollationCases.Cases(),
            TimeZoneCases.Cases(),
            From(ConformanceProbe.RandomRules, RandomRules(random, options.RandomRules), customers),
        ];
    }

    // Every eighth is a leaf, the others are two to six deep.
    private static SegmentRule[] RandomRules(ConformanceRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(n => n % 8 == 0 ? random.Leaf() : random.DeepRule(2 + (n % 5)))];
}
