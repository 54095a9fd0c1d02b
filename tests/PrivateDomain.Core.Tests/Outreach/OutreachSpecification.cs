using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Core.Tests.Outreach;

/// <summary>The rules of the outreach guard once more, written plainly and without a thought for speed or for when they change.</summary>
internal static class OutreachSpecification
{
    internal static readonly ReasonDefinition[] Order =
    [
        OutreachReasons.OptedOut, OutreachReasons.LinkBlocked, OutreachReasons.LinkLost, OutreachReasons.LinkMuted,
        OutreachReasons.GroupDying,
        OutreachReasons.StageTooLow, OutreachReasons.NotABuyer, OutreachReasons.InReception, OutreachReasons.NothingUsefulYet,
        OutreachReasons.TooPromotional, OutreachReasons.NotSentAtAll,
        OutreachReasons.TooManyTouches, OutreachReasons.TooManyOfKind, OutreachReasons.TooSoonToRebuy, OutreachReasons.QuietHours,
    ];

    internal static bool Allows(OutreachPolicy policy, OutreachFacts facts, TouchKind kind, Instant at)
    {
        if (facts.IsOptedOut || facts.Link == LinkState.Lost)
        {
            return false;
        }

        if (kind == TouchKind.ServiceReply)
        {
            return true;
        }

        TouchRule rule = policy.Options.Rules.Single(r => r.Kind == kind);
        bool mayReceive = facts.Stage >= rule.Stage && (!rule.NeedsPurchase || facts.LastOrderAt is not null);
        return mayReceive && IsLoud(policy, at.InZone(facts.Zone).TimeOfDay)
            && policy.Options.Caps.All(cap => IsUnder(cap, facts, kind, at))
            && (!rule.IsPromotional || MaySell(policy, facts, at));
    }

    private static bool MaySell(OutreachPolicy policy, OutreachFacts facts, Instant at)
    {
        SentTouch[] seen = [.. Within(facts, at, policy.Options.PromotionShareDays).Where(static t => t.Kind != TouchKind.ServiceReply)];
        int selling = seen.Count(t => policy.Options.Rules.Single(r => r.Kind == t.Kind).IsPromotional);
        decimal most = facts.Group == GroupHealth.Straining ? policy.Options.StrainingPromotionShareMax : policy.Options.PromotionShareMax;
        return facts.Group != GroupHealth.Dying
            && (facts.Link != LinkState.Muted || policy.Options.PromotesToMuted)
            && at - facts.LinkedSince >= policy.Options.Reception
            && selling + 1 <= most * (seen.Length + 1)
            && (facts.LastOrderAt is not { } bought || facts.RepurchaseCycle is not { } cycle
                || at - bought >= cycle * (double)policy.Options.RhythmShare);
    }

    private static bool IsLoud(OutreachPolicy policy, LocalTime time) =>
        policy.Options.Quiet is not { } quiet
            || (quiet.From < quiet.Until ? time < quiet.From || time >= quiet.Until : time < quiet.From && time >= quiet.Until);

    private static bool IsUnder(TouchCap cap, OutreachFacts facts, TouchKind kind, Instant at) =>
        (cap.Kind != TouchKind.None && cap.Kind != kind)
        || Within(facts, at, cap.Days).Count(
            t => cap.Kind == TouchKind.None ? t.Kind != TouchKind.ServiceReply : t.Kind == cap.Kind) < cap.Max;

    /// <summary>Whether all that was sent is known as far back as the rules for a kind look.</summary>
    internal static bool Knows(OutreachPolicy policy, OutreachFacts facts, TouchKind kind, Instant at)
    {
        if (facts.SentKnownSince is not { } since || kind == TouchKind.ServiceReply)
        {
            return true;
        }

        bool sells = policy.Options.Rules.Single(r => r.Kind == kind).IsPromotional;
        decimal most = facts.Group == GroupHealth.Straining ? policy.Options.StrainingPromotionShareMax : policy.Options.PromotionShareMax;
        return policy.Options.Caps.Where(cap => cap.Kind == TouchKind.None || cap.Kind == kind).All(
            cap => since <= WindowStart(facts.Zone, at, cap.Days))
            && (!sells || most >= 1 || since <= WindowStart(facts.Zone, at, policy.Options.PromotionShareDays));
    }

    private static IEnumerable<SentTouch> Within(OutreachFacts facts, Instant at, int days)
    {
        Instant start = WindowStart(facts.Zone, at, days);
        return facts.Sent!.Value.Where(t => t.At >= start && t.At <= at);
    }

    // A day that the zone skipped is no day, so it is not counted.
    private static Instant WindowStart(DateTimeZone zone, Instant at, int days)
    {
        LocalDate day = DayOf(at, zone);
        for (int counted = 1; counted < days;)
        {
            day = day.PlusDays(-1);
            counted += StartOf(day, zone) < StartOf(day.PlusDays(1), zone) ? 1 : 0;
        }

        return StartOf(day, zone);
    }

    // The latest day that has begun, by the first time its midnight is on the clock.
    private static LocalDate DayOf(Instant at, DateTimeZone zone)
    {
        LocalDate day = at.InZone(zone).Date.PlusDays(2);
        while (StartOf(day, zone) > at)
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.ResolveLocal(
        day.AtMidnight(),
        static mapping => mapping.Count == 0 ? mapping.LateInterval.Start.InZone(mapping.Zone) : mapping.First()).ToInstant();
}
