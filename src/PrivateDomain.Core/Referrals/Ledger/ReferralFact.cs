using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>One thing that happened to a newcomer or to the reward for bringing them (推荐事实). Facts may be told in any order, any number
/// of times.</summary>
/// <remarks>
/// <para>Equality is that of all parts. Ordering is by id, then by the other parts; two facts with one id contradict each other, see
/// <see cref="ReferralLedger.Conflicts"/>. Immutable, so safe on any thread.</para>
/// <para><c>JsonSerializer</c> writes a fact and reads it again.</para>
/// </remarks>
/// <example>
/// <code>
/// var opened = ReferralFact.Opened(CustomerEventId.From("e1"), at, CustomerId.From("bob"), code);
/// var joined = ReferralFact.Joined(CustomerEventId.From("e2"), at + Duration.FromDays(1), CustomerId.From("bob"));
/// </code>
/// </example>
[JsonConverter(typeof(ReferralFactJsonConverter))]
public sealed record ReferralFact : IComparable<ReferralFact>
{
    /// <summary>The most that one fact may be about, in major units: a million billions.</summary>
    public const decimal AmountMax = 1_000_000_000_000_000m;

    // A margin at the end of the calendar, so that no sum with a programme's lengths of time leaves it.
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9900, 1, 1, 0, 0);

    private ReferralFact(
        ReferralFactKind kind, CustomerEventId id, Instant at, CustomerId referee,
        ReferralCode? code = null, string codeText = "", OrderId order = default, Money amount = default)
    {
        Guard.Against.NullOrWhiteSpace(id.Text, nameof(id));
        Guard.Against.NullOrWhiteSpace(referee.Text, nameof(referee));
        Guard.Against.OutOfRange(at, nameof(at), Earliest, Latest);
        Kind = kind;
        Id = id;
        At = at;
        Referee = referee;
        Code = code;
        CodeText = codeText;
        Order = order;
        Amount = amount;
    }

    /// <summary>Which fact it is, the same however often it is told.</summary>
    public CustomerEventId Id { get; }

    /// <summary>What happened.</summary>
    public ReferralFactKind Kind { get; }

    /// <summary>When it happened, not when it was told; from 1900 to 9899.</summary>
    public Instant At { get; }

    /// <summary>The newcomer.</summary>
    public CustomerId Referee { get; }

    /// <summary>The code that was taken up; null unless the invitation was opened.</summary>
    public ReferralCode? Code { get; }

    /// <summary>The text of the code: whose reward it is about; empty where a fact is about the newcomer, whatever code brought
    /// them.</summary>
    public string CodeText { get; }

    /// <summary>The order that was bought, delivered, refunded or cancelled; else empty.</summary>
    public OrderId Order { get; }

    /// <summary>What was paid, refunded, granted or recovered, 0 or more; else the default value, which has no currency.</summary>
    public Money Amount { get; }

    /// <summary>An invitation was taken up.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <param name="code">The code, which tells the referrer and how long the invitation lives.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Opened(CustomerEventId id, Instant at, CustomerId referee, ReferralCode code) =>
        new(ReferralFactKind.Opened, id, at, referee, Guard.Against.Null(code), code.Text);

    /// <summary>The newcomer joined.</summary>
    /// <inheritdoc cref="Flagged"/>
    public static ReferralFact Joined(CustomerEventId id, Instant at, CustomerId referee) => new(ReferralFactKind.Joined, id, at, referee);

    /// <summary>The newcomer paid for an order, or for a part of it. Payments for one order add up.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <param name="order">The order; not empty.</param>
    /// <param name="amount">From 0 to <see cref="AmountMax"/>; a payment of 0 is no purchase.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Bought(CustomerEventId id, Instant at, CustomerId referee, OrderId order, Money amount) =>
        OfOrder(ReferralFactKind.Bought, id, at, referee, order, Checked(amount));

    /// <summary>An order arrived: its return window runs from here.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <param name="order">The order; not empty.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Delivered(CustomerEventId id, Instant at, CustomerId referee, OrderId order) =>
        OfOrder(ReferralFactKind.Delivered, id, at, referee, order);

    /// <summary>An order was refunded, or a part of it.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <param name="order">The order; not empty.</param>
    /// <param name="amount">From 0 to <see cref="AmountMax"/>.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Refunded(CustomerEventId id, Instant at, CustomerId referee, OrderId order, Money amount) =>
        OfOrder(ReferralFactKind.Refunded, id, at, referee, order, Checked(amount));

    /// <summary>An order was cancelled as a whole.</summary>
    /// <inheritdoc cref="Delivered"/>
    public static ReferralFact Cancelled(CustomerEventId id, Instant at, CustomerId referee, OrderId order) =>
        OfOrder(ReferralFactKind.Cancelled, id, at, referee, order);

    /// <summary>The newcomer deleted or blocked the shop; within the test period the referral is void.</summary>
    /// <inheritdoc cref="Flagged"/>
    public static ReferralFact Deleted(CustomerEventId id, Instant at, CustomerId referee) =>
        new(ReferralFactKind.Deleted, id, at, referee);

    /// <summary>Somebody is to look at the newcomer: nothing counts until they are cleared.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Flagged(CustomerEventId id, Instant at, CustomerId referee) =>
        new(ReferralFactKind.Flagged, id, at, referee);

    /// <summary>The look found nothing. Of a flag and a clear at one instant the flag decides.</summary>
    /// <inheritdoc cref="Flagged"/>
    public static ReferralFact Cleared(CustomerEventId id, Instant at, CustomerId referee) =>
        new(ReferralFactKind.Cleared, id, at, referee);

    /// <summary>The look found fraud: the referral is void for good, whatever its reward was paid for.</summary>
    /// <inheritdoc cref="Flagged"/>
    public static ReferralFact Rejected(CustomerEventId id, Instant at, CustomerId referee) =>
        new(ReferralFactKind.Rejected, id, at, referee);

    /// <summary>A reward was granted. Ask <see cref="ReferralLedger.Decide"/> first.</summary>
    /// <param name="id">The fact; not empty.</param>
    /// <param name="at">When.</param>
    /// <param name="referee">The newcomer; not empty.</param>
    /// <param name="codeText">The text of the code that brought the newcomer; not blank.</param>
    /// <param name="amount">From 0 to <see cref="AmountMax"/>.</param>
    /// <exception cref="ArgumentException">An argument is empty or out of range.</exception>
    public static ReferralFact Granted(CustomerEventId id, Instant at, CustomerId referee, string codeText, Money amount) =>
        OfReward(ReferralFactKind.Granted, id, at, referee, codeText, amount);

    /// <summary>A reward was paid. Ask <see cref="ReferralLedger.Decide"/> first.</summary>
    /// <inheritdoc cref="Granted"/>
    public static ReferralFact PaidOut(CustomerEventId id, Instant at, CustomerId referee, string codeText, Money amount) =>
        OfReward(ReferralFactKind.PaidOut, id, at, referee, codeText, amount);

    /// <summary>A paid reward was recovered, or a part of it.</summary>
    /// <inheritdoc cref="Granted"/>
    public static ReferralFact Recovered(CustomerEventId id, Instant at, CustomerId referee, string codeText, Money amount) =>
        OfReward(ReferralFactKind.Recovered, id, at, referee, codeText, amount);

    /// <inheritdoc/>
    public int CompareTo(ReferralFact? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Id.CompareTo(other.Id);
        return order != 0 ? order : CompareContent(other);
    }

    /// <summary>Whether the left fact stands before the right one; null stands before all.</summary>
    public static bool operator <(ReferralFact? left, ReferralFact? right) => Compare(left, right) < 0;

    /// <summary>Whether the left fact stands after the right one; null stands before all.</summary>
    public static bool operator >(ReferralFact? left, ReferralFact? right) => Compare(left, right) > 0;

    /// <summary>Whether the left fact stands before the right one or is the same.</summary>
    public static bool operator <=(ReferralFact? left, ReferralFact? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left fact stands after the right one or is the same.</summary>
    public static bool operator >=(ReferralFact? left, ReferralFact? right) => Compare(left, right) >= 0;

    /// <summary>By instant, then by all other parts: the order in which a ledger looks at facts.</summary>
    internal static int CompareInTime(ReferralFact left, ReferralFact right)
    {
        int order = left.At.CompareTo(right.At);
        order = order != 0 ? order : string.CompareOrdinal(left.CodeText, right.CodeText);
        return order != 0 ? order : left.CompareTo(right);
    }

    /// <summary>No fact, but what stands before all facts with an id.</summary>
    internal static ReferralFact Before(CustomerEventId id) => new(ReferralFactKind.None, id, Earliest, CustomerId.From("-"));

    /// <summary>A fact of which the parts are told one by one, as a reader does.</summary>
    internal static ReferralFact Of(ReferralFactKind kind, CustomerEventId id, Instant at, CustomerId referee, ReferralCode? code,
        string codeText, OrderId order, Money amount) =>
        kind switch
        {
            ReferralFactKind.Opened => Opened(id, at, referee, code!),
            ReferralFactKind.Bought => Bought(id, at, referee, order, amount),
            ReferralFactKind.Refunded => Refunded(id, at, referee, order, amount),
            ReferralFactKind.Delivered => Delivered(id, at, referee, order),
            ReferralFactKind.Cancelled => Cancelled(id, at, referee, order),
            ReferralFactKind.Granted or ReferralFactKind.PaidOut or ReferralFactKind.Recovered => OfReward(
                kind, id, at, referee, codeText, amount),
            _ => new(kind, id, at, referee),
        };

    private static int Compare(ReferralFact? left, ReferralFact? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private int CompareContent(ReferralFact other)
    {
        int order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : At.CompareTo(other.At);
        order = order != 0 ? order : Referee.CompareTo(other.Referee);
        order = order != 0 ? order : string.CompareOrdinal(CodeText, other.CodeText);
        order = order != 0 ? order : Order.CompareTo(other.Order);
        order = order != 0 ? order : string.CompareOrdinal(Amount.Currency.Code, other.Amount.Currency.Code);
        order = order != 0 ? order : Amount.Amount.CompareTo(other.Amount.Amount);
        return order != 0 || Code is null || other.Code is null ? order : Compare(Code, other.Code);
    }

    private static int Compare(ReferralCode left, ReferralCode right)
    {
        int order = left.Referrer.CompareTo(right.Referrer);
        order = order != 0 ? order : string.CompareOrdinal(left.Programme, right.Programme);
        order = order != 0 ? order : left.Holds.Start.CompareTo(right.Holds.Start);
        return order != 0 ? order : left.Holds.End.CompareTo(right.Holds.End);
    }

    private static ReferralFact OfOrder(
        ReferralFactKind kind, CustomerEventId id, Instant at, CustomerId referee, OrderId order, Money amount = default)
    {
        Guard.Against.NullOrWhiteSpace(order.Text, nameof(order));
        return new ReferralFact(kind, id, at, referee, order: order, amount: amount);
    }

    private static ReferralFact OfReward(ReferralFactKind kind, CustomerEventId id, Instant at, CustomerId referee, string codeText,
        Money amount)
    {
        Guard.Against.NullOrWhiteSpace(codeText);
        return new ReferralFact(kind, id, at, referee, codeText: codeText, amount: Checked(amount));
    }

    private static Money Checked(Money amount) =>
        amount.Currency.IsNone || amount.Amount is < 0m or > AmountMax
            ? throw new ArgumentOutOfRangeException(nameof(amount), amount, FormattableString.Invariant(
                $"An amount from 0 to {AmountMax} is needed."))
            : amount;
}
