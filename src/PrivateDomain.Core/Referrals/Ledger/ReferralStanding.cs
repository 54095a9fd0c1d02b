using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>One newcomer and one code at an instant: first question, whether the referral counts; second, whether a reward is earned and
/// free.</summary>
/// <remarks>Caps and helpers concern a referrer's other referrals too: see <see cref="RewardQueue"/>.</remarks>
internal sealed class ReferralStanding
{
    private readonly ReferralProgramme programme;
    private readonly Newcomer newcomer;
    private readonly Instant at;
    private readonly ImmutableArray<Reason>.Builder reasons = ImmutableArray.CreateBuilder<Reason>();

    internal ReferralStanding(ReferralProgramme programme, Newcomer newcomer, string code, Invitation? invitation, Instant at)
    {
        this.programme = programme;
        this.newcomer = newcomer;
        this.at = at;
        Code = code;
        Invitation = invitation;
        Money = new RewardMoney(newcomer.OfReward(code, at), programme.Options.Reward.Currency);
        FlaggedAt = newcomer.FlaggedAt(at);
        State = invitation is null ? Untold() : Judge(invitation);
        (IsEarned, FreeAt) = invitation is { IsAcceptable: true } ? Earned(invitation) : (false, null);

        IsForfeited = invitation is not null && (newcomer.RejectedAt(at) is not null || (State == ReferralState.Void && !IsEarned));
        Reasons = reasons.ToImmutable();
    }

    internal CustomerId Referee => newcomer.Id;

    internal string Code { get; }

    /// <summary>Whether it is the one that stands for the newcomer.</summary>
    internal bool IsStanding => Invitation is not null && newcomer.StandingAt(at) == Invitation;

    /// <summary>The latest instant of a fact of the newcomer.</summary>
    internal Instant LatestAt => newcomer.LatestAt;

    internal Invitation? Invitation { get; }

    internal RewardMoney Money { get; }

    internal ReferralState State { get; }

    internal ImmutableArray<Reason> Reasons { get; }

    internal Instant? FlaggedAt { get; }

    /// <summary>Whether the step the programme pays for was made, flags apart.</summary>
    internal bool IsEarned { get; }

    /// <summary>When the reward is free of return window and test period; null while nothing is in sight.</summary>
    internal Instant? FreeAt { get; }

    /// <summary>Whether a reward cannot stand: the referral is void without having earned it, or there was fraud.</summary>
    internal bool IsForfeited { get; }

    /// <summary>Whether it counts for a reward now: free, and so earned, and not under review.</summary>
    internal bool Counts => !IsForfeited && FlaggedAt is null && FreeAt <= at;

    /// <summary>What the budget has spent on it or set aside.</summary>
    internal Money Committed =>
        Money.PaidAt is not null ? Money.Outstanding : IsForfeited ? Money.Nothing : Money.Granted;

    /// <summary>Whether the referrer has it: granted or paid, and neither withdrawn nor taken back.</summary>
    internal bool IsHad => Money.PaidAt is not null ? !Money.IsBack : Money.GrantedAt is not null && !IsForfeited;

    /// <summary>What stands before earning a reward, so that it is not even waiting for helpers or cap.</summary>
    internal ImmutableArray<Reason> BeforeCounting
    {
        get
        {
            if (IsForfeited || Invitation is null)
            {
                return Reasons;
            }

            ImmutableArray<Reason> before = !IsEarned ? Reasons : FlaggedAt is { } since ? [ReferralReasons.UnderReview.With(since)] : [];
            return FreeAt is { } free && at < free ? before.Add(ReferralReasons.HoldNotOver.With(at, free)) : before;
        }
    }

    private ReferralState Untold()
    {
        reasons.Add(ReferralReasons.NotOpened.With(Code));
        return ReferralState.None;
    }

    private ReferralState Judge(Invitation invitation)
    {
        AddWhatVoids(invitation);
        if (reasons.Count > 0)
        {
            return ReferralState.Void;
        }

        if (FlaggedAt is { } since)
        {
            reasons.Add(ReferralReasons.UnderReview.With(since));
        }

        bool waits = AddWhatIsAwaited();
        return FlaggedAt is not null ? ReferralState.Flagged
            : !HasJoined ? ReferralState.Open
            : waits ? ReferralState.Pending
            : ReferralState.Qualified;
    }

