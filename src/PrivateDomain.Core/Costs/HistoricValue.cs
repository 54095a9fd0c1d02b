namespace PrivateDomain.Core.Costs;

/// <summary>What a customer has contributed so far (历史价值), D35.</summary>
/// <remarks>
/// <para>It looks back only: a new customer looks worthless, whatever may come. Do not rank newcomers by it.</para>
/// <para>Equality is that of the value; there is no ordering. The default value is no money of no currency.</para>
/// </remarks>
public readonly record struct HistoricValue
{
    private HistoricValue(Money value) => Value = value;

    /// <summary>The sum of the contributions.</summary>
    public Money Value { get; }

    /// <summary>What a reader of the value must know, in both languages: <c>costs.historic_looks_back</c>.</summary>
    public static Reason Caveat { get; } = CostsReasons.HistoricLooksBack.With();

    /// <summary>Sums the contributions.</summary>
    /// <param name="currency">The currency, also of an empty sum.</param>
    /// <param name="contributions">The contributions; refunds are negative.</param>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    /// <exception cref="CurrencyMismatchException">A contribution is in another currency.</exception>
    public static HistoricValue Of(Currency currency, params ReadOnlySpan<Money> contributions)
    {
        Money sum = Money.Zero(currency);
        foreach (Money contribution in contributions)
        {
            sum += contribution;
        }

        return new HistoricValue(sum);
    }
}
