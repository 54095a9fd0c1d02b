using System.Collections.Immutable;
using System.Globalization;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Rules in words, for people who approve a segment (规则说明).</summary>
public static class SegmentSentence
{
    private static readonly Bilingual Everybody = new("every customer", "所有客户");
    private static readonly Bilingual Nobody = new("no customer", "无任何客户");

    /// <summary>The sentence that says in both languages what a rule asks, such as "最近 90 天内有购买 且 订单数不低于 2". Facts are called by their labels; it is not read
    /// back, for that there is <see cref="SegmentText"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    public static Bilingual Of(SegmentRule rule) => Say(Guard.Against.Null(rule), isInside: false);

    private static Bilingual Say(SegmentRule rule, bool isInside) => rule switch
    {
        GroupRule group => Group(group, isInside),
        NotRule not => Say(not.Rule, isInside: true) is var part ? new($"not {part.English}", $"并非{part.Chinese}") : default,
        ReferenceRule reference => new($"in the segment \"{reference.Name}\"", $"属于分群“{reference.Name}”"),
        DateRule { Operator: DateOperator.WithinLastDays } bought when bought.Fact.Equals(Facts.LastOrder) =>
            new(FormattableString.Invariant($"bought in the last {bought.Days} days"), FormattableString.Invariant($"最近 {bought.Days} 天内有购买")),
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
        return group.Operator switch
        {
            GroupOperator.AllOf => Join(parts, " and ", " 且 ", isInside ? "(" : "", isInside ? "（" : "", isInside ? ")" : "", isInside ? "）" : ""),
            GroupOperator.AnyOf => Join(parts, " or ", " 或 ", isInside ? "(" : "", isInside ? "（" : "", isInside ? ")" : "", isInside ? "）" : ""),
            GroupOperator.NoneOf => Join(parts, "; ", "；", "none of (", "以下均不满足（", ")", "）"),
            _ => Join(parts, "; ", "；", $"at least {count} of (", $"以下至少满足 {count} 项（", ")", "）"),
        };
    }

    private static Bilingual Join(ImmutableArray<Bilingual> parts, string and, string andChinese, string open, string openChinese, string close, string closeChinese) => new(
        open + string.Join(and, parts.Select(static x => x.English)) + close,
        openChinese + string.Join(andChinese, parts.Select(static x => x.Chinese)) + closeChinese);

    private static Bilingual Leaf(Bilingual label, SegmentRule leaf)
    {
        Bilingual said = leaf switch
        {
            NumberRule { Operator: NumberOperator.Between } number => Between(RulePrinter.Of(number.Value), RulePrinter.Of(number.High)),
            NumberRule number => Compared(number.Operator, Same(RulePrinter.Of(number.Value))),
            DateRule date => Date(date),
            YesNoRule yesNo => yesNo.Expected ? new(" is yes", "为是") : new(" is no", "为否"),
            KnownRule known => known.Known ? new(" is known", "已知") : new(" is unknown", "未知"),
            TextRule text => text.Operator == TextOperator.AnyOf ? List(" is one of: ", "为以下任一：", Quoted(text.Values)) : List(" is none of: ", "不为以下任何一项：", Quoted(text.Values)),
            TextSetRule set => set.Operator switch
            {
                TextSetOperator.AnyOf => List(" has one of: ", "包含以下任一：", Quoted(set.Values)),
                TextSetOperator.AllOf => List(" has all of: ", "包含以下全部：", Quoted(set.Values)),
                _ => List(" has none of: ", "不包含以下任何一项：", Quoted(set.Values)),
            },
            ChoiceRule { Operator: ChoiceOperator.AnyOf } choice => List(" is one of: ", "为以下任一：", LevelsOf(choice)),
            ChoiceRule { Operator: ChoiceOperator.NoneOf } choice => List(" is none of: ", "不为以下任何一项：", LevelsOf(choice)),
            ChoiceRule choice => Compared((NumberOperator)choice.Operator, LevelsOf(choice)[0]), // the six comparisons are the same in both
            _ => default,
        };
        return new(label.English + said.English, label.Chinese + said.Chinese);
    }

    private static Bilingual Compared(NumberOperator how, Bilingual value)
    {
        (string english, string chinese) = how switch
        {
            NumberOperator.LessThan => ("below", "低于"),
            NumberOperator.AtMost => ("at most", "不高于"),
            NumberOperator.Equal => ("exactly", "等于"),
            NumberOperator.NotEqual => ("not", "不等于"),
            NumberOperator.AtLeast => ("at least", "不低于"),
            _ => ("above", "高于"),
        };
        return new($" is {english} {value.English}", $"{chinese} {value.Chinese}");
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
            DateOperator.NotOn => new($" is not {date}", $"不为 {date}"),
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
        ? new(english + "nothing", chinese + "无")
        : new(english + string.Join(", ", values.Select(static x => x.English)), chinese + string.Join("、", values.Select(static x => x.Chinese)));

    private static ImmutableArray<Bilingual> Quoted(ImmutableArray<string> values) => [.. values.Select(static x => new Bilingual($"\"{x}\"", $"“{x}”"))];

    private static ImmutableArray<Bilingual> LevelsOf(ChoiceRule rule) => [.. rule.Places.Select(place => rule.Fact.Levels[place].Label)];

    private static Bilingual Same(string text) => new(text, text);
}
