using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

public sealed partial class OutreachPolicy
{
    private static readonly Bilingual[] StageNames =
    [
        new("no link", "无联系"), new("acquaintance", "认识"), new("interaction", "互动"), new("rapport", "私交"), new("alliance", "同盟"),
    ];

    /// <summary>May this kind of touch go to this customer at this instant?</summary>
    /// <remarks>
    /// <para>All reasons are given, in this order: opt-out, link, muted, group dying, stage, purchase, reception, promotional share, caps, rhythm, quiet hours.
    /// A service reply answers the customer, so only an opt-out and a lost link stop it: it could not arrive, or is not wanted there.</para>
    /// <para>A deferral names the earliest instant at which the same question is answered with yes if nothing else happens. Where waiting alone never helps, such as a stage
    /// too low or a share of promotion that only useful content can lower, the answer is no. An allowed touch allocates nothing.</para>
    /// </remarks>
    /// <param name="facts">What is known of the customer.</param>
    /// <param name="kind">What is to be sent; not none.</param>
    /// <param name="at">When; not before the facts' instant, up to the year 9000.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined, or the instant is out of range.</exception>
    public OutreachDecision Decide(OutreachFacts facts, TouchKind kind, Instant at)
    {
        Guard.Against.Null(facts);
        if (kind is <= TouchKind.None or > TouchKind.MembershipOffer)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A defined kind of touch other than None is needed.");
        }

        if (at < facts.AsOf || at > LatestAt)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"An instant from that of the facts, {facts.AsOf}, to {LatestAt} is needed.");
        }

        var clock = new ShopDays(facts.Zone);
        var now = new Findings(at);
        Check(facts, kind, at, ref clock, ref now);
        if (now.Reasons is null)
        {
            return OutreachDecision.Yes;
        }

        // Each rule names the first instant from which it agrees. The latest of them is no later than the answer, so asking again there ends at the earliest.
        Findings later = now;
        while (later.Reasons is not null && !later.IsForGood)
        {
            Instant opens = later.Opens;
            later = new Findings(opens);
            Check(facts, kind, opens, ref clock, ref later);
        }

        if (!later.IsForGood)
        {
            return OutreachDecision.NotYet(later.Opens, now.Reasons);
        }

        if (!now.IsForGood)
        {
            now.Reasons.AddRange(later.Final!);
        }

        return OutreachDecision.No(now.Reasons);
    }

    /// <summary>The part of the messages that were promotional, in the days of <see cref="PromotionShareDays"/> up to the facts' instant (推销占比, D27).</summary>
    /// <remarks>Service replies count nowhere; unknown when nothing else was sent.</remarks>
    /// <param name="facts">What is known of the customer.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public Ratio PromotionShareOf(OutreachFacts facts)
    {
        var clock = new ShopDays(Guard.Against.Null(facts).Zone);
        (int promotions, int all, _) = CountShare(facts, facts.AsOf, ref clock);
        return Ratio.Of(promotions, all);
    }

    private void Check(OutreachFacts facts, TouchKind kind, Instant at, ref ShopDays clock, ref Findings findings)
    {
        CheckLink(facts, ref findings);
        if (ruleOf[(int)kind] is not { } rule)
        {
            return; // a service reply
        }

        if (rule.IsPromotional && facts.Link == LinkState.Muted && !PromotesToMuted)
        {
            findings = findings.Never(EngagementReasons.LinkMuted.With());
        }

        if (rule.IsPromotional && facts.Group == GroupHealth.Dying)
        {
            findings = findings.Never(EngagementReasons.GroupDying.With());
        }

        if (facts.Stage < rule.Stage)
        {
            findings = findings.Never(EngagementReasons.StageTooLow.With(StageNames[(int)facts.Stage], StageNames[(int)rule.Stage]));
        }

        if (rule.NeedsPurchase && facts.LastOrderAt is null)
        {
            findings = findings.Never(EngagementReasons.NotABuyer.With());
        }

        if (rule.IsPromotional)
        {
            CheckReception(facts, at, ref findings);
            CheckShare(facts, at, ref clock, ref findings);
        }

        CheckCaps(facts, kind, at, ref clock, ref findings);
        if (rule.IsPromotional)
        {
            CheckRhythm(facts, at, ref findings);
        }

        if (Quiet is { } quiet && quiet.NextOpen(at, ref clock) is var open && open > at)
        {
            Reason reason = EngagementReasons.QuietHours.With(at.InZone(facts.Zone).ToString("HH:mm", CultureInfo.InvariantCulture), quiet.Until.ToString("HH:mm", CultureInfo.InvariantCulture));
            findings = findings.Until(open, reason);
        }
    }

    private static void CheckLink(OutreachFacts facts, ref Findings findings)
    {
        if (facts.IsOptedOut)
        {
            findings = findings.Never(EngagementReasons.OptedOut.With());
        }

        if (facts.Link == LinkState.Lost)
        {
            findings = findings.Never((facts.Loss == LinkLoss.Blocked ? EngagementReasons.LinkBlocked : EngagementReasons.LinkLost).With());
        }
    }

    private void CheckReception(OutreachFacts facts, Instant at, ref Findings findings)
    {
        Instant over = facts.LinkedSince + Reception;
        if (at < over && facts.Link != LinkState.Lost)
        {
            findings = findings.Until(over, EngagementReasons.InReception.With(facts.LinkedSince, over));
        }
    }

    private void CheckRhythm(OutreachFacts facts, Instant at, ref Findings findings)
    {
        if (facts.LastOrderAt is not { } bought || facts.RepurchaseCycle is not { } cycle || IsSurelyOver(at - bought, cycle))
        {
            return;
        }

        Instant due = bought + Duration.FromTicks(decimal.ToInt64(decimal.Ceiling(cycle.BclCompatibleTicks * RhythmShare)));
        if (at < due)
        {
            findings = findings.Until(due, EngagementReasons.TooSoonToRebuy.With(bought, due));
        }
    }

    // Cheap, and sure of a yes only: the exact arithmetic is for the last second and before.
    private bool IsSurelyOver(Duration since, Duration cycle) => since.TotalSeconds > (cycle.TotalSeconds * roughRhythmShare) + 1;

    // What was found at one instant: nothing, or reasons with the instant from which all of them may be gone.
    private readonly struct Findings
    {
        internal Findings(Instant opens, List<Reason>? reasons = null, List<Reason>? final = null) => (Opens, Reasons, Final) = (opens, reasons, final);

        internal Instant Opens { get; }

        internal List<Reason>? Reasons { get; }

        internal List<Reason>? Final { get; }

        internal bool IsForGood => Final is not null;

        internal Findings Never(Reason reason) => new(Opens, With(Reasons, reason), With(Final, reason));

        internal Findings Until(Instant opens, Reason reason) => new(Instant.Max(Opens, opens), With(Reasons, reason), Final);

        private static List<Reason> With(List<Reason>? reasons, Reason reason)
        {
            reasons ??= [];
            reasons.Add(reason);
            return reasons;
        }
    }
}
