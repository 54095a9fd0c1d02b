using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A currency (币种), named by its ISO 4217 code.</summary>
/// <remarks>
/// <para>Only codes of active ISO 4217 currencies can be made; funds, metals and test codes are refused.</para>
/// <para>Equality is that of the code; ordering is alphabetical by code.</para>
/// <para>The default value is <see cref="None"/>, "XXX" in ISO 4217: it mixes with no other currency, so forgotten currencies fail
/// closed.</para>
/// </remarks>
/// <example>
/// <code>
/// Currency yuan = Currency.From("CNY"); // the same as Currency.Cny
/// bool isKnown = Currency.TryFrom(column, out Currency other); // false for "RMB", which is no ISO code
/// int digits = Currency.Jpy.MinorUnitDigits; // 0
/// </code>
/// </example>
[JsonConverter(typeof(CurrencyJsonConverter))]
[TypeConverter(typeof(TextTypeConverter<Currency>))]
public readonly record struct Currency : IComparable<Currency>, ISpanParsable<Currency>, ISpanFormattable
{
    // ISO 4217 list one: the codes of active currencies by the number of digits of their minor unit.
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
        "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD " +
        "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP " +
        "PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH " +
        "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly FrozenDictionary<string, Currency> Table = ReadTable();
    private static readonly FrozenDictionary<string, Currency>.AlternateLookup<ReadOnlySpan<char>> TableBySpan =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string? code;
    private readonly int minorUnitDigits;

    private Currency(string code, int minorUnitDigits)
    {
        this.code = code;
        this.minorUnitDigits = minorUnitDigits;
    }

    /// <summary>No currency: "XXX", the default value.</summary>
    public static Currency None => default;

    /// <summary>Renminbi (人民币), in yuan of 100 fen.</summary>
    public static Currency Cny => new("CNY", 2);

    /// <summary>US dollar (美元).</summary>
    public static Currency Usd => new("USD", 2);

    /// <summary>Euro (欧元).</summary>
    public static Currency Eur => new("EUR", 2);

    /// <summary>Hong Kong dollar (港元).</summary>
    public static Currency Hkd => new("HKD", 2);

    /// <summary>Japanese yen (日元), which has no minor unit.</summary>
    public static Currency Jpy => new("JPY", 0);

    /// <summary>The three letters of ISO 4217, "XXX" for <see cref="None"/>.</summary>
    public string Code => code ?? "XXX";

    /// <summary>How many decimal digits the minor unit has: 2 for fen and cents, 0 for yen, 3 for Kuwaiti fils.</summary>
    public int MinorUnitDigits => minorUnitDigits;

    /// <summary>Whether this is the default value, no currency.</summary>
    public bool IsNone => code is null;

    /// <summary>The currency with the given code.</summary>
    /// <param name="code">Three capital letters of ISO 4217.</param>
    /// <exception cref="ArgumentNullException">The code is null.</exception>
    /// <exception cref="ArgumentException">The code is not that of an active currency; the message has it.</exception>
    public static Currency From(string code)
    {
        Guard.Against.Null(code);
        return TryFrom(code, out Currency currency)
            ? currency
            : throw new ArgumentException($"An ISO 4217 code such as \"CNY\" is needed, but it was \"{Quoted.Of(code)}\".", nameof(code));
    }

    /// <summary>All codes, in their order.</summary>
    internal static IEnumerable<string> Codes => Table.Keys.Order(StringComparer.Ordinal);

    /// <summary>Tries to find the currency with the given code.</summary>
    /// <param name="code">Three capital letters of ISO 4217; anything else, and null, give false.</param>
    /// <param name="currency">The currency, or <see cref="None"/>.</param>
    public static bool TryFrom([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = default;
        return code is not null && Table.TryGetValue(code, out currency);
    }

    /// <summary>The currency with the given code; the culture says nothing.</summary>
    /// <param name="s">Three capital letters of ISO 4217.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is no code of an active currency; the message has it.</exception>
    public static Currency Parse(string s, IFormatProvider? provider)
    {
        Guard.Against.Null(s);
        return TryFrom(s, out Currency currency)
            ? currency
            : throw new FormatException($"An ISO 4217 code such as \"CNY\" is needed, but it was \"{Quoted.Of(s)}\".");
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Currency Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) => TryFrom(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Currency result) =>
        TableBySpan.TryGetValue(s, out result);

    /// <inheritdoc/>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>Whether the left code stands before the right one.</summary>
    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left code stands after the right one.</summary>
    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left code stands before the right one or is the same.</summary>
    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left code stands after the right one or is the same.</summary>
    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Code;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(Code, destination, out charsWritten);

    private static FrozenDictionary<string, Currency> ReadTable()
    {
        var table = new Dictionary<string, Currency>(StringComparer.Ordinal);
        foreach ((string codes, int digits) in new[] { (TwoDigits, 2), (NoDigits, 0), (ThreeDigits, 3) })
        {
            foreach (string entry in codes.Split(' '))
            {
                table.Add(entry, new Currency(entry, digits));
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
