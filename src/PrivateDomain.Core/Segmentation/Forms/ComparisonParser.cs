namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads a fact and what it is compared with.</summary>
internal sealed class ComparisonParser(RuleInput input, RuleTokens tokens)
{
    private static readonly string[] Comparisons = ["<", "<=", "=", "!=", ">=", ">"];

    /// <summary>The comparison that begins here.</summary>
    internal SegmentRule? Read() => Fact() is { } fact ? Comparison(fact) : null;

    private Fact? Fact()
    {
        int start = tokens.Start;
        int end = tokens.Current.End;
        if (tokens.NextIs("("))
        {
            int open = 0;
            RuleToken part = tokens.Current;
            do
            {
                part = tokens.After(part);
                open += tokens.Of(part) is "(" ? 1 : tokens.Of(part) is ")" ? -1 : 0;
            }
            while (open > 0 && part.Kind is not (TokenKind.End or TokenKind.OpenQuote));
            end = part.End;
        }

        string reference = tokens.Between(start, end);
        Fact? fact = input.FactOf(start, "", reference.Length <= 2048 ? reference : reference[..2048]);
        if (fact is not null)
        {
            tokens.MoveTo(end);
        }

        return fact;
    }

    private SegmentRule? Comparison(Fact fact)
    {
        int start = tokens.Start;
        if (tokens.Is("is") && (tokens.NextIs("known") || tokens.NextIs("unknown")))
        {
            tokens.Advance();
            bool known = tokens.Is("known");
            tokens.Advance();
            return new KnownRule(fact, known);
        }

        if (fact is TextFact or TextSetFact or ChoiceFact
            && (tokens.Is("any") || tokens.Is("none") || (tokens.Is("all") && fact is TextSetFact)))
        {
            return List(fact, start);
        }

        int sign = Sign();
        return (fact, sign) switch
        {
            (NumberFact number, _) => Number(number, sign, start),
            (DateFact date, _) => Date(date, sign, start),
            (ChoiceFact choice, >= 0) => Level(choice, sign),
            (TextFact, 2 or 3) => One(fact, sign, start),
            (YesNoFact yesNo, _) when tokens.Is("is") && (tokens.NextIs("yes") || tokens.NextIs("no")) => YesNo(yesNo),
            _ => WrongOperator(fact),
        };
    }

    // The place of the comparison among the six, as typed or as mathematics writes it; −1 for anything else.
    private int Sign() => tokens.Current.Kind != TokenKind.Symbol ? -1 : tokens.Here switch
    {
        "≤" => 1,
        "≠" => 3,
        "≥" => 4,
        var sign => Array.IndexOf(Comparisons, sign.ToString()),
    };

    private SegmentRule? WrongOperator(Fact fact)
    {
        string[] operators = fact switch
        {
            NumberFact => [.. Comparisons, "between", "is"],
            DateFact => ["before", "on", "not on", "after", "between", "within", "more", "is"],
            YesNoFact => ["is yes", "is no", "is known", "is unknown"],
            TextFact => ["any", "none", "=", "!=", "is"],
            TextSetFact => ["any", "all", "none", "is"],
            _ => [.. Comparisons, "any", "none", "is"],
        };
        return tokens.Current.Kind == TokenKind.Word && !tokens.Is("and") && !tokens.Is("or")
            ? input.WrongWord(tokens.Start, "", tokens.Here.ToString(), operators)
            : tokens.Wrong(string.Join(", ", operators));
    }

    private YesNoRule YesNo(YesNoFact fact)
    {
        tokens.Advance();
        bool expected = tokens.Is("yes");
        tokens.Advance();
        return new(fact, expected);
    }

    private SegmentRule? Number(NumberFact fact, int sign, int start)
    {
        if (sign >= 0)
        {
            tokens.Advance();
            return tokens.Number() is { } value ? input.NumberOf(start, "", fact, (NumberOperator)sign, value, value) : null;
        }

        return !tokens.Take("between") ? WrongOperator(fact)
            : tokens.Number() is { } low && tokens.Need("and") && tokens.Number() is { } high
                ? input.NumberOf(start, "", fact, NumberOperator.Between, low, high)
                : null;
    }

