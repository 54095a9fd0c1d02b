using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Core.Tests.Outreach;

/// <summary>The rules of the outreach guard once more, written plainly and without a thought for speed or for when they change.</summary>
internal static class OutreachSpecification
{
    internal static readonly ReasonDefinition[] Order =
    [
        EngagementReasons.OptedOut, EngagementReasons.LinkBlocked, EngagementReasons.LinkLost, EngagementReasons.LinkMuted, EngagementReasons.GroupDying,
        EngagementReasons.StageTooLow, EngagementReasons.NotABuyer, EngagementReasons.InReception, EngagementReasons.TooPromotional,
        EngagementReasons.TooManyTouches, EngagementReasons.TooManyOfKind, EngagementReasons.TooSoonToRebuy, EngagementReasons.QuietHours,
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

        TouchRule rule = policy.Rules.Single(r => r.Kind == kind);
        bool mayReceive = facts.Stage >= rule.Stage && (!rule.NeedsPurchase || facts.LastOrderAt is not null);
        return mayReceive && IsLoud(policy, at.InZone(facts.Zone).TimeOfDay) && policy.Caps.All(cap => IsUnder(cap, facts, kind, at))
            && (!rule.IsPromotional || MaySell(policy, facts, at));
    }

    private static bool MaySell(OutreachPolicy policy, OutreachFacts facts, Instant at)
    {
        SentTouch[] seen = [.. Within(facts, at, policy.PromotionShareDays).Where(static t => t.Kind != TouchKind.ServiceReply)];
        int selling = seen.Count(t => policy.Rules.Single(r => r.Kind == t.Kind).IsPromotional);
        decimal most = facts.Group == GroupHealth.Straining ? policy.StrainingPromotionShareMax : policy.PromotionShareMax;
        return facts.Group != GroupHealth.Dying
            && (facts.Link != LinkState.Muted || policy.PromotesToMuted)
            && at - facts.LinkedSince >= policy.Reception
            && selling + 1 <= most * (seen.Length + 1)
            && (facts.LastOrderAt is not { } bought || facts.RepurchaseCycle is not { } cycle || at - bought >= cycle * (double)policy.RhythmShare);
    }

    private static bool IsLoud(OutreachPolicy policy, LocalTime time) =>
        policy.Quiet is not { } quiet || (quiet.From < quiet.Until ? time < quiet.From || time >= quiet.Until : time < quiet.From && time >= quiet.Until);

    private static bool IsUnder(TouchCap cap, OutreachFacts facts, TouchKind kind, Instant at) =>
        (cap.Kind != TouchKind.None && cap.Kind != kind)
        || Within(facts, at, cap.Days).Count(t => cap.Kind == TouchKind.None ? t.Kind != TouchKind.ServiceReply : t.Kind == cap.Kind) < cap.Max;

    private static IEnumerable<SentTouch> Within(OutreachFacts facts, Instant at, int days)
    {
        Instant start = StartOf(DayOf(at, facts.Zone).PlusDays(1 - days), facts.Zone);
        return facts.Sent.Where(t => t.At >= start && t.At <= at);
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
