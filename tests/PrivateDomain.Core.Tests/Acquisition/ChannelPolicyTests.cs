using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Acquisition;

[Text]
public sealed class ChannelPolicyTests
{
    private static readonly CostScope Scope = CostScope.AllMarketing;

    private static readonly Dictionary<ChannelTrait, bool> OldHealthShop = new()
    {
        [ChannelTrait.OlderAudience] = true,
        [ChannelTrait.HealthBusiness] = true,
        [ChannelTrait.SendsParcels] = true,
        [ChannelTrait.HasNumbers] = true,
        [ChannelTrait.HasStore] = false,
        [ChannelTrait.MakesContent] = false,
    };

    [Fact]
    public void OlderClienteleOfAHealthShop_AnswersTheTelephone_AndIgnoresSmsAndCards()
    {
        var ranks = ChannelPolicy.Default.Rank(OldHealthShop);
        Assert.Equal(
            [
                ChannelKind.Telephone, ChannelKind.AiVoice, ChannelKind.PackageCard, ChannelKind.Sms, ChannelKind.StorePoster,
                ChannelKind.Article, ChannelKind.ShortVideo,
            ],
            ranks.Select(static r => r.Channel));
        Assert.Equal([90, 50, 10, 10, 65, 60, 50], ranks.Select(static r => r.Suitability.Value));
        Assert.Equal([true, true, true, true, false, false, false], ranks.Select(static r => r.Decision.IsAllowed));
        Assert.Equal(["有利因素：客群年长、健康类业务（+40 分）。", "暂无数据：单粉成本未知。"],
            ranks[0].Reasons.Select(static r => r.ToString(Language.SimplifiedChinese)));
        Assert.Equal("The channel store poster needs a store.", ranks[4].Decision.Reasons[0].ToString(Language.English));
    }

    [Theory]
    [InlineData(ChannelTrait.YoungAudience, ChannelKind.Telephone, 30)]
    [InlineData(ChannelTrait.YoungAudience, ChannelKind.AiVoice, 35)]
    [InlineData(ChannelTrait.YoungAudience, ChannelKind.ShortVideo, 70)]
    [InlineData(ChannelTrait.HighTicket, ChannelKind.Telephone, 65)]
    [InlineData(ChannelTrait.HighTicket, ChannelKind.AiVoice, 35)]
    [InlineData(ChannelTrait.ShowsWell, ChannelKind.ShortVideo, 70)]
    [InlineData(ChannelTrait.HealthBusiness, ChannelKind.Article, 60)]
    [InlineData(ChannelTrait.OlderAudience, ChannelKind.StorePoster, 65)]
    public void Default_OneTrait_AddsOrTakesItsPointsFrom50(ChannelTrait trait, ChannelKind channel, double points) => Assert.Equal(
        points,
        ChannelPolicy.Create(new ChannelOptions()).Rank(new Dictionary<ChannelTrait, bool> { [trait] = true })
            .Single(rank => rank.Channel == channel).Suitability.Value);

    [Fact]
    public void AmongEquallySuited_TheCheaperIsFirst_TheUnknownLast_AndNothingIsTakenForZero()
    {
        var cards = AcquisitionCost.From(Money.Yuan(0.05m), 1_000m, Money.Yuan(0m), Scope);
        ChannelRank[] ranks =
        [
            .. ChannelPolicy.Create(new ChannelOptions { Rules = [] }).Rank(
                new Dictionary<ChannelTrait, bool>(),
                [
                    ChannelFigures.From(ChannelKind.PackageCard, cards, 50), ChannelFigures.From(ChannelKind.Telephone, cards, 0),
                    ChannelFigures.From(ChannelKind.Sms, cards, Ratio.From(0.1m)),
                        ChannelFigures.From(ChannelKind.AiVoice, cards, Ratio.Unknown),
                ]),
        ];
        Assert.Equal([ChannelKind.Sms, ChannelKind.PackageCard], ranks[..2].Select(static r => r.Channel));
        Assert.Equal([Money.Yuan(0.5m), Money.Yuan(1m)], ranks[..2].Select(static r => r.CostPerFollower.Or(Money.Yuan(-1m))));
        Assert.Equal(["channel.assumed"], ranks[0].Reasons.Select(static r => r.Code));
        Assert.Empty(ranks[1].Reasons);
        Assert.All(ranks[2..], static r => Assert.False(r.CostPerFollower.HasValue));
        Assert.Contains(ranks[2..].Single(static r => r.Channel == ChannelKind.Telephone).Reasons, static r =>
            r.Definition.Equals(CostsReasons.NoFollowers));
        Assert.Contains(ranks[2..].Single(static r => r.Channel == ChannelKind.Article).Reasons, static r =>
            r.Definition.Equals(AcquisitionReasons.ChannelCostUnknown));
    }

