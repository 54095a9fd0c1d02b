using NodaTime;

namespace PrivateDomain.Core.Outlook;

/// <summary>Looks at what is watched at the instants at which it can change, and at no others.</summary>
internal static class Forecasts
{
    /// <summary>The changes of one thing after an instant up to a horizon, in order.</summary>
    internal static IEnumerable<OutlookChange> Of(Watch watch, Instant asOf, Instant horizon)
    {
        Said now = watch.Ask(asOf);
        foreach (Instant at in watch.MayChangeAt(horizon).Where(at => at > asOf && at <= horizon).Distinct().Order())
        {
            Said then = watch.Ask(at);
            if (!then.Key.Equals(now.Key))
            {
                yield return new OutlookChange(at, watch.Kind, watch.Subject, now.Words, then.Words,
                    then.Why?.Invoke(now.Words) ?? OutlookReasons.TimePassed.With(now.Words, then.Words));
                now = then;
            }
        }
    }

    /// <summary>The first instant at which something steady stops to hold, to the nanosecond; null where it holds to the end.</summary>
    internal static Instant? FirstNot(Func<Instant, bool> holds, Instant from, Instant to)
    {
        if (!holds(from) || holds(to))
        {
            return null;
        }

        while (to - from > Duration.Epsilon)
        {
            Instant middle = from + Duration.FromNanoseconds((to - from).ToBigIntegerNanoseconds() / 2);
            (from, to) = holds(middle) ? (middle, to) : (from, middle);
        }

        return to;
    }
}
