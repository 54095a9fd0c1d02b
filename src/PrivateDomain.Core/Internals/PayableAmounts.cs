namespace PrivateDomain.Core.Internals;

/// <summary>Amounts that are answers: whole minor units of the currency that pass
/// the test they answer, where one minor unit further fails it.</summary>
internal static class PayableAmounts
{
    private const int StepsMax = 1_000;

    /// <summary>The least payable amount of 0 or more that passes a test which larger amounts pass too.</summary>
    /// <param name="exact">Where it must lie, but for rounding.</param>
    /// <param name="passes">The test.</param>
    /// <exception cref="OverflowException">A decimal cannot tell it: it is too large, or so are its neighbours' digits.</exception>
    internal static Money Least(Money exact, Func<Money, bool> passes)
    {
        Money unit = UnitOf(exact.Currency);
        Money amount = exact.IsNegative ? Money.Zero(exact.Currency) : exact.RoundToMinorUnit(MidpointRounding.ToPositiveInfinity);
        for (int steps = 0; ; steps++)
        {
            if (steps == StepsMax)
            {
                throw new OverflowException("The amount is beyond the digits of a decimal.");
            }

            // The division that led here has 28 digits, so that a step or two do it.
            if (!passes(amount))
            {
                amount += unit;
            }
            else if (!amount.IsZero && passes(amount - unit))
            {
                amount -= unit;
            }
            else
            {
                return amount;
            }
        }
    }

    internal static Money UnitOf(Currency currency)
    {
        decimal unit = 1m;
        for (int digit = 0; digit < currency.MinorUnitDigits; digit++)
        {
            unit /= 10m;
        }

        return Money.From(unit, currency);
    }
}
