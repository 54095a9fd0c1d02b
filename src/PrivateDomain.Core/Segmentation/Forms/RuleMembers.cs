using NodaTime;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>The members of the JSON object of a rule, in whatever order they came.</summary>
internal sealed class RuleMembers(RuleInput input, string path, long start, List<(string Name, MemberValue Value)> members)
{
    /// <summary>The members that say which form of rule it is.</summary>
    internal static readonly string[] Forms = ["fact", "all", "any", "none", "atLeast", "not", "segment"];

    /// <summary>All members that a rule may have.</summary>
    internal static readonly string[] Names = [.. Forms, "count", "is", "value", "from", "to", "days", "values"];

    private static readonly Bilingual TextWanted = new("a text", "文本");

    /// <summary>The rule; null where a mistake was reported.</summary>
    internal SegmentRule? ToRule()
    {
        (string form, MemberValue value) = members.Find(static x => Forms.Contains(x.Name, StringComparer.Ordinal));
        switch (form)
        {
            case null:
                return input.Wrong(start, path, RuleInputReasons.MissingMember.With(required: string.Join(" / ", Forms)));
            case "fact":
                return Text("fact") is { } reference && input.FactOf(value.Place, Below("fact"), reference) is { } fact
                    ? Leaf(fact)
                    : null;
            case "not":
                return Only("not") ? input.NotOf(start, path, value.Rules![0]) : null;
            case "segment":
                return Only("segment") && Text("segment") is { } name && input.IsText(value.Place, Below("segment"), name)
                    ? SegmentRule.InSegment(name)
                    : null;
            case "atLeast":
                return Only("atLeast", "count") && Number("count") is { } count
                    ? input.GroupOf(start, path, GroupOperator.AtLeastOf, count, value.Rules!)
                    : null;
            default:
                GroupOperator how = form is "all" ? GroupOperator.AllOf : form is "any" ? GroupOperator.AnyOf : GroupOperator.NoneOf;
                return Only(form) ? input.GroupOf(start, path, how, 0, value.Rules!) : null;
        }
    }

    private SegmentRule? Leaf(Fact fact)
    {
        if (Text("is") is not { } word)
        {
            return null;
        }

        if (word is "known" or "unknown")
        {
            return Only("fact", "is") ? new KnownRule(fact, word is "known") : null;
        }

        return fact switch
        {
            NumberFact number when SnakeNames<NumberOperator>.From(word) is { } how => Number(number, how),
            DateFact date when SnakeNames<DateOperator>.From(word) is { } how => Date(date, how),
            YesNoFact yesNo when word is "yes" or "no" => Only("fact", "is") ? new YesNoRule(yesNo, word is "yes") : null,
            ChoiceFact choice when SnakeNames<ChoiceOperator>.From(word) is { } how && how < ChoiceOperator.AnyOf => Level(choice, how),
            TextFact when SnakeNames<TextOperator>.From(word) is not null => List(fact, word),
            TextSetFact when SnakeNames<TextSetOperator>.From(word) is not null => List(fact, word),
            ChoiceFact when SnakeNames<ChoiceOperator>.From(word) is not null => List(fact, word),
            _ => input.WrongWord(Place("is"), Below("is"), word, WordsOf(fact)),
        };
    }

    internal static IEnumerable<string> WordsOf(Fact fact) =>
    [
        .. fact switch
        {
            NumberFact => SnakeNames<NumberOperator>.All,
            DateFact => SnakeNames<DateOperator>.All,
            YesNoFact => ["yes", "no"],
            TextFact => SnakeNames<TextOperator>.All,
            TextSetFact => SnakeNames<TextSetOperator>.All,
            _ => SnakeNames<ChoiceOperator>.All,
        },
        "known", "unknown",
    ];

    private SegmentRule? Number(NumberFact fact, NumberOperator how)
    {
        if (how == NumberOperator.Between)
        {
            return Only("fact", "is", "from", "to") && Number("from") is { } from && Number("to") is { } to
                ? input.NumberOf(Place("to"), Below("to"), fact, how, from, to)
                : null;
        }

        return Only("fact", "is", "value") && Number("value") is { } value
            ? input.NumberOf(Place("value"), Below("value"), fact, how, value, value)
            : null;
    }

