using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>An invitation code (邀请码): of one referrer, in one programme, for a time.</summary>
/// <remarks>Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferralCode
{
    private ReferralCode(string text, string programme, CustomerId referrer, Interval holds)
    {
        Text = text;
        Programme = programme;
        Referrer = referrer;
        Holds = holds;
    }

    /// <summary>The code as people pass it on.</summary>
    public string Text { get; }

    /// <summary>The name of its programme.</summary>
    public string Programme { get; }

    /// <summary>Whose it is.</summary>
    public CustomerId Referrer { get; }

    /// <summary>When it can be used: from its start, up to but without its end.</summary>
    public Interval Holds { get; }

    /// <summary>Makes a code.</summary>
    /// <param name="text">1 to 128 characters, as an identifier; upper and lower case differ.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="referrer">Whose it is; not empty.</param>
    /// <param name="begins">Null: with the programme.</param>
    /// <param name="ends">Null: with the programme.</param>
    /// <exception cref="ArgumentNullException">The text or the programme is null.</exception>
    /// <exception cref="ArgumentException">The text is no identifier, there is no referrer, or the end is not after the
    /// beginning.</exception>
    public static ReferralCode From(string text, ReferralProgramme programme, CustomerId referrer, Instant? begins = null,
        Instant? ends = null)
    {
        Guard.Against.Null(text);
        Guard.Against.Null(programme);
        Instant start = begins ?? programme.Runs.Start;
        Instant end = ends ?? programme.Runs.End;
        return !IdentifierText.IsValid(text) ? throw new ArgumentException(
            $"A visible text of 1 to 128 characters is needed; it was \"{Quoted.Of(text)}\".", nameof(text))
            : referrer.Text.Length == 0 ? throw new ArgumentException("A code is somebody's; the customer id was empty.", nameof(referrer))
            : end <= start ? throw new ArgumentException($"It ends at {end}, but it begins at {start}.", nameof(ends))
            : new ReferralCode(text, programme.Options.Name, referrer, new Interval(start, end));
    }

    // As it was written: of any programme, this one or another.
    internal static ReferralCode Of(string text, string programme, CustomerId referrer, Instant begins, Instant ends) =>
        IdentifierText.IsValid(text) && IdentifierText.IsValid(programme) && ends > begins
            ? new ReferralCode(text, programme, referrer, new Interval(begins, ends))
            : throw new ArgumentException("A code has a text, a programme, and an end after its beginning.", nameof(text));
}
