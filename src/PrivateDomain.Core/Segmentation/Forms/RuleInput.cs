using System.Runtime.InteropServices;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Makes rules of what people and files give: every limit is checked first and reported with its place, so that nothing
/// throws.</summary>
internal sealed class RuleInput(FactSchema schema)
{
    internal const int ErrorsMax = 50;
    private const int FactsKept = 10_000;
    private readonly List<(long Place, string Path, Reason Reason)> errors = [];
    private readonly Dictionary<string, Answer<Fact>> facts = new(StringComparer.Ordinal);

    private static readonly Bilingual DaysFromNone = DaysWanted(0);
    private static readonly Bilingual DaysFromOne = DaysWanted(1);

    internal static Bilingual Date { get; } = new(
        "a date such as 2024-12-31, from 1900-01-02 to 9998-12-30", "形如 2024-12-31 的日期（1900-01-02 至 9998-12-30）");

    internal static Bilingual Number { get; } = new("a finite number", "有限数值");

    internal FactSchema Schema => schema;

    /// <summary>Whether nothing more is reported.</summary>
    internal bool IsFull => errors.Count >= ErrorsMax;

    internal bool IsClean => errors.Count == 0;

    /// <summary>The mistakes in the order of their places, each place once.</summary>
    internal IEnumerable<(long Place, string Path, Reason Reason)> Errors => errors.OrderBy(static error => error.Place);


    /// <summary>What mistakes quote of a text.</summary>
    internal static string Shown(ReadOnlySpan<char> text) => Quoted.Of(text[..Math.Min(text.Length, IdentifierText.LengthMax)].ToString());

    /// <summary>Reports a mistake and gives no rule.</summary>
    internal SegmentRule? Wrong(long place, string path, Reason reason)
    {
        if (!IsFull && (errors.Count == 0 || errors[^1].Place != place || !string.Equals(errors[^1].Path, path, StringComparison.Ordinal)))
        {
            errors.Add((place, path, reason));
        }

        return null;
    }

    internal SegmentRule? WrongWord(long place, string path, string found, IEnumerable<string> known)
    {
        string[] words = [.. known];
        return Wrong(place, path, NearNames.Of(found, words) is [var near, ..]
            ? RuleInputReasons.UnknownWord.With(RuleInput.Shown(found), near)
            : RuleInputReasons.UnknownWordNothingNear.With(RuleInput.Shown(found), string.Join(", ", words)));
    }

    internal Fact? FactOf(long place, string path, string reference)
    {
        if (!facts.TryGetValue(reference, out Answer<Fact> answer))
        {
            answer = schema.Find(reference);
            if (facts.Count < FactsKept)
            {
                facts.Add(reference, answer);
            }
        }

        if (answer.TryGet(out Fact? fact))
        {
            return fact;
        }

        Wrong(place, path, answer.Reasons[0]);
        return null;
    }

    internal SegmentRule? NumberOf(long place, string path, NumberFact fact, NumberOperator how, double value, double high) =>
        high < value
            ? Wrong(place, path, RuleInputReasons.WrongOrder.With(RulePrinter.Of(high), RulePrinter.Of(value)))
            : new NumberRule(fact, how, value, high);

    internal SegmentRule? DateOf(long place, string path, DateFact fact, DateOperator how, LocalDate first, LocalDate last) =>
        last < first ? Wrong(place, path, RuleInputReasons.WrongOrder.With(last, first)) : new DateRule(fact, how, first, last);

    internal SegmentRule? DaysOf(long place, string path, DateFact fact, DateOperator how, double days)
    {
        int least = how == DateOperator.MoreThanDaysAgo ? 0 : 1;
        return days >= least && days <= TimeWindow.DaysMax && days == Math.Floor(days)
            ? new DateRule(fact, how, (int)days)
            : Wrong(place, path, RuleInputReasons.OutOfRange.With(RulePrinter.Of(days), DaysFrom(least)));
    }