    [Fact]
    public void WhatIsNotKnown_MakesAChannelUndecidable_BetweenYesAndNo()
    {
        var ranks = ChannelPolicy.Default.Rank(new Dictionary<ChannelTrait,
            bool>
        { [ChannelTrait.HasStore] = true, [ChannelTrait.HasNumbers] = false });
        Assert.Equal(ChannelKind.StorePoster, ranks[0].Channel);
        Assert.Equal(
            [DecisionOutcome.Allowed, .. Enumerable.Repeat(DecisionOutcome.Undecidable, 3),
                .. Enumerable.Repeat(DecisionOutcome.Denied, 3)],
            ranks.Select(static r => r.Decision.Outcome));
        Assert.Equal("channel.need_unknown", ranks[1].Decision.Reasons[0].Code);
    }

    [Fact]
    public void Suitability_StaysBetween0And100()
    {
        var policy = ChannelPolicy.Create(new ChannelOptions
        {
            Rules =
            [
                new() { Channel = ChannelKind.Sms, Traits = [ChannelTrait.YoungAudience], Points = 90 },
                new() { Channel = ChannelKind.Article, Traits = [ChannelTrait.YoungAudience], Points = -90 },
            ],
        });
        var ranks = policy.Rank(new Dictionary<ChannelTrait, bool> { [ChannelTrait.YoungAudience] = true });
        Assert.Equal((100, 0), (ranks[0].Suitability.Value, ranks[^1].Suitability.Value));
    }

    [Theory]
    [InlineData(true, true, 90)]
    [InlineData(true, false, 50)]
    [InlineData(false, true, 50)]
    public void ARow_CountsOnlyWhereAllItsTraitsHold(bool isOlder, bool isHealth, double telephone)
    {
        var traits = new Dictionary<ChannelTrait,
            bool>
        { [ChannelTrait.OlderAudience] = isOlder, [ChannelTrait.HealthBusiness] = isHealth };
        Assert.Equal(telephone,
            ChannelPolicy.Default.Rank(traits).Single(static r => r.Channel == ChannelKind.Telephone).Suitability.Value);
        traits.Remove(isOlder ? ChannelTrait.HealthBusiness : ChannelTrait.OlderAudience); // unknown is not true either
        Assert.Equal(50, ChannelPolicy.Default.Rank(traits).Single(static r => r.Channel == ChannelKind.Telephone).Suitability.Value);
    }

    [Fact]
    public void APlannedCampaign_WithoutARateOrUnits_HasNoCost()
    {
        var cost = AcquisitionCost.From(Money.Yuan(1m), 10m, Money.Yuan(0m), Scope);
        Assert.Equal(Money.Yuan(1m), ChannelFigures.From(ChannelKind.Sms, cost, Ratio.From(1m)).CostPerFollower.Value);
        Assert.Equal(CostsReasons.NoFollowers.Code,
            ChannelFigures.From(ChannelKind.Sms, cost, Ratio.From(0m)).CostPerFollower.Reasons.Single().Code);
        var huge = AcquisitionCost.From(Money.Yuan(1e27m), 10m, Money.Yuan(0m), Scope);
        Assert.Equal("channel.cost_too_large",
            ChannelFigures.From(ChannelKind.Sms, huge, Ratio.From(1e-28m)).CostPerFollower.Reasons.Single().Code);
    }

