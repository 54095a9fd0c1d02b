using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Rules;

[Text]
public sealed class ShopOptionsCompareTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly ShopOptions Before = ShopDocuments.Full;

    [Fact]
    public void EqualRules_DifferInNothing() => Assert.Empty(ShopOptions.Compare(Before, Before with { }, Today));

    [Fact]
    public void WhatDiffers_IsSaidInBothLanguages_WithItsPlace()
    {
        ShopOptions after = Before with
        {
            Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
            GroupHealth = Before.GroupHealth with { MembersMin = 50, ReplyRateMin = 0.06m },
            Upkeep = null,
            Membership = Before.Membership! with
            {
                Tiers =
                [
                    .. Before.Membership.Tiers.Select(static tier => tier.Code == "gold" ? tier with { Threshold = 6_000m } : tier),
                    new MembershipTier { Code = "black", Threshold = 20_000m },
                ],
            },
        };
        ImmutableArray<FigureDifference> found = ShopOptions.Compare(Before, after);
        Assert.Equal(
            [
                "zone", "upkeep", "groupHealth.membersMin", "groupHealth.replyRateMin", "membership.tiers[1].threshold",
                "membership.tiers[2]",
            ],
            found.Select(static difference => difference.Place));
        Assert.Equal("zone of the shop's days: Asia/Shanghai became Asia/Tokyo.", found[0].ToString());
        Assert.Equal("group health policy, members below which nothing is said: 30 members became 50 members.", found[2].ToString());
        Assert.Equal("会员规则，等级，gold，门槛：由“5000”改为“6000”。", found[4].ToString(Language.SimplifiedChinese));
        Assert.Equal("–", found[5].Before.English);
        Assert.Equal("–", found[1].After.Chinese);
    }

    [Fact]
    public void AChangedSegment_TellsWhoComesInAndWhoGoesOut()
    {
        ShopOptions after = Before with
        {
            Segments = SegmentSet.From(
                ShopFacts.Schema,
                [
                    new Segment("active", Facts.LastOrder.WithinDays(60), 2),
                    new Segment("core", SegmentRule.InSegment("active") & Facts.Orders.AtLeast(5)),
                    new Segment("new", Facts.Orders.EqualTo(1)),
                ]),
        };
        ImmutableArray<FigureDifference> found = ShopOptions.Compare(Before, after, Today);
        Assert.Equal(
            ["segments[0]", "segments[0].version", "segments[2]"], found.Select(static difference => difference.Place));
        Assert.StartsWith("Comes in: nobody; goes out: ", found[0].Effect.English, StringComparison.Ordinal);
        Assert.StartsWith("进入：无人；退出：", found[0].Effect.Chinese, StringComparison.Ordinal);
        Assert.Equal(default, Assert.Single(ShopOptions.Compare(Before, after), static d => d.Place == "segments[0]").Effect);
        Assert.Equal(
            ["segments[0]", "segments[0].version", "segments[2]"], ShopOptions.Compare(after, Before).Select(static d => d.Place));
    }

    [Fact]
    public void OrderAndExclusiveness_OfSegments_Count()
    {
        ShopOptions after = Before with
        {
            Segments = SegmentSet.From(ShopFacts.Schema, Before.Segments!.Segments.Reverse(), isExclusive: true),
        };
        Assert.Equal(
            ["segments, in one at most: no became yes.", "segments, order: active, core became core, active."],
            ShopOptions.Compare(Before, after).Select(static difference => difference.ToString()));
        Assert.Equal(
            "segments: active, core became –.",
            Assert.Single(ShopOptions.Compare(Before, Before with { Segments = null })).ToString());
    }

    [Fact]
    public void WrongOptions_AreComparedAsTheyAre()
    {
        var wrong = new ShopOptions { Outreach = null!, Rfm = Before.Rfm with { }, Sms = new() { OptOutLines = default } };
        Assert.NotEmpty(ShopOptions.Compare(Before, wrong, Today));
        Assert.NotEmpty(ShopOptions.Compare(wrong, Before, Today));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ShopOptions.Compare(Before, Before, LocalDate.MinIsoValue));
    }
}
