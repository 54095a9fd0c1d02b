using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Costs;

public sealed class UpkeepTests
{
    private static readonly Upkeep Worked = Upkeep.Create(
        Money.Yuan(72_000m), 400m, content: Money.Yuan(0.20m), benefits: Money.Yuan(12m), tools: Money.Yuan(3m));

    [Fact]
    public void PerYear_LabourOnly_Is180() => Assert.Equal(Money.Yuan(180m), Upkeep.Create(Money.Yuan(72_000m), 400m).PerYear);

    [Fact]
    public void PerYear_AllLines_Is195_20()
    {
        Assert.Equal(Money.Yuan(195.20m), Worked.PerYear);
        Assert.Equal(Money.Yuan(195.20m) / 12m, Worked.PerMonth);
    }

    [Fact]
    public void Lines_AllKindsInOrder_AddUpToTheYear()
    {
        Assert.Equal(Enum.GetValues<UpkeepItem>(), Worked.Lines.Select(static l => l.Item));
        Assert.Equal([180m, 0.20m, 12m, 0m, 3m], Worked.Lines.Select(static l => l.PerYear.Amount));
        Upkeep members = Upkeep.Create(Money.Yuan(0m), 1m, membership: Money.Yuan(7m));
        Assert.Equal(Money.Yuan(7m), members.PerYear);
        Assert.Equal(Money.Yuan(7m), members.Lines[(int)UpkeepItem.Membership].PerYear);
    }

    [Fact]
    public void BreakEvenTicket_FortyPercentAndFourOrders_Is122() =>
        Assert.Equal(Money.Yuan(122.00m), Worked.BreakEvenTicket(Ratio.Known(0.40m), 4m).Value);

    [Fact]
    public void BreakEvenTicket_FiguresOutOfRange_AreAllRefused()
    {
        Assert.Equal(
            ["costs.margin_out_of_range", "costs.no_orders_per_year"], Worked.BreakEvenTicket(Ratio.Known(0m), 0m).Reasons.Select(static r => r.Code));
        Assert.Equal("costs.margin_out_of_range", Assert.Single(Worked.BreakEvenTicket(Ratio.Unknown, 4m).Reasons).Code);
        Assert.Equal("costs.margin_out_of_range", Assert.Single(Worked.BreakEvenTicket(Ratio.Known(1.1m), 4m).Reasons).Code);
        Assert.Equal(Money.Yuan(195.20m), Worked.BreakEvenTicket(Ratio.Known(1m), 1m).Value);
    }

    [Fact]
    public void TryCreate_SeveralMistakes_ReportsAll()
    {
        Answer<Upkeep> upkeep = Upkeep.TryCreate(Money.Yuan(-1m), 0m, tools: Money.Yuan(-1m));
        Assert.Equal(["costs.negative_cost", "costs.no_customers_per_advisor", "costs.negative_cost"], upkeep.Reasons.Select(static r => r.Code));
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(
            () => Upkeep.Create(Money.Yuan(-1m), 0m, Money.Yuan(-1m), Money.Yuan(-1m), Money.Yuan(-1m), Money.Yuan(-1m)));
        Assert.Equal(
            ["wagePerYear", "customersPerAdvisor", "content", "benefits", "membership", "tools"], thrown.Mistakes.Select(static v => v.Place));
    }

    [Fact]
    public void Create_OtherCurrency_Throws() =>
        Assert.Throws<CurrencyMismatchException>(() => Upkeep.Create(Money.Yuan(1m), 1m, tools: Money.Of(1m, Currency.Eur)));
}