    private SegmentRule? Date(DateFact fact, int sign, int start)
    {
        if (sign >= 0 || tokens.Is("before") || tokens.Is("after") || tokens.Is("on") || (tokens.Is("not") && tokens.NextIs("on")))
        {
            DateOperator how = DateOperatorOf(sign);
            return tokens.Day() is { } day ? input.DateOf(start, "", fact, how, day, day) : null;
        }

        if (tokens.Take("between"))
        {
            return tokens.Day() is { } first && tokens.Need("and") && tokens.Day() is { } last
                ? input.DateOf(start, "", fact, DateOperator.Between, first, last)
                : null;
        }

        if (tokens.Take("within"))
        {
            DateOperator how = tokens.Take("next") ? DateOperator.WithinNextDays : DateOperator.WithinLastDays;
            _ = tokens.Take("last");
            return tokens.Days(1) is { } days ? input.DaysOf(start, "", fact, how, days) : null;
        }

        return !tokens.Take("more") ? WrongOperator(fact)
            : tokens.Need("than") && tokens.Days(0) is { } ago && tokens.Need("ago")
                ? input.DaysOf(start, "", fact, DateOperator.MoreThanDaysAgo, ago)
                : null;
    }

    private DateOperator DateOperatorOf(int sign)
    {
        bool before = tokens.Is("before");
        bool on = tokens.Is("on");
        bool not = tokens.Is("not");
        tokens.Advance();
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
            tokens.Advance();
            return DateOperator.NotOn;
        }

        if (on && tokens.Is("or") && (tokens.NextIs("before") || tokens.NextIs("after")))
        {
            tokens.Advance();
            before = tokens.Is("before");
            tokens.Advance();
            return before ? DateOperator.OnOrBefore : DateOperator.OnOrAfter;
        }

        return on ? DateOperator.On : before ? DateOperator.Before : DateOperator.After;
    }

    private ChoiceRule? Level(ChoiceFact fact, int sign)
    {
        tokens.Advance();
        return Level(fact) is { } level ? new ChoiceRule(fact, (ChoiceOperator)sign, [level]) : null;
    }

    // Levels may also stand in quotes.
    private string? Level(ChoiceFact fact)
    {
        int start = tokens.Start;
        if (tokens.Current.Kind == TokenKind.Quoted)
        {
            return tokens.Text() is { } quoted && input.IsLevel(start, "", fact, quoted) ? quoted : null;
        }

        if (tokens.Current.Kind != TokenKind.Word)
        {
            tokens.Wrong(string.Join(", ", fact.Levels));
            return null;
        }

        string level = tokens.Here.ToString();
        if (!input.IsLevel(start, "", fact, level))
        {
            return null;
        }

        tokens.Advance();
        return level;
    }

    private SegmentRule? One(Fact fact, int sign, int start)
    {
        tokens.Advance();
        return tokens.Text() is { } value
            ? input.ListOf(start, "", fact, sign == 2 ? ListOperator.AnyOf : ListOperator.NoneOf, [value])
            : null;
    }

    private SegmentRule? List(Fact fact, int start)
    {
        ListOperator how = tokens.Is("any") ? ListOperator.AnyOf : tokens.Is("all") ? ListOperator.AllOf : ListOperator.NoneOf;
        tokens.Advance();
        _ = tokens.Take("of");
        if (!tokens.Need("("))
        {
            return null;
        }

        var values = new List<string>();
        if (!tokens.Is(")"))
        {
            do
            {
                string? value = fact is ChoiceFact choice ? Level(choice) : tokens.Text();
                if (value is null)
                {
                    _ = tokens.Close();
                    return null;
                }

                values.Add(value);
            }
            while (tokens.Take(","));
        }

        return tokens.Close() ? input.ListOf(start, "", fact, how, values) : null;
    }
}
