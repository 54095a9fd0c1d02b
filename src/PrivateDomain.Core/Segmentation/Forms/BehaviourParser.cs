using System.Collections.Frozen;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads the short ways to say behaviour over time, as rules over facts.</summary>
internal sealed class BehaviourParser(RuleInput input, RuleTokens tokens)
{
    private static readonly FrozenSet<string> Openings =
        FrozenSet.Create(StringComparer.Ordinal, "did", "first", "regularly", "stopped", "restarted", "split");

    /// <summary>Reads a clause if one begins here. Its words are no reserved ones: they open a clause only when a name, or a text,
    /// follows.</summary>
    /// <param name="rule">The rule; null where there is none or a mistake was reported.</param>
    /// <returns>Whether such a clause stands here.</returns>
    internal bool TryRead(out SegmentRule? rule)
    {
        rule = null;
        string opening = tokens.Here.ToString();
        RuleToken next = tokens.After(tokens.Current);
        bool not = string.Equals(opening, "did", StringComparison.Ordinal) && tokens.Of(next) is "not";
        RuleToken named = not ? tokens.After(next) : next;
        if (!Openings.Contains(opening)
            || (opening is "split"
                ? named.Kind != TokenKind.Quoted
                : named.Kind != TokenKind.Word || FactNotation.Words.Contains(tokens.Of(named).ToString(), StringComparer.Ordinal)))
        {
            return false;
        }

        tokens.MoveTo(named.Start);
        if (opening is "split")
        {
            rule = Split();
            return true;
        }

        string name = tokens.Here.ToString();
        if (SnakeNames<Behaviour>.From(name) is not { } behaviour || behaviour == Behaviour.None)
        {
            input.WrongWord(tokens.Start, "", name, SnakeNames<Behaviour>.All.Where(static x => x is not "none"));
            return true;
        }

        int start = tokens.Start;
        tokens.Advance();
        rule = opening switch
        {
            "did" => Did(behaviour, start) is { } did ? not ? input.NotOf(start, "", did) : did : null,
            "first" => tokens.Need("within") && tokens.Days(1) is { } days ? behaviour.FirstDoneWithin(days) : null,
            "stopped" => tokens.Need("for") && tokens.Days(0) is { } days ? behaviour.StoppedFor(days) : null,
            "restarted" => Restarted(behaviour),
            _ => Regularly(behaviour),
        };
        return true;
    }

    private SegmentRule? Did(Behaviour behaviour, int start)
    {
        (NumberOperator how, int low, int high) = (NumberOperator.AtLeast, 1, 1);
        bool least = tokens.Is("at") && tokens.NextIs("least");
        bool most = tokens.Is("at") && tokens.NextIs("most");
        if (least || most || tokens.Current.Kind == TokenKind.Literal)
        {
            if (least || most)
            {
                tokens.Advance();
                tokens.Advance();
            }

            if (tokens.Whole(0, int.MaxValue) is not { } times)
            {
                return null;
            }

            (how, low, high) = (least ? NumberOperator.AtLeast : most ? NumberOperator.AtMost : NumberOperator.Equal, times, times);
            if (how == NumberOperator.Equal && tokens.Take("to"))
            {
                if (tokens.Whole(0, int.MaxValue) is not { } upTo)
                {
                    return null;
                }

                (how, high) = (NumberOperator.Between, upTo);
            }

            if (!tokens.Take("time") && !tokens.Need("times"))
            {
                return null;
            }
        }

        return Window() is { } window ? input.NumberOf(start, "", Facts.Count(behaviour, window), how, low, high) : null;
    }

    private TimeWindow? Window()
    {
        if (tokens.Take("within"))
        {
            _ = tokens.Take("last");
            return tokens.Days(1) is { } days ? TimeWindow.LastDays(days) : null;
        }

        if (tokens.Take("more"))
        {
            return tokens.Need("than") && tokens.Days(0) is { } days && tokens.Need("ago") ? TimeWindow.MoreThanDaysAgo(days) : null;
        }

        if (!tokens.Take("between"))
        {
            return TimeWindow.All;
        }

        int start = tokens.Start;
        if (tokens.Day() is not { } first || !tokens.Need("and") || tokens.Day() is not { } last)
        {
            return null;
        }

        if (last >= first)
        {
            return TimeWindow.Between(first, last);
        }

        input.Wrong(start, "", RuleInputReasons.WrongOrder.With(last, first));
        return null;
    }

    private SegmentRule? Restarted(Behaviour behaviour) =>
        tokens.Need("after") && tokens.Days(1) is { } pause && tokens.Need("within") && tokens.Days(1) is { } days
            ? behaviour.RestartedWithin(days, pause) : null;

    private SegmentRule? Regularly(Behaviour behaviour)
    {
        int start = tokens.Start;
        if (!tokens.Need("in") || tokens.Whole(0, Facts.PeriodsMax) is not { } least
            || !tokens.Need("of") || tokens.Whole(1, Facts.PeriodsMax) is not { } periods
            || !tokens.Need("periods") || !tokens.Need("of") || tokens.Days(1) is not { } days)
        {
            return null;
        }

        return least > periods ? input.Wrong(start, "", RuleInputReasons.WrongOrder.With(periods, least))
            : days > TimeWindow.DaysMax / periods ? input.Wrong(start, "", RuleInputReasons.OutOfRange.With(days, RuleInput.DaysFrom(1)))
            : behaviour.DoneRegularly(least, periods, days);
    }

    private SegmentRule? Split()
    {
        if (tokens.Text() is not { } salt)
        {
            return null;
        }

        int start = tokens.Start;
        if (tokens.Number() is not { } from || !tokens.Need("to") || tokens.Number() is not { } to)
        {
            return null;
        }

        return from >= 0 && from <= to && to <= 100
            ? Facts.Bucket(salt).InShare(from, to)
            : input.Wrong(start, "",
                RuleInputReasons.OutOfRange.With(RulePrinter.Of(to), new Bilingual("from 0 to 100, in order,", " 0 至 100 且先小后大")));
    }
}
