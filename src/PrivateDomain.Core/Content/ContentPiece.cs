using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Content;

/// <summary>Who makes content (内容来源).</summary>
/// <remarks>The default value is <see cref="None"/>, which no content has.</remarks>
public enum ContentSource
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Customers and ambassadors (用户生产内容, UGC).</summary>
    UserMade,

    /// <summary>The shop's own or hired professionals (专业生产内容, PGC).</summary>
    Professional,
}

/// <summary>What content is for (内容用途).</summary>
/// <remarks>The default value is <see cref="None"/>, which no content has.</remarks>
public enum ContentPurpose
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>It is of use to the reader (有用内容).</summary>
    Useful,

    /// <summary>It sells (广告).</summary>
    Advertising,
}

/// <summary>One piece of content that was published (内容).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ContentPiece
{
    /// <summary>Makes a piece.</summary>
    /// <param name="on">When it was published, on the shop's calendar.</param>
    /// <param name="source">Who made it.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="interactions">Likes, comments and forwards together, 0 or more; null when nobody counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A choice is none or the number is negative.</exception>
    public ContentPiece(LocalDate on, ContentSource source, ContentPurpose purpose, int? interactions = null)
    {
        On = on;
        Source = CheckSource(source);
        Purpose = purpose is ContentPurpose.Useful or ContentPurpose.Advertising
            ? purpose
            : throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A defined purpose other than None is needed.");
        Interactions = interactions is { } counted ? Guard.Against.Negative(counted, nameof(interactions)) : null;
    }

    /// <summary>When it was published.</summary>
    public LocalDate On { get; }

    /// <summary>Who made it.</summary>
    public ContentSource Source { get; }

    /// <summary>What it is for.</summary>
    public ContentPurpose Purpose { get; }

    /// <summary>Likes, comments and forwards together; null when nobody counted.</summary>
    public int? Interactions { get; }

    internal static ContentSource CheckSource(ContentSource source) =>
        source is ContentSource.UserMade or ContentSource.Professional
            ? source
            : throw new ArgumentOutOfRangeException(nameof(source), source, "A defined source other than None is needed.");
}
