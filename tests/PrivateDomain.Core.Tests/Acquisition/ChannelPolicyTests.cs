using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

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
                AcquisitionChannel.Telephone, AcquisitionChannel.AiVoice, AcquisitionChannel.PackageCard, AcquisitionChannel.Sms, AcquisitionChannel.StorePoster,
                AcquisitionChannel.Article, AcquisitionChannel.ShortVideo,
            ],
            ranks.Select(static r => r.Channel));
        Assert.Equal([90, 50, 10, 10, 65, 60, 50], ranks.Select(static r => r.Suitability.Value));
        Assert.Equal([true, true, true, true, false, false, false], ranks.Select(static r => r.Decision.IsAllowed));
        Assert.Equal(["有利因素：客群年长、健康类业务（+40 分）。", "没有数据：单粉成本未知。"], ranks[0].Reasons.Select(static r => r.ToString(Language.SimplifiedChinese)));
        Assert.Equal("The channel store poster needs a store.", ranks[4].Decision.Reasons[0].ToString(Language.English));
    }

    [Fact]
    public void AmongEquallySuited_TheCheaperIsFirst_TheUnknownLast_AndNothingIsTakenForZero()
    {
        var cards = AcquisitionCost.Create(Money.Yuan(0.05m), 1_000m, Money.Yuan(0m), Scope);
        ChannelRank[] ranks =
        [
            .. ChannelPolicy.Create().Rank(
                new Dictionary<ChannelTrait, bool>(),
                [
                    ChannelFigures.Observed(AcquisitionChannel.PackageCard, cards, 50), ChannelFigures.Observed(AcquisitionChannel.Telephone, cards, 0),
                    ChannelFigures.Assumed(AcquisitionChannel.Sms, cards, Ratio.Known(0.1m)), ChannelFigures.Assumed(AcquisitionChannel.AiVoice, cards, Ratio.Unknown),
                ]),
        ];
        Assert.Equal([AcquisitionChannel.Sms, AcquisitionChannel.PackageCard], ranks[..2].Select(static r => r.Channel));
        Assert.Equal([Money.Yuan(0.5m), Money.Yuan(1m)], ranks[..2].Select(static r => r.CostPerFollower.Value));
        Assert.Equal(["channel.assumed"], ranks[0].Reasons.Select(static r => r.Code));
        Assert.Empty(ranks[1].Reasons);
        Assert.All(ranks[2..], static r => Assert.False(r.CostPerFollower.HasValue));
        Assert.Contains(ranks[2..].Single(static r => r.Channel == AcquisitionChannel.Telephone).Reasons, static r => r.Definition.Equals(CostsReasons.NoFollowers));
        Assert.Contains(ranks[2..].Single(static r => r.Channel == AcquisitionChannel.Article).Reasons, static r => r.Definition.Equals(ChannelReasons.NoFigures));
    }

    [Fact]
    public void WhatIsNotKnown_MakesAChannelUndecidable_BetweenYesAndNo()
    {
        var ranks = ChannelPolicy.Default.Rank(new Dictionary<ChannelTrait, bool> { [ChannelTrait.HasStore] = true, [ChannelTrait.HasNumbers] = false });
        Assert.Equal(AcquisitionChannel.StorePoster, ranks[0].Channel);
        Assert.Equal(
            [DecisionOutcome.Allowed, .. Enumerable.Repeat(DecisionOutcome.Undecidable, 3), .. Enumerable.Repeat(DecisionOutcome.Denied, 3)],
            ranks.Select(static r => r.Decision.Outcome));
        Assert.Equal("channel.need_unknown", ranks[1].Decision.Reasons[0].Code);
    }

    [Fact]
    public void Suitability_StaysBetween0And100()
    {
        var policy = ChannelPolicy.Create(
            ChannelRule.Suits(AcquisitionChannel.Sms, 90, ChannelTrait.YoungAudience), ChannelRule.Suits(AcquisitionChannel.Article, -90, ChannelTrait.YoungAudience));
        var ranks = policy.Rank(new Dictionary<ChannelTrait, bool> { [ChannelTrait.YoungAudience] = true });
        Assert.Equal((100, 0), (ranks[0].Suitability.Value, ranks[^1].Suitability.Value));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["rules[0]", "rules[1]", "rules[2]", "rules[2]"],
            Assert.Throws<InvalidPolicyException>(static () => ChannelPolicy.Create(
                ChannelRule.Suits(AcquisitionChannel.None, 1, ChannelTrait.HasStore), ChannelRule.Needs(AcquisitionChannel.Sms, ChannelTrait.None),
                ChannelRule.Suits(AcquisitionChannel.Sms, 101))).Mistakes.Select(static v => v.Place));
        var cost = AcquisitionCost.Create(Money.Yuan(1m), 1m, Money.Yuan(0m), Scope);
        var twice = ChannelFigures.Observed(AcquisitionChannel.Sms, cost, 1);
        Assert.Throws<ArgumentException>("figures", () => ChannelPolicy.Default.Rank(OldHealthShop, [twice, twice]));
        Assert.Throws<ArgumentOutOfRangeException>("addRate", () => ChannelFigures.Assumed(AcquisitionChannel.Sms, cost, Ratio.Known(-1m)));
    }
}
