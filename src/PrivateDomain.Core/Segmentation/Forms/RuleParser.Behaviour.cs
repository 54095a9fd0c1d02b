using System.Collections.Frozen;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Forms;

internal sealed partial class RuleParser
{
    private static readonly FrozenSet<string> Openings = FrozenSet.Create(StringComparer.Ordinal, "did", "first", "regularly", "stopped", "restarted", "split");

    // These words are no reserved ones: they open a clause only when a name, or a text, follows.
    private bool Behaviour(out SegmentRule? rule)
    {
        rule = null;
        string opening = Here.ToString();
        RuleToken next = After(token);
        bool not = string.Equals(opening, "did", StringComparison.Ordinal) && Of(next) is "not";
        RuleToken named = not ? After(next) : next;
        if (!Openings.Contains(opening)
            || (opening is "split" ? named.Kind != TokenKind.Quoted : named.Kind != TokenKind.Word || FactReference.Words.Contains(Of(named).ToString(), StringComparer.Ordinal)))
        {
            return false;
        }

        token = Next(named.Start);
        if (opening is "split")
        {
            rule = Split();
            return true;
        }

        string name = Here.ToString();
        if (SnakeNames<Behaviour>.From(name) is not { } behaviour || behaviour == Customers.Behaviour.None)
        {
            input.WrongWord(token.Start, "", name, SnakeNames<Behaviour>.All.Where(static x => x is not "none"));
            return true;
        }

        int start = token.Start;
        Advance();
        rule = opening switch
        {
            "did" => Did(behaviour, start) is { } did ? not ? input.NotOf(start, "", did) : did : null,
            "first" => Need("within") && Days(1) is { } days ? behaviour.FirstDoneWithin(days) : null,
            "stopped" => Need("for") && Days(0) is { } days ? behaviour.StoppedFor(days) : null,
            "restarted" => Restarted(behaviour),
            _ => Regularly(behaviour),
        };
        return true;
    }

    private SegmentRule? Did(Behaviour behaviour, int start)
    {
        (NumberOperator how, int low, int high) = (NumberOperator.AtLeast, 1, 1);
        bool least = Is("at") && NextIs("least");
        bool most = Is("at") && NextIs("most");
        if (least || most || token.Kind == TokenKind.Literal)
        {
            if (least || most)
            {
                Advance();
                Advance();
            }

            if (Whole(0, int.MaxValue) is not { } times)
            {
                return null;
            }

            (how, low, high) = (least ? NumberOperator.AtLeast : most ? NumberOperator.AtMost : NumberOperator.Equal, times, times);
            if (how == NumberOperator.Equal && Take("to"))
            {
                if (Whole(0, int.MaxValue) is not { } upTo)
                {
                    return null;
                }

                (how, high) = (NumberOperator.Between, upTo);
            }

            if (!Take("time") && !Need("times"))
            {
                return null;
            }
        }

        return Window() is { } window ? input.NumberOf(start, "", Facts.Count(behaviour, window), how, low, high) : null;
    }

    private TimeWindow? Window()
    {
        if (Take("within"))
        {
            _ = Take("last");
            return Days(1) is { } days ? TimeWindow.LastDays(days) : null;
        }

        if (Take("more"))
        {
            return Need("than") && Days(0) is { } days && Need("ago") ? TimeWindow.MoreThanDaysAgo(days) : null;
        }

        if (!Take("between"))
        {
            return TimeWindow.All;
        }

        int start = token.Start;
        if (Day() is not { } first || !Need("and") || Day() is not { } last)
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
        Need("after") && Days(1) is { } pause && Need("within") && Days(1) is { } days ? behaviour.RestartedWithin(days, pause) : null;

    private SegmentRule? Regularly(Behaviour behaviour)
    {
        int start = token.Start;
        if (!Need("in") || Whole(0, Facts.PeriodsMax) is not { } least || !Need("of") || Whole(1, Facts.PeriodsMax) is not { } periods || !Need("periods") || !Need("of")
            || Days(1) is not { } days)
        {
            return null;
        }

        return least > periods ? input.Wrong(start, "", RuleInputReasons.WrongOrder.With(periods, least))
            : days > TimeWindow.DaysMax / periods ? input.Wrong(start, "", RuleInputReasons.OutOfRange.With(days, RuleInput.Days))
            : behaviour.DoneRegularly(least, periods, days);
    }

    private SegmentRule? Split()
    {
        if (Text() is not { } salt)
        {
            return null;
        }

        int start = token.Start;
        if (Double() is not { } from || !Need("to") || Double() is not { } to)
        {
            return null;
        }

        return from >= 0 && from <= to && to <= 100
            ? Facts.Bucket(salt).InShare(from, to)
            : input.Wrong(start, "", RuleInputReasons.OutOfRange.With(RulePrinter.Of(to), new Bilingual("from 0 to 100, in order,", " 0 至 100 且先小后大")));
    }
}
