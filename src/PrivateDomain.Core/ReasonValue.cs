using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core;

/// <summary>A value found or required, as a <see cref="Reason"/> shows it (理由中的数值): a number, a share, money, a text, a date, an
/// instant, or nothing.</summary>
/// <remarks>
/// <para>Values convert implicitly: <c>definition.With(found: 3, required: 5)</c>. Numbers and dates are the same in every culture; only
/// words follow the language.</para>
/// <para>A sentence rounds for people, to whole per cents and to four decimals; the exact value is in <see cref="Content"/>.</para>
/// <para>Equality is that of the kind and the value; there is no ordering. The default value is nothing, and shows as an empty text.</para>
/// </remarks>
[JsonConverter(typeof(ReasonValueJsonConverter))]
public readonly record struct ReasonValue
{
    private ReasonValue(object? content) => Content = content;

    /// <summary>The value as one of <see cref="decimal"/>, <see cref="Ratio"/>,
    /// <see cref="Money"/>, <see cref="Bilingual"/>, <see cref="LocalDate"/>,
    /// <see cref="Instant"/> or <see cref="Duration"/>; null when there is none.</summary>
    public object? Content { get; }

    /// <summary>A number.</summary>
    public static implicit operator ReasonValue(int value) => new((decimal)value);

    /// <summary>A number.</summary>
    public static implicit operator ReasonValue(long value) => new((decimal)value);

    /// <summary>A number.</summary>
    public static implicit operator ReasonValue(decimal value) => new(value);

    /// <summary>A share, shown in per cent.</summary>
    public static implicit operator ReasonValue(Ratio value) => new(value);

    /// <summary>An amount of money.</summary>
    public static implicit operator ReasonValue(Money value) => new(value);

    /// <summary>A text that is the same in both languages, such as a name; null is nothing.</summary>
    public static implicit operator ReasonValue(string? value) => new(value is null ? null : new Bilingual(value, value));

    /// <summary>A text in both languages.</summary>
    public static implicit operator ReasonValue(Bilingual value) => new(value);

    /// <summary>A date.</summary>
    public static implicit operator ReasonValue(LocalDate value) => new(value);

    /// <summary>An instant, shown in the zone asked for.</summary>
    public static implicit operator ReasonValue(Instant value) => new(value);

    /// <summary>A length of time.</summary>
    public static implicit operator ReasonValue(Duration value) => new(value);

    /// <summary>A number in floating point; what no decimal holds (not a number, infinity, the very large) is shown as text.</summary>
    /// <param name="value">The number.</param>
    public static ReasonValue From(double value) =>
        double.IsFinite(value) && Math.Abs(value) < (double)decimal.MaxValue
            ? new ReasonValue((object)(decimal)value)
            : (ReasonValue)value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value as a sentence shows it.</summary>
    /// <param name="language">The language of words such as "unknown".</param>
    /// <param name="zone">The zone in which an instant is shown; null is UTC, and then the text says so.</param>
    public string ToString(Language language, DateTimeZone? zone = null) => ReasonText.Of(Content, language, zone, extraDigits: 0);

    /// <summary>The value as an English sentence shows it.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>A whole amount of something, for the plural of a word: true for exactly 1.</summary>
    internal bool IsOne => Content is 1m;
}
