using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>Days at the edges of time: their midnights, and a microsecond before the next.</summary>
internal static class TimeZoneCases
{
    private static readonly LocalDate[] Days =
    [
        new(1901, 1, 1), new(1969, 12, 31), new(1970, 1, 1), new(1986, 5, 4), new(2000, 2, 29), new(2024, 3, 31), ConformanceFacts.Today,
        new(2024, 11, 3), new(2038, 1, 19), new(2199, 12, 31),
    ];

    internal static ProbeCases Cases()
    {
        LocalDate[] around = [.. Days.SelectMany(static day => new[] { day.PlusDays(-1), day, day.PlusDays(1) }).Distinct()];
        return ProbeCases.From(
            ConformanceProbe.TimeZone,
            ConformanceFacts.Dates.SelectMany(static fact => Days.SelectMany(day => OperatorRules.Of(fact, day).Take(7))),
            around.SelectMany(day => Enumerable.Range(0, ProbeCases.Times.Length).Select(n => ConformanceFacts.Dates.Aggregate(
                FactValues.From(CustomerId.From(FormattableString.Invariant($"{day:uuuu-MM-dd}-{n}")), ConformanceFacts.Today),
                (values, fact) => values.With(fact, day)))));
    }
}