    /// <summary>The days that a rule may name.</summary>
    internal static Bilingual DaysFrom(int least) => least == 0 ? DaysFromNone : DaysFromOne;

    internal bool IsText(long place, string path, string text)
    {
        if (IdentifierText.IsValid(text))
        {
            return true;
        }

        Wrong(place, path, RuleInputReasons.BadText.With(Quoted.Of(text), IdentifierText.LengthMax));
        return false;
    }

    internal bool IsLevel(long place, string path, ChoiceFact fact, string level)
    {
        if (fact.PlaceOf(level) >= 0)
        {
            return true;
        }

        WrongWord(place, path, level, fact.Levels.Select(static x => x.Name));
        return false;
    }

    /// <summary>A leaf with a list; the values have been checked one by one.</summary>
    internal SegmentRule? ListOf(long place, string path, Fact fact, ListOperator how, List<string> values)
    {
        if (values.Count >= SegmentRule.SizeMax)
        {
            return Wrong(place, path, RuleInputReasons.RuleTooLarge.With(required: SegmentRule.SizeMax));
        }

        ReadOnlySpan<string> all = CollectionsMarshal.AsSpan(values);
        return (fact, how) switch
        {
            (TextFact text, ListOperator.AnyOf) => new TextRule(text, TextOperator.AnyOf, all),
            (TextFact text, ListOperator.NoneOf) => new TextRule(text, TextOperator.NoneOf, all),
            (TextSetFact set, ListOperator.AnyOf) => new TextSetRule(set, TextSetOperator.AnyOf, all),
            (TextSetFact set, ListOperator.AllOf) => new TextSetRule(set, TextSetOperator.AllOf, all),
            (TextSetFact set, _) => new TextSetRule(set, TextSetOperator.NoneOf, all),
            (ChoiceFact choice, ListOperator.AnyOf) => new ChoiceRule(choice, ChoiceOperator.AnyOf, all),
            (ChoiceFact choice, ListOperator.NoneOf) => new ChoiceRule(choice, ChoiceOperator.NoneOf, all),
            _ => null,
        };
    }

    /// <summary>A group; without a rule where one of the parts is none, for its mistake has been reported.</summary>
    internal SegmentRule? GroupOf(long place, string path, GroupOperator how, double count, List<SegmentRule?> rules)
    {
        if (how == GroupOperator.AtLeastOf && !(count >= 1 && count <= rules.Count && count == Math.Floor(count)))
        {
            return Wrong(place, path, RuleInputReasons.OutOfRange.With(RulePrinter.Of(count), new Bilingual(
                FormattableString.Invariant($"a whole number from 1 to the number of rules, {rules.Count},"),
                FormattableString.Invariant($" 1 至规则数 {rules.Count} 的整数"))));
        }

        if (rules.Contains(null))
        {
            return null;
        }

        SegmentRule[] parts = [.. rules!];
        return Fits(place, path, parts) ? new GroupRule(how, (int)count, parts) : null;
    }

    internal SegmentRule? NotOf(long place, string path, SegmentRule? rule) =>
        rule is not null && Fits(place, path, [rule]) ? new NotRule(rule) : null;

    private static Bilingual DaysWanted(int least) => new(
        FormattableString.Invariant($"a whole number of days from {least} to {TimeWindow.DaysMax}"),
        FormattableString.Invariant($" {least} 至 {TimeWindow.DaysMax} 的整数天数"));

    private bool Fits(long place, string path, SegmentRule[] parts)
    {
        bool deep = parts.Any(static part => part.Depth >= SegmentRule.DepthMax);
        bool large = parts.Sum(static part => (long)part.Size) >= SegmentRule.SizeMax;
        _ = deep ? Wrong(place, path, RuleInputReasons.RuleTooDeep.With(required: SegmentRule.DepthMax))
            : large ? Wrong(place, path, RuleInputReasons.RuleTooLarge.With(required: SegmentRule.SizeMax))
            : null;
        return !deep && !large;
    }
}
