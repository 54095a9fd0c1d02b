using System.Text.Json.Serialization;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Welfare;

/// <summary>What people do to take part in a welfare (福利形式).</summary>
/// <remarks>The default value is <see cref="None"/>, which no plan has.</remarks>
public enum WelfareForm
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>They like a post (点赞).</summary>
    Like,

    /// <summary>They write under a post (评论).</summary>
    Comment,

    /// <summary>They draw lots (抽奖).</summary>
    Lottery,

    /// <summary>They pass a post on (转发).</summary>
    Forward,
}

/// <summary>The figures of a welfare for an occasion, before it is given (福利方案).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record WelfarePlan
{
    /// <summary>Makes a plan.</summary>
    /// <param name="occasion">What for.</param>
    /// <param name="form">How people take part.</param>
    /// <param name="gift">What is given.</param>
    /// <param name="pieces">How many gifts are given; 1 or more.</param>
    /// <param name="participants">How many are expected to take part; <paramref name="pieces"/> or more.</param>
    /// <param name="contributionPerParticipant">What one who takes part brings in on average; any sign. There is no default: who has not
    /// measured it
    /// does not know.</param>
    /// <param name="price">What the receiver pays for a gift, 0 or more; null gives it away.</param>
    /// <param name="redLine">The least that must be left in all; null is 0, "no loss".</param>
    /// <exception cref="ArgumentNullException">The occasion or gift is null.</exception>
    /// <exception cref="ArgumentException">A value is out of range, or an amount is in another currency than the gift.</exception>
    public WelfarePlan(
        Occasion occasion,
        WelfareForm form,
        Gift gift,
        int pieces,
        int participants,
        Money contributionPerParticipant,
        Money? price = null,
        Money? redLine = null)
    {
        Occasion = Guard.Against.Null(occasion);
        Form = form is > WelfareForm.None and <= WelfareForm.Forward
            ? form
            : throw new ArgumentOutOfRangeException(nameof(form), form, "A defined form of welfare other than None is needed.");
        Gift = Guard.Against.Null(gift);
        Pieces = Guard.Against.OutOfRange(pieces, nameof(pieces), 1, int.MaxValue);
        Participants = Guard.Against.OutOfRange(participants, nameof(participants), pieces, int.MaxValue);
        ContributionPerParticipant = InGiftCurrency(contributionPerParticipant, nameof(contributionPerParticipant));
        Price = InGiftCurrency(price ?? Money.Zero(gift.FixedCost.Currency), nameof(price));
        Guard.Against.Negative(Price.Amount, nameof(price));
        RedLine = InGiftCurrency(redLine ?? Money.Zero(gift.FixedCost.Currency), nameof(redLine));
    }

    /// <summary>What for.</summary>
    public Occasion Occasion { get; }

    /// <summary>How people take part.</summary>
    public WelfareForm Form { get; }

    /// <summary>What is given.</summary>
    public Gift Gift { get; }

    /// <summary>How many gifts are given.</summary>
    public int Pieces { get; }

    /// <summary>How many are expected to take part.</summary>
    public int Participants { get; }

    /// <summary>What one who takes part brings in on average, won or not, before the cost of gifts.</summary>
    public Money ContributionPerParticipant { get; }

    /// <summary>What the receiver pays for a gift.</summary>
    public Money Price { get; }

    /// <summary>The least that must be left in all (利润红线).</summary>
    public Money RedLine { get; }

    private Money InGiftCurrency(Money amount, string name) =>
        amount.Currency == Gift.FixedCost.Currency
            ? amount
            : throw new ArgumentException($"The gift's currency {Gift.FixedCost.Currency} is needed, but the amount is {amount}.", name);
}
