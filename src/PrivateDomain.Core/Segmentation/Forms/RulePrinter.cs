using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Writes the one text of a rule.</summary>
internal static class RulePrinter
{
    internal static string Write(SegmentRule rule)
    {
        var text = new StringBuilder();
        Write(text, rule, Binding.Loosest);
        return text.ToString();
    }

    internal static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    internal static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private enum Binding
    {
        Loosest = 0,
        Or,
        And,
    }

    private static void Write(StringBuilder text, SegmentRule rule, Binding around)
    {
        switch (rule)
        {
            case GroupRule { Operator: GroupOperator.AllOf, Rules.Length: > 1 } all:
                WriteChain(text, all.Rules, " and ", Binding.And, around);
                break;
            case GroupRule { Operator: GroupOperator.AnyOf, Rules.Length: > 1 } any:
                WriteChain(text, any.Rules, " or ", Binding.Or, around);
                break;
            case GroupRule group:
                text.Append(group.Operator switch
                {
                    GroupOperator.AllOf => "all of (",
                    GroupOperator.AnyOf => "any of (",
                    GroupOperator.NoneOf => "none of (",
                    _ => FormattableString.Invariant($"at least {group.Count} of ("),
                });
                for (int i = 0; i < group.Rules.Length; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Write(text, group.Rules[i], Binding.Loosest);
                }

                text.Append(')');
                break;
            case NotRule not:
                text.Append("not ");
                Write(text, not.Rule, Binding.And);
                break;
            case ReferenceRule reference:
                text.Append("segment ").Append(QuotedText.Write(reference.Name));
                break;
            default:
                text.Append(RuleReader.FactOf(rule)!.Name).Append(' ').Append(Comparison(rule));
                break;
        }
    }

    private static void WriteChain(StringBuilder text, ImmutableArray<SegmentRule> rules, string between, Binding own, Binding around)
    {
        bool inside = own <= around;
        text.Append(inside ? "(" : "");
        for (int i = 0; i < rules.Length; i++)
        {
            text.Append(i == 0 ? "" : between);
            Write(text, rules[i], own);
        }

        text.Append(inside ? ")" : "");
    }

    private static string Comparison(SegmentRule leaf) => leaf switch
    {
        NumberRule { Operator: NumberOperator.Between } number => $"between {Of(number.Value)} and {Of(number.High)}",
        NumberRule number => $"{Sign(number.Operator)} {Of(number.Value)}",
        DateRule date => Comparison(date),
        YesNoRule yesNo => yesNo.Expected ? "is yes" : "is no",
        KnownRule known => known.Known ? "is known" : "is unknown",
        TextRule text => List(text.Operator == TextOperator.AnyOf ? "any" : "none", text.Values.Select(QuotedText.Write)),
        TextSetRule set => List(
            set.Operator switch { TextSetOperator.AnyOf => "any", TextSetOperator.AllOf => "all", _ => "none" },
                set.Values.Select(QuotedText.Write)),
        ChoiceRule { Operator: ChoiceOperator.AnyOf } choice => List("any", choice.Levels),
        ChoiceRule { Operator: ChoiceOperator.NoneOf } choice => List("none", choice.Levels),
        ChoiceRule choice => $"{Sign((NumberOperator)choice.Operator)} {choice.Levels[0]}", // the six comparisons are the same in both
        _ => throw new ArgumentException($"There is no such rule: {leaf.GetType()}.", nameof(leaf)),
    };

    private static string Comparison(DateRule rule) => rule.Operator switch
    {
        DateOperator.Before => $"before {Of(rule.Date)}",
        DateOperator.OnOrBefore => $"on or before {Of(rule.Date)}",
        DateOperator.On => $"on {Of(rule.Date)}",
        DateOperator.NotOn => $"not on {Of(rule.Date)}",
        DateOperator.OnOrAfter => $"on or after {Of(rule.Date)}",
        DateOperator.After => $"after {Of(rule.Date)}",
        DateOperator.Between => $"between {Of(rule.Date)} and {Of(rule.LastDate)}",
        DateOperator.WithinLastDays => FormattableString.Invariant($"within {rule.Days} days"),
        DateOperator.MoreThanDaysAgo => FormattableString.Invariant($"more than {rule.Days} days ago"),
        _ => FormattableString.Invariant($"within next {rule.Days} days"),
    };

    private static string List(string how, IEnumerable<string> values) => $"{how} ({string.Join(", ", values)})";

    private static string Sign(NumberOperator how) => how switch
    {
        NumberOperator.LessThan => "<",
        NumberOperator.AtMost => "<=",
        NumberOperator.Equal => "=",
        NumberOperator.NotEqual => "!=",
        NumberOperator.AtLeast => ">=",
        _ => ">",
    };
}