    private bool HasJoined => newcomer.JoinedAt <= at;

    private void AddWhatVoids(Invitation invitation)
    {
        reasons.AddRange(invitation.Refusals);
        Invitation? standing = newcomer.StandingAt(at);
        if (reasons.Count == 0 && standing != invitation)
        {
            reasons.Add(
                standing is not null && invitation.LivesAt(HasJoined ? newcomer.JoinedAt!.Value : at)
                    ? ReferralReasons.AnotherReferrerCameFirst.With(standing.Referrer.Text, invitation.Referrer.Text)
                : invitation.JoinedBefore ? AfterJoining(standing, invitation)
                : ReferralReasons.InvitationExpired.With(required: invitation.Ends));
        }

        if (newcomer.RejectedAt(at) is { } rejected)
        {
            reasons.Add(ReferralReasons.RefereeRejected.With(rejected));
        }

        if (standing == invitation && newcomer.JoinedAt is { } joined && joined <= at)
        {
            AddWhatVoidsWhoJoined(joined);
        }
    }

    private static Reason AfterJoining(Invitation? standing, Invitation invitation) => standing is null
        ? ReferralReasons.RefereeIsCustomer.With()
        : ReferralReasons.AnotherReferrerCameFirst.With(standing.Referrer.Text, invitation.Referrer.Text);

    private void AddWhatVoidsWhoJoined(Instant joined)
    {
        if (newcomer.BoughtBefore(joined, at))
        {
            reasons.Add(ReferralReasons.BoughtBeforeJoining.With(required: joined));
        }

        FirstPurchase? purchase = newcomer.PurchaseAt(joined, at);
        if (purchase?.UndoneAt is not null)
        {
            reasons.Add(ReferralReasons.PurchaseRefunded.With());
        }

        if (purchase?.IsCancelled == true)
        {
            reasons.Add(ReferralReasons.PurchaseCancelled.With());
        }

        Duration testPeriod = programme.Options.Limits.TestPeriod;
        if (newcomer.DeletedWithin(joined, testPeriod, at) is { } deleted)
        {
            reasons.Add(ReferralReasons.RefereeDeletedEarly.With(deleted - joined, testPeriod));
        }
    }

    private bool AddWhatIsAwaited()
    {
        if (newcomer.JoinedAt is not { } joined || joined > at)
        {
            reasons.Add(ReferralReasons.NotJoined.With());
            return true;
        }

        if (newcomer.PurchaseAt(joined, at) is not { } purchase)
        {
            reasons.Add(ReferralReasons.RefereeHasNotBought.With());
            return true;
        }

        Instant returnable = purchase.ReturnableFrom + programme.Options.Limits.ReturnWindow;
        if (at < returnable)
        {
            reasons.Add(ReferralReasons.ReturnWindowOpen.With(at, returnable));
        }

        return at < returnable;
    }

    private (bool IsEarned, Instant? FreeAt) Earned(Invitation invitation)
    {
        if (programme.Options.PaidPer == PayTrigger.PerInvitation)
        {
            Instant from = invitation.StandsFrom;
            bool stood = from < invitation.Ends && from <= at && from <= (newcomer.JoinedAt ?? from);
            return (stood, stood ? from : null);
        }

        if (newcomer.JoinedAt is not { } joined || joined > at || newcomer.Winner != invitation)
        {
            return (false, null);
        }

        if (programme.Options.PaidPer == PayTrigger.PerJoin)
        {
            bool isNew = !newcomer.BoughtBefore(joined, at);
            return (isNew, isNew ? joined : null);
        }

        if (State == ReferralState.Void || newcomer.PurchaseAt(joined, at) is not { } purchase)
        {
            return (false, null);
        }

        Instant returnable = purchase.ReturnableFrom + programme.Options.Limits.ReturnWindow;
        Instant tested = programme.Options.Limits.HeldThroughTestPeriod ? joined + programme.Options.Limits.TestPeriod : returnable;
        return (at >= returnable, Instant.Max(returnable, tested));
    }
}
