using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PrivateDomain.Core;

public readonly partial record struct Money : ISpanFormattable, ISpanParsable<Money>
{
    /// <summary>The exact amount and its currency, such as <c>12.50 CNY</c>, in the invariant culture.</summary>
    /// <remarks>At least the digits of the minor unit, and as many more as the amount has: equal money gives equal text, and
    /// <see cref="Parse(string, IFormatProvider?)"/> reads it back.</remarks>
    public override string ToString() => ToString(null, null);

    /// <summary>The money as text.</summary>
    /// <param name="format">
    /// Null, empty or "G": exact, such as <c>1234.5678 CNY</c>. "N": for display, with group separators and rounded to the minor unit,
    /// halves away from zero,
    /// such as <c>1,234.57 CNY</c>.
    /// </param>
    /// <param name="formatProvider">The culture of the number; null is the invariant one.</param>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        return format switch
        {
            null or "" or "G" => $"{CanonicalAmount.ToString(provider)} {Currency.Code}",
            "N" => RoundToMinorUnit(MidpointRounding.AwayFromZero).Amount.ToString($"N{Currency.MinorUnitDigits}", provider)
                + $" {Currency.Code}",
            _ => throw new FormatException($"The formats of money are \"G\" and \"N\", but it was \"{format}\"."),
        };
    }

    /// <summary>Reads a text such as <c>12.50 CNY</c> or <c>CNY 12.50</c>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one. Group separators are not read.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is no amount with an ISO 4217 code; the message has it.</exception>
    public static Money Parse(string s, IFormatProvider? provider)
    {
        Guard.Against.Null(s);
        return TryParse(s, provider, out Money money)
            ? money
            : throw new FormatException($"An amount with a currency such as \"12.50 CNY\" is needed, but it was \"{Quoted.Of(s)}\".");
    }

    /// <summary>Tries to read a text such as <c>12.50 CNY</c> or <c>CNY 12.50</c>; false for anything else, and for null.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The culture of the number; null is the invariant one.</param>
    /// <param name="result">The money, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Money)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        result = default;
        ReadOnlySpan<char> text = s.Trim();
        int space = text.IndexOf(' ');
        if (space < 0)
        {
            return false;
        }

        ReadOnlySpan<char> first = text[..space];
        ReadOnlySpan<char> second = text[(space + 1)..].TrimStart();
        return Currency.TryParse(second, null, out Currency currency)
            ? TryAmount(first, provider, currency, out result)
            : Currency.TryParse(first, null, out currency) && TryAmount(second, provider, currency, out result);
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    /// <summary>The amount with at least the minor unit's digits and without further trailing zeros: one text for equal amounts.</summary>
    internal decimal CanonicalAmount
    {
        get
        {
            decimal shortest = Amount / 1.0000000000000000000000000000m;
            return shortest.Scale >= Currency.MinorUnitDigits
                ? shortest
                : decimal.Round(shortest, Currency.MinorUnitDigits) + (MinorUnit(Currency) * 0m);
        }
    }

    private static bool TryAmount(ReadOnlySpan<char> text, IFormatProvider? provider, Currency currency, out Money money)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        bool read = decimal.TryParse(text, Style, provider ?? CultureInfo.InvariantCulture, out decimal amount);
        money = read ? new Money(amount, currency) : default;
        return read;
    }
}
