using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>Which customer a lifetime value is of and when payments come (终身价值口径). There is no default: the three are not the same
/// number.</summary>
public enum ValueCase
{
    /// <summary>Case 1: not yet won, the first payment comes with winning (未成交，首付即时): the ceiling for what winning may
    /// cost.</summary>
    BeforeFirstPayment = 1,

    /// <summary>Case 2: what is left after a payment just booked (刚付款之后). As a ceiling for winning it is a known textbook
    /// error.</summary>
    AfterPayment = 2,

    /// <summary>Case 3: not yet won, payments come at the ends of periods (未成交，期末付款).</summary>
    PaymentsAtPeriodEnd = 3,
}

/// <summary>One point of a value curve (价值曲线点).</summary>
/// <remarks>Equality is that of both parts. The default value is period 0 of no money.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ValuePoint
{
    internal ValuePoint(int period, Money value)
    {
        Period = period;
        Value = value;
    }

    /// <summary>How many periods are counted, from 0.</summary>
    public int Period { get; }

    /// <summary>The value of so many periods.</summary>
    public Money Value { get; }
}

/// <summary>What a customer is worth (客户终身价值, LTV), for a constant retention rate.</summary>
/// <remarks>See <see cref="HistoricValue"/> for the past of one customer and <see cref="CohortValue"/> for a cohort as it was.</remarks>
/// <example>
/// <code>
/// ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(100m), retentionRate: Ratio.From(0.8m), discountRate: 0.1m);
/// Answer&lt;Money&gt; ceiling = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment); // 366.67 yuan: the most that winning may cost
/// </code>
/// </example>
public static class LifetimeValue
{
    /// <summary>The value of all future contributions, in closed form.</summary>
    /// <remarks>Case 1: <c>m(1 + d) ÷ (1 + d − r)</c>. Case 2: <c>m·r ÷ (1 + d − r)</c>. Case 3: <c>m ÷ (1 + d − r)</c>. Case 1 is case 2
    /// and m.</remarks>
    /// <param name="expected">What the customer contributes.</param>
    /// <param name="valueCase">Which customer, and when payments come.</param>
    /// <returns>The value, unrounded; undefined when <c>1 + d − r</c> is 0 or less, since the sum then has no limit, or when it is more
    /// than can be
    /// counted.</returns>
    /// <exception cref="ArgumentNullException">The contribution is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The case is none of the three.</exception>
    public static Answer<Money> Of(ExpectedContribution expected, ValueCase valueCase)
    {
        Guard.Against.Null(expected);
        return CostsChecks.Sum<Money>(() =>
        {
            Money numerator = expected.PerPeriod * valueCase switch
            {
                ValueCase.BeforeFirstPayment => 1m + expected.DiscountRate,
                ValueCase.AfterPayment => expected.RetentionRate.Value,
                ValueCase.PaymentsAtPeriodEnd => 1m,
                _ => throw Unknown(valueCase),
            };
            return expected.Decay > 0m
                ? numerator / expected.Decay
                : Answer<Money>.Refused(CostsReasons.ValueDiverges.With(found: expected.Decay, required: 0m));
        });
    }

    /// <summary>The value of the next contributions only; case 1: <c>m·Σ t&lt;n (r ÷ (1 + d))^t</c>.</summary>
    /// <param name="expected">What the customer contributes.</param>
    /// <param name="valueCase">Which customer, and when payments come.</param>
    /// <param name="periods">n: how many contributions are counted, from 0 to <see cref="Payback.LongestHorizon"/>.</param>
    /// <returns>The value, unrounded; it also exists where the closed form diverges. Undefined when n is out of range, or when it is more
    /// than can
    /// be counted.</returns>
    /// <exception cref="ArgumentNullException">The contribution is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The case is none of the three.</exception>
    public static Answer<Money> Within(ExpectedContribution expected, ValueCase valueCase, int periods) =>
        Curve(expected, valueCase, periods).Then(static curve => curve[^1].Value);

