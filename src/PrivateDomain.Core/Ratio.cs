using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A part of a whole, or one amount measured by another (比率): known, or unknown because there is no whole.</summary>
/// <remarks>
/// <para>A known ratio is any decimal; 0.4 is 40 %. An empty denominator makes the ratio unknown: never 0, never infinite, never an
/// exception.</para>
/// <para>Equality is that of the number; all unknown ratios are equal. <see cref="CompareTo"/> puts unknown before every number; the
/// operators
/// &lt;, &gt;, &lt;= and &gt;= are false when either side is unknown.</para>
/// <para>The default value is <see cref="Unknown"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// Ratio rate = Ratio.From(18m, 120m); // 0.15
/// Ratio nobodyAsked = Ratio.From(0m, 0m); // unknown, which is not 0
/// if (nobodyAsked.IsKnown) { Show(nobodyAsked.Value); }
/// </code>
/// </example>
[JsonConverter(typeof(RatioJsonConverter))]
[TypeConverter(typeof(TextTypeConverter<Ratio>))]
public readonly record struct Ratio : IComparable<Ratio>, ISpanParsable<Ratio>, ISpanFormattable
{
    private readonly decimal value;

    private Ratio(decimal value)
    {
        this.value = value;
        IsKnown = true;
    }

    /// <summary>The ratio of which nothing is known: the default value.</summary>
    public static Ratio Unknown => default;

    /// <summary>Whether there is a number.</summary>
    public bool IsKnown { get; }

    /// <summary>The number, 0.4 for 40 %.</summary>
    /// <exception cref="InvalidOperationException">The ratio is unknown.</exception>
    public decimal Value =>
        IsKnown ? value : throw new InvalidOperationException("The ratio is unknown: ask IsKnown first, or use ValueOr.");

    /// <summary>The ratio of two numbers; unknown when the denominator is 0.</summary>
    /// <param name="numerator">The part.</param>
    /// <param name="denominator">The whole.</param>
    /// <remarks>A quotient that no decimal holds is unknown too.</remarks>
    public static Ratio From(decimal numerator, decimal denominator) =>
        Decimals.TryDivide(numerator, denominator, out decimal quotient) ? new Ratio(quotient) : Unknown;

    /// <summary>A known ratio.</summary>
    /// <param name="value">The number, 0.4 for 40 %.</param>
    public static Ratio From(decimal value) => new(value);

    /// <summary>The number, or another one when it is unknown.</summary>
    /// <param name="whenUnknown">What stands for the unknown.</param>
    public decimal ValueOr(decimal whenUnknown) => IsKnown ? value : whenUnknown;

    /// <summary>What is left of one: 60 % for 40 %; unknown stays unknown.</summary>
    /// <remarks>A ratio below what a decimal's range less one allows has no complement that can be counted: unknown.</remarks>
    public Ratio Complement() => IsKnown && value >= decimal.MinValue + 1m ? new Ratio(1m - value) : Unknown;

    /// <summary>Reads a number such as <c>0.4</c>, or the word for unknown in either language.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is something else; the message has it.</exception>
    public static Ratio Parse(string s, IFormatProvider? provider)
    {
        Guard.Against.Null(s);
        return TryParse(s, provider, out Ratio result)
            ? result
            : throw new FormatException($"A number such as \"0.4\", or \"unknown\", is needed, but it was \"{Quoted.Of(s)}\".");
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Ratio Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Tries to read a number such as <c>0.4</c>, or the word for unknown in either language; false for anything else, and for
    /// null.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one.</param>
    /// <param name="result">What was read, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Ratio result)
    {
        IFormatProvider culture = provider ?? CultureInfo.InvariantCulture;
        bool isUnknown = string.Equals(s, VocabularyReasons.UnknownWord.English, StringComparison.Ordinal) ||
            string.Equals(s, VocabularyReasons.UnknownWord.Chinese, StringComparison.Ordinal);
        bool isNumber = decimal.TryParse(s, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, culture, out decimal number);
        result = isNumber ? new Ratio(number) : Unknown;
        return isNumber || isUnknown;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Ratio)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Ratio result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (IsKnown, other.IsKnown) switch
    {
        (true, true) => value.CompareTo(other.value),
        _ => IsKnown.CompareTo(other.IsKnown),
    };

    /// <summary>Whether both are known and the left is less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.IsKnown && right.IsKnown && left.value < right.value;

    /// <summary>Whether both are known and the left is more.</summary>
    public static bool operator >(Ratio left, Ratio right) => right < left;

    /// <summary>Whether both are known and the left is at most the right.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.IsKnown && right.IsKnown && left.value <= right.value;

    /// <summary>Whether both are known and the left is at least the right.</summary>
    public static bool operator >=(Ratio left, Ratio right) => right <= left;

    /// <summary>The exact number such as <c>0.4</c> in the invariant culture, or <c>unknown</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The ratio as text.</summary>
    /// <param name="format">Null, empty or "G": the exact number. "P" with digits, such as "P1": per cent, <c>40.1 %</c>, rounded for
    /// display.</param>
    /// <param name="formatProvider">The culture; null is the invariant one. It chooses the language of "unknown" too.</param>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (!IsKnown)
        {
            return VocabularyReasons.UnknownWord.In(Languages.For(formatProvider));
        }

        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        return format switch
        {
            null or "" or "G" => (value / 1.0000000000000000000000000000m).ToString(provider),
            ['P', ..] => value.ToString(format, provider),
            _ => throw new FormatException($"The formats of a ratio are \"G\" and \"P\" with digits, but it was \"{format}\"."),
        };
    }
}
