using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Welfare;

[Text]
public sealed class WelfarePlanTests
{
    private static readonly Occasion MidAutumn = WelfareCalendar.Default.Find("中秋").Value;
    private static readonly Occasion Qixi = WelfareCalendar.Default.Find("七夕").Value;
    private static readonly Gift Scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m)); // 24 a piece

    [Fact]
    public void Assess_Lottery_CostsPerParticipantAndLeavesWhatTheyBringIn()
    {
        WelfareExplanation verdict = Explain(Plan(pieces: 10, participants: 400, brings: 1m), Money.Yuan(300m));
        Assert.True(verdict.Decision.IsAllowed);
        Assert.Equal(
            (Money.Yuan(240m), Money.Yuan(160m), Money.Yuan(0.6m), Ratio.From(0.025m), Money.Yuan(0m)),
            (verdict.Cost, verdict.Left, verdict.CostPerParticipant, verdict.WinShare, verdict.PriceMin.Value));
    }

    [Fact]
    public void Assess_ThatWouldLoseMoney_IsRefusedWithTheLossAndTheLowestPrice()
    {
        WelfareExplanation verdict = Explain(Plan(pieces: 10, participants: 400, brings: 0.5m), Money.Yuan(240m));
        Assert.Equal("Giving it leaves -40.00 CNY; at least 0.00 CNY is needed.", Assert.Single(verdict.Decision.Reasons).ToString());
        Assert.Equal("gift.loses_money", verdict.Decision.Reasons[0].Code);
        Assert.Equal((Money.Yuan(-40m), Money.Yuan(4m)), (verdict.Left, verdict.PriceMin.Value));
        Assert.True(Explain(Plan(10, 400, 0.5m, price: 4m), Money.Yuan(240m)).Decision.IsAllowed);
        Assert.False(Explain(Plan(10, 400, 0.5m, price: 3.99m), Money.Yuan(240m)).Decision.IsAllowed);
    }

    [Fact]
    public void Assess_ThatJustBreaksEven_IsAllowed_ThoughASharePerPieceIsNoWholeNumber()
    {
        Assert.True(Explain(Plan(pieces: 7, participants: 168, brings: 1m), Money.Yuan(168m)).Decision.IsAllowed);
        Assert.False(Explain(Plan(pieces: 7, participants: 167, brings: 1m), Money.Yuan(168m)).Decision.IsAllowed);
        Assert.False(Explain(Plan(pieces: 7, participants: 168, brings: 1m, redLine: 0.01m), Money.Yuan(168m)).Decision.IsAllowed);
    }

    [Fact]
    public void Assess_AgreesWithGiftSuitability_WhereAShareIsWhole()
    {
        foreach (int brings in Enumerable.Range(0, 60))
        {
            WelfareExplanation verdict = Explain(Plan(pieces: 5, participants: 10, brings: brings), Money.Yuan(1_000m));
            GiftAssessment gift = GiftPolicy.Default.Assess(Scarf, 5, Money.Yuan(brings * 2m), Money.Yuan(0m));
            Assert.Equal(
                (gift.Suitability == GiftSuitability.Suitable, gift.Left, gift.PriceMin.Value),
                (verdict.Decision.IsAllowed, verdict.Left, verdict.PriceMin.Value));
        }
    }

    [Fact]
    public void Budget_OfTheOccasion_DecidesToo_AllReasonsAreGiven()
    {
        WelfareBudget budget = WelfareBudget.From(KeyValuePair.Create(MidAutumn, Money.Yuan(239.99m)));
        Decision poor = budget.Explain(Plan(10, 400, 0.5m)).Decision;
        Assert.Equal(["gift.loses_money", "welfare.over_budget"], poor.Reasons.Select(static r => r.Code));
        Assert.Equal("The welfare costs 240.00 CNY, but the budget is 239.99 CNY.", poor.Reasons[1].ToString());
        Assert.Equal("welfare.over_budget", Assert.Single(budget.Explain(Plan(10, 400, 1m)).Decision.Reasons).Code);
        Decision without = budget.Explain(Plan(10, 400, 1m, occasion: Qixi)).Decision;
        Assert.Equal("七夕没有预算。", Assert.Single(without.Reasons).ToString(Language.SimplifiedChinese));
        Assert.True(WelfareBudget.From(KeyValuePair.Create(MidAutumn, Money.Yuan(240m))).Decide(Plan(10, 400, 1m)).IsAllowed);
    }

    [Fact]
    public void Share_AddsUpToTheLastFen()
    {
        WelfareBudget budget = WelfareBudget.Allocate(
            Money.Yuan(1_000m),
            KeyValuePair.Create(MidAutumn, 1m),
            KeyValuePair.Create(Qixi, 1m),
            KeyValuePair.Create(WelfareCalendar.Default.Occasions[0], 1m));
        Assert.Equal([333.34m, 333.33m, 333.33m], budget.Lines.Select(static line => line.Value.Amount));
        Assert.Equal((Money.Yuan(1_000m), Money.Yuan(333.33m)), (budget.Total, budget.For(Qixi).Value));
        Assert.Equal("welfare.no_budget", budget.For(WelfareCalendar.Default.Occasions[1]).Reasons.Single().Code);
    }

    [Fact]
    public void Budgets_AreEqualWhenTheirLinesAre()
    {
        WelfareBudget one = WelfareBudget.From(KeyValuePair.Create(Qixi, Money.Yuan(2m)));
        Assert.Equal(one, WelfareBudget.Allocate(Money.Yuan(2m), KeyValuePair.Create(Qixi, 7m)));
        Assert.NotEqual(one, WelfareBudget.From(KeyValuePair.Create(Qixi, Money.Yuan(2.01m))));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "form", static () => new WelfarePlan(MidAutumn, WelfareForm.None, Scarf, 1, 1, Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "form", static () => new WelfarePlan(MidAutumn, (WelfareForm)9, Scarf, 1, 1, Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("pieces", static () => Plan(0, 9, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("participants", static () => Plan(10, 9, 1m));
        Assert.Equal(1m, Plan(10, 10, 1m).ContributionPerParticipant.Amount);
        Assert.Throws<ArgumentOutOfRangeException>("price", static () => Plan(10, 10, 1m, price: -0.01m));
        Assert.Throws<ArgumentException>(
            "contributionPerParticipant", static () =>
                new WelfarePlan(MidAutumn, WelfareForm.Like, Scarf, 1, 1, Money.From(1m, Currency.Jpy)));
        Assert.Throws<ArgumentNullException>(
            "occasion", static () => new WelfarePlan(null!, WelfareForm.Like, Scarf, 1, 1, Money.Yuan(1m)));
        Assert.Throws<ArgumentNullException>("amounts", static () => WelfareBudget.From(default(KeyValuePair<Occasion, Money>)));
        Assert.Equal(
            ["amounts[1]", "amounts[1]", "amounts[1]"],
            Misuse.Paths(static () => WelfareBudget.From(
                KeyValuePair.Create(Qixi, Money.Yuan(1m)), KeyValuePair.Create(Qixi, Money.From(-1m, Currency.Jpy)))));
        Assert.Equal(["amounts"], Misuse.Paths(static () => WelfareBudget.From()));
        Assert.Equal(
            ["total", "weights", "weights[0]"],
            Misuse.Paths(static () => WelfareBudget.Allocate(Money.Yuan(-1m), KeyValuePair.Create(Qixi, -1m))));
    }

    private static WelfareExplanation Explain(WelfarePlan plan, Money budget) =>
        WelfareBudget.From(KeyValuePair.Create(plan.Occasion, budget)).Explain(plan);

    private static WelfarePlan Plan(
        int pieces, int participants, decimal brings, decimal? price = null, decimal? redLine = null, Occasion? occasion = null) =>
        new(
            occasion ?? MidAutumn, WelfareForm.Lottery, Scarf, pieces, participants, Money.Yuan(brings),
            price is { } p ? Money.Yuan(p) : null, redLine is { } line ? Money.Yuan(line) : null);
}
