using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>What one question needs of a ledger at an instant: one newcomer, one referrer's referrals, the budget. Only newcomers whose
/// rewards were told are looked at for it.</summary>
internal sealed class LedgerView
{
    private readonly ReferralProgramme programme;
    private readonly LedgerIndex index;
    private readonly Instant at;
    private readonly Dictionary<CustomerId, ImmutableArray<ReferralStanding>> seen = [];
    private readonly Lazy<RewardBudget> budget;

    internal LedgerView(ReferralProgramme programme, LedgerIndex index, Instant at)
    {
        (this.programme, this.index, this.at) = (programme, index, at);
        budget = new(() => new RewardBudget(
            programme.Options.Budget, index.Rewarded.Aggregate(Nothing, (sum, newcomer) => sum + CommittedTo(newcomer))));
    }

    internal RewardBudget Budget => budget.Value;

    private Money Nothing => Money.Zero(programme.Options.Reward.Currency);

    internal ReferralStanding? Standing(CustomerId referee, string code) => index.Find(referee) is { } newcomer
        ? Of(newcomer).FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.Ordinal))
        : null;

    internal ImmutableArray<Reason> BeforeGranting(ReferralStanding referral) => Queue(referral).BeforeGranting(referral);

    internal ImmutableArray<Reason> BeforePaying(ReferralStanding referral) => Queue(referral).BeforePaying(referral);

    /// <summary>A newcomer's referrals, one for each code that was taken up or rewarded by then.</summary>
    internal static ImmutableArray<ReferralStanding> Standings(ReferralProgramme programme, Newcomer newcomer, Instant at)
    {
        // A code that is taken up again is one referral: by the first opening that was good, else by the first.
        var codes = newcomer.Invitations.Where(i => i.Opened.At <= at).GroupBy(static i => i.Code, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.FirstOrDefault(static i => i.IsAcceptable) ?? g.First(), StringComparer.Ordinal);
        IEnumerable<string> rewarded = newcomer.RewardedCodes(at).Where(code => !codes.ContainsKey(code));
        return
        [
            .. codes.Select(pair => new ReferralStanding(programme, newcomer, pair.Key, pair.Value, at)),
            .. rewarded.Select(code => new ReferralStanding(programme, newcomer, code, null, at)),
        ];
    }

    // Of who has joined, after the last fact: time alone changes whether a reward is free, but not what is committed. Only where an
    // invitation is paid for may its turn be still to come.
    private Money CommittedTo(Newcomer newcomer) =>
        programme.Options.PaidPer != PayTrigger.PerInvitation && newcomer.JoinedAt is not null && newcomer.LatestAt <= at
            ? newcomer.CommittedAtLast
            : Of(newcomer).Aggregate(Nothing, static (sum, s) => sum + s.Committed);

    private RewardQueue Queue(ReferralStanding referral)
    {
        CustomerId referrer = referral.Invitation!.Referrer;
        return new RewardQueue(programme,
            index.ReferredBy(referrer).SelectMany(newcomer => Of(newcomer)).Where(s => s.Invitation?.Referrer == referrer));
    }

    // The same objects each time: a queue knows its referrals by them.
    private ImmutableArray<ReferralStanding> Of(Newcomer newcomer)
    {
        if (!seen.TryGetValue(newcomer.Id, out ImmutableArray<ReferralStanding> standings))
        {
            standings = Standings(programme, newcomer, at);
            seen.Add(newcomer.Id, standings);
        }

        return standings;
    }
}
