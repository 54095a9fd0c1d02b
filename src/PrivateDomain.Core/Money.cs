using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>An amount of money in one currency (金额).</summary>
/// <remarks>
/// <para>The amount is a decimal of any sign. Nothing is ever rounded unless <see cref="RoundToMinorUnit"/> is called; overflow
/// throws.</para>
/// <para>Equality is that of the number and the currency: 12.5 yuan equal 12.50 yuan. Ordering is that of the number, within one currency;
/// comparing or adding different currencies throws <see cref="CurrencyMismatchException"/>.</para>
/// <para>The default value is 0 in <see cref="Currency.None"/>. It mixes with no real currency: start sums at <see cref="Zero"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// Money price = Money.Yuan(99.90m);
/// Money both = price + Money.Parse("12.10 CNY", null); // 112.00 CNY
/// ImmutableArray&lt;Money&gt; three = Money.Yuan(100m).Split(3); // 33.34, 33.33, 33.33: no cent is lost
/// if (both.Per(0m).TryGet(out Money each)) { Console.WriteLine(each); } // nothing: of no pieces there is no price
/// </code>
/// </example>
[JsonConverter(typeof(MoneyJsonConverter))]
[TypeConverter(typeof(TextTypeConverter<Money>))]
public readonly partial record struct Money :
    IComparable<Money>,
    IComparisonOperators<Money, Money, bool>,
    IAdditionOperators<Money, Money, Money>,
    ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>,
    IMultiplyOperators<Money, decimal, Money>,
    IDivisionOperators<Money, decimal, Money>
{
    private Money(decimal amount, Currency currency)
    {
        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount in major units, yuan rather than fen, unrounded.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Whether the amount is 0.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>Whether the amount is below 0.</summary>
    public bool IsNegative => Amount < 0;

    /// <summary>An amount in a currency.</summary>
    /// <param name="amount">The amount in major units; every decimal is allowed.</param>
    /// <param name="currency">The currency; not <see cref="Currency.None"/>.</param>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    public static Money From(decimal amount, Currency currency) =>
        TryFrom(amount, currency, out Money money)
            ? money
            : throw new ArgumentException($"Money needs a currency, but it was \"{currency.Code}\".", nameof(currency));

    /// <summary>Tries to make an amount in a currency; false for <see cref="Currency.None"/>.</summary>
    /// <param name="amount">The amount in major units.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="money">The money, or the default value.</param>
    public static bool TryFrom(decimal amount, Currency currency, out Money money)
    {
        money = currency.IsNone ? default : new Money(amount, currency);
        return !currency.IsNone;
    }

    /// <summary>An amount in yuan (元).</summary>
    /// <param name="amount">The amount in yuan.</param>
    public static Money Yuan(decimal amount) => new(amount, Currency.Cny);

    /// <summary>Nothing, in a currency: where sums start.</summary>
    /// <param name="currency">The currency; not <see cref="Currency.None"/>.</param>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    public static Money Zero(Currency currency) => From(0m, currency);

    /// <summary>The sum.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is beyond what a decimal holds; the message has both operands.</exception>
    public static Money operator +(Money left, Money right)
    {
        decimal amount = right.AmountIn(left);
        try
        {
            return new(left.Amount + amount, left.Currency);
        }
        catch (OverflowException)
        {
            throw Beyond($"{left} + {right}");
        }
    }

    /// <summary>The difference.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is beyond what a decimal holds; the message has both operands.</exception>
    public static Money operator -(Money left, Money right)
    {
        decimal amount = right.AmountIn(left);
        try
        {
            return new(left.Amount - amount, left.Currency);
        }
        catch (OverflowException)
        {
            throw Beyond($"{left} - {right}");
        }
    }

    /// <summary>The amount with the opposite sign.</summary>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <summary>The amount times a factor, unrounded.</summary>
    /// <exception cref="OverflowException">The result is beyond what a decimal holds; the message has both operands.</exception>
    public static Money operator *(Money left, decimal right)
    {
        try
        {
            return new(left.Amount * right, left.Currency);
        }
        catch (OverflowException)
        {
            throw Beyond(FormattableString.Invariant($"{left} * {right}"));
        }
    }

    /// <summary>The amount times a factor, unrounded.</summary>
    /// <exception cref="OverflowException">The result is beyond what a decimal holds; the message has both operands.</exception>
    public static Money operator *(decimal left, Money right) => right * left;

    /// <summary>The amount divided by a number, to the 28 digits of a decimal. Use <see cref="Split"/> to hand out money.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0. Where it may be, <see cref="Per"/> gives an answer
    /// instead.</exception>
    /// <exception cref="OverflowException">The result is beyond what a decimal holds; the message has both operands.</exception>
    public static Money operator /(Money left, decimal right)
    {
        if (right == 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(right), right, "Money is divided by a number other than 0; where it may be 0, ask Per for an answer.");
        }

        try
        {
            return new(left.Amount / right, left.Currency);
        }
        catch (OverflowException)
        {
            throw Beyond(FormattableString.Invariant($"{left} / {right}"));
        }
    }

    /// <summary>Whether the left amount is below the right one.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.Amount < right.AmountIn(left);

    /// <summary>Whether the left amount is above the right one.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.Amount > right.AmountIn(left);

    /// <summary>Whether the left amount is at most the right one.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.AmountIn(left);

    /// <summary>Whether the left amount is at least the right one.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.AmountIn(left);

    /// <summary>Compares two amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.AmountIn(this));

    /// <summary>How much this is of another amount: unknown when that is 0.</summary>
    /// <param name="whole">What to measure against.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public Ratio RatioTo(Money whole) => Ratio.From(Amount, whole.AmountIn(this));

    /// <summary>This amount for each of a number of things, unrounded; no value when there are none of them.</summary>
    /// <param name="count">How many things share the amount: customers, orders, periods.</param>
    /// <returns>The amount for each, or the reason <c>money.nothing_to_divide_by</c>,
    /// or <c>money.beyond_amounts</c> where a decimal cannot hold it.</returns>
    public Answer<Money> Per(decimal count) =>
        count == 0
            ? Answer<Money>.Refused(VocabularyReasons.NothingToDivideBy.With(count, "≠ 0"))
            : Decimals.TryDivide(Amount, count, out decimal each)
                ? new Money(each, Currency)
                : Answer<Money>.Refused(VocabularyReasons.BeyondAmounts.With(this, count));

    /// <summary>The amount rounded to the currency's minor unit, on request only.</summary>
    /// <param name="rounding">How halves are rounded; named by the caller because there is no right default.</param>
    public Money RoundToMinorUnit(MidpointRounding rounding) =>
        new(decimal.Round(Amount, Currency.MinorUnitDigits, rounding), Currency);

    private decimal AmountIn(Money left)
    {
        if (left.Currency != Currency)
        {
            ThrowMismatch(left.Currency, Currency);
        }

        return Amount;
    }

    private static OverflowException Beyond(string operation) => new($"{operation} is beyond the amounts that money holds.");

    [DoesNotReturn]
    private static void ThrowMismatch(Currency left, Currency right) => throw new CurrencyMismatchException(left, right);
}
