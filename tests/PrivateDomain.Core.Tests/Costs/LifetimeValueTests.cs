using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Costs;

[Text]
public sealed class LifetimeValueTests
{
    private static readonly ExpectedContribution Worked = ExpectedContribution.From(Money.Yuan(100m), Ratio.From(0.8m), 0.1m);

    private static readonly Gen<ExpectedContribution> Converging =
        from perPeriod in Gen.Choose(-500, 5000)
        from retention in Gen.Choose(0, 95)
        from discount in Gen.Choose(0, 50)
        select ExpectedContribution.From(Money.Yuan(perPeriod / 10m), Ratio.From(retention / 100m), discount / 100m);

    [Theory]
    [InlineData(ValueCase.BeforeFirstPayment, 366_667)]
    [InlineData(ValueCase.AfterPayment, 266_667)]
    [InlineData(ValueCase.PaymentsAtPeriodEnd, 333_333)]
    public void Of_WorkedCase_IsTheTablesValue(ValueCase valueCase, int thousandths) =>
        Assert.Equal(thousandths / 1000m, decimal.Round(LifetimeValue.Of(Worked, valueCase).Value.Amount, 3));

    [Fact]
    public void Within_FivePeriods_Is292_063() => Assert.Equal(
        292.063m, decimal.Round(LifetimeValue.Within(Worked, ValueCase.BeforeFirstPayment, 5).Value.Amount, 3));

