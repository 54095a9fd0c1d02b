using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>How a payback ends (回本结果).</summary>
/// <remarks>The default value is <see cref="Never"/>.</remarks>
public enum PaybackOutcome
{
    /// <summary>The cost never comes back, however long one waits (永不回本).</summary>
    Never = 0,

    /// <summary>The cost is not back within the horizon, but would be later (测算期内未回本).</summary>
    NotWithinHorizon = 1,

    /// <summary>The cost is back (已回本).</summary>
    PaidBack = 2,
}

/// <summary>One point of a payback curve (回本曲线点).</summary>
/// <remarks>Equality is that of all parts. The default value is period 0 of no money.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct PaybackPoint
{
    internal PaybackPoint(int period, Money cumulative, Money net)
    {
        Period = period;
        Cumulative = cumulative;
        Net = net;
    }

    /// <summary>How many periods have passed, from 0.</summary>
    public int Period { get; }

    /// <summary>The contributions so far.</summary>
    public Money Cumulative { get; }

    /// <summary>The contributions so far less the acquisition cost; 0 or more when it is back.</summary>
    public Money Net { get; }
}

/// <summary>When a customer's contributions pay what winning the customer cost (回本): the smallest whole n with <c>Σ t&lt;n m·(r ÷ (1 +
/// d))^t ≥ CAC</c>.</summary>
/// <remarks>
/// <para>"Never" is decided from the limit of the sum, not from the horizon: a sum that only approaches the cost never reaches it.</para>
/// <para>Equality is that of the figures and the curve, point by point; there is no ordering. Immutable, so safe to share between
/// threads.</para>
/// </remarks>
/// <example>
/// <code>
/// ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.From(0.9m));
/// if (Payback.Of(Money.Yuan(120m), expected).TryGet(out Payback? payback)) { Console.WriteLine($"{payback.Outcome}: {payback.Periods}");
/// } // PaidBack: 7
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Payback
{
    /// <summary>The default horizon: 60 periods, five years of months. The library's own figure; no article has one.</summary>
    public const int DefaultHorizon = 60;

    /// <summary>The longest horizon that is computed.</summary>
    public const int LongestHorizon = 10_000;

    private Payback(PaybackOutcome outcome, int? periods, decimal? interpolated, Money? limit, ImmutableArray<PaybackPoint> curve)
    {
        Outcome = outcome;
        Periods = periods;
        InterpolatedPeriods = interpolated;
        Limit = limit;
        Curve = curve;
    }

    /// <summary>How it ends.</summary>
    public PaybackOutcome Outcome { get; }

    /// <summary>The whole periods until the cost is back; null when it is not.</summary>
    public int? Periods { get; }

    /// <summary>The periods until the cost is back when contributions are spread evenly within the last one; null when it is not
    /// back.</summary>
    public decimal? InterpolatedPeriods { get; }

    /// <summary>What all contributions for ever add up to; null when they have no limit.</summary>
    public Money? Limit { get; }

    /// <summary>The curve to plot, from period 0 to the horizon.</summary>
    public ImmutableArray<PaybackPoint> Curve { get; }

    /// <summary>Finds the payback.</summary>
    /// <param name="acquisitionCost">What winning the customer cost (CAC), 0 or more; 0 is back after 0 periods.</param>
    /// <param name="expected">What the customer contributes.</param>
    /// <param name="horizon">How many periods are looked at, from 1 to <see cref="LongestHorizon"/>.</param>
    /// <returns>The payback; undefined when the cost is negative, the horizon out of range, or a sum within it more than can be
    /// counted.</returns>
    /// <exception cref="ArgumentNullException">The contribution is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Answer<Payback> Of(Money acquisitionCost, ExpectedContribution expected, int horizon = DefaultHorizon)
    {
        Guard.Against.Null(expected);
        var findings = default(Findings);
        findings.NeedsCost(acquisitionCost, nameof(acquisitionCost));
        if (horizon is < 1 or > LongestHorizon)
        {
            findings.Deny(CostsReasons.HorizonOutOfRange.With(horizon, LongestHorizon));
        }

        return findings.IsEmpty
            ? LifetimeValue.Curve(expected, ValueCase.BeforeFirstPayment, horizon)
                .Then(values => CostsChecks.Sum<Payback>(() => Find(acquisitionCost, expected, values)))
            : Answer<Payback>.Refused(findings.ToReasons().AsSpan());
    }

    /// <inheritdoc/>
    public bool Equals(Payback? other) =>
        other is not null && Outcome == other.Outcome && Limit == other.Limit && Contents.Equal(Curve, other.Curve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Periods, Limit);

    private static Payback Find(Money cost, ExpectedContribution expected, ImmutableArray<ValuePoint> values)
    {
        Answer<Money> value = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment);
        Money? limit = value.TryGet(out Money sum) ? sum : null;
        ImmutableArray<PaybackPoint> curve =
            [.. values.Select(point => new PaybackPoint(point.Period, point.Value, point.Value - cost))];
        if (NeverReaches(cost, expected))
        {
            return new Payback(PaybackOutcome.Never, null, null, limit, curve);
        }

        foreach (PaybackPoint point in curve)
        {
            if (!point.Net.IsNegative)
            {
                return new Payback(PaybackOutcome.PaidBack, point.Period, Interpolate(point.Period, curve), limit, curve);
            }
        }

        return new Payback(PaybackOutcome.NotWithinHorizon, null, null, limit, curve);
    }

    // The limit m(1 + d) ÷ (1 + d − r) against the cost, without the division, so that it is exact. A limit that is approached is not
    // reached;
    // without retention the first contribution is the limit, and it is reached.
    private static bool NeverReaches(Money cost, ExpectedContribution expected)
    {
        if (cost.IsZero)
        {
            return false;
        }

        if (expected.PerPeriod.Amount <= 0m)
        {
            return true;
        }

        if (expected.RetentionRate.Value == 0m)
        {
            return expected.PerPeriod < cost;
        }

        return expected.Decay > 0m && expected.PerPeriod * (1m + expected.DiscountRate) <= cost * expected.Decay;
    }

    private static decimal Interpolate(int periods, ImmutableArray<PaybackPoint> curve)
    {
        if (periods == 0)
        {
            return 0m;
        }

        PaybackPoint before = curve[periods - 1];
        return periods - 1 + (before.Net.Amount / (before.Cumulative.Amount - curve[periods].Cumulative.Amount));
    }
}
