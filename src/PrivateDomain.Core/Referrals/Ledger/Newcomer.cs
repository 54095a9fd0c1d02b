using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>The first purchase after joining, as far as it is known at an instant.</summary>
internal readonly record struct FirstPurchase(Instant ReturnableFrom, Instant? UndoneAt, bool IsCancelled);

/// <summary>All that was told of one newcomer, in time.</summary>
internal sealed class Newcomer
{
    private readonly ReferralFact[] facts;
    private readonly List<Invitation> invitations = [];
    private readonly ReferralProgramme programme;
    private readonly Lazy<Money> committed;

    internal Newcomer(ReferralProgramme programme, CustomerId id, IEnumerable<ReferralFact> facts)
    {
        this.programme = programme;
        Id = id;
        committed = new Lazy<Money>(() => LedgerView.Standings(programme, this, LatestAt).Aggregate(
            Money.Zero(programme.Options.Reward.Currency), static (sum, s) => sum + s.Committed));
        this.facts = [.. facts];
        Array.Sort(this.facts, ReferralFact.CompareInTime);
        JoinedAt = this.facts.FirstOrDefault(static f => f.Kind == ReferralFactKind.Joined)?.At;
    }

    /// <summary>The newcomer of whom one more fact is told that changes no invitation.</summary>
    internal Newcomer(Newcomer before, ReferralFact fact)
        : this(before.programme, before.Id, before.facts.Append(fact)) => invitations.AddRange(before.invitations);

    internal CustomerId Id { get; }

    /// <summary>The first time; leaving and coming back joins nobody anew.</summary>
    internal Instant? JoinedAt { get; }

    /// <summary>In the order of first code wins: by instant, then by code.</summary>
    internal IReadOnlyList<Invitation> Invitations => invitations;

    /// <summary>The invitation that brought the newcomer: the first that lived when they joined.</summary>
    internal Invitation? Winner => JoinedAt is { } joined ? FirstLiving(joined) : null;

    /// <summary>What is committed to the newcomer at the last fact; worked out once.</summary>
    internal Money CommittedAtLast => committed.Value;

    /// <summary>Whether a grant, a payment or a recovery was told.</summary>
    internal bool IsRewarded => Array.Exists(facts, static f => f.Kind >= ReferralFactKind.Granted);

    internal void Add(Invitation invitation) => invitations.Add(invitation);

    /// <summary>The first instant, not before the one given, at which no invitation known so far lives.</summary>
    internal Instant FreeFrom(Instant from)
    {
        foreach (Invitation earlier in invitations.Where(static i => i.IsAcceptable))
        {
            from = Instant.Max(from, earlier.Ends);
        }

        return from;
    }

    internal Invitation? FirstLiving(Instant at) => invitations.Find(i => i.IsAcceptable && i.LivesAt(at));

    /// <summary>The invitation that stands for the newcomer: the one that brought them, or while they have not joined the first that
    /// lives.</summary>
    internal Invitation? StandingAt(Instant at) => JoinedAt <= at ? Winner : FirstLiving(at);

    /// <summary>Who may have brought the newcomer: the one who did, or while they have not joined all whose invitations live.</summary>
    internal IEnumerable<CustomerId> ReferrersAt(Instant at) =>
        JoinedAt <= at
            ? Winner is { } winner ? [winner.Referrer] : []
            : invitations.Where(i => i.IsAcceptable && i.LivesAt(at)).Select(static i => i.Referrer);

    internal bool BoughtBefore(Instant limit, Instant at) => facts.Any(f => IsPayment(f) && f.At < limit && f.At <= at);

    internal Instant? RejectedAt(Instant at) => First(ReferralFactKind.Rejected, at)?.At;

    /// <summary>Since when the newcomer is flagged; null when the last look cleared them, or nobody looked.</summary>
    internal Instant? FlaggedAt(Instant at)
    {
        Instant? since = null;
        Instant last = Instant.MinValue;
        foreach (ReferralFact fact in facts)
        {
            if (fact.At > at)
            {
                break;
            }

            if (fact.Kind == ReferralFactKind.Flagged)
            {
                since ??= fact.At;
                last = fact.At;
            }
            else if (fact.Kind == ReferralFactKind.Cleared && (since is null || fact.At > last))
            {
                since = null;
            }
        }

        return since;
    }

    internal Instant? DeletedWithin(Instant joined, Duration testPeriod, Instant at) =>
        Array.Find(facts, f => f.Kind == ReferralFactKind.Deleted && f.At <= at && f.At >= joined && f.At - joined < testPeriod)?.At;

    internal IEnumerable<ReferralFact> OfReward(string code, Instant at) =>
        facts.Where(f => f.At <= at && f.Kind >= ReferralFactKind.Granted && string.Equals(f.CodeText, code, StringComparison.Ordinal));

    /// <summary>The codes for which rewards are told.</summary>
    internal IEnumerable<string> RewardedCodes(Instant at) =>
        facts.Where(f => f.At <= at && f.Kind >= ReferralFactKind.Granted).Select(static f => f.CodeText).Distinct(StringComparer.Ordinal);

    /// <summary>The latest instant of a fact.</summary>
    internal Instant LatestAt => facts[^1].At;

    /// <summary>The first order that was begun when or after the newcomer joined, whatever became of it.</summary>
    internal FirstPurchase? PurchaseAt(Instant joined, Instant at)
    {
        OrderId? first = null;
        var begun = new HashSet<OrderId>();
        Instant begins = default;
        foreach (ReferralFact payment in facts.Where(f => f.At <= at && IsPayment(f)))
        {
            bool isNew = begun.Add(payment.Order) && payment.At >= joined;
            if (isNew && (first is not { } known || (payment.At == begins && payment.Order < known)))
            {
                first = payment.Order;
                begins = payment.At;
            }
        }

        return first is { } order ? Follow(order, at) : null;
    }

    private FirstPurchase Follow(OrderId order, Instant at)
    {
        decimal paid = 0m;
        decimal refunded = 0m;
        Instant lastPayment = default;
        Instant? delivered = null;
        Instant? undone = null;
        bool isCancelled = false;
        foreach (IGrouping<Instant, ReferralFact> moment in facts.Where(f => f.At <= at && f.Order == order).GroupBy(static f => f.At))
        {
            foreach (ReferralFact fact in moment)
            {
                paid += fact.Kind == ReferralFactKind.Bought ? fact.Amount.Amount : 0m;
                refunded += fact.Kind == ReferralFactKind.Refunded ? fact.Amount.Amount : 0m;
                lastPayment = IsPayment(fact) ? fact.At : lastPayment;
                delivered = fact.Kind == ReferralFactKind.Delivered ? fact.At : delivered;
                isCancelled |= fact.Kind == ReferralFactKind.Cancelled;
            }

            undone ??= paid > 0m && refunded >= paid ? moment.Key : null;
        }

        return new FirstPurchase(delivered ?? lastPayment, undone, isCancelled);
    }

    private ReferralFact? First(ReferralFactKind kind, Instant at) => Array.Find(facts, f => f.Kind == kind && f.At <= at);

    private static bool IsPayment(ReferralFact fact) => fact.Kind == ReferralFactKind.Bought && fact.Amount.Amount > 0m;
}
