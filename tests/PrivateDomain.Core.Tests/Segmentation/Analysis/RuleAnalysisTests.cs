using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Tests.Segmentation.Analysis;

/// <summary>What rules imply, by worked cases that the sentences of the documentation say.</summary>
public sealed class RuleAnalysisTests
{
    private static readonly LocalDate Today = new(2024, 6, 15);
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly RuleAnalysis Analysis = RuleAnalysis.From(Shop, Today);

    private static readonly NumberFact Age = NumberFact.From("age", new("age", "年龄"));

    [Fact]
    public void Never_FactsThatHangTogether_CannotContradictEachOther()
    {
        SegmentRule[] rules =
        [
            Facts.Orders.EqualTo(0) & Facts.LastOrder.WithinDays(30),
            Facts.Count(Behaviour.Order, TimeWindow.LastDays(30)).AtLeast(3)
                & Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtMost(2),
            Facts.FirstOrder.After(new(2024, 6, 1)) & Facts.LastOrder.Before(new(2024, 5, 1)),
            Facts.AverageTicket.AtLeast(200) & Facts.Orders.AtMost(2) & Facts.Spend.LessThan(100),
            Facts.Ratio(Facts.Spend, Facts.Orders).AtMost(10) & Facts.Orders.Between(1, 2) & Facts.Spend.GreaterThan(100),
            Facts.Linked.IsNo() & Facts.Reachable.IsYes(),
            Facts.Days(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(3) & Facts.Orders.AtMost(2),
            Facts.LastActive.Before(new(2024, 1, 1)) & Facts.LastOrder.WithinDays(30),
            Facts.Gap(Behaviour.Order, TimeWindow.LastDays(30)).AtLeast(100) & Facts.FirstOrder.WithinDays(60),
            Facts.Nps.GreaterThan(10),
            Facts.Carriers.AnyOf("telex"),
            Facts.SpendIn(TimeWindow.LastDays(30)).GreaterThan(100) & Facts.Spend.AtMost(100),
            Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(30)).AtLeast(2) & Facts.Interactions.AtMost(1),
            Facts.DaysSinceOrder.AtMost(3) & Facts.LastOrder.MoreThanDaysAgo(10),
            Facts.Count(Behaviour.Order, TimeWindow.MoreThanDaysAgo(90)).AtLeast(2)
                & Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(2) & Facts.Orders.AtMost(3),
            Facts.Periods(Behaviour.Order, 30, 6).AtLeast(3) & Facts.Count(Behaviour.Order, TimeWindow.LastDays(180)).LessThan(3),
            FactsOfRelationship.Trust.GreaterThan(100),
            Facts.Bucket("a").LessThan(0),
        ];
        Assert.All(rules, static rule =>
        {
            RuleAssessment found = Analysis.Assess(rule);
            Assert.Equal(RuleReach.Never, found.Reach);
            Assert.Null(found.Holds);
            Assert.NotEmpty(found.Contradiction);
        });
    }

