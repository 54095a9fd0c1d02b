using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Costs;

[Text]
public sealed class AcquisitionCostTests
{
    private static readonly AcquisitionCost Cards = AcquisitionCost.From(Money.Yuan(0.05m), 1000m, Money.Yuan(0m), CostScope.CampaignOnly);

    [Fact]
    public void PerFollower_ThousandCardsAndFiftyFollowers_IsOneYuan() =>
        Assert.Equal(Money.Yuan(1.00m), Cards.PerFollower(50).Value.Amount);

    [Fact]
    public void PerFollower_WithHandling_CountsTheLabour()
    {
        AcquisitionCost cost = AcquisitionCost.From(Money.Yuan(0.05m), 1000m, Money.Yuan(25m), CostScope.WithOnboarding);
        Assert.Equal(Money.Yuan(75m), cost.Total);
        Assert.Equal(Money.Yuan(1.5m), cost.PerFollower(50).Value.Amount);
    }

    [Fact]
    public void Per_Nobody_IsUndefinedForItsOwnReason() => Assert.Equal(
        ["costs.no_followers", "costs.no_customers", "costs.no_retained_newcomers", "costs.negative_count"],
        new[] { Cards.PerFollower(0), Cards.PerCustomer(0), Cards.PerRetainedNewcomer(0), Cards.PerFollower(-1) }.Select(static a =>
            Assert.Single(a.Reasons).Code));

    [Fact]
    public void Per_AnyDivisor_CarriesTheScopeAndItsWords()
    {
        var label = new Bilingual("May, lagged", "五月（滞后）");
        AcquisitionCost cost = AcquisitionCost.From(Money.Yuan(1m), 120m, Money.Yuan(0m), CostScope.Lagged, label);
        ScopedCost each = cost.PerCustomer(3).Value;
        Assert.Equal((CostScope.Lagged, label), (each.Scope, each.Label));
        Assert.Equal(Money.Yuan(30m), cost.PerRetainedNewcomer(4).Value.Amount);
        ScopedCost effective = cost.PerFollower(4).Value.Effective(Ratio.From(0.5m)).Value;
        Assert.Equal((Money.Yuan(60m), CostScope.Lagged, label), (effective.Amount, effective.Scope, effective.Label));
        Assert.Equal("campaign only", Cards.PerFollower(1).Value.Label.English);
    }

    [Fact]
    public void Scopes_HaveNames_AndOnlyStatedOnesMakeACost()
    {
        CostScope[] scopes = Enum.GetValues<CostScope>();
        Assert.Equal(5, scopes.Select(static s => s.Name().Chinese).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, scopes.Select(static s => s.Name().English).Distinct(StringComparer.Ordinal).Count());
        Assert.Throws<ArgumentOutOfRangeException>("scope", static () => ((CostScope)5).Name());
        foreach (CostScope wrong in new[] { CostScope.Unstated, (CostScope)5, (CostScope)(-1) })
        {
            Assert.Throws<ArgumentOutOfRangeException>("scope", () => AcquisitionCost.From(Money.Yuan(1m), 1m, Money.Yuan(0m), wrong));
            Assert.Equal("costs.scope_unstated", AcquisitionCost.Of(Money.Yuan(1m), 1m, Money.Yuan(0m), wrong).Reasons.Single().Code);
        }
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("0.5", "2")]
    [InlineData("0.9", "10")]
    public void EffectiveCost_Freeloaders_MakeTheRestDearer(string share, string cost) => Assert.Equal(
        Money.Yuan(Number(cost)), AcquisitionCost.EffectiveCost(Money.Yuan(1m), Ratio.From(Number(share))).Value);

    [Fact]
    public void EffectiveCost_ShareWithoutAnyGenuineNewcomer_IsRefused()
    {
        Assert.Equal("costs.only_freeloaders", Code(Ratio.From(1m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.From(1.01m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.From(-0.01m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.Unknown));

        static string Code(Ratio share) => Assert.Single(AcquisitionCost.EffectiveCost(Money.Yuan(1m), share).Reasons).Code;
    }

    [Fact]
    public void Of_SeveralMistakes_ReportsAll_AndFromNamesTheFirst()
    {
        Answer<AcquisitionCost> cost = AcquisitionCost.Of(Money.Yuan(-1m), -2m, Money.Yuan(-3m), default);
        Assert.Equal(
            ["costs.negative_cost", "costs.negative_count", "costs.negative_cost", "costs.scope_unstated"],
                cost.Reasons.Select(static r => r.Code));
        Assert.Throws<ArgumentOutOfRangeException>("unitCost", () =>
            AcquisitionCost.From(Money.Yuan(-0.01m), -2m, Money.Yuan(-3m), default));
        Assert.Throws<ArgumentOutOfRangeException>("volume", () => AcquisitionCost.From(Money.Yuan(0m), -0.01m, Money.Yuan(-3m), default));
        Assert.Throws<ArgumentOutOfRangeException>("handling", () => AcquisitionCost.From(Money.Yuan(0m), 0m, Money.Yuan(-0.01m), default));
        Assert.Equal(Money.Yuan(0m), AcquisitionCost.From(Money.Yuan(0m), 0m, Money.Yuan(0m), CostScope.Lagged).Total);
        Assert.Equal(Cards, AcquisitionCost.Of(Money.Yuan(0.05m), 1000m, Money.Yuan(0m), CostScope.CampaignOnly).Value);
    }

    [Fact]
    public void Extremes_AreNamedOrHaveAReason_NeverARawOverflow()
    {
        Money most = Money.Yuan(decimal.MaxValue);
        Assert.Throws<ArgumentException>("volume", () => AcquisitionCost.From(most, 2m, Money.Yuan(0m), CostScope.Lagged));
        Assert.Equal("costs.amounts_too_large", AcquisitionCost.Of(most, 1m, most, CostScope.Lagged).Reasons.Single().Code);
        Assert.Equal(most, AcquisitionCost.From(most, 1m, Money.Yuan(0m), CostScope.Lagged).PerFollower(1).Value.Amount);
        Ratio almostAll = Ratio.From(1m - 0.0000000000000000000000000001m);
        Assert.Equal("costs.amounts_too_large", AcquisitionCost.EffectiveCost(most, almostAll).Reasons.Single().Code);
        Assert.Equal(Money.Yuan(0.0000000000000000000000000001m * 10_000_000_000m * 1_000_000_000_000_000_000m),
            AcquisitionCost.EffectiveCost(Money.Yuan(0.0000000000000000000000000001m), almostAll).Value);
        Assert.Equal("costs.no_followers", Cards.PerFollower(0).Reasons.Single().Code);
        Assert.Equal("costs.negative_count", Cards.PerFollower(long.MinValue).Reasons.Single().Code);
        Assert.Equal(Money.Yuan(50m) / long.MaxValue, Cards.PerFollower(long.MaxValue).Value.Amount);
    }

    [Fact]
    public void From_MisusedMoney_Throws()
    {
        Assert.Throws<CurrencyMismatchException>(() =>
            AcquisitionCost.From(Money.Yuan(1m), 1m, Money.From(1m, Currency.Usd), CostScope.Lagged));
        Assert.Throws<ArgumentException>("handling", () => AcquisitionCost.From(Money.Yuan(1m), 1m, default, CostScope.Lagged));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
