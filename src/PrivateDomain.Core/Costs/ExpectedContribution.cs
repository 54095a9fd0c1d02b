using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What a customer is expected to contribute, period by period (预期贡献): <c>m·(r ÷ (1 + d))^t</c> in period t, from 0.</summary>
/// <remarks>
/// <para>The retention rate (留存率) is the share of customers who survive a period. A repeat-buying rate (复购率) is not one: it is the
/// share who bought again, it is lower among customers who live on but buy rarely, and nothing here takes it.</para>
/// <para>A period is whatever the caller counts in, a month or an order; all three figures are of the same period.</para>
/// <para>Equality is that of the three figures; there is no ordering. Immutable, so safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ExpectedContribution
{
    private ExpectedContribution(Money perPeriod, Ratio retentionRate, decimal discountRate)
    {
        PerPeriod = perPeriod;
        RetentionRate = retentionRate;
        DiscountRate = discountRate;
    }

    /// <summary>m: the contribution of a period after upkeep, of any sign.</summary>
    public Money PerPeriod { get; }

    /// <summary>r: the share of customers who survive a period, from 0 to 1.</summary>
    public Ratio RetentionRate { get; }

    /// <summary>d: the discount of a period, above −1.</summary>
    public decimal DiscountRate { get; }

    /// <summary><c>1 + d − r</c>: the contributions have a limit when it is above 0.</summary>
    internal decimal Decay => 1m + DiscountRate - RetentionRate.Value;

    /// <summary><c>r ÷ (1 + d)</c>: what a contribution is worth against that of the period before.</summary>
    internal decimal Survival => RetentionRate.Value / (1m + DiscountRate);

    /// <summary>Makes a contribution which the caller expects to be valid.</summary>
    /// <param name="perPeriod">m: the contribution of a period after upkeep, of any sign.</param>
    /// <param name="retentionRate">r: the share of customers who survive a period, from 0 to 1; not a repeat-buying rate.</param>
    /// <param name="discountRate">d: the discount of a period, above −1; 0 when nothing is discounted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is out of range or unknown.</exception>
    /// <exception cref="ArgumentException">The money has no currency.</exception>
    public static ExpectedContribution From(Money perPeriod, Ratio retentionRate, decimal discountRate = 0m)
    {
        CostsChecks.NeedsCurrency(perPeriod, nameof(perPeriod));
        return IsShare(retentionRate)
            ? discountRate > -1m
                ? new ExpectedContribution(perPeriod, retentionRate, discountRate)
                : throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount above −1 is needed.")
            : throw new ArgumentOutOfRangeException(nameof(retentionRate), retentionRate, "A share from 0 to 1 is needed.");
    }

    /// <summary>Makes a contribution from figures that may be missing or wrong.</summary>
    /// <param name="perPeriod">m: the contribution of a period after upkeep, of any sign.</param>
    /// <param name="retentionRate">r: the share of customers who survive a period, from 0 to 1; not a repeat-buying rate.</param>
    /// <param name="discountRate">d: the discount of a period, above −1; 0 when nothing is discounted.</param>
    /// <returns>The contribution, or all reasons why the rates cannot be used.</returns>
    /// <exception cref="ArgumentException">The money has no currency.</exception>
    public static Answer<ExpectedContribution> Of(Money perPeriod, Ratio retentionRate, decimal discountRate = 0m)
    {
        CostsChecks.NeedsCurrency(perPeriod, nameof(perPeriod));
        var findings = default(Findings);
        if (!IsShare(retentionRate))
        {
            findings.Lack((retentionRate.IsKnown ? CostsReasons.RetentionOutOfRange : CostsReasons.RetentionUnknown).With(retentionRate));
        }

        if (discountRate <= -1m)
        {
            findings.Deny(CostsReasons.DiscountTooLow.With(discountRate, -1m));
        }

        return findings.ToAnswer(() => new ExpectedContribution(perPeriod, retentionRate, discountRate));
    }

    private static bool IsShare(Ratio ratio) => ratio is { IsKnown: true, Value: >= 0m and <= 1m };
}
