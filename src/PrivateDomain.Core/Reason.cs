using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core;

/// <summary>One reason of an answer (理由): a stable code, what was found, what was needed, and a sentence in English and in Simplified
/// Chinese.</summary>
/// <remarks>
/// <para>Programs use <see cref="Code"/>, people read <see cref="ToString(Language, DateTimeZone)"/>.</para>
/// <para>Equality is that of the code and both values; there is no ordering, a list of reasons has its own.</para>
/// <para>The default value is the reason <c>decision.never_made</c>.</para>
/// </remarks>
/// <example>
/// <code>
/// Reason first = decision.Reasons[0];
/// string english = first.ToString(Language.English, shop.Zone); // instants in the shop's own time
/// bool isAsleep = first.Code == OutreachReasons.QuietHours.Code; // codes do not change; sentences may
/// </code>
/// </example>
[JsonConverter(typeof(ReasonJsonConverter))]
public readonly record struct Reason : IFormattable
{
    private readonly ReasonDefinition? definition;

    /// <summary>Makes a reason.</summary>
    /// <param name="definition">Its kind.</param>
    /// <param name="found">What was found; the default stands for nothing to show.</param>
    /// <param name="required">What was needed; the default stands for nothing to show.</param>
    /// <exception cref="ArgumentNullException">There is no kind.</exception>
    public Reason(ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
    {
        this.definition = Guard.Against.Null(definition);
        Found = found;
        Required = required;
    }

    /// <summary>The kind of the reason.</summary>
    public ReasonDefinition Definition => definition ?? VocabularyReasons.NeverMade;

    /// <summary>The stable code, such as <c>costs.no_followers</c>.</summary>
    public string Code => Definition.Code;

    /// <summary>What was found.</summary>
    public ReasonValue Found { get; }

    /// <summary>What was needed.</summary>
    public ReasonValue Required { get; }

    /// <inheritdoc/>
    public bool Equals(Reason other) => Definition.Equals(other.Definition) && Found.Equals(other.Found) && Required.Equals(other.Required);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Found, Required);

    /// <summary>The sentence in a language, with the values in their places, rounded for people.</summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    /// <param name="zone">The zone in which instants are shown, such as the shop's:
    /// <c>2026-03-01 16:30</c>. Null is UTC, and then the text says so.</param>
    public string ToString(Language language, DateTimeZone? zone = null)
    {
        (string found, string required) = ReasonText.Of(Found, Required, language, zone);
        return SentenceTemplate.Fill(Definition.Sentence.In(language), Found, found, Required, required);
    }

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The sentence in the culture's language, as <see cref="Languages.For"/> chooses it.</summary>
    /// <param name="format">Not used.</param>
    /// <param name="formatProvider">The culture; null is the invariant one, so English.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString(Languages.For(formatProvider));
}
