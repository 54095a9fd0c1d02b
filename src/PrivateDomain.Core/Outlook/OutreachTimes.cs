using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Core.Outlook;

/// <summary>When the outreach guard's answer can change by itself: messages leave windows, waits are over, quiet hours begin and
/// end.</summary>
internal sealed class OutreachTimes(OutreachOptions options, OutreachFacts facts)
{
    internal IEnumerable<Instant> To(Instant horizon)
    {
        yield return facts.LinkedSince + options.Reception;
        if (facts is { LastOrderAt: { } bought, RepurchaseCycle: { } cycle })
        {
            yield return bought + Duration.FromTicks(decimal.ToInt64(decimal.Ceiling(cycle.BclCompatibleTicks * options.RhythmShare)));
        }

        foreach (Instant at in Windows().Concat(options.Quiet is { } quiet ? Nights(quiet, horizon) : []))
        {
            yield return at;
        }
    }

    private IEnumerable<Instant> Windows()
    {
        int[] lengths = [.. options.Caps.Select(static cap => cap.Days).Append(options.PromotionShareDays).Distinct()];
        IEnumerable<Instant> touched = (facts.Sent ?? []).Select(static touch => touch.At);
        if (facts.SentKnownSince is { } known)
        {
            touched = touched.Append(known).Append(known - Duration.Epsilon);
        }

        foreach (Instant touch in touched)
        {
            foreach (int days in lengths)
            {
                var clock = new ShopDays(facts.Zone);
                yield return TouchDays.Leaves(ref clock, touch, days);
            }
        }
    }

    // On the clock of the wall: also where it jumps.
    private IEnumerable<Instant> Nights(QuietHours quiet, Instant horizon)
    {
        LocalDate last = horizon.InZone(facts.Zone).Date.PlusDays(1);
        for (LocalDate day = facts.AsOf.InZone(facts.Zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            foreach (LocalTime time in new[] { quiet.From, quiet.Until })
            {
                ZoneLocalMapping mapping = facts.Zone.MapLocal(day.At(time));
                yield return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
                if (mapping.Count == 2)
                {
                    yield return mapping.Last().ToInstant();
                }
            }
        }

        foreach (ZoneInterval interval in facts.Zone.GetZoneIntervals(facts.AsOf, horizon + Duration.FromDays(1)))
        {
            if (interval.HasStart)
            {
                yield return interval.Start;
            }
        }
    }
}
