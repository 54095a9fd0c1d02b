using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>What is known of a newcomer whom somebody referred, at an instant (新客事实).</summary>
/// <remarks>Equality is that of all parts. A fact that is null is not known, which is not the same as no; of instants, null says that it
/// did not happen.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RefereeFacts
{
    /// <summary>Puts the facts together; what is left out is not known, or did not happen.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="at">The instant.</param>
    /// <param name="referrer">Who is to get the reward; not empty.</param>
    /// <param name="referee">Who came; not empty.</param>
    /// <param name="code">The code that is claimed.</param>
    /// <param name="joinedAt">When the newcomer joined with it.</param>
    /// <param name="firstCode">The first code ever used.</param>
    /// <param name="sharedWithReferrer">Marks shared with the referrer.</param>
    /// <param name="closesRing">Whether a ring closes.</param>
    /// <param name="wasCustomer">An earlier link or order.</param>
    /// <param name="knownBy">Marks of earlier customers.</param>
    /// <param name="householdCount">Others of the household who count; 0 or more.</param>
    /// <param name="recentJoins">Joins within the velocity window; 0 or more.</param>
    /// <param name="purchasedAt">The first purchase.</param>
    /// <param name="isRefunded">Whether it was refunded; false while there is no purchase.</param>
    /// <param name="isCancelled">Whether it was cancelled; false while there is no purchase.</param>
    /// <param name="linkLostAt">When the link was lost.</param>
    /// <exception cref="ArgumentNullException">The programme or the code is null.</exception>
    /// <exception cref="ArgumentException">An identifier is empty, a number is negative, or kinds of marks are no kinds.</exception>
    public RefereeFacts(
        ReferralProgramme programme,
        Instant at,
        CustomerId referrer,
        CustomerId referee,
        ReferralCode code,
        Instant joinedAt,
        string? firstCode = null,
        IdentityKinds? sharedWithReferrer = null,
        bool? closesRing = null,
        bool? wasCustomer = null,
        IdentityKinds? knownBy = null,
        int? householdCount = null,
        int? recentJoins = null,
        Instant? purchasedAt = null,
        bool? isRefunded = null,
        bool? isCancelled = null,
        Instant? linkLostAt = null)
    {
        Guard.Against.NullOrWhiteSpace(referrer.Text, nameof(referrer));
        Guard.Against.NullOrWhiteSpace(referee.Text, nameof(referee));
        Guard.Against.Negative(householdCount ?? 0, nameof(householdCount));
        Guard.Against.Negative(recentJoins ?? 0, nameof(recentJoins));
        Programme = Guard.Against.Null(programme);
        At = at;
        Referrer = referrer;
        Referee = referee;
        Code = Guard.Against.Null(code);
        JoinedAt = joinedAt;
        FirstCode = firstCode;
        SharedWithReferrer = Checked(sharedWithReferrer, nameof(sharedWithReferrer));
        ClosesRing = closesRing;
        WasCustomer = wasCustomer;
        KnownBy = Checked(knownBy, nameof(knownBy));
        HouseholdCount = householdCount;
        RecentJoins = recentJoins;
        PurchasedAt = purchasedAt;
        IsRefunded = isRefunded;
        IsCancelled = isCancelled;
        LinkLostAt = linkLostAt;
    }

    /// <summary>The programme.</summary>
    public ReferralProgramme Programme { get; }

    /// <summary>The instant that the facts are of.</summary>
    public Instant At { get; }

    /// <summary>Who is to get the reward.</summary>
    public CustomerId Referrer { get; }

    /// <summary>Who came.</summary>
    public CustomerId Referee { get; }

    /// <summary>The code that is claimed.</summary>
    public ReferralCode Code { get; }

    /// <summary>When the newcomer joined with it.</summary>
    public Instant JoinedAt { get; }

    /// <summary>The text of the first code the newcomer ever used in the programme.</summary>
    public string? FirstCode { get; }

    /// <summary>Which marks newcomer and referrer share, from <see cref="IdentityRegister.SharedWith"/>.</summary>
    public IdentityKinds? SharedWithReferrer { get; }

    /// <summary>Whether the referral closes a ring, from <see cref="ReferralGraph.WouldCloseRing"/>.</summary>
    public bool? ClosesRing { get; }

    /// <summary>Whether there was a link or an order before.</summary>
    public bool? WasCustomer { get; }

    /// <summary>Which marks are an earlier customer's, from <see cref="IdentityRegister.KnownBy"/>.</summary>
    public IdentityKinds? KnownBy { get; }

    /// <summary>How many other newcomers of the same household count already.</summary>
    public int? HouseholdCount { get; }

    /// <summary>How many newcomers of the referrer joined within the velocity window, this one included.</summary>
    public int? RecentJoins { get; }

    /// <summary>When the first purchase was paid; null: not yet.</summary>
    public Instant? PurchasedAt { get; }

    /// <summary>Whether it was refunded.</summary>
    public bool? IsRefunded { get; }

    /// <summary>Whether it was cancelled.</summary>
    public bool? IsCancelled { get; }

    /// <summary>When the newcomer deleted or blocked the shop; null: still linked.</summary>
    public Instant? LinkLostAt { get; }

    private static IdentityKinds? Checked(IdentityKinds? kinds, string name) =>
        (kinds.GetValueOrDefault() & ~IdentityKinds.All) == IdentityKinds.None
            ? kinds
            : throw new ArgumentOutOfRangeException(name, kinds, "Kinds of the enumeration are needed.");
}
