using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Welfare;

public sealed class WelfarePlanTests
{
    private static readonly Occasion MidAutumn = WelfareCalendar.Default.Find("中秋").Value;
    private static readonly Occasion Qixi = WelfareCalendar.Default.Find("七夕").Value;
    private static readonly Gift Scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m)); // 24 a piece

    [Fact]
    public void Assess_Lottery_CostsPerParticipantAndLeavesWhatTheyBringIn()
    {
        WelfareVerdict verdict = Plan(pieces: 10, participants: 400, brings: 1m).Assess(Money.Yuan(300m));
        Assert.True(verdict.Decision.IsAllowed);
        Assert.Equal(
            (Money.Yuan(240m), Money.Yuan(160m), Money.Yuan(0.6m), Ratio.Known(0.025m), Money.Yuan(0m)),
            (verdict.Cost, verdict.Left, verdict.CostPerParticipant, verdict.WinShare, verdict.PriceMin));
    }

    [Fact]
    public void Assess_ThatWouldLoseMoney_IsRefusedWithTheLossAndTheLowestPrice()
    {
        WelfareVerdict verdict = Plan(pieces: 10, participants: 400, brings: 0.5m).Assess(Money.Yuan(240m));
        Assert.Equal("Giving it leaves -40.00 CNY, but at least 0.00 CNY is needed.", Assert.Single(verdict.Decision.Reasons).ToString());
        Assert.Equal("gift.loses_money", verdict.Decision.Reasons[0].Code);
        Assert.Equal((Money.Yuan(-40m), Money.Yuan(4m)), (verdict.Left, verdict.PriceMin));
        Assert.True(Plan(10, 400, 0.5m, price: 4m).Assess(Money.Yuan(240m)).Decision.IsAllowed);
        Assert.False(Plan(10, 400, 0.5m, price: 3.99m).Assess(Money.Yuan(240m)).Decision.IsAllowed);
    }

    [Fact]
    public void Assess_ThatJustBreaksEven_IsAllowed_ThoughASharePerPieceIsNoWholeNumber()
    {
        Assert.True(Plan(pieces: 7, participants: 168, brings: 1m).Assess(Money.Yuan(168m)).Decision.IsAllowed);
        Assert.False(Plan(pieces: 7, participants: 167, brings: 1m).Assess(Money.Yuan(168m)).Decision.IsAllowed);
        Assert.False(Plan(pieces: 7, participants: 168, brings: 1m, redLine: 0.01m).Assess(Money.Yuan(168m)).Decision.IsAllowed);
    }

    [Fact]
    public void Assess_AgreesWithGiftSuitability_WhereAShareIsWhole()
    {
        foreach (int brings in Enumerable.Range(0, 60))
        {
            WelfareVerdict verdict = Plan(pieces: 5, participants: 10, brings: brings).Assess(Money.Yuan(1_000m));
            GiftSuitability gift = GiftSuitability.Assess(Scarf, 5, Money.Yuan(brings * 2m), Money.Yuan(0m), Money.Yuan(0m));
            Assert.Equal((gift.Decision, gift.Left, gift.PriceMin.Value), (verdict.Decision, verdict.Left, verdict.PriceMin));
        }
    }

    [Fact]
    public void Budget_OfTheOccasion_DecidesToo_AllReasonsAreGiven()
    {
        WelfareBudget budget = WelfareBudget.Create(KeyValuePair.Create(MidAutumn, Money.Yuan(239.99m)));
        Decision poor = budget.Assess(Plan(10, 400, 0.5m)).Decision;
        Assert.Equal(["gift.loses_money", "welfare.over_budget"], poor.Reasons.Select(static r => r.Code));
        Assert.Equal("The welfare costs 240.00 CNY, but the budget is 239.99 CNY.", poor.Reasons[1].ToString());
        Assert.Equal("welfare.over_budget", Assert.Single(budget.Assess(Plan(10, 400, 1m)).Decision.Reasons).Code);
        Decision without = budget.Assess(Plan(10, 400, 1m, occasion: Qixi)).Decision;
        Assert.Equal("七夕没有预算。", Assert.Single(without.Reasons).ToString(Language.SimplifiedChinese));
        Assert.True(WelfareBudget.Create(KeyValuePair.Create(MidAutumn, Money.Yuan(240m))).Assess(Plan(10, 400, 1m)).Decision.IsAllowed);
    }

    [Fact]
    public void Share_AddsUpToTheLastFen()
    {
        WelfareBudget budget = WelfareBudget.Share(
            Money.Yuan(1_000m),
            KeyValuePair.Create(MidAutumn, 1m),
            KeyValuePair.Create(Qixi, 1m),
            KeyValuePair.Create(WelfareCalendar.Default.Occasions[0], 1m));
        Assert.Equal([333.34m, 333.33m, 333.33m], budget.Lines.Select(static line => line.Amount.Amount));
        Assert.Equal((Money.Yuan(1_000m), Money.Yuan(333.33m)), (budget.Total, budget.For(Qixi).Value));
        Assert.Equal("welfare.no_budget", budget.For(WelfareCalendar.Default.Occasions[1]).Reasons.Single().Code);
    }

    [Fact]
    public void Misuse_NamesAllMistakesTogether()
    {
        Assert.Equal(
            ["form", "pieces", "participants", "price", "contributionPerParticipant"],
            Misuse.Paths(static () => WelfarePlan.Create(
                MidAutumn, WelfareForm.None, Scarf, 0, 0, Money.Of(1m, Currency.Jpy), Money.Yuan(-1m))));
        Assert.Equal(["participants"], Misuse.Paths(static () => Plan(10, 9, 1m)));
        Assert.Equal(
            ["amounts[1]", "amounts[1]", "amounts[1]"],
            Misuse.Paths(static () => WelfareBudget.Create(
                KeyValuePair.Create(Qixi, Money.Yuan(1m)), KeyValuePair.Create(Qixi, Money.Of(-1m, Currency.Jpy)))));
        Assert.Equal(["amounts"], Misuse.Paths(static () => WelfareBudget.Create()));
        Assert.Equal(
            ["total", "weights", "weights[0]"],
            Misuse.Paths(static () => WelfareBudget.Share(Money.Yuan(-1m), KeyValuePair.Create(Qixi, -1m))));
    }

    private static WelfarePlan Plan(
        int pieces, int participants, decimal brings, decimal? price = null, decimal? redLine = null, Occasion? occasion = null) =>
        WelfarePlan.Create(
            occasion ?? MidAutumn, WelfareForm.Lottery, Scarf, pieces, participants, Money.Yuan(brings),
            price is { } p ? Money.Yuan(p) : null, redLine is { } line ? Money.Yuan(line) : null);
}
