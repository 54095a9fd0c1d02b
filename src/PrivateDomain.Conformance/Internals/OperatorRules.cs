using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>Every operator of every fact.</summary>
internal static class OperatorRules
{
    internal static IEnumerable<SegmentRule> All() =>
    [
        .. ConformanceFacts.Numbers.Concat(ConformanceFacts.Derived).SelectMany(Of),
        .. ConformanceFacts.Dates.SelectMany(static fact => Of(fact, ConformanceFacts.Today)),
        .. ConformanceFacts.YesNos.SelectMany(static fact => new[] { fact.IsYes(), fact.IsNo() }),
        .. ConformanceFacts.Texts.SelectMany(Of),
        .. ConformanceFacts.TextSets.SelectMany(Of),
        .. ConformanceFacts.Choices.SelectMany(Of),
        .. ConformanceFacts.All.SelectMany(static fact => new[] { fact.IsKnown(), fact.IsUnknown() }),
    ];

    internal static IEnumerable<SegmentRule> Of(DateFact fact, LocalDate day) =>
    [
        fact.Before(day), fact.OnOrBefore(day), fact.On(day), fact.NotOn(day), fact.OnOrAfter(day), fact.After(day),
        fact.Between(day.PlusDays(-1), day), fact.WithinDays(3), fact.MoreThanDaysAgo(2), fact.WithinNextDays(2),
    ];

    private static IEnumerable<SegmentRule> Of(NumberFact fact)
    {
        // Of one number of each type of column, the ends that types do not share.
        bool isExample = fact.Equals(ConformanceFacts.Age) || fact.Equals(Facts.Orders) || fact.Equals(Facts.Spend);
        double[] ends = isExample ? [-1.5, 2, 2.0000000000000004, 99.99, double.Epsilon, 1e20, double.MaxValue] : [2, 99.99];
        foreach (double end in ends)
        {
            yield return fact.LessThan(end);
            yield return fact.AtMost(end);
            yield return fact.AtLeast(end);
            yield return fact.GreaterThan(end);
            yield return fact.EqualTo(end);
            yield return fact.NotEqualTo(end);
            yield return fact.Between(Math.Min(end, 1), Math.Max(end, 1));
        }
    }

    private static IEnumerable<SegmentRule> Of(TextFact fact)
    {
        foreach (string[] words in new[] { Array.Empty<string>(), ["mum"], ["shanghai", "a \"b\" \\c"] })
        {
            yield return fact.AnyOf(words);
            yield return fact.NoneOf(words);
        }
    }

    private static IEnumerable<SegmentRule> Of(TextSetFact fact)
    {
        foreach (string[] words in new[] { Array.Empty<string>(), ["mum"], ["shanghai", "a \"b\" \\c"] })
        {
            yield return fact.AnyOf(words);
            yield return fact.AllOf(words);
            yield return fact.NoneOf(words);
        }
    }

    private static IEnumerable<SegmentRule> Of(ChoiceFact fact)
    {
        string first = fact.Levels[0].Name;
        foreach (string level in fact.Levels.Select(static level => level.Name))
        {
            yield return fact.LessThan(level);
            yield return fact.AtMost(level);
            yield return fact.EqualTo(level);
            yield return fact.NotEqualTo(level);
            yield return fact.AtLeast(level);
            yield return fact.GreaterThan(level);
            yield return fact.AnyOf(level, first);
            yield return fact.NoneOf(level, first);
        }

        yield return fact.AnyOf();
        yield return fact.NoneOf();
    }
}