    /// <summary>The value of 0, 1, 2 … n contributions: the curve to plot.</summary>
    /// <param name="expected">What the customer contributes.</param>
    /// <param name="valueCase">Which customer, and when payments come.</param>
    /// <param name="periods">n: the last period, from 0 to <see cref="Payback.LongestHorizon"/>.</param>
    /// <returns>The curve; undefined when n is out of range, or when a value is more than can be counted.</returns>
    /// <exception cref="ArgumentNullException">The contribution is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The case is none of the three.</exception>
    public static Answer<ImmutableArray<ValuePoint>> Curve(ExpectedContribution expected, ValueCase valueCase, int periods)
    {
        Guard.Against.Null(expected);
        return periods is >= 0 and <= Payback.LongestHorizon
            ? CostsChecks.Sum<ImmutableArray<ValuePoint>>(() => Points(expected, valueCase, periods))
            : Answer<ImmutableArray<ValuePoint>>.Refused(
                CostsReasons.HorizonOutOfRange.With(found: periods, required: Payback.LongestHorizon));
    }

    /// <summary>How many times a customer's value covers what winning the customer cost (LTV ÷ CAC).</summary>
    /// <param name="value">The value; case 1 fits a customer not yet won.</param>
    /// <param name="acquisitionCost">What winning the customer cost.</param>
    /// <returns>The ratio, 0 or less for a customer who brings a loss. No value when winning cost nothing, which any value covers, when
    /// the cost is negative, or
    /// when the ratio is more than can be counted.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Answer<Ratio> ToAcquisitionCost(Money value, Money acquisitionCost) => acquisitionCost switch
    {
        _ when value.Currency != acquisitionCost.Currency => throw new CurrencyMismatchException(value.Currency, acquisitionCost.Currency),
        { IsZero: true } => Answer<Ratio>.Refused(CostsReasons.WonForNothing.With(acquisitionCost)),
        { IsNegative: true } => Answer<Ratio>.Refused(CostsReasons.NegativeCost.With(acquisitionCost, 0m)),
        _ when !value.RatioTo(acquisitionCost).IsKnown => Answer<Ratio>.Refused(CostsReasons.AmountsTooLarge.With()),
        _ => value.RatioTo(acquisitionCost),
    };

    /// <summary>The contribution per customer (人均贡献).</summary>
    /// <param name="contribution">The contribution of all, of any sign.</param>
    /// <param name="customers">How many customers, 0 or more.</param>
    /// <returns>The share of one, unrounded; undefined when there are no customers.</returns>
    public static Answer<Money> ContributionPerCustomer(Money contribution, long customers) => customers switch
    {
        > 0 => contribution / customers,
        0 => Answer<Money>.Refused(CostsReasons.EmptyCohort.With(found: customers)),
        _ => Answer<Money>.Refused(CostsReasons.NegativeCount.With(found: customers, required: 0)),
    };

    private static ImmutableArray<ValuePoint> Points(ExpectedContribution expected, ValueCase valueCase, int periods)
    {
        decimal contribution = expected.PerPeriod.Amount * valueCase switch
        {
            ValueCase.BeforeFirstPayment => 1m,
            ValueCase.AfterPayment => expected.Survival,
            ValueCase.PaymentsAtPeriodEnd => 1m / (1m + expected.DiscountRate),
            _ => throw Unknown(valueCase),
        };
        var points = ImmutableArray.CreateBuilder<ValuePoint>(periods + 1);
        decimal sum = 0m;
        for (int period = 0; period <= periods; period++)
        {
            points.Add(new ValuePoint(period, Money.From(sum, expected.PerPeriod.Currency)));
            if (period < periods)
            {
                sum += contribution;
                contribution = period + 1 < periods ? contribution * expected.Survival : 0m;
            }
        }

        return points.MoveToImmutable();
    }

    private static ArgumentOutOfRangeException Unknown(ValueCase valueCase) =>
        new(nameof(valueCase), valueCase, "A lifetime value is of one of the three cases.");
}