    private SegmentRule? Date(DateFact fact, DateOperator how)
    {
        if (how >= DateOperator.WithinLastDays)
        {
            return Only("fact", "is", "days") && Number("days") is { } days
                ? input.DaysOf(Place("days"), Below("days"), fact, how, days)
                : null;
        }

        if (how == DateOperator.Between)
        {
            return Only("fact", "is", "from", "to") && Date("from") is { } from && Date("to") is { } to
                ? input.DateOf(Place("to"), Below("to"), fact, how, from, to)
                : null;
        }

        return Only("fact", "is", "value") && Date("value") is { } value
            ? input.DateOf(start, path, fact, how, value, value)
            : null;
    }

    private ChoiceRule? Level(ChoiceFact fact, ChoiceOperator how) =>
        Only("fact", "is", "value") && Text("value") is { } level && input.IsLevel(Place("value"), Below("value"), fact, level)
            ? new(fact, how, [level])
            : null;

    private SegmentRule? List(Fact fact, string word)
    {
        if (!Only("fact", "is", "values") || !Has("values"))
        {
            return null;
        }

        var values = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool clean = true;
        int i = 0;
        foreach ((long place, string? text) in members.Find(static x => x.Name is "values").Value.Texts!)
        {
            string where = input.IsFull || path.Length == 0 ? "" : $"{path}.values[{i++}]";
            clean &= text is not null
                && (fact is ChoiceFact choice ? input.IsLevel(place, where, choice, text) : input.IsText(place, where, text))
                && (seen.Add(text) || input.Wrong(place, where, RuleInputReasons.TwiceValue.With(text)) is not null);
            values.Add(text ?? "");
        }

        return clean
            ? input.ListOf(start, path, fact, HowOf(word), values)
            : null;
    }

    private static ListOperator HowOf(string word) =>
        word is "any_of" ? ListOperator.AnyOf : word is "all_of" ? ListOperator.AllOf : ListOperator.NoneOf;

    private string Below(string member) => path.Length == 0 ? "" : $"{path}.{member}";

    private long Place(string member) => members.Find(x => string.Equals(x.Name, member, StringComparison.Ordinal)).Value.Place;

    // What does not belong to this form of rule; a member of the wrong type stands here too and has been reported.
    private bool Only(params ReadOnlySpan<string> allowed)
    {
        bool clean = true;
        foreach ((string name, MemberValue value) in members)
        {
            if (!allowed.Contains(name))
            {
                clean = false;
                input.Wrong(value.Place, Below(name), RuleInputReasons.ForeignMember.With(name));
            }
        }

        return clean;
    }

    private bool Has(string member)
    {
        bool has = members.Exists(x => string.Equals(x.Name, member, StringComparison.Ordinal));
        if (!has)
        {
            input.Wrong(start, Below(member), RuleInputReasons.MissingMember.With(required: member));
        }

        return has;
    }

    private MemberValue? Value(string member) =>
        Has(member) ? members.Find(x => string.Equals(x.Name, member, StringComparison.Ordinal)).Value : null;

    private double? Number(string member)
    {
        MemberValue? value = Value(member);
        if (value is { Number: null })
        {
            Unexpected(member, value.Value.Text, RuleInput.Number);
        }

        return value?.Number is { } number && !double.IsNaN(number) ? number : null;
    }

    private string? Text(string member)
    {
        MemberValue? value = Value(member);
        if (value is { Text: null, Number: { } number })
        {
            Unexpected(member, RulePrinter.Of(number), TextWanted);
        }

        return value?.Text;
    }

    private LocalDate? Date(string member)
    {
        string? text = Text(member);
        LocalDate? date = text is null ? null : FactNotation.ReadDate(text);
        if (date is null)
        {
            Unexpected(member, text, RuleInput.Date);
        }

        return date;
    }

    // A value that is neither text nor number has been reported where it was read.
    private void Unexpected(string member, string? found, Bilingual wanted)
    {
        if (found is not null)
        {
            input.Wrong(Place(member), Below(member), RuleInputReasons.Unexpected.With(RuleInput.Shown(found), wanted));
        }
    }
}
