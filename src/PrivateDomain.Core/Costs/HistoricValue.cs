namespace PrivateDomain.Core.Costs;

/// <summary>What a customer has contributed so far (历史价值).</summary>
/// <remarks>It looks back only: a new customer looks worthless, whatever may come. Do not rank newcomers by it.</remarks>
public static class HistoricValue
{
    /// <summary>What a reader of the value must know, in both languages: <c>costs.historic_looks_back</c>.</summary>
    public static Reason Caveat { get; } = CostsReasons.HistoricLooksBack.With();

    /// <summary>Sums the contributions.</summary>
    /// <param name="currency">The currency, also of an empty sum.</param>
    /// <param name="contributions">The contributions; refunds are negative.</param>
    /// <returns>The sum; undefined when it is more than can be counted.</returns>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    /// <exception cref="CurrencyMismatchException">A contribution is in another currency.</exception>
    public static Answer<Money> Of(Currency currency, params ReadOnlySpan<Money> contributions)
    {
        Money sum = Money.Zero(currency);
        try
        {
            foreach (Money contribution in contributions)
            {
                sum += contribution;
            }
        }
        catch (OverflowException)
        {
            return Answer<Money>.Refused(CostsReasons.AmountsTooLarge.With());
        }

        return sum;
    }
}
