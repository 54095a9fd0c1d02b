using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Core.Content;

/// <summary>What was published in a window of days (内容配比): useful or advertising, by users or professionals.</summary>
/// <remarks>
/// <para>It is the mix of what everybody can see. What is sent to one customer is held to a share by <see cref="OutreachPolicy"/>.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. Every share is unknown when its
/// whole is empty, never 0.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ContentMix
{
    private readonly (int Pieces, int Counted, long Interactions) users;
    private readonly (int Pieces, int Counted, long Interactions) professionals;

    private ContentMix(LocalDate from, LocalDate to, ContentPiece[] pieces)
    {
        From = from;
        To = to;
        Pieces = pieces.Length;
        Useful = pieces.Count(static p => p.Purpose == ContentPurpose.Useful);
        users = Sums(pieces, ContentSource.UserMade);
        professionals = Sums(pieces, ContentSource.Professional);
    }

    /// <summary>The first day.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, included.</summary>
    public LocalDate To { get; }

    /// <summary>How many pieces were published.</summary>
    public int Pieces { get; }

    /// <summary>How many of them are useful.</summary>
    public int Useful { get; }

    /// <summary>How many of them are advertising.</summary>
    public int Advertising => Pieces - Useful;

    /// <summary>How many of them users made.</summary>
    public int UserMade => users.Pieces;

    /// <summary>How many of them professionals made.</summary>
    public int Professional => professionals.Pieces;

    /// <summary>The share of useful pieces (有用内容占比).</summary>
    public Ratio UsefulShare => Ratio.From(Useful, Pieces);

    /// <summary>The share of advertising (广告占比).</summary>
    public Ratio AdvertisingShare => Ratio.From(Advertising, Pieces);

    /// <summary>The share of pieces that users made (UGC 占比).</summary>
    public Ratio UserMadeShare => Ratio.From(UserMade, Pieces);

    /// <summary>The mix of a window.</summary>
    /// <param name="pieces">What was published; pieces of other days are left out.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    /// <exception cref="ArgumentNullException">There are no pieces, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public static ContentMix Measure(IEnumerable<ContentPiece> pieces, LocalDate from, LocalDate to)
    {
        Guard.Against.Null(pieces);
        return to >= from
            ? new ContentMix(from, to, [.. pieces.Where(p => Guard.Against.Null(p, nameof(pieces)).On >= from && p.On <= to)])
            : throw new ArgumentOutOfRangeException(
                nameof(to), to, $"A day from {NodaTime.Text.LocalDatePattern.Iso.Format(from)} is needed.");
    }

    /// <summary>The interactions of one piece on average, over the pieces that were counted; unknown when none was.</summary>
    /// <param name="source">Whose pieces.</param>
    /// <exception cref="ArgumentOutOfRangeException">The source is none or not defined.</exception>
    public Ratio InteractionsPerPiece(ContentSource source)
    {
        (_, int counted, long interactions) = ContentPiece.CheckSource(source) == ContentSource.UserMade ? users : professionals;
        return Ratio.From(interactions, counted);
    }

    private static (int Pieces, int Counted, long Interactions) Sums(ContentPiece[] pieces, ContentSource source)
    {
        ContentPiece[] own = [.. pieces.Where(p => p.Source == source)];
        int[] counted = [.. own.Select(static p => p.Interactions).OfType<int>()];
        return (own.Length, counted.Length, counted.Sum(static n => (long)n));
    }
}
