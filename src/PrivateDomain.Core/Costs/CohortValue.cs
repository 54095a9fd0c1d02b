using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What a customer of a cohort has been worth (同期群价值): the cohort's contributions ÷ its initial size.</summary>
/// <remarks>
/// <para>The divisor is the size at the start, so customers who left stay counted, and no retention rate is assumed.</para>
/// <para>Equality is that of the size and the curve, point by point; there is no ordering. Immutable, so safe to share between
/// threads.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record CohortValue
{
    private CohortValue(long initialCustomers, ImmutableArray<ValuePoint> curve)
    {
        InitialCustomers = initialCustomers;
        Curve = curve;
    }

    /// <summary>How many customers the cohort began with.</summary>
    public long InitialCustomers { get; }

    /// <summary>The value per initial customer after 0, 1, 2 … periods: the curve to plot.</summary>
    public ImmutableArray<ValuePoint> Curve { get; }

    /// <summary>The value per initial customer after all periods.</summary>
    public Money PerCustomer => Curve[^1].Value;

    /// <summary>Makes the value of a cohort.</summary>
    /// <param name="currency">The currency, also of a cohort without periods.</param>
    /// <param name="initialCustomers">How many customers the cohort began with.</param>
    /// <param name="contributions">What the whole cohort contributed in each period; refunds are negative.</param>
    /// <returns>The value; undefined when the cohort was empty, or when a sum is more than can be counted.</returns>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    /// <exception cref="CurrencyMismatchException">A contribution is in another currency.</exception>
    public static Answer<CohortValue> Of(Currency currency, long initialCustomers, params ReadOnlySpan<Money> contributions)
    {
        Money sum = Money.Zero(currency);
        Answer<Money> start = LifetimeValue.ContributionPerCustomer(sum, initialCustomers);
        if (!start.HasValue)
        {
            return Answer<CohortValue>.Refused(start.Reasons.AsSpan());
        }

        var curve = ImmutableArray.CreateBuilder<ValuePoint>(contributions.Length + 1);
        curve.Add(new ValuePoint(0, start.Value));
        try
        {
            foreach (Money contribution in contributions)
            {
                sum += contribution;
                curve.Add(new ValuePoint(curve.Count, sum / initialCustomers));
            }
        }
        catch (OverflowException)
        {
            return Answer<CohortValue>.Refused(CostsReasons.AmountsTooLarge.With());
        }

        return new CohortValue(initialCustomers, curve.MoveToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(CohortValue? other) =>
        other is not null && InitialCustomers == other.InitialCustomers && Contents.Equal(Curve, other.Curve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InitialCustomers, PerCustomer);
}
