using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>An SMS before it is sent, with what was done to check it (短信草稿).</summary>
/// <remarks>Immutable and safe to share between threads. Equality is that of all parts, of the links whatever their order.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record SmsDraft
{
    /// <summary>The text, signature and opt-out line included; an empty one is found by the check.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required string Text { get; init => field = Guard.Against.Null(value); }

    /// <summary>Who wrote it.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public required string Author { get; init => field = Guard.Against.NullOrWhiteSpace(value); }

    /// <summary>To whom it is to go.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required SmsAudience Audience { get; init => field = Guard.Against.Null(value); }

    /// <summary>When it is to go.</summary>
    public required Instant SendAt { get; init; }

    /// <summary>Who approved it; null when nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Whether a test message was sent and looked at.</summary>
    public bool IsTestSeen { get; init; }

    /// <summary>The links that were opened and found right, each as the text writes it, full width aside; none when nothing is
    /// said.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public ImmutableHashSet<string> CheckedLinks { get; init => field = Guard.Against.Null(value); } = [];

    /// <summary>The price of one segment to one number, 0 or more; null when it is unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money? PricePerSegment
    {
        get;
        init
        {
            Guard.Against.Negative(value?.Amount ?? 0m, nameof(PricePerSegment));
            field = value;
        }
    }

    /// <summary>What the send may cost, in the currency of the price; null when there is no limit.</summary>
    public Money? Budget { get; init; }

    /// <summary>How long the text is.</summary>
    public SmsLength Length => SmsLength.From(Text);

    /// <summary>What the whole send costs: price × segments × messages; null when the price is unknown, or the cost too large to be written
    /// down.</summary>
    public Money? Cost
    {
        get
        {
            decimal units = (decimal)Length.Segments * Audience.Count;
            return PricePerSegment is { } price && Decimals.TryMultiply(price.Amount, units, out decimal cost)
                ? Money.From(cost, price.Currency)
                : null;
        }
    }

    /// <inheritdoc/>
    public bool Equals(SmsDraft? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal)
            && string.Equals(Author, other.Author, StringComparison.Ordinal) &&
        Audience == other.Audience && SendAt == other.SendAt && string.Equals(ApprovedBy, other.ApprovedBy, StringComparison.Ordinal) &&
        IsTestSeen == other.IsTestSeen && CheckedLinks.SetEquals(other.CheckedLinks) && PricePerSegment == other.PricePerSegment
            && Budget == other.Budget;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Author, Audience, SendAt, ApprovedBy, IsTestSeen, PricePerSegment, Budget);
}
