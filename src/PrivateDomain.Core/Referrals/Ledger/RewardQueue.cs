using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>The referrals of one referrer: which rewards are due when a cap or a number of helpers bounds them.</summary>
/// <remarks>Rewards that the referrer has come first, in the order they were given; then those that count, in the order they became
/// free.</remarks>
internal sealed class RewardQueue
{
    private readonly ReferralProgramme programme;
    private readonly int helpers;
    private readonly List<ReferralStanding> had;
    private readonly List<ReferralStanding> waiting;

    internal RewardQueue(ReferralProgramme programme, IEnumerable<ReferralStanding> referrals)
    {
        this.programme = programme;
        List<ReferralStanding> all = [.. referrals];
        helpers = all.Where(static r => r.Counts).Select(static r => r.Referee).Distinct().Count();
        had = [.. Sorted(all.Where(static r => r.IsHad), static r => r.Money.HadAt)];
        waiting = [.. Sorted(all.Where(static r => r is { Counts: true, Money: { GrantedAt: null, PaidAt: null } }), static r => r.FreeAt)];
    }

    /// <summary>How many rewards the referrer has: granted or paid, neither withdrawn nor taken back.</summary>
    internal int HadCount => had.Count;

    internal IReadOnlyList<ReferralStanding> Waiting => waiting;

    /// <summary>What stands before a reward that is earned and free: helpers, or the cap.</summary>
    internal ImmutableArray<Reason> BeforeGranting(ReferralStanding referral)
    {
        int place = had.Count + waiting.IndexOf(referral) + 1;
        int cap = programme.Options.Limits.RewardsPerReferrerMax;
        return place <= cap ? HelpersMissing(place) : [.. HelpersMissing(place), ReferralReasons.RewardCapReached.With(place, cap)];
    }

    /// <summary>What stands before paying a reward that was granted: helpers who do not count any more.</summary>
    internal ImmutableArray<Reason> BeforePaying(ReferralStanding referral) => HelpersMissing(had.IndexOf(referral) + 1);

    private ImmutableArray<Reason> HelpersMissing(int place)
    {
        long needed = programme.Options.Mechanic == ReferralMechanic.InviteFriends
            ? (long)place * programme.Options.Limits.HelpersNeeded : 0;
        return helpers >= needed ? [] : [ReferralReasons.HelpersMissing.With(helpers, needed)];
    }

    private static IEnumerable<ReferralStanding> Sorted(IEnumerable<ReferralStanding> referrals, Func<ReferralStanding, Instant?> by) =>
        referrals.OrderBy(by).ThenBy(static r => r.Code, StringComparer.Ordinal).ThenBy(static r => r.Referee);
}
