using System.Globalization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Forms;

internal sealed partial class RuleParser
{
    private static readonly string[] Comparisons = ["<", "<=", "=", "!=", ">=", ">"];

    private SegmentRule? Clause()
    {
        if (token.Kind != TokenKind.Word || (FactReference.Words.Contains(Here.ToString(), StringComparer.Ordinal) && !NextIs("(")))
        {
            return Wrong(RuleWanted);
        }

        if (Behaviour(out SegmentRule? rule))
        {
            return rule;
        }

        return Fact() is { } fact ? Comparison(fact) : null;
    }

    private Fact? Fact()
    {
        int start = token.Start;
        int end = token.End;
        if (NextIs("("))
        {
            int open = 0;
            RuleToken part = token;
            do
            {
                part = After(part);
                open += Of(part) is "(" ? 1 : Of(part) is ")" ? -1 : 0;
            }
            while (open > 0 && part.Kind is not (TokenKind.End or TokenKind.OpenQuote));
            end = part.End;
        }

        string reference = text[start..end];
        Fact? fact = input.FactOf(start, "", reference.Length <= 2048 ? reference : reference[..2048]);
        if (fact is not null)
        {
            token = Next(end);
        }

        return fact;
    }

    private SegmentRule? Comparison(Fact fact)
    {
        int start = token.Start;
        if (Is("is") && (NextIs("known") || NextIs("unknown")))
        {
            Advance();
            bool known = Is("known");
            Advance();
            return new KnownRule(fact, known);
        }

        if (fact is TextFact or TextSetFact or ChoiceFact && (Is("any") || Is("none") || (Is("all") && fact is TextSetFact)))
        {
            return List(fact, start);
        }

        int sign = token.Kind == TokenKind.Symbol ? Array.IndexOf(Comparisons, Here.ToString()) : -1;
        return (fact, sign) switch
        {
            (NumberFact number, _) => Number(number, sign, start),
            (DateFact date, _) => Date(date, sign, start),
            (ChoiceFact choice, >= 0) => Level(choice, sign),
            (TextFact, 2 or 3) => One(fact, sign, start),
            (YesNoFact yesNo, _) when Is("is") && (NextIs("yes") || NextIs("no")) => YesNo(yesNo),
            _ => WrongOperator(fact),
        };
    }

    private SegmentRule? WrongOperator(Fact fact)
    {
        string[] operators = fact switch
        {
            NumberFact => [.. Comparisons, "between", "is"],
            DateFact => ["before", "on", "not", "after", "between", "within", "more", "is"],
            YesNoFact => ["is yes", "is no", "is known", "is unknown"],
            TextFact => ["any", "none", "=", "!=", "is"],
            TextSetFact => ["any", "all", "none", "is"],
            _ => [.. Comparisons, "any", "none", "is"],
        };
        return token.Kind == TokenKind.Word && !Is("and") && !Is("or") ? input.WrongWord(token.Start, "", Here.ToString(), operators) : Wrong(string.Join(", ", operators));
    }

    private YesNoRule YesNo(YesNoFact fact)
    {
        Advance();
        bool expected = Is("yes");
        Advance();
        return new(fact, expected);
    }

    private SegmentRule? Number(NumberFact fact, int sign, int start)
    {
        if (sign >= 0)
        {
            Advance();
            return Double() is { } value ? input.NumberOf(start, "", fact, (NumberOperator)sign, value, value) : null;
        }

        return !Take("between") ? WrongOperator(fact)
            : Double() is { } low && Need("and") && Double() is { } high ? input.NumberOf(start, "", fact, NumberOperator.Between, low, high) : null;
    }

    private SegmentRule? Date(DateFact fact, int sign, int start)
    {
        if (sign >= 0 || Is("before") || Is("after") || Is("on") || (Is("not") && NextIs("on")))
        {
            DateOperator how = DateOperatorOf(sign);
            return Day() is { } day ? input.DateOf(start, "", fact, how, day, day) : null;
        }

        if (Take("between"))
        {
            return Day() is { } first && Need("and") && Day() is { } last ? input.DateOf(start, "", fact, DateOperator.Between, first, last) : null;
        }

        if (Take("within"))
        {
            DateOperator how = Take("next") ? DateOperator.WithinNextDays : DateOperator.WithinLastDays;
            _ = Take("last");
            return Days(1) is { } days ? input.DaysOf(start, "", fact, how, days) : null;
        }

        return !Take("more") ? WrongOperator(fact)
            : Need("than") && Days(0) is { } ago && Need("ago") ? input.DaysOf(start, "", fact, DateOperator.MoreThanDaysAgo, ago) : null;
    }