    [Theory]
    [InlineData(ValueCase.BeforeFirstPayment, "100", "150")]
    [InlineData(ValueCase.AfterPayment, "50", "75")]
    [InlineData(ValueCase.PaymentsAtPeriodEnd, "100", "150")]
    public void Curve_FirstPoints_AreTheContributionsSoFar(ValueCase valueCase, string one, string two)
    {
        ExpectedContribution half = ExpectedContribution.From(Money.Yuan(100m), Ratio.From(0.5m));
        Assert.Equal(["0", one, two], LifetimeValue.Curve(half, valueCase, 2)
            .Value.Select(static p => p.Value.Amount.ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Of_NoLimit_IsRefused_AndTheFiniteSumStays()
    {
        ExpectedContribution loyal = ExpectedContribution.From(Money.Yuan(100m), Ratio.From(1m));
        Assert.Equal("costs.value_diverges", Assert.Single(LifetimeValue.Of(loyal, ValueCase.AfterPayment).Reasons).Code);
        Assert.Equal(Money.Yuan(500m), LifetimeValue.Within(loyal, ValueCase.BeforeFirstPayment, 5).Value);
        ExpectedContribution growing = ExpectedContribution.From(Money.Yuan(100m), Ratio.From(0.9m), -0.2m);
        Assert.Equal("costs.value_diverges", Assert.Single(LifetimeValue.Of(growing, ValueCase.BeforeFirstPayment).Reasons).Code);
    }

    [Fact]
    public void Of_RatesOutOfRange_AreAllRefused()
    {
        Assert.Equal(["costs.retention_out_of_range", "costs.discount_too_low"], Codes(Ratio.From(1.01m), -1m));
        Assert.Equal(["costs.retention_out_of_range"], Codes(Ratio.From(-0.01m), 0m));
        Assert.Equal(["costs.retention_unknown"], Codes(Ratio.Unknown, 0m));
        Assert.Empty(Codes(Ratio.From(1m), -0.99m));
        Assert.Empty(Codes(Ratio.From(0m), 0m));

        static IEnumerable<string> Codes(Ratio retention, decimal discount) =>
            ExpectedContribution.Of(Money.Yuan(1m), retention, discount).Reasons.Select(static r => r.Code);
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>("perPeriod", () => ExpectedContribution.Of(default, Ratio.From(1m)));
        Assert.Throws<ArgumentException>("perPeriod", () => ExpectedContribution.From(default, Ratio.From(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("retentionRate", () => ExpectedContribution.From(Money.Yuan(1m), Ratio.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>("retentionRate", () => ExpectedContribution.From(Money.Yuan(1m), Ratio.From(1.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("discountRate", () => ExpectedContribution.From(Money.Yuan(1m), Ratio.From(1m), -1m));
        Assert.Throws<ArgumentNullException>(() => LifetimeValue.Of(null!, ValueCase.AfterPayment));
        Assert.Throws<ArgumentOutOfRangeException>("valueCase", () => LifetimeValue.Of(Worked, default));
        Assert.Throws<ArgumentOutOfRangeException>("valueCase", () => LifetimeValue.Curve(Worked, default, 1));
        Assert.Throws<ArgumentOutOfRangeException>("valueCase", () => LifetimeValue.Of(Worked, (ValueCase)4));
    }

    [Fact]
    public void Within_PeriodsOutOfRange_IsRefused()
    {
        Assert.Equal("costs.horizon_out_of_range", Assert.Single(LifetimeValue.Within(Worked, ValueCase.AfterPayment, -1).Reasons).Code);
        Assert.False(LifetimeValue.Curve(Worked, ValueCase.AfterPayment, Payback.LongestHorizon + 1).HasValue);
        Assert.True(LifetimeValue.Curve(Worked, ValueCase.AfterPayment, Payback.LongestHorizon).HasValue);
        Assert.Equal(Money.Yuan(0m), LifetimeValue.Within(Worked, ValueCase.AfterPayment, 0).Value);
    }

    [Fact]
    public void Of_CaseOneLessCaseTwo_IsOneContribution() =>
        Prop.ForAll(Converging.ToArbitrary(), static expected => AssertNear(
            expected.PerPeriod, LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment)
                .Value - LifetimeValue.Of(expected, ValueCase.AfterPayment).Value))
            .Holds();

    [Fact]
    public void Within_ManyPeriods_TendsToTheClosedForm() =>
        Prop.ForAll(Converging.ToArbitrary(), Gen.Elements(Enum.GetValues<ValueCase>()).ToArbitrary(), static (expected, valueCase) =>
            AssertNear(
            LifetimeValue.Of(expected, valueCase).Value, LifetimeValue.Within(expected, valueCase, 2000).Value)).Holds();

    // A cost of 0 is known, so the ratio is not unknown: any value covers it.
    [Fact]
    public void ToAcquisitionCost_CostOfNothing_SaysThatAnyValueCoversIt()
    {
        Assert.Equal(Ratio.From(3m), LifetimeValue.ToAcquisitionCost(Money.Yuan(360m), Money.Yuan(120m)).Value);
        Assert.Equal(Ratio.From(-3m), LifetimeValue.ToAcquisitionCost(Money.Yuan(-360m), Money.Yuan(120m)).Value);
        Assert.Equal("costs.won_for_nothing", LifetimeValue.ToAcquisitionCost(Money.Yuan(360m), Money.Yuan(0m)).Reasons.Single().Code);
        Assert.Equal("costs.negative_cost", LifetimeValue.ToAcquisitionCost(Money.Yuan(360m), Money.Yuan(-0.01m)).Reasons.Single().Code);
        Assert.Throws<CurrencyMismatchException>(
            static () => LifetimeValue.ToAcquisitionCost(Money.Yuan(1m), Money.From(0m, Currency.Usd)));
    }

    [Fact]
    public void Extremes_HaveAReason_NeverARawOverflow()
    {
        Money most = Money.Yuan(decimal.MaxValue);
        Money least = Money.Yuan(0.0000000000000000000000000001m);
        Money[] contributions = [most, -most, least, -least, Money.Yuan(0m), Money.Yuan(1m)];
        Ratio[] retentions = [Ratio.From(0m), Ratio.From(0.0000000000000000000000000001m), Ratio.From(0.5m), Ratio.From(1m)];
        decimal[] discounts = [-0.9999999999999999999999999999m, -0.5m, 0m, 0.0000000000000000000000000001m, 1m, decimal.MaxValue];
        IEnumerable<ExpectedContribution> all =
            from m in contributions from r in retentions from d in discounts select ExpectedContribution.From(m, r, d);
        foreach (ExpectedContribution expected in all)
        {
            foreach (ValueCase valueCase in Enum.GetValues<ValueCase>())
            {
                AssertAnswered(LifetimeValue.Of(expected, valueCase));
                AssertAnswered(LifetimeValue.Within(expected, valueCase, 200));
                AssertAnswered(LifetimeValue.Curve(expected, valueCase, 200));
            }

            foreach (Money cost in new[] { most, least, Money.Yuan(0m), Money.Yuan(120m) })
            {
                AssertAnswered(Payback.Of(cost, expected));
            }
        }

        Assert.Equal("costs.amounts_too_large", LifetimeValue.ToAcquisitionCost(most, least).Reasons.Single().Code);
        Assert.Equal("costs.amounts_too_large", HistoricValue.Of(Currency.Cny, most, most).Reasons.Single().Code);
        Assert.Equal("costs.amounts_too_large", CohortValue.Of(Currency.Cny, 1, most, most).Reasons.Single().Code);
        Assert.Equal(most, CohortValue.Of(Currency.Cny, 1, most).Value.PerCustomer);

        static void AssertAnswered<T>(Answer<T> answer)
            where T : notnull => Assert.All(
                answer.Reasons, static reason => Assert.Contains(reason.Code, new[] { "costs.amounts_too_large", "costs.value_diverges" }));
    }

    [Fact]
    public void ContributionPerCustomer_Nobody_IsUndefined()
    {
        Assert.Equal(Money.Yuan(2.5m), LifetimeValue.ContributionPerCustomer(Money.Yuan(10m), 4).Value);
        Assert.Equal("costs.empty_cohort", Assert.Single(LifetimeValue.ContributionPerCustomer(Money.Yuan(10m), 0).Reasons).Code);
        Assert.Equal("costs.negative_count", Assert.Single(LifetimeValue.ContributionPerCustomer(Money.Yuan(10m), -1).Reasons).Code);
    }

    [Fact]
    public void Historic_Refund_TakesItsOrderBack_AndTheCaveatIsSaid()
    {
        Assert.Equal(Money.Yuan(30m), HistoricValue.Of(Currency.Cny, Money.Yuan(30m), Money.Yuan(20m), Money.Yuan(-20m)).Value);
        Assert.Equal(Money.Yuan(0m), HistoricValue.Of(Currency.Cny).Value);
        Assert.Contains("new customers look worthless", HistoricValue.Caveat.ToString(), StringComparison.Ordinal);
        Assert.Throws<CurrencyMismatchException>(() => HistoricValue.Of(Currency.Usd, Money.Yuan(1m)));
    }

    [Fact]
    public void Cohort_ContributionsPerPeriod_AreDividedByTheInitialSize()
    {
        CohortValue cohort = CohortValue.Of(Currency.Cny, 10, Money.Yuan(100m), Money.Yuan(-20m), Money.Yuan(50m)).Value;
        Assert.Equal([0m, 10m, 8m, 13m], cohort.Curve.Select(static p => p.Value.Amount));
        Assert.Equal([0, 1, 2, 3], cohort.Curve.Select(static p => p.Period));
        Assert.Equal(Money.Yuan(13m), cohort.PerCustomer);
        Assert.Equal(10, cohort.InitialCustomers);
        Assert.Equal(Money.Yuan(0m), CohortValue.Of(Currency.Cny, 1).Value.PerCustomer);
        Assert.Equal("costs.empty_cohort", Assert.Single(CohortValue.Of(Currency.Cny, 0, Money.Yuan(1m)).Reasons).Code);
    }

    private static void AssertNear(Money expected, Money actual) => Assert.InRange(actual.Amount - expected.Amount, -1e-15m, 1e-15m);

    // The second contribution would be more than a decimal holds; it is not asked for.
    [Fact]
    public void Within_OnePeriod_CountsNothingBeyondIt()
    {
        Money most = Money.Yuan(decimal.Floor(decimal.MaxValue * 0.6m));
        ExpectedContribution doubling = ExpectedContribution.From(most, Ratio.From(1m), -0.5m);
        Assert.Equal(most, LifetimeValue.Within(doubling, ValueCase.BeforeFirstPayment, 1).Value);
        Assert.Equal("costs.amounts_too_large", LifetimeValue.Within(doubling, ValueCase.BeforeFirstPayment, 2).Reasons.Single().Code);
    }

    [Fact]
    public void Of_ADiscountOfAllOrMore_IsRefusedWithItsBound() => Assert.Equal(
        CostsReasons.DiscountTooLow.With(-1m, -1m), ExpectedContribution.Of(Money.Yuan(1m), Ratio.From(1m), -1m).Reasons.Single());

    [Fact]
    public void Cohorts_AreEqual_WhenTheyBeganAndEndedAlike()
    {
        CohortValue cohort = Of(100, 50m).Value;
        Assert.Equal(cohort, Of(100, 50m).Value);
        Assert.Equal(cohort.GetHashCode(), Of(100, 50m).Value.GetHashCode());
        Assert.NotEqual(cohort, Of(100, 51m).Value);
        Assert.NotEqual(Of(100, 0m).Value, Of(50, 0m).Value);
        Assert.False(cohort.Equals(null));

        static Answer<CohortValue> Of(long customers, decimal contribution) =>
            CohortValue.Of(Currency.Cny, customers, Money.Yuan(contribution));
    }
}
