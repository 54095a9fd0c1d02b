using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Tests.Referrals;

/// <summary>What the domain page says of referrals, sentence by sentence, over a plain list of facts: slow, and sharing nothing with the
/// library but its words.</summary>
internal sealed class LedgerInSentences
{
    private readonly ReferralProgramme programme;
    private readonly Instant now;
    private readonly List<ReferralFact> seen;
    private readonly Dictionary<ReferralFact, bool> good = [];

    // "The ledger is a set of facts: any order, any repetition"; "what happened later
    // is not seen"; of facts with one id the first in their order counts.
    internal LedgerInSentences(ReferralProgramme programme, IEnumerable<ReferralFact> told, Instant now)
    {
        this.programme = programme;
        this.now = now;
        seen = [.. told.GroupBy(static f => f.Id).Select(static g => g.Min()!).Where(f => f.At <= now)];
    }

    internal IEnumerable<(CustomerId Referee, string Code)> Referrals =>
        seen.Where(static f => f.CodeText.Length > 0).Select(static f => (f.Referee, f.CodeText)).Distinct();

    internal decimal Committed => Referrals.Sum(r => CommittedOf(r.Referee, r.Code));

    internal ReferralState StateOf(CustomerId newcomer, string code) =>
        Opening(newcomer, code) is not { } opening ? ReferralState.None
        : IsVoid(opening) ? ReferralState.Void
        : IsFlagged(newcomer) ? ReferralState.Flagged
        : Joined(newcomer) is null ? ReferralState.Open
        : ReturnWindowEnds(newcomer) is { } end && now >= end ? ReferralState.Qualified
        : ReferralState.Pending;

    internal RewardState RewardOf(CustomerId newcomer, string code)
    {
        bool isLost = IsLost(newcomer, code);
        if (Rewards(ReferralFactKind.PaidOut, newcomer, code).Any())
        {
            return IsRecovered(newcomer, code) ? RewardState.TakenBack : isLost ? RewardState.OwedBack : RewardState.Paid;
        }

        if (Rewards(ReferralFactKind.Granted, newcomer, code).Any())
        {
            return isLost ? RewardState.Withdrawn : RewardState.Granted;
        }

        if (isLost || Opening(newcomer, code) is not { } opening || FreeAt(opening) is null)
        {
            return RewardState.None;
        }

        return Counts(opening) && IsDue(opening) ? RewardState.Due : RewardState.Held;
    }

    /// <summary>"The referrer has": granted or paid, and neither withdrawn nor taken back.</summary>
    internal int RewardsOf(CustomerId referrer) => Brought(referrer).Count(o => IsHad(o.Referee, o.CodeText));

    // "Budget left = budget − granted and not withdrawn − paid and not recovered."
    private decimal CommittedOf(CustomerId newcomer, string code)
    {
        List<ReferralFact> paid = [.. Rewards(ReferralFactKind.PaidOut, newcomer, code)];
        return paid.Count > 0
            ? Math.Max(0m, paid.Sum(static f => f.Amount.Amount) - Rewards(ReferralFactKind.Recovered, newcomer, code).Sum(
                static f => f.Amount.Amount))
            : IsLost(newcomer, code) ? 0m
            : Rewards(ReferralFactKind.Granted, newcomer, code).FirstOrDefault()?.Amount.Amount ?? 0m;
    }

    private bool IsHad(CustomerId newcomer, string code) =>
        Rewards(ReferralFactKind.PaidOut, newcomer, code).Any()
            ? !IsRecovered(newcomer, code)
            : Rewards(ReferralFactKind.Granted, newcomer, code).Any() && !IsLost(newcomer, code);

    private bool IsRecovered(CustomerId newcomer, string code) =>
        Rewards(ReferralFactKind.Recovered, newcomer, code).Any() && CommittedOf(newcomer, code) == 0m;

    // "A grant whose referral is void is withdrawn; a paid one is owed back"; what was earned by a step "is spent whatever follows (fraud
    // apart)".
    private bool IsLost(CustomerId newcomer, string code) =>
        Opening(newcomer, code) is { } opening && (IsRejected(newcomer) || (IsVoid(opening) && !IsEarned(opening)));

    // "A reward on a purchase is held until both the return window and the test period are over; a reward per invitation or per join is
    // earned by that step."
    private Instant? FreeAt(ReferralFact opening)
    {
        Instant? joined = Joined(opening.Referee);
        switch (programme.Options.PaidPer)
        {
            case PayTrigger.PerInvitation:
                return Moments(opening.Referee).Where(m => m <= now && StandsAt(opening.Referee, m) == opening).Order().Select(
                    static m => (Instant?)m).FirstOrDefault();
            case PayTrigger.PerJoin:
                return joined is { } j && FirstLiving(opening.Referee, j) == opening && !BoughtBefore(opening.Referee, j) ? j : null;
            default:
                bool counts = joined is not null && !IsVoid(opening) && ReturnWindowEnds(opening.Referee) is not null;
                return !counts ? null
                    : programme.Options.Limits.HeldThroughTestPeriod
                        ? Instant.Max(ReturnWindowEnds(opening.Referee)!.Value, joined!.Value + programme.Options.Limits.TestPeriod)
                        : ReturnWindowEnds(opening.Referee);
        }
    }

