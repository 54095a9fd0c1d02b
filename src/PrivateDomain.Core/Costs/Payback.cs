using System.Collections.Immutable;

namespace PrivateDomain.Core.Costs;

/// <summary>How a payback ends (回本结果).</summary>
public enum PaybackOutcome
{
    /// <summary>The cost never comes back, however long one waits (永不回本).</summary>
    Never,

    /// <summary>The cost is not back within the horizon, but would be later (测算期内未回本).</summary>
    NotWithinHorizon,

    /// <summary>The cost is back (已回本).</summary>
    PaidBack,
}

/// <summary>One point of a payback curve (回本曲线点).</summary>
/// <remarks>Equality is that of all parts. The default value is period 0 of no money.</remarks>
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

/// <summary>When a customer's contributions pay what winning the customer cost (回本), D34: the smallest whole n with <c>Σ t&lt;n m·(r ÷ (1 + d))^t ≥ CAC</c>.</summary>
/// <remarks>
/// <para>"Never" is decided from the limit of the sum, not from the horizon: a sum that only approaches the cost never reaches it.</para>
/// <para>Equality is that of the figures and the curve, point by point; there is no ordering.</para>
/// </remarks>
public sealed record Payback
{
    /// <summary>The default horizon: 60 periods, five years of months. A choice of ours; no article has one.</summary>
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

    /// <summary>The periods until the cost is back when contributions are spread evenly within the last one; null when it is not back.</summary>
    public decimal? InterpolatedPeriods { get; }

    /// <summary>What all contributions for ever add up to; null when they have no limit.</summary>
    public Money? Limit { get; }

    /// <summary>The curve to plot, from period 0 to the horizon.</summary>
    public ImmutableArray<PaybackPoint> Curve { get; }

    /// <summary>Finds the payback.</summary>
    /// <param name="acquisitionCost">What winning the customer cost (CAC), 0 or more; 0 is back after 0 periods.</param>
    /// <param name="expected">What the customer contributes.</param>
    /// <param name="horizon">How many periods are looked at, from 1 to <see cref="LongestHorizon"/>.</param>
    /// <returns>The payback; undefined when the cost is negative or the horizon out of range.</returns>
    /// <exception cref="ArgumentNullException">The contribution is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">Contributions with a negative discount outgrow a decimal within the horizon.</exception>
    public static Answer<Payback> Of(Money acquisitionCost, ExpectedContribution expected, int horizon = DefaultHorizon)
    {
        Guard.Against.Null(expected);
        PolicyCheck check = new PolicyCheck()
            .NeedsCost(acquisitionCost, nameof(acquisitionCost))
            .Needs(
                horizon is >= 1 and <= LongestHorizon, nameof(horizon), CostsReasons.HorizonOutOfRange, found: horizon, required: LongestHorizon);
        return check.IsClean ? Find(acquisitionCost, expected, horizon) : check.Refusal<Payback>();
    }

    /// <inheritdoc/>
    public bool Equals(Payback? other) =>
        other is not null && Outcome == other.Outcome && Limit == other.Limit && Curve.AsSpan().SequenceEqual(other.Curve.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Periods, Limit);

    private static Payback Find(Money cost, ExpectedContribution expected, int horizon)
    {
        Answer<Money> value = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment);
        Money? limit = value.TryGet(out Money sum) ? sum : null;
        ImmutableArray<PaybackPoint> curve =
            [.. LifetimeValue.Curve(expected, ValueCase.BeforeFirstPayment, horizon).Select(point => new PaybackPoint(point.Period, point.Value, point.Value - cost))];
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

    // The limit m(1 + d) ÷ (1 + d − r) against the cost, without the division, so that it is exact. A limit that is approached is not reached;
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
