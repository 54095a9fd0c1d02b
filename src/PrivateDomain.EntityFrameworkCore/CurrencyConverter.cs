using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Keeps a currency as the three letters of ISO 4217 (币种与代码列的转换).</summary>
/// <remarks>The default value, no currency, is refused when it is written; a code that is not that of an active currency when it is read.
/// </remarks>
public sealed class CurrencyConverter : ValueConverter<Currency, string>
{
    /// <summary>Makes the converter.</summary>
    public CurrencyConverter()
        : base(static currency => Write(currency), static code => Currency.From(code),
            new ConverterMappingHints(size: 3, unicode: false))
    {
    }

    private static string Write(Currency currency) => currency.IsNone
        ? throw new ArgumentException($"A currency is needed, but it was {currency}.", nameof(currency))
        : currency.Code;
}
