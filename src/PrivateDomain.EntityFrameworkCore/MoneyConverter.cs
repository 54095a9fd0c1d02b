using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Keeps money of one currency as its amount (单币种金额与数值列的转换).</summary>
/// <remarks>Money of another currency, and the default value, are refused when they are written. Nothing is rounded here: give the column
/// the digits that the amounts have.</remarks>
public sealed class MoneyConverter : ValueConverter<Money, decimal>
{
    /// <summary>Makes the converter.</summary>
    /// <param name="currency">The currency of every amount in the column; not <see cref="Currency.None"/>.</param>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    public MoneyConverter(Currency currency)
        : base(money => Write(money, currency), amount => Money.From(amount, currency)) =>
        Currency = Money.Zero(currency).Currency;

    /// <summary>The currency of every amount in the column.</summary>
    public Currency Currency { get; }

    private static decimal Write(Money money, Currency currency) => money.Currency == currency
        ? money.Amount
        : throw new ArgumentException($"The column holds amounts in {currency}, but it was {money}.", nameof(money));
}
