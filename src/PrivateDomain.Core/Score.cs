using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>How well something does, from 0 (not at all) to 100 (perfectly) (得分).</summary>
/// <remarks>
/// <para>A score is always a number in the closed range [0, 100]; NaN and all else are refused.</para>
/// <para>Equality and ordering are those of the number.</para>
/// <para>The default value is <see cref="Zero"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// Score half = Score.From(50);
/// bool isBetter = half &gt; Score.Zero;
/// bool isScore = Score.TryFrom(101, out Score none); // false: scores run from 0 to 100
/// </code>
/// </example>
[JsonConverter(typeof(ScoreJsonConverter))]
[TypeConverter(typeof(TextTypeConverter<Score>))]
public readonly record struct Score : IComparable<Score>, ISpanParsable<Score>, ISpanFormattable
{
    /// <summary>The least value.</summary>
    public const double Min = 0;

    /// <summary>The greatest value.</summary>
    public const double Max = 100;

    private Score(double value) => Value = value + 0.0; // -0 becomes 0, so that equal scores print alike

    /// <summary>The lowest score, the default value.</summary>
    public static Score Zero => default;

    /// <summary>The highest score.</summary>
    public static Score Perfect => new(Max);

    /// <summary>The score as a number from 0 to 100.</summary>
    public double Value { get; }

    /// <summary>Makes a score from a number which the caller expects to be valid.</summary>
    /// <param name="value">A number from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 100].</exception>
    public static Score From(double value) =>
        TryFrom(value, out Score score)
            ? score
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A score is a number from 0 to 100.");

    /// <summary>Tries to make a score; false for NaN and for what is not in [0, 100].</summary>
    /// <param name="value">A number.</param>
    /// <param name="score">The score, or <see cref="Zero"/>.</param>
    public static bool TryFrom(double value, out Score score)
    {
        bool valid = value is >= Min and <= Max;
        score = valid ? new Score(value) : default;
        return valid;
    }

    /// <summary>Reads a number from 0 to 100.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is something else; the message has it.</exception>
    public static Score Parse(string s, IFormatProvider? provider)
    {
        Guard.Against.Null(s);
        return TryParse(s, provider, out Score result)
            ? result
            : throw new FormatException($"A number from 0 to 100 is needed, but it was \"{Quoted.Of(s)}\".");
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Score Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Tries to read a number from 0 to 100; false for anything else, and for null.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one.</param>
    /// <param name="result">What was read, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Score result)
    {
        result = default;
        return double.TryParse(s, NumberStyles.Float, provider ?? CultureInfo.InvariantCulture, out double number)
            && TryFrom(number, out result);
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Score)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Score result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    /// <inheritdoc/>
    public int CompareTo(Score other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left score is lower.</summary>
    public static bool operator <(Score left, Score right) => left.Value < right.Value;

    /// <summary>Whether the left score is higher.</summary>
    public static bool operator >(Score left, Score right) => left.Value > right.Value;

    /// <summary>Whether the left score is at most the right one.</summary>
    public static bool operator <=(Score left, Score right) => left.Value <= right.Value;

    /// <summary>Whether the left score is at least the right one.</summary>
    public static bool operator >=(Score left, Score right) => left.Value >= right.Value;

    /// <summary>The score, rounded to one decimal for display, in the invariant culture, such as <c>72.5</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The score as text.</summary>
    /// <param name="format">A standard or custom format of numbers; null is one decimal.</param>
    /// <param name="formatProvider">The culture; null is the invariant one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(string.IsNullOrEmpty(format) ? "0.0" : format, formatProvider ?? CultureInfo.InvariantCulture);
}