    [Fact]
    public void Policies_AreEqual_WhenTheirOptionsAre()
    {
        Assert.Equal(ChannelPolicy.Default, ChannelPolicy.Create(new ChannelOptions { Rules = [.. ChannelPolicy.Default.Options.Rules] }));
        Assert.NotEqual(ChannelPolicy.Default,
            ChannelPolicy.Create(new ChannelOptions { Rules = ChannelPolicy.Default.Options.Rules[1..] }));
        Assert.Equal(ChannelPolicy.Default.Rank(OldHealthShop), ChannelPolicy.Create(new ChannelOptions()).Rank(OldHealthShop));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        ChannelOptions wrong = new()
        {
            Rules =
            [
                new() { Channel = ChannelKind.None, Traits = [ChannelTrait.HasStore], Points = 1 },
                new() { Channel = ChannelKind.Sms, Traits = [ChannelTrait.HasStore, (ChannelTrait)99] },
                new() { Channel = (ChannelKind)8, Traits = [], Points = 101 },
                null!,
                new() { Channel = ChannelKind.Sms, Traits = [ChannelTrait.HasStore], Points = 0 },
                new() { Channel = ChannelKind.Sms, Traits = default, Points = -101 },
                new() { Channel = ChannelKind.Sms, Traits = [ChannelTrait.HasStore], Points = 100 },
                new() { Channel = ChannelKind.Sms, Traits = [ChannelTrait.HasStore], Points = -100 },
            ],
        };
        Assert.Equal(
            [
                "rules[0].channel", "rules[1].traits[1]", "rules[2].channel", "rules[2].points", "rules[2].traits", "rules[3]",
                    "rules[4].points",
                "rules[5].points", "rules[5].traits",
            ],
            Misuse.Paths(() => ChannelPolicy.Create(wrong)));
        Assert.False(ChannelPolicy.TryCreate(wrong, out ChannelPolicy? none, out var mistakes));
        Assert.Null(none);
        Assert.Equal(9, mistakes.Length);
        Assert.Equal(["rules"], Misuse.Paths(static () => ChannelPolicy.Create(new ChannelOptions { Rules = default })));
        var cost = AcquisitionCost.From(Money.Yuan(1m), 1m, Money.Yuan(0m), Scope);
        var dollars = AcquisitionCost.From(Money.From(1m, Currency.Usd), 1m, Money.Zero(Currency.Usd), Scope);
        var twice = ChannelFigures.From(ChannelKind.Sms, cost, 1);
        Assert.Throws<ArgumentException>("figures", () => ChannelPolicy.Default.Rank(OldHealthShop, [twice, twice]));
        Assert.Throws<ArgumentException>("figures", () => ChannelPolicy.Default.Rank(OldHealthShop, [twice, null!]));
        Assert.Throws<CurrencyMismatchException>(() =>
            ChannelPolicy.Default.Rank(OldHealthShop, [twice, ChannelFigures.From(ChannelKind.Article, dollars, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>("traits", static () =>
            ChannelPolicy.Default.Rank(new Dictionary<ChannelTrait, bool> { [(ChannelTrait)10] = true }));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => ChannelFigures.From((ChannelKind)8, cost, 1));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => ChannelFigures.From(ChannelKind.None, cost, 1));
        Assert.Equal(ChannelKind.StorePoster, ChannelFigures.From(ChannelKind.StorePoster, cost, 1).Channel);
        Assert.Throws<ArgumentOutOfRangeException>("assumedAddRate", () => ChannelFigures.From(ChannelKind.Sms, cost, Ratio.From(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("assumedAddRate", () => ChannelFigures.From(ChannelKind.Sms, cost, Ratio.From(1.01m)));
    }
}
