using System.Collections.Immutable;
using System.Globalization;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Rules in words, for people who approve a segment (规则说明).</summary>
public static class SegmentSentence
{
    private static readonly Bilingual Everybody = new("every customer", "所有客户");
    private static readonly Bilingual Nobody = new("no customer", "无任何客户");

    /// <summary>The sentence that says in both languages what a rule asks, such as "最近 90 天内有购买 且 订单数不低于 2". Facts are called
    /// by their labels; what is true of an unknown fact too says so. It is not
    /// read back, for that there is <see cref="SegmentText"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    public static Bilingual Of(SegmentRule rule) => Say(Guard.Against.Null(rule), isInside: false);

    private static Bilingual Say(SegmentRule rule, bool isInside) => rule switch
    {
        GroupRule group => Group(group, isInside),
        NotRule not => Say(not.Rule, isInside: false) is var part ? new($"it is not so that ({part.English})",
            $"以下不成立（{part.Chinese}）")
            : default,
        ReferenceRule reference => new($"in the segment \"{reference.Name}\"", $"属于分群“{reference.Name}”"),
        DateRule { Operator: DateOperator.WithinLastDays } bought when bought.Fact.Equals(Facts.LastOrder) =>
            new(FormattableString.Invariant($"bought in the last {bought.Days} days"),
                FormattableString.Invariant($"最近 {bought.Days} 天内有购买")),
        _ => Leaf(RuleReader.FactOf(rule)!.Label, rule),
    };

    private static Bilingual Group(GroupRule group, bool isInside)
    {
        if (group.Rules.IsEmpty)
        {
            return group.Operator == GroupOperator.AnyOf ? Nobody : Everybody;
        }

        if (group is { Rules.Length: 1, Operator: GroupOperator.AllOf or GroupOperator.AnyOf })
        {
            return Say(group.Rules[0], isInside);
        }

        ImmutableArray<Bilingual> parts = [.. group.Rules.Select(static part => Say(part, isInside: true))];
        string count = group.Count.ToString(CultureInfo.InvariantCulture);
        Bilingual inside = isInside ? new("(", "（") : default;
        return group.Operator switch
        {
            GroupOperator.AllOf => Join(parts, new(" and ", " 且 "), inside),
            GroupOperator.AnyOf => Join(parts, new(" or ", " 或 "), inside),
            GroupOperator.NoneOf => Join(parts, new("; ", "；"), new("none of (", "以下均不满足（")),
            _ => Join(parts, new("; ", "；"), new($"at least {count} of (", $"以下至少满足 {count} 项（")),
        };
    }

    // What is opened is closed.
    private static Bilingual Join(ImmutableArray<Bilingual> parts, Bilingual between, Bilingual open) => new(
        open.English + string.Join(between.English, parts.Select(static x => x.English)) + (open == default ? "" : ")"),
        open.Chinese + string.Join(between.Chinese, parts.Select(static x => x.Chinese)) + (open == default ? "" : "）"));

    private static Bilingual Leaf(Bilingual label, SegmentRule leaf)
    {
        Bilingual said = leaf switch
        {
            NumberRule { Operator: NumberOperator.Between } number => Between(RulePrinter.Of(number.Value), RulePrinter.Of(number.High)),
            NumberRule number => Compared(number.Operator, Same(RulePrinter.Of(number.Value))),
            DateRule date => Date(date),
            YesNoRule yesNo => yesNo.Expected ? new(" is yes", "为是") : new(" is no", "为否"),
            KnownRule known => known.Known ? new(" is known", "已知") : new(" is unknown", "未知"),
            TextRule { Operator: TextOperator.AnyOf } text => List(" is one of", "为以下任一", InQuotes(text.Values)),
            TextRule text => OrUnknown(List(" is none of", "不为以下任何一项", InQuotes(text.Values))),
            TextSetRule { Operator: TextSetOperator.AnyOf } set => List(" has one of", "包含以下任一", InQuotes(set.Values)),
            TextSetRule { Operator: TextSetOperator.AllOf } set => List(" has all of", "包含以下全部", InQuotes(set.Values)),
            TextSetRule set => OrUnknown(List(" has none of", "不包含以下任何一项", InQuotes(set.Values))),
            ChoiceRule { Operator: ChoiceOperator.AnyOf } choice => List(" is one of", "为以下任一", LevelsOf(choice)),
            ChoiceRule { Operator: ChoiceOperator.NoneOf } choice => OrUnknown(List(" is none of", "不为以下任何一项", LevelsOf(choice))),
            ChoiceRule choice => Compared((NumberOperator)choice.Operator, LevelsOf(choice)[0]), // the six comparisons are the same in both
            _ => default,
        };
        return new(label.English + said.English, label.Chinese + said.Chinese);
    }

    // Negative comparisons are true of what is not known: the sentence says so.
    private static Bilingual OrUnknown(Bilingual said) => new($"{said.English} (or is unknown)", $"{said.Chinese}（含未知）");

    private static Bilingual Compared(NumberOperator how, Bilingual value)
    {
        if (how == NumberOperator.NotEqual)
        {
            return OrUnknown(new($" is other than {value.English}", $"不等于 {value.Chinese}"));
        }

        return new($" is {how.Name().English} {value.English}", $"{how.Name().Chinese} {value.Chinese}");
    }

    private static Bilingual Date(DateRule rule)
    {
        string days = rule.Days.ToString(CultureInfo.InvariantCulture);
        string date = rule.IsRelative ? "" : RulePrinter.Of(rule.Date);
        return rule.Operator switch
        {
            DateOperator.Before => new($" is before {date}", $"早于 {date}"),
            DateOperator.OnOrBefore => new($" is on or before {date}", $"不晚于 {date}"),
            DateOperator.On => new($" is {date}", $"为 {date}"),
            DateOperator.NotOn => OrUnknown(new($" is another day than {date}", $"不为 {date}")),
            DateOperator.OnOrAfter => new($" is on or after {date}", $"不早于 {date}"),
            DateOperator.After => new($" is after {date}", $"晚于 {date}"),
            DateOperator.Between => Between(date, RulePrinter.Of(rule.LastDate)),
            DateOperator.WithinLastDays => new($" is within the last {days} days", $"在最近 {days} 天内"),
            DateOperator.MoreThanDaysAgo => new($" is more than {days} days ago", $"在 {days} 天以前"),
            _ => new($" is within the next {days} days", $"在未来 {days} 天内"),
        };
    }

    private static Bilingual Between(string low, string high) => new($" is from {low} to {high}", $"在 {low} 至 {high} 之间");

    private static Bilingual List(string english, string chinese, ImmutableArray<Bilingual> values) => values.IsEmpty
        ? new(english + " (nothing)", chinese + "（无）")
        : new(
            $"{english} ({string.Join(", ", values.Select(static x => x.English))})",
            $"{chinese}（{string.Join("、", values.Select(static x => x.Chinese))}）");

    private static ImmutableArray<Bilingual> InQuotes(ImmutableArray<string> values) =>
        [.. values.Select(static x => new Bilingual($"\"{x}\"", $"“{x}”"))];

    private static ImmutableArray<Bilingual> LevelsOf(ChoiceRule rule) => [.. rule.Places.Select(place => rule.Fact.Levels[place].Label)];

    private static Bilingual Same(string text) => new(text, text);
}
