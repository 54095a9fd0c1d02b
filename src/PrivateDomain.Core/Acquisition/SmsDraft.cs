using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>An SMS before it is sent, with what was done to check it (短信草稿).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
public sealed class SmsDraft
{
    private SmsDraft(
        string text, string author, SmsAudience audience, Instant sendAt, string? approvedBy, bool isTestSeen, ImmutableHashSet<string> checkedLinks, Money? pricePerSegment, Money? budget)
    {
        Text = text;
        Author = author;
        Audience = audience;
        SendAt = sendAt;
        ApprovedBy = approvedBy;
        IsTestSeen = isTestSeen;
        CheckedLinks = checkedLinks;
        PricePerSegment = pricePerSegment;
        Budget = budget;
        Length = SmsLength.Of(text);
    }

    /// <summary>The text, signature and opt-out line included.</summary>
    public string Text { get; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; }

    /// <summary>To whom it is to go.</summary>
    public SmsAudience Audience { get; }

    /// <summary>When it is to go.</summary>
    public Instant SendAt { get; }

    /// <summary>Who approved it; null when nobody did.</summary>
    public string? ApprovedBy { get; }

    /// <summary>Whether a test message was sent and looked at.</summary>
    public bool IsTestSeen { get; }

    /// <summary>The links that were opened and found right.</summary>
    public ImmutableHashSet<string> CheckedLinks { get; }

    /// <summary>The price of one segment to one number; null when it is not known.</summary>
    public Money? PricePerSegment { get; }

    /// <summary>What the send may cost; null when there is no limit.</summary>
    public Money? Budget { get; }

    /// <summary>How long the text is.</summary>
    public SmsLength Length { get; }

    /// <summary>What the whole send costs: price × segments × messages; null when the price is not known.</summary>
    public Money? Cost => PricePerSegment is { } price ? price * Length.Segments * Audience.Count : null;

    /// <summary>Puts a draft together.</summary>
    /// <param name="text">The text, signature and opt-out line included; an empty one is found by the check.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="audience">To whom it is to go.</param>
    /// <param name="sendAt">When it is to go.</param>
    /// <param name="approvedBy">Who approved it; null when nobody did.</param>
    /// <param name="isTestSeen">Whether a test message was sent and looked at.</param>
    /// <param name="checkedLinks">The links that were opened and found right; none when null.</param>
    /// <param name="pricePerSegment">The price of one segment to one number, 0 or more; null when it is not known.</param>
    /// <param name="budget">What the send may cost, in the currency of the price; null when there is no limit.</param>
    /// <exception cref="ArgumentNullException">The text, the author or the audience is null.</exception>
    /// <exception cref="ArgumentException">The author is empty, or the price is negative.</exception>
    /// <exception cref="CurrencyMismatchException">Price and budget are in different currencies.</exception>
    public static SmsDraft Create(
        string text,
        string author,
        SmsAudience audience,
        Instant sendAt,
        string? approvedBy = null,
        bool isTestSeen = false,
        IEnumerable<string>? checkedLinks = null,
        Money? pricePerSegment = null,
        Money? budget = null)
    {
        if (pricePerSegment is { } price)
        {
            Guard.Against.Negative(price.Amount, nameof(pricePerSegment));
            _ = budget is { } limit && price > limit; // throws for different currencies
        }

        return new SmsDraft(
            Guard.Against.Null(text),
            Guard.Against.NullOrWhiteSpace(author),
            Guard.Against.Null(audience),
            sendAt,
            approvedBy,
            isTestSeen,
            (checkedLinks ?? []).ToImmutableHashSet(StringComparer.Ordinal),
            pricePerSegment,
            budget);
    }
}
