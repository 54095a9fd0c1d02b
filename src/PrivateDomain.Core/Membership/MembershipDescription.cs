using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>Says of a member's term why the tier is held, and what is still needed.</summary>
internal sealed class MembershipDescription(
    MembershipOptions options, MemberEarnings earnings, int tier, MembershipMove move, LocalDate since, LocalDate validUntil)
{
    private readonly decimal earned = earnings.EarnedIn(options.Period);
    private readonly LocalDate lastOfGrace = validUntil.PlusDays(options.GraceDays);

    private MembershipTier Tier => options.Tiers[tier];

    internal MembershipAssessment ToAssessment()
    {
        MembershipHold hold = earned >= Tier.Threshold ? MembershipHold.Earned
            : earnings.Today <= validUntil ? MembershipHold.Valid
            : options.Downgrade == DowngradeRule.Never ? MembershipHold.Kept
            : MembershipHold.Grace;
        Reason why = hold switch
        {
            MembershipHold.Earned => MembershipReasons.EarnedNow.With(earned, Tier.Threshold),
            MembershipHold.Valid => MembershipReasons.HeldByValidity.With(earned, validUntil),
            MembershipHold.Kept => MembershipReasons.NeverFalls.With(earned, Tier.Threshold),
            _ => MembershipReasons.InGrace.With(earned, lastOfGrace),
        };
        bool canFall = tier > 0 && options.Downgrade != DowngradeRule.Never;
        return new MembershipAssessment(
            Tier.Code, move, since, validUntil, hold, earned, [Began.With(Tier.Code, since), why],
            canFall ? ToStay() : null,
            tier == options.Tiers.Length - 1 ? null : ToRise(options.Tiers[tier + 1]));
    }

    private ReasonDefinition Began => move switch
    {
        MembershipMove.Rose => MembershipReasons.Rose,
        MembershipMove.Renewed => MembershipReasons.Renewed,
        MembershipMove.Fell => MembershipReasons.Fell,
        _ => MembershipReasons.Joined,
    };

    // A term that is earned when its validity is over is renewed then; else the last day of the grace decides, or without grace the day
    // after the validity: one of the
    // stretches that count on it must hold enough. The one that lacks least is told.
    private MembershipNeed ToStay()
    {
        LocalDate today = earnings.Today;
        LocalDate renewed = LocalDate.Max(today, validUntil.PlusDays(1));
        LocalDate decided = options.GraceDays == 0 ? validUntil.PlusDays(1) : lastOfGrace;
        bool isRenewed = options.Period.WindowsOn(renewed).Any(window => earnings.Sum(window) >= Tier.Threshold);
        return isRenewed
            ? new MembershipNeed(Tier.Code, 0m, today, lastOfGrace)
            : options.Period.WindowsOn(decided)
                .Where(window => window.End >= today && window.Start <= lastOfGrace)
                .Select(window => new MembershipNeed(
                    Tier.Code, Tier.Threshold - earnings.Sum(window), LocalDate.Max(today, window.Start),
                    LocalDate.Min(lastOfGrace, window.End)))
                .MinBy(static need => need.Amount);
    }

    // Today's stretch, for as long as nothing drops out of it.
    private MembershipNeed ToRise(MembershipTier next)
    {
        DateInterval now = options.Period.WindowsOn(earnings.Today)[0];
        return new MembershipNeed(
            next.Code,
            Math.Max(0m, next.Threshold - earnings.Sum(now)),
            earnings.Today,
            options.Period.CountsUpTo(earnings.Today, earnings.FirstIn(now)));
    }
}
