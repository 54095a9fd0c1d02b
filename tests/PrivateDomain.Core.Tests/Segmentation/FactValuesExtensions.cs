using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>What is found for facts, as plain values: NaN, null or −1 where nothing is known.</summary>
internal static class FactValuesExtensions
{
    internal static double NumberOf(this FactValues values, NumberFact fact) =>
        values.Number(fact) is { IsKnown: true } found ? found.Value : double.NaN;

    internal static LocalDate? DateOf(this FactValues values, DateFact fact) =>
        values.Date(fact) is { IsKnown: true } found ? found.Value : null;

    internal static bool? YesNoOf(this FactValues values, YesNoFact fact) =>
        values.YesNo(fact) is { IsKnown: true } found ? found.Value : null;

    internal static string? TextOf(this FactValues values, TextFact fact) => values.Text(fact).Value;

    internal static ImmutableSortedSet<string>? TextSetOf(this FactValues values, TextSetFact fact) => values.TextSet(fact).Value;

    internal static int LevelOf(this FactValues values, ChoiceFact fact) =>
        values.Level(fact) is { IsKnown: true } found ? found.Value : -1;
}
