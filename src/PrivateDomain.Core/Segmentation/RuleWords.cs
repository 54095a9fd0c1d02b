using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Segmentation;

/// <summary>What a leaf requires and what was found for it, in words.</summary>
internal static class RuleWords
{
    internal static Bilingual Segment { get; } = new("segment", "分群");

    private static readonly Bilingual Yes = new("yes", "是");
    private static readonly Bilingual No = new("no", "否");
    private static readonly Bilingual KnownWord = new("known", "已知");
    private static readonly Bilingual FoldedWord = new("history folded away", "历史已归并");

    /// <summary>What was found for a leaf.</summary>
    internal static ReasonValue FoundBy(SegmentRule leaf, FactValues values, Truth truth) => RuleReader.FactOf(leaf) switch
    {
        null => truth switch { Truth.Yes => Yes, Truth.No => No, _ => FoldedWord },
        NumberFact fact => Found(values.Number(fact), static number => ReasonValue.From(number)),
        DateFact fact => Found(values.Date(fact), static date => date),
        YesNoFact fact => Found(values.YesNo(fact), static yes => Of(yes)),
        TextFact fact => Found(values.Text(fact), static text => text),
        TextSetFact fact => Found(values.TextSet(fact), static set => List([.. set.Select(Same)])),
        ChoiceFact fact => Found(values.Level(fact), place => fact.Levels[place].Label),
        _ => default,
    };

    /// <summary>What a leaf requires; relative dates as the dates they mean.</summary>
    internal static ReasonValue RequiredBy(SegmentRule leaf, LocalDate today) => leaf switch
    {
        ReferenceRule reference => reference.Name,
        NumberRule { Operator: NumberOperator.Between } number => Between(Of(number.Value), Of(number.High)),
        NumberRule number => $"{Sign(number.Operator)} {Of(number.Value)}",
        DateRule date => Of(date, today),
        YesNoRule yesNo => Of(yesNo.Expected),
        KnownRule known => known.Known ? KnownWord : VocabularyReasons.UnknownWord,
        TextRule text =>
            Of(text.Operator == TextOperator.AnyOf ? "any of" : "none of", text.Operator == TextOperator.AnyOf ? "任一" : "均不",
                text.Values),
        TextSetRule { Operator: TextSetOperator.AnyOf } set => Of("any of", "任一", set.Values),
        TextSetRule { Operator: TextSetOperator.AllOf } set => Of("all of", "全部", set.Values),
        TextSetRule set => Of("none of", "均不", set.Values),
        _ => Of((ChoiceRule)leaf),
    };

    private static ReasonValue Found<T>(FactReading<T> found, Func<T, ReasonValue> show) =>
        found.IsKnown ? show(found.Value!)
            : found.IsFolded ? FoldedWord
            : VocabularyReasons.UnknownWord;

    private static Bilingual Of(bool value) => value ? Yes : No;

    private static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static Bilingual Between(string low, string high) => new($"from {low} to {high}", $"{low} 至 {high}");

    private static Bilingual Of(DateRule rule, LocalDate today) => rule.BoundsAt(today) switch
    {
        _ when rule.Operator == DateOperator.NotOn => Same($"≠ {Of(rule.Date)}"),
        (null, { } to) => Same($"≤ {Of(to)}"),
        ({ } from, null) => Same($"≥ {Of(from)}"),
        ({ } from, { } to) => from == to ? Same($"= {Of(from)}") : Between(Of(from), Of(to)),
        _ => default,
    };

    private static Bilingual Of(ChoiceRule rule)
    {
        ImmutableArray<Bilingual> levels = [.. rule.Places.Select(place => rule.Fact.Levels[place].Label)];
        return rule.Operator switch
        {
            ChoiceOperator.AnyOf => Join("any of: ", "任一：", List(levels)),
            ChoiceOperator.NoneOf => Join("none of: ", "均不：", List(levels)),
            ChoiceOperator.LessThan => Join("< ", "< ", levels[0]),
            ChoiceOperator.AtMost => Join("≤ ", "≤ ", levels[0]),
            ChoiceOperator.Equal => Join("= ", "= ", levels[0]),
            ChoiceOperator.NotEqual => Join("≠ ", "≠ ", levels[0]),
            ChoiceOperator.AtLeast => Join("≥ ", "≥ ", levels[0]),
            _ => Join("> ", "> ", levels[0]),
        };
    }

    private static Bilingual Of(string english, string chinese, ImmutableArray<string> texts) =>
        Join($"{english}: ", $"{chinese}：", List([.. texts.Select(Same)]));

    private static Bilingual List(ImmutableArray<Bilingual> parts) => parts.IsEmpty
        ? new("nothing", "无")
        : new(string.Join(", ", parts.Select(static x => x.English)), string.Join("、", parts.Select(static x => x.Chinese)));

    private static Bilingual Join(string english, string chinese, Bilingual rest) => new(english + rest.English, chinese + rest.Chinese);

    private static Bilingual Same(string text) => new(text, text);

    private static string Sign(NumberOperator how) => how switch
    {
        NumberOperator.LessThan => "<",
        NumberOperator.AtMost => "≤",
        NumberOperator.Equal => "=",
        NumberOperator.NotEqual => "≠",
        NumberOperator.AtLeast => "≥",
        _ => ">",
    };
}