    private DateOperator DateOperatorOf(int sign)
    {
        bool before = Is("before");
        bool on = Is("on");
        bool not = Is("not");
        Advance();
        if (sign >= 0)
        {
            return sign switch
            {
                0 => DateOperator.Before,
                1 => DateOperator.OnOrBefore,
                2 => DateOperator.On,
                3 => DateOperator.NotOn,
                4 => DateOperator.OnOrAfter,
                _ => DateOperator.After,
            };
        }

        if (not)
        {
            Advance();
            return DateOperator.NotOn;
        }

        if (on && Is("or") && (NextIs("before") || NextIs("after")))
        {
            Advance();
            before = Is("before");
            Advance();
            return before ? DateOperator.OnOrBefore : DateOperator.OnOrAfter;
        }

        return on ? DateOperator.On : before ? DateOperator.Before : DateOperator.After;
    }

    private ChoiceRule? Level(ChoiceFact fact, int sign)
    {
        Advance();
        return Level(fact) is { } level ? new ChoiceRule(fact, (ChoiceOperator)sign, [level]) : null;
    }

    // Levels may also stand in quotes.
    private string? Level(ChoiceFact fact)
    {
        int start = token.Start;
        if (token.Kind == TokenKind.Quoted)
        {
            return Text() is { } quoted && input.IsLevel(start, "", fact, quoted) ? quoted : null;
        }

        if (token.Kind != TokenKind.Word)
        {
            Wrong(string.Join(", ", fact.Levels));
            return null;
        }

        string level = Here.ToString();
        if (!input.IsLevel(start, "", fact, level))
        {
            return null;
        }

        Advance();
        return level;
    }

    private SegmentRule? One(Fact fact, int sign, int start)
    {
        Advance();
        return Text() is { } value ? input.ListOf(start, "", fact, sign == 2 ? ListOperator.AnyOf : ListOperator.NoneOf, [value]) : null;
    }

    private SegmentRule? List(Fact fact, int start)
    {
        ListOperator how = Is("any") ? ListOperator.AnyOf : Is("all") ? ListOperator.AllOf : ListOperator.NoneOf;
        Advance();
        _ = Take("of");
        if (!Need("("))
        {
            return null;
        }

        var values = new List<string>();
        if (!Is(")"))
        {
            do
            {
                string? value = fact is ChoiceFact choice ? Level(choice) : Text();
                if (value is null)
                {
                    _ = Close();
                    return null;
                }

                values.Add(value);
            }
            while (Take(","));
        }

        return Close() ? input.ListOf(start, "", fact, how, values) : null;
    }

    private double? Double()
    {
        bool read = double.TryParse(
            token.Kind == TokenKind.Literal ? Here : [], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        return TakeIf(read, value, RuleInput.Number);
    }

    private LocalDate? Day() => FactReference.ReadDate(token.Kind == TokenKind.Literal ? Here : []) is var day ? TakeIf(day is not null, day ?? default, RuleInput.Date) : null;

    private int? Whole(int least, int most) =>
        FactReference.ReadNumber(token.Kind == TokenKind.Literal ? Here : [], least, most) is var number
            ? TakeIf(number is not null, number ?? 0, new Bilingual($"a whole number from {least}", $"不小于 {least} 的整数"))
            : null;

    // A number and the word; 90d is read too, as in facts.
    private int? Days(int least)
    {
        ReadOnlySpan<char> literal = token.Kind == TokenKind.Literal ? Here : [];
        if (FactReference.ReadDays(literal, least) is { } days)
        {
            Advance();
            return days;
        }

        int? number = FactReference.ReadNumber(literal, least, Customers.TimeWindow.DaysMax);
        return TakeIf(number is not null, number ?? 0, RuleInput.Days) is { } read && (Take("day") || Need("days")) ? read : null;
    }

    private T? TakeIf<T>(bool isRead, T value, Bilingual wanted)
        where T : struct
    {
        if (!isRead)
        {
            Wrong(wanted);
            return null;
        }

        Advance();
        return value;
    }
}
