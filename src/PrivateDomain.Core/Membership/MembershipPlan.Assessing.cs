using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Membership;

public sealed partial class MembershipPlan
{
    /// <summary>Says what a member's standing is (会员评定). Asked again at the same instant with its own answer, it says the same.</summary>
    /// <param name="earnings">What was earned; their instant is that of the question.</param>
    /// <param name="previous">The standing so far; null for who joins now.</param>
    /// <exception cref="ArgumentNullException">There are no earnings.</exception>
    /// <exception cref="ArgumentException">The earnings are of another basis.</exception>
    /// <exception cref="OverflowException">A term would end after the year 9999.</exception>
    public MembershipAssessment Assess(MemberEarnings earnings, MembershipStanding? previous = null)
    {
        Guard.Against.Null(earnings);
        if (earnings.Basis != Basis)
        {
            throw new ArgumentException($"The plan counts {Basis}, but the earnings are of {earnings.Basis}.", nameof(earnings));
        }

        decimal earned = earnings.EarnedIn(Period);
        MembershipStanding standing = Next(previous, TierOf(earned), earnings.Today);
        return Describe(standing, Find(standing.Tier), earned, earnings);
    }

    // The machine: what the standing becomes when this tier is earned on this day.
    private MembershipStanding Next(MembershipStanding? previous, int earned, LocalDate today)
    {
        if (previous is null)
        {
            return Begin(earned, MembershipMove.Joined, today);
        }

        int tier = Find(previous.Tier);
        return tier < 0 ? Begin(earned, MembershipMove.Replaced, today)
            : today < previous.Since ? previous
            : earned > tier ? Begin(earned, MembershipMove.Rose, today)
            : today <= previous.ValidUntil ? previous
            : earned == tier ? Begin(tier, MembershipMove.Renewed, today)
            : Downgrade == DowngradeRule.Never || today <= previous.ValidUntil.PlusDays(GraceDays) ? previous
            : Begin(Downgrade == DowngradeRule.OneStep ? tier - 1 : earned, MembershipMove.Fell, today);
    }

    private MembershipStanding Begin(int tier, MembershipMove move, LocalDate today) =>
        MembershipStanding.Create(Tiers[tier].Code, move, today, today.PlusDays(ValidityDays - 1));

    private MembershipAssessment Describe(MembershipStanding standing, int tier, decimal earned, MemberEarnings earnings)
    {
        LocalDate lastOfGrace = standing.ValidUntil.PlusDays(GraceDays);
        decimal threshold = Tiers[tier].Threshold;
        MembershipHold hold = earned >= threshold ? MembershipHold.Earned
            : earnings.Today <= standing.ValidUntil ? MembershipHold.Valid
            : Downgrade == DowngradeRule.Never ? MembershipHold.Kept
            : MembershipHold.Grace;
        Reason why = hold switch
        {
            MembershipHold.Earned => MembershipReasons.EarnedNow.With(earned, threshold),
            MembershipHold.Valid => MembershipReasons.HeldByValidity.With(earned, standing.ValidUntil),
            MembershipHold.Kept => MembershipReasons.NeverFalls.With(earned, threshold),
            _ => MembershipReasons.InGrace.With(earned, lastOfGrace),
        };
        Reason began = Definition(standing.Move).With(standing.Tier, standing.Since);
        ImmutableArray<Reason> reasons = earnings.Today < standing.Since
            ? [MembershipReasons.AskedBeforeItBegan.With(earnings.Today, standing.Since), began, why]
            : [began, why];
        return new MembershipAssessment(
            standing,
            hold,
            earned,
            reasons,
            tier == 0 || Downgrade == DowngradeRule.Never ? null : ToStay(Tiers[tier], earnings, lastOfGrace),
            tier == Tiers.Length - 1 ? null : ToRise(Tiers[tier + 1], earnings));
    }

    // On the day after the grace one of the stretches that count then must hold enough. The one that lacks least is told.
    private MembershipNeed ToStay(MembershipTier tier, MemberEarnings earnings, LocalDate by)
    {
        LocalDate today = earnings.Today;
        return Period.WindowsOn(by.PlusDays(1))
            .Select(window => (window, lacks: Math.Max(0m, tier.Threshold - earnings.Sum(window))))
            .Where(x => x.lacks == 0m || (x.window.End >= today && x.window.Start <= by))
            .Select(x => new MembershipNeed(tier.Code, x.lacks, LocalDate.Max(today, x.window.Start), LocalDate.Min(by, x.window.End)))
            .MinBy(static need => need.Amount);
    }

    // Today's stretch, for as long as nothing drops out of it.
    private MembershipNeed ToRise(MembershipTier tier, MemberEarnings earnings)
    {
        DateInterval now = Period.WindowsOn(earnings.Today)[0];
        return new MembershipNeed(
            tier.Code,
            Math.Max(0m, tier.Threshold - earnings.Sum(now)),
            earnings.Today,
            Period.CountsUpTo(earnings.Today, earnings.FirstIn(now)));
    }

    private int TierOf(decimal earned)
    {
        int tier = 0;
        while (tier + 1 < Tiers.Length && earned >= Tiers[tier + 1].Threshold)
        {
            tier++;
        }

        return tier;
    }

    private static ReasonDefinition Definition(MembershipMove move) => move switch
    {
        MembershipMove.Rose => MembershipReasons.Rose,
        MembershipMove.Renewed => MembershipReasons.Renewed,
        MembershipMove.Fell => MembershipReasons.Fell,
        MembershipMove.Replaced => MembershipReasons.TierReplaced,
        _ => MembershipReasons.Joined,
    };
}
