using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Costs;

public sealed class AcquisitionCostTests
{
    private static readonly AcquisitionCost Cards = AcquisitionCost.Create(Money.Yuan(0.05m), 1000m, Money.Yuan(0m), CostScope.CampaignOnly);

    [Fact]
    public void PerFollower_ThousandCardsAndFiftyFollowers_IsOneYuan() => Assert.Equal(Money.Yuan(1.00m), Cards.PerFollower(50).Value.Amount);

    [Fact]
    public void PerFollower_WithHandling_CountsTheLabour()
    {
        AcquisitionCost cost = AcquisitionCost.Create(Money.Yuan(0.05m), 1000m, Money.Yuan(25m), CostScope.WithOnboarding);
        Assert.Equal(Money.Yuan(75m), cost.Total);
        Assert.Equal(Money.Yuan(1.5m), cost.PerFollower(50).Value.Amount);
    }

    [Fact]
    public void Per_Nobody_IsUndefinedForItsOwnReason() => Assert.Equal(
        ["costs.no_followers", "costs.no_customers", "costs.no_retained_newcomers", "costs.negative_count"],
        new[] { Cards.PerFollower(0), Cards.PerCustomer(0), Cards.PerRetainedNewcomer(0), Cards.PerFollower(-1) }.Select(static a => Assert.Single(a.Reasons).Code));

    [Fact]
    public void Per_AnyDivisor_CarriesTheScope()
    {
        CostScope named = CostScope.Lagged.Named(new Bilingual("May, lagged", "五月（滞后）"));
        AcquisitionCost cost = AcquisitionCost.Create(Money.Yuan(1m), 120m, Money.Yuan(0m), named);
        Assert.Equal(named, cost.PerCustomer(3).Value.Counts);
        Assert.Equal(Money.Yuan(30m), cost.PerRetainedNewcomer(4).Value.Amount);
        Assert.Equal(named, cost.PerFollower(4).Value.Effective(Ratio.Known(0.5m)).Value.Counts);
        Assert.Equal("May, lagged", named.ToString());
        Assert.Equal(CostScopeKind.Lagged, named.Kind);
    }

    [Fact]
    public void Scopes_AreFourDifferentOnes_AndTheDefaultIsUnstated()
    {
        CostScope[] scopes = [default, CostScope.CampaignOnly, CostScope.AllMarketing, CostScope.Lagged, CostScope.WithOnboarding];
        Assert.Equal(Enum.GetValues<CostScopeKind>(), scopes.Select(static s => s.Kind));
        Assert.Equal(5, scopes.Select(static s => s.Label.Chinese).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("0.5", "2")]
    [InlineData("0.9", "10")]
    public void EffectiveCost_Freeloaders_MakeTheRestDearer(string share, string cost) => Assert.Equal(
        Money.Yuan(Number(cost)), AcquisitionCost.EffectiveCost(Money.Yuan(1m), Ratio.Known(Number(share))).Value);

    [Fact]
    public void EffectiveCost_ShareWithoutAnyGenuineNewcomer_IsRefused()
    {
        Assert.Equal("costs.only_freeloaders", Code(Ratio.Known(1m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.Known(1.01m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.Known(-0.01m)));
        Assert.Equal("costs.freeloader_share_out_of_range", Code(Ratio.Unknown));

        static string Code(Ratio share) => Assert.Single(AcquisitionCost.EffectiveCost(Money.Yuan(1m), share).Reasons).Code;
    }

    [Fact]
    public void TryCreate_SeveralMistakes_ReportsAll()
    {
        Answer<AcquisitionCost> cost = AcquisitionCost.TryCreate(Money.Yuan(-1m), -2m, Money.Yuan(-3m), default);
        Assert.Equal(
            ["costs.negative_cost", "costs.negative_count", "costs.negative_cost", "costs.scope_unstated"], cost.Reasons.Select(static r => r.Code));
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(
            () => AcquisitionCost.Create(Money.Yuan(-1m), -2m, Money.Yuan(-3m), default));
        Assert.Equal(["unitCost", "volume", "handling", "counts"], thrown.Mistakes.Select(static v => v.Place));
        Assert.Equal(Cards, AcquisitionCost.TryCreate(Money.Yuan(0.05m), 1000m, Money.Yuan(0m), CostScope.CampaignOnly).Value);
    }

    [Fact]
    public void Create_MisusedMoney_Throws()
    {
        Assert.Throws<CurrencyMismatchException>(() => AcquisitionCost.Create(Money.Yuan(1m), 1m, Money.Of(1m, Currency.Usd), CostScope.Lagged));
        Assert.Throws<ArgumentException>("handling", () => AcquisitionCost.Create(Money.Yuan(1m), 1m, default, CostScope.Lagged));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