    private bool IsEarned(ReferralFact opening) => programme.Options.PaidPer == PayTrigger.PerPurchase
        ? FreeAt(opening) is not null && now >= ReturnWindowEnds(opening.Referee)
        : FreeAt(opening) is not null;

    // "Helpers that are flagged do not count"; nothing counts while the last of flag and clear is a flag.
    private bool Counts(ReferralFact opening) =>
        IsEarned(opening) && now >= FreeAt(opening) && !IsFlagged(opening.Referee) && !IsLost(opening.Referee, opening.CodeText);

    // Each further reward of a referrer needs as many helpers again, and no more are given than the cap; the longest free goes first.
    private bool IsDue(ReferralFact opening)
    {
        CustomerId referrer = opening.Code!.Referrer;
        int helpers = Brought(referrer).Where(Counts).Select(static o => o.Referee).Distinct().Count();
        int given = RewardsOf(referrer);
        foreach (ReferralFact waiting in Brought(referrer)
            .Where(o => Counts(o) && !Rewards(ReferralFactKind.Granted, o.Referee, o.CodeText).Any() && !Rewards(
                ReferralFactKind.PaidOut, o.Referee, o.CodeText).Any())
            .OrderBy(o => FreeAt(o)).ThenBy(static o => o.CodeText, StringComparer.Ordinal).ThenBy(static o => o.Referee))
        {
            given++;
            bool enough = programme.Options.Mechanic != ReferralMechanic.InviteFriends
                || helpers / programme.Options.Limits.HelpersNeeded >= given;
            if (!enough || given > programme.Options.Limits.RewardsPerReferrerMax)
            {
                return false;
            }

            if (waiting == opening)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<ReferralFact> Brought(CustomerId referrer) =>
        Referrals.Select(r => Opening(r.Referee, r.Code)).OfType<ReferralFact>().Where(o => o.Code!.Referrer == referrer);

    private bool IsVoid(ReferralFact opening)
    {
        CustomerId newcomer = opening.Referee;
        bool stands = IsGood(opening) && StandsAt(newcomer, now) == opening;
        return !stands || IsRejected(newcomer) || (Joined(newcomer) is { } joined
            && (BoughtBefore(newcomer, joined)
                || Of(ReferralFactKind.Deleted, newcomer).Any(f => f.At >= joined && f.At < joined + programme.Options.Limits.TestPeriod)
                || IsPurchaseUndone(newcomer)));
    }

    // "First purchase made and past its return window"; the window runs from the last payment, or from delivery, if told.
    private Instant? ReturnWindowEnds(CustomerId newcomer) => FirstOrder(newcomer) is not { } order ? null
        : (Of(ReferralFactKind.Delivered, newcomer).Where(f => f.Order == order).Max(static f => (Instant?)f.At)
            ?? Payments(newcomer).Where(f => f.Order == order).Max(static f => f.At)) + programme.Options.Limits.ReturnWindow;

    private OrderId? FirstOrder(CustomerId newcomer) => Joined(newcomer) is not { } joined ? null : Payments(newcomer)
        .GroupBy(static f => f.Order).Select(static g => (Begins: g.Min(static f => f.At), g.Key))
        .Where(o => o.Begins >= joined).OrderBy(static o => o.Begins).ThenBy(static o => o.Key).Select(static o => (OrderId?)o.Key)
            .FirstOrDefault();

    // "Void on refund, cancellation": when nothing is left of the order.
    private bool IsPurchaseUndone(CustomerId newcomer)
    {
        if (FirstOrder(newcomer) is not { } order)
        {
            return false;
        }

        List<ReferralFact> facts = [.. seen.Where(f => f.Referee == newcomer && f.Order == order)];
        decimal Sum(ReferralFactKind kind, Instant upTo) => facts.Where(f => f.Kind == kind && f.At <= upTo).Sum(
            static f => f.Amount.Amount);
        return facts.Any(static f => f.Kind == ReferralFactKind.Cancelled)
            || facts.Any(f => Sum(ReferralFactKind.Bought, f.At) > 0m && Sum(ReferralFactKind.Refunded, f.At) >= Sum(
                ReferralFactKind.Bought, f.At));
    }

    // "While the last of flag and clear (by instant) is a flag, nothing counts."
    private bool IsFlagged(CustomerId newcomer)
    {
        List<ReferralFact> looks = [.. seen.Where(f => f.Referee == newcomer
            && f.Kind is ReferralFactKind.Flagged or ReferralFactKind.Cleared && f.Referee == newcomer)];
        return looks.Count > 0 && looks.Where(f => f.At == looks.Max(static l => l.At)).Any(static f => f.Kind == ReferralFactKind.Flagged);
    }

    private bool IsRejected(CustomerId newcomer) => Of(ReferralFactKind.Rejected, newcomer).Any();

    // A code taken up again is the same referral: by the first opening that was good, else by the first.
    private ReferralFact? Opening(CustomerId newcomer, string code)
    {
        List<ReferralFact> openings = [.. Openings(newcomer).Where(o => string.Equals(o.CodeText, code, StringComparison.Ordinal))];
        return openings.Find(IsGood) ?? openings.FirstOrDefault();
    }

    // "First code wins (first by instant, then code), while it lives."
    private ReferralFact? StandsAt(CustomerId newcomer, Instant at) =>
        Joined(newcomer) is { } joined && joined <= at ? FirstLiving(newcomer, joined) : FirstLiving(newcomer, at);

    private ReferralFact? FirstLiving(CustomerId newcomer, Instant at) => Openings(newcomer).FirstOrDefault(o => Lives(o, at) && IsGood(o));

    private bool Lives(ReferralFact opening, Instant at) =>
        opening.At <= at && at < opening.Code!.Holds.End && at < programme.Runs.End;

    // "New to the shop (no earlier link or order), not the referrer, no cycle in the referral graph", a code of this programme that holds.
    private bool IsGood(ReferralFact opening)
    {
        if (!good.TryGetValue(opening, out bool known))
        {
            ReferralCode code = opening.Code!;
            known = programme.Runs.Contains(opening.At) && code.Holds.Contains(opening.At) && code.Programme == programme.Options.Name
                && code.Referrer != opening.Referee
                && !(Joined(opening.Referee) < opening.At)
                && !BoughtBefore(opening.Referee, opening.At)
                && !Ancestors(code.Referrer, opening).Contains(opening.Referee);
            good.Add(opening, known);
        }

        return known;
    }

    // All who stood above a customer when an invitation was opened, by invitations opened before it.
    private HashSet<CustomerId> Ancestors(CustomerId customer, ReferralFact before)
    {
        HashSet<CustomerId> above = [];
        var last = new HashSet<CustomerId> { customer };
        while (last.Count > 0)
        {
            last = [.. last.SelectMany(c => Referrers(c, before)).Where(c => !above.Contains(c))];
            above.UnionWith(last);
        }

        return above;
    }

    private IEnumerable<CustomerId> Referrers(CustomerId customer, ReferralFact before)
    {
        List<ReferralFact> earlier = [.. Openings(customer).Where(o => InOrder(o, before) < 0)];
        Instant? joined = Joined(customer);
        bool hasJoined = joined <= before.At;
        IEnumerable<ReferralFact> living = earlier.Where(o => Lives(o, hasJoined ? joined!.Value : before.At) && IsGood(o));
        return (hasJoined ? living.Take(1) : living).Select(static o => o.Code!.Referrer);
    }

    private IEnumerable<Instant> Moments(CustomerId newcomer) =>
        [.. Openings(newcomer).SelectMany(o => new[] { o.At, o.Code!.Holds.End, programme.Runs.End }), .. Of(
            ReferralFactKind.Joined, newcomer).Select(static f => f.At)];

    private IEnumerable<ReferralFact> Openings(CustomerId newcomer) =>
        Of(ReferralFactKind.Opened, newcomer).Order(Comparer<ReferralFact>.Create(InOrder));

    private static int InOrder(ReferralFact left, ReferralFact right) =>
        left.At != right.At ? left.At.CompareTo(right.At)
        : left.CodeText != right.CodeText ? string.CompareOrdinal(left.CodeText, right.CodeText)
        : left.CompareTo(right);

    private Instant? Joined(CustomerId newcomer) => Of(ReferralFactKind.Joined, newcomer).Min(static f => (Instant?)f.At);

    // "An order of 0 is no purchase."
    private IEnumerable<ReferralFact> Payments(CustomerId newcomer) =>
        Of(ReferralFactKind.Bought, newcomer).Where(static f => f.Amount.Amount > 0m);

    private bool BoughtBefore(CustomerId newcomer, Instant limit) => Payments(newcomer).Any(f => f.At < limit);

    private IEnumerable<ReferralFact> Rewards(ReferralFactKind kind, CustomerId newcomer, string code) =>
        Of(kind, newcomer).Where(f => string.Equals(f.CodeText, code, StringComparison.Ordinal)).Order(
            Comparer<ReferralFact>.Create(InOrder));

    private IEnumerable<ReferralFact> Of(ReferralFactKind kind, CustomerId newcomer) =>
        seen.Where(f => f.Kind == kind && f.Referee == newcomer);
}
