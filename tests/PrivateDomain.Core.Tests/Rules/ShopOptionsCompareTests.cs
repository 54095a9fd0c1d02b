using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

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
            ["segments[0]", "segments[0].version", "segments[1]", "segments[2]"], found.Select(static difference => difference.Place));
        Assert.StartsWith("Comes in: nobody; goes out: ", found[0].Effect.English, StringComparison.Ordinal);
        Assert.StartsWith("进入：无人；退出：", found[0].Effect.Chinese, StringComparison.Ordinal);
        Assert.Equal(default, Assert.Single(ShopOptions.Compare(Before, after), static d => d.Place == "segments[0]").Effect);
        Assert.Equal(
            ["segments[0]", "segments[0].version", "segments[1]", "segments[2]"],
            ShopOptions.Compare(after, Before).Select(static d => d.Place));
    }

    [Fact]
    public void ASegmentThatRefersToAChangedOne_IsTold_WithWhatItsNamesMeanNow()
    {
        static ShopOptions With(SegmentRule active) => Before with
        {
            Segments = SegmentSet.From(
                ShopFacts.Schema,
                [
                    new Segment("best", SegmentRule.InSegment("core") & Facts.Spend.AtLeast(1000)),
                    new Segment("core", SegmentRule.InSegment("active") & Facts.Orders.AtLeast(5)),
                    new Segment("active", active),
                    new Segment("new", Facts.Orders.EqualTo(1)),
                ]),
        };
        ImmutableArray<FigureDifference> found = ShopOptions.Compare(
            With(Facts.LastOrder.WithinDays(90)), With(Facts.LastOrder.WithinDays(60)), Today);
        Assert.Equal(["segments[0]", "segments[1]", "segments[2]"], found.Select(static difference => difference.Place));
        Assert.Equal("segments, best, by the changed core", found[0].Figure.English);
        Assert.Equal("分群，core，引用的 active 已变更", found[1].Figure.Chinese);
        Assert.Contains("bought in the last 90 days", found[1].Before.English, StringComparison.Ordinal);
        Assert.Contains("bought in the last 60 days", found[1].After.English, StringComparison.Ordinal);
        Assert.All(found, static difference =>
            Assert.StartsWith("Comes in: nobody; goes out: ", difference.Effect.English, StringComparison.Ordinal));
        Assert.Equal(3, ShopOptions.Compare(With(Facts.Orders.AtLeast(2)), With(Facts.Orders.AtLeast(3))).Length);
    }

    [Fact]
    public void AStage_IsComparedByTheShopsOwnLadder_WhereBothHaveTheSame()
    {
        static ShopOptions With(SegmentRule rule) => Before with
        {
            Segments = SegmentSet.From(ShopFacts.Schema, [new Segment("close", rule)]),
        };
        SegmentRule interacting = FactsOfRelationship.Stage.AtLeast("interaction");
        FigureDifference found = Assert.Single(ShopOptions.Compare(
            With(interacting), With(interacting & (Facts.Linked.IsYes() | Facts.Linked.IsUnknown())), Today));
        Assert.Equal("Comes in: nobody; goes out: nobody.", found.Effect.English); // who interacts is linked
        ShopOptions other = With(interacting & Facts.Linked.IsYes());
        other = other with { Trust = other.Trust with { Terms = other.Trust.Terms[..1] } };
        Assert.NotEqual(default, ShopOptions.Compare(With(interacting), other, Today).Single(static d => d.Place == "segments[0]").Effect);
    }

    [Fact]
    public void Hints_OfAShopsSegments_KnowItsLadder()
    {
        ShopRules rules = ShopRules.Create(Before with
        {
            Segments = SegmentSet.From(ShopFacts.Schema,
            [
                new("allied", FactsOfRelationship.Stage.AtLeast("alliance") & Facts.Orders.EqualTo(0)),
                new("active", Facts.LastOrder.WithinDays(90)),
                new("core", SegmentRule.InSegment("active") & Facts.Orders.AtLeast(5)),
                new("inside", Facts.LastOrder.WithinDays(30)),
            ]),
        });
        Assert.Equal(
            ["segments[0] rule_analysis.never", "segments[3] rule_analysis.contained"],
            rules.HintsOn(Today).Select(static hint => $"{hint.Place} {hint.Reason.Code}"));
        Assert.Empty(ShopRules.Create(Before with { Segments = null }).HintsOn(Today));
        Assert.Equal(RuleReach.Never, rules.AnalysisOn(Today).Assess(
            SegmentRule.InSegment("active") & Facts.Orders.EqualTo(0)).Reach);
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.HintsOn(LocalDate.MinIsoValue));
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