    [Fact]
    public void AWitnessOfBehaviours_ComesFromAHistory()
    {
        SegmentRule[] rules =
        [
            Facts.Orders.AtLeast(2) & Facts.LastOrder.WithinDays(90) & Facts.Spend.AtLeast(1000),
            Facts.Count(Behaviour.Order, TimeWindow.LastDays(30)).EqualTo(0)
                & Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(3),
            Facts.Days(Behaviour.Order, TimeWindow.LastDays(90)).EqualTo(1) & Facts.Orders.AtLeast(4),
            Facts.AverageTicket.Between(200, 210) & Facts.Orders.EqualTo(3),
            Facts.Ratio(Facts.Spend, Facts.Orders).AtLeast(500) & Facts.Orders.AtLeast(2),
            Facts.Gap(Behaviour.Order, TimeWindow.LastDays(30)).AtLeast(100),
            Facts.Linked.IsYes() & Facts.Reachable.IsNo() & Facts.Orders.EqualTo(0),
            Facts.Linked.IsNo() & Facts.Orders.AtLeast(1),
            Facts.Links.EqualTo(3) & Facts.Carriers.AnyOf("we_com"),
            Facts.Nps.AtLeast(9) & Facts.Interactions.AtMost(2),
            Facts.Channel.AnyOf("card-7") & Facts.Tags.AllOf("mum", "size-m") & Facts.Tags.NoneOf("staff"),
            Facts.Bucket("summer").InShare(0, 10) & Facts.Bucket("winter").InShare(50, 60) & Facts.Orders.AtLeast(1),
            Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(30)).AtLeast(2) & Facts.Interactions.AtMost(2),
            Facts.SpendIn(TimeWindow.LastDays(30)).LessThan(50) & Facts.Spend.AtLeast(1000) & Facts.Orders.AtMost(2),
            Facts.Periods(Behaviour.Order, 30, 6).AtLeast(3),
            Facts.LastActive.MoreThanDaysAgo(60) & Facts.Orders.AtLeast(1),
        ];
        Assert.All(rules, static rule =>
        {
            RuleAssessment found = Analysis.Assess(rule);
            Assert.Equal(RuleReach.Sometimes, found.Reach);
            Assert.True(rule.Matches(found.Holds!.Values));
            Assert.False(rule.Matches(found.Fails!.Values));
            FactValues again = FactValues.From(found.Holds.History!.FactsAt(found.Holds.AsOf, Shop));
            Assert.True(rule.Matches(again));
        });
    }

    [Fact]
    public void AbsentFacts_AreCustomersToo()
    {
        Assert.Equal(RuleReach.Sometimes, Analysis.Assess(Age.LessThan(18) | Age.AtLeast(18)).Reach);
        Assert.Equal(RuleReach.Always, Analysis.Assess(Age.LessThan(18) | Age.AtLeast(18) | Age.IsUnknown()).Reach);
        Assert.Equal(RuleReach.Always, Analysis.Assess(Age.NotEqualTo(18) | Age.EqualTo(18)).Reach);
        RuleComparison compared = Analysis.Assess(Age.LessThan(18), !Age.AtLeast(18));
        Assert.Equal(RuleRelation.Contained, compared.Relation);
        Assert.False(compared.OnlySecond!.Values.Knows(Age));
        Assert.Equal(RuleReach.Sometimes, Analysis.Assess(Facts.Orders.AtLeast(1) & Facts.LastOrder.IsUnknown()).Reach);
    }

    [Fact]
    public void TwoRules_AreTheSame_Contained_Disjoint_OrOverlap()
    {
        SegmentRule recent = Facts.LastOrder.WithinDays(30);
        Assert.Equal(RuleRelation.Same, Analysis.Assess(recent & Facts.Linked.IsYes(), Facts.Linked.IsYes() & recent).Relation);
        Assert.Equal(RuleRelation.Same, Analysis.Assess(Facts.Orders.GreaterThan(1), Facts.Orders.AtLeast(2)).Relation);
        Assert.Equal(RuleRelation.Contained, Analysis.Assess(recent, Facts.LastOrder.WithinDays(90)).Relation);
        Assert.Equal(RuleRelation.Contains, Analysis.Assess(Facts.LastOrder.WithinDays(90), recent & Facts.Orders.AtLeast(2)).Relation);
        Assert.Equal(RuleRelation.Disjoint, Analysis.Assess(recent, Facts.LastOrder.MoreThanDaysAgo(30)).Relation);
        RuleComparison overlap = Analysis.Assess(recent, Facts.Orders.AtLeast(2));
        Assert.Equal(RuleRelation.Overlapping, overlap.Relation);
        Assert.True(recent.Matches(overlap.Both!.Values));
        Assert.False(Facts.Orders.AtLeast(2).Matches(overlap.OnlyFirst!.Values));
        Assert.False(recent.Matches(overlap.OnlySecond!.Values));
    }

    [Fact]
    public void AContradiction_NamesOnlyThePartsThatContradictEachOther() => Assert.Equal(
        [Facts.Orders.EqualTo(0), Facts.LastOrder.WithinDays(30)],
        Analysis.Assess(SegmentRule.AllOf(
            Facts.Linked.IsYes(), Facts.Orders.EqualTo(0), Facts.Tags.AnyOf("mum"), Facts.LastOrder.WithinDays(30))).Contradiction);

    [Fact]
    public void ADifference_IsSaidInBothLanguages()
    {
        RuleDifference difference = Analysis.Explain(
            Facts.Orders.AtLeast(2) & Facts.LastOrder.WithinDays(90), Facts.Orders.AtLeast(3) & Facts.LastOrder.WithinDays(90));
        Assert.Equal("Comes in: nobody; goes out: orders is exactly 2 and bought in the last 90 days.", difference.Sentence.English);
        Assert.Equal("进入：无人；退出：订单数等于 2 且 最近 90 天内有购买。", difference.Sentence.Chinese);
        Assert.Null(difference.ComesIn);
        Assert.True(difference.GoesOut!.Matches(difference.GoingOut!.Values));

        RuleDifference wider = Analysis.Explain(Age.AtLeast(30), Age.AtLeast(25) & Facts.Tags.NoneOf("staff"));
        Assert.Equal(
            "Comes in: age is at least 25 and age is below 30 and tag has none of (\"staff\") (or is unknown);"
            + " goes out: age is at least 30 and tag has one of (\"staff\").",
            wider.Sentence.English);
    }

    [Fact]
    public void AStage_HangsTogetherWithTheHistory_ByItsLadder()
    {
        SegmentRule allied = FactsOfRelationship.Stage.AtLeast("alliance");
        Assert.Equal(RuleReach.NotDecided, Analysis.Assess(allied & Facts.Orders.EqualTo(0)).Reach);
        Assert.Equal(RuleReach.Sometimes, Analysis.Assess(allied).Reach);

        RuleAnalysis withLadder = RuleAnalysis.From(Shop, Today, read: Read, laws: FactsOfRelationship.LawsOf(LadderPolicy.Default));
        Assert.Equal(RuleReach.Never, withLadder.Assess(allied & Facts.Orders.EqualTo(0)).Reach);
        Assert.Equal(RuleReach.Never, withLadder.Assess(FactsOfRelationship.Stage.AtLeast("interaction") & Facts.Linked.IsNo()).Reach);
        foreach (ChoiceLevel level in FactsOfRelationship.Stage.Levels)
        {
            SegmentRule rule = FactsOfRelationship.Stage.EqualTo(level.Name);
            RuleAssessment found = withLadder.Assess(rule);
            Assert.Equal(RuleReach.Sometimes, found.Reach);
            Assert.True(rule.Matches(Read(found.Holds!.History!.FactsAt(found.Holds.AsOf, Shop))));
        }

        static FactValues Read(CustomerFacts facts) =>
            FactValues.From(facts).With(LadderPolicy.Default.Assess(RelationshipFacts.From(facts)));
    }

    [Fact]
    public void Hints_NameWhatNobodyCanReach_WhatHoldsAll_AndWhatIsTheSame()
    {
        SegmentSet tiers = SegmentSet.From(FactSchema.BuiltIn,
        [
            new("big", Facts.Spend.AtLeast(1000)),
            new("bigger", Facts.Spend.AtLeast(5000)),
            new("empty", Facts.Orders.EqualTo(0) & Facts.LastOrder.WithinDays(30)),
            new("rest", SegmentRule.AllOf()),
        ], isExclusive: true);
        Assert.Equal(
            ["segments[1] rule_analysis.unreachable", "segments[2] rule_analysis.never"],
            Analysis.HintsFor(tiers).Select(static hint => $"{hint.Place} {hint.Reason.Code}"));

        SegmentSet tags = SegmentSet.From(FactSchema.BuiltIn,
        [
            new("recent", Facts.LastOrder.WithinDays(30)),
            new("lately", SegmentRule.InSegment("recent") & Facts.Orders.AtLeast(1) | Facts.LastOrder.WithinDays(30)),
            new("often", Facts.LastOrder.WithinDays(30) & Facts.Orders.AtLeast(5)),
            new("all", Facts.Orders.AtLeast(1) | !Facts.Orders.AtLeast(1)),
        ]);
        Assert.Equal(
            [
                "segments[3] rule_analysis.always", "segments[1] rule_analysis.same", "segments[2] rule_analysis.contained",
                "segments[2] rule_analysis.contained",
            ],
            Analysis.HintsFor(tags).Select(static hint => $"{hint.Place} {hint.Reason.Code}"));
    }

    [Fact]
    public void BeyondABoundedEffort_ItIsNotDecided()
    {
        // Nine pigeons in eight holes: too many choices for what looks at them one by one.
        var sits = Enumerable.Range(0, 9).Select(static p => Enumerable.Range(0, 8)
            .Select(h => YesNoFact.From($"p{p}_{h}", new($"p{p} in {h}", $"鸽 {p} 在 {h}")).IsYes()).ToArray()).ToArray();
        IEnumerable<SegmentRule> somewhere = sits.Select(static holes => SegmentRule.AnyOf(holes));
        IEnumerable<SegmentRule> alone = Enumerable.Range(0, 8).Select(h =>
            SegmentRule.Not(SegmentRule.AtLeastOf(2, [.. sits.Select(holes => holes[h])])));
        Assert.Equal(RuleReach.NotDecided, Analysis.Assess(SegmentRule.AllOf([.. somewhere, .. alone])).Reach);
    }
}
