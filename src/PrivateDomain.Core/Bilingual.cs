using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A text in English and in Simplified Chinese (双语文本).</summary>
/// <remarks>
/// <para>Equality is that of both texts, ordinal; there is no ordering.</para>
/// <para>The default value is the empty text in both languages.</para>
/// </remarks>
[JsonConverter(typeof(BilingualJsonConverter))]
public readonly record struct Bilingual : IFormattable
{
    private readonly string? english;
    private readonly string? chinese;

    /// <summary>Makes a text from its two versions.</summary>
    /// <param name="english">The English text.</param>
    /// <param name="chinese">The Simplified Chinese text.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public Bilingual(string english, string chinese)
    {
        this.english = Guard.Against.Null(english).Length > 0 ? english : null; // the empty text is the default value's
        this.chinese = Guard.Against.Null(chinese).Length > 0 ? chinese : null;
    }

    /// <summary>The English text.</summary>
    public string English => english ?? "";

    /// <summary>The Simplified Chinese text.</summary>
    public string Chinese => chinese ?? "";

    /// <summary>The text in the language asked for.</summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    public string In(Language language) => language == Language.SimplifiedChinese ? Chinese : English;

    /// <summary>The English text.</summary>
    public override string ToString() => English;

    /// <summary>The text in the culture's language, as <see cref="Languages.For"/> chooses it.</summary>
    /// <param name="format">Not used.</param>
    /// <param name="formatProvider">The culture; null is the invariant one, so English.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) => In(Languages.For(formatProvider));
}
