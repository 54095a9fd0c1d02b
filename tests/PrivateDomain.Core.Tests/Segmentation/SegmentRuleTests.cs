using NodaTime;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation;

[Kernel]
[Text]
public sealed class SegmentRuleTests
{
    private static readonly FactValues Nobody = FactValues.From(default, Today);

    [Fact]
    public void Absent_ComparisonsAreFalse_NegativeOperatorsTrue()
    {
        SegmentRule[] isFalse =
        [
            Age.LessThan(1), Age.AtMost(1), Age.EqualTo(1), Age.AtLeast(1), Age.GreaterThan(1), Age.Between(0, 1), Age.IsKnown(),
            Birthday.Before(Today), Birthday.OnOrBefore(Today), Birthday.On(Today), Birthday.OnOrAfter(Today), Birthday.After(Today),
                Birthday.Between(Today, Today),
            Birthday.WithinDays(7), Birthday.MoreThanDaysAgo(7), Birthday.WithinNextDays(7), IsParent.IsYes(), IsParent.IsNo(),
                City.AnyOf("上海"), City.AnyOf(),
            Hobbies.AnyOf("x"), Hobbies.AllOf("x"), Hobbies.AllOf(), Tier.LessThan("gold"), Tier.AtMost("black"), Tier.EqualTo("gold"),
                Tier.AtLeast("silver"),
            Tier.GreaterThan("silver"), Tier.AnyOf("silver", "gold", "black"), SegmentRule.AnyOf(),
        ];
        SegmentRule[] isTrue =
        [
            Age.NotEqualTo(1), Age.IsUnknown(), Birthday.NotOn(Today), City.NoneOf("上海"), City.NoneOf(), Hobbies.NoneOf("x"),
                Tier.NotEqualTo("gold"), Tier.NoneOf("gold"),
            SegmentRule.AllOf(), SegmentRule.NoneOf(), !Age.AtLeast(1),
        ];
        Assert.All(isFalse, rule => Assert.False(rule.Matches(Nobody), rule.ToString()));
        Assert.All(isTrue, rule => Assert.True(rule.Matches(Nobody)));
        Assert.All(isFalse, rule => Assert.True((!rule).Matches(Nobody)));
        PreparedSegments prepared = SegmentSet
            .From(Schema, isFalse.Concat(isTrue).Select(static (rule, i) => new Segment($"s{i}", rule)))
            .Prepare(Today);
        ulong[] found = new ulong[1];
        prepared.Evaluate(prepared.Read(Nobody), found);
        Assert.Equal(((1UL << isTrue.Length) - 1) << isFalse.Length, found[0]);
    }

    [Fact]
    public void NoneOf_SeveralValues_IsNotNotInOneOfThem()
    {
        string[] cities = ["上海", "Shanghai", "shanghai", "北京"];
        SegmentRule neither = City.NoneOf("上海", "Shanghai");
        Assert.Equal(
            [false, false, true, true],
            cities.Select(city => neither.Matches(Nobody.With(City, city))));
    }

    [Fact]
    public void NotGreaterThan_LosesNothingAndKeepsTheEqualValue() => Assert.Equal(
        [(false, true), (false, true), (true, false)],
        Enumerable.Range(1, 3).Select(static x =>
            (Age.GreaterThan(2).Matches(Nobody.With(Age, x)), (!Age.GreaterThan(2)).Matches(Nobody.With(Age, x)))));

    [Fact]
    public void TagExclusion_Fires()
    {
        SegmentRule rule = Facts.Tags.NoneOf("mum", "size-m");
        Assert.False(rule.Matches(Nobody.With(Facts.Tags, ["mum", "vip"])));
        Assert.True(rule.Matches(Nobody.With(Facts.Tags, ["vip"])));
        Assert.True(rule.Matches(Nobody.With(Facts.Tags, [])));
        Assert.True(Facts.Tags.AllOf().Matches(Nobody.With(Facts.Tags, []))); // an empty set that is known is not absent
    }

    [Theory]
    [InlineData(0, true, false, true)]
    [InlineData(-6, true, false, false)]
    [InlineData(-7, false, false, false)] // neither within 7 days nor more than 7 days ago: exactly 7 days ago
    [InlineData(-8, false, true, false)]
    [InlineData(1, false, false, true)] // tomorrow is not within the last days
    [InlineData(6, false, false, true)]
    [InlineData(7, false, false, false)]
    public void RelativeDates_Today_BelongsToBothWindows(int days, bool within, bool ago, bool next)
    {
        FactValues values = Nobody.With(Birthday, Today.PlusDays(days));
        Assert.Equal((within, ago, next),
            (Birthday.WithinDays(7).Matches(values), Birthday.MoreThanDaysAgo(7).Matches(values),
                Birthday.WithinNextDays(7).Matches(values)));
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("9999-01-01")]
    public void RelativeDates_AtTheEndsOfTime_StillAnswer(string date)
    {
        LocalDate today = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        FactValues values = FactValues.From(default, today).With(Birthday, today);
        Segment[] segments =
        [
            new("within", Birthday.WithinDays(36_525)), new("ago", Birthday.MoreThanDaysAgo(36_525)),
                new("next", Birthday.WithinNextDays(36_525)),
        ];
        PreparedSegments prepared = SegmentSet.From(Schema, segments).Prepare(today);
        ulong[] found = new ulong[1];
        prepared.Evaluate(prepared.Read(values), found);
        Assert.Equal(0b101UL, found[0]);
        Assert.Equal([true, false, true], segments.Select(segment => segment.Rule.Matches(values)));
    }

    [Fact]
    public void Stage_ByItsEnumeration_IsTheLevelOfThatName()
    {
        SegmentRule rule = FactsOfRelationship.Stage.AtLeast(RelationshipStage.Rapport);
        Assert.Equal(FactsOfRelationship.Stage.AtLeast("rapport"), rule);
        Assert.Equal(
            [false, false, false, true, true],
                FactsOfRelationship.Stage.Levels.Select(level => rule.Matches(Nobody.With(FactsOfRelationship.Stage, level.Name))));
        Assert.Throws<ArgumentException>(() => FactsOfRelationship.Stage.AtLeast((RelationshipStage)9));
        Assert.False(rule.Matches(Nobody.With(default(StageAssessment))));
        Assert.True(FactsOfRelationship.Trust.EqualTo(42).Matches(Nobody.With(FactsOfRelationship.Trust, 42)));
    }

    [Fact]
    public void Explain_NamesEveryLeafWithPathFoundAndRequired()
    {
        SegmentRule rule = (Tier.AtLeast("gold") & (Facts.Orders.AtLeast(2) | !Facts.LastOrder.WithinDays(7)))
            & SegmentRule.NoneOf(Hobbies.AnyOf("a", "b")) & SegmentRule.AtLeastOf(1, IsParent.IsYes(), Age.Between(18, 35));
        FactValues values = Nobody.With(Tier, "black").With(Facts.Orders, 1).With(Facts.LastOrder, Today).With(Hobbies, ["c", "b"]);
        RuleExplanation explanation = rule.Explain(values);

        Assert.False(explanation.Holds);
        Assert.Equal(
            [
                "all[0] ✓ tier: ≥ gold required, black found", "all[1].any[0] ✗ orders: ≥ 2 required, 1 found",
                "all[1].any[1].not ✓ last order: from 2024-06-09 to 2024-06-15 required, 2024-06-15 found",
                "all[2].none[0] ✓ hobbies: any of: a, b required, b, c found",
                    "all[3].atLeast[0] ✗ is a parent: yes required, unknown found",
                "all[3].atLeast[1] ✗ age: from 18 to 35 required, unknown found",
            ],
            explanation.Leaves.Select(static leaf => $"{leaf.Path} {leaf}"));
        Assert.Equal("✓ 会员等级：要求 ≥ 金卡，实际 黑卡", explanation.Leaves[0].ToString(Language.SimplifiedChinese));
        Assert.Equal("", Assert.Single(Age.IsKnown().Explain(values).Leaves).Path);
    }

    [Fact]
    public void Equality_IsThatOfTheWholeRule()
    {
        var one = new RandomRules(11);
        var same = new RandomRules(11);
        var other = new RandomRules(12);
        SegmentRule[] rules = [.. Enumerable.Range(0, 200).Select(_ => one.Rule(4))];
        SegmentRule[] twins = [.. Enumerable.Range(0, 200).Select(_ => same.Rule(4))];
        Assert.Equal(rules, twins);
        Assert.Equal(rules.Select(static r => r.GetHashCode()), twins.Select(static r => r.GetHashCode()));
        Assert.NotEqual(rules, Enumerable.Range(0, 200).Select(_ => other.Rule(4)));
        Assert.True(City.AnyOf("b", "a", "b") == City.AnyOf("a", "b"));
        Assert.True(Age.AtLeast(-0.0) == Age.AtLeast(0));
        Assert.True(Age.AtLeast(1) != Height.AtLeast(1));
        Assert.False(Age.AtLeast(1).Equals(null));
        Assert.Equal(3, ((GroupRule)(Age.IsKnown() & Age.AtLeast(1) & Age.AtMost(9))).Rules.Length);
    }

    [Fact]
    public void Bounds_OnDepthAndSize_AreKept()
    {
        SegmentRule deep = Age.IsKnown();
        for (int i = 1; i < SegmentRule.DepthMax; i++)
        {
            deep = !deep;
        }

        Assert.Equal(SegmentRule.DepthMax, deep.Depth);
        Assert.Throws<ArgumentException>(() => !deep);
        SegmentRule wide = SegmentRule.AllOf([.. Enumerable.Repeat(Age.IsKnown(), SegmentRule.SizeMax - 1)]);
        Assert.Equal(SegmentRule.SizeMax, wide.Size);
        Assert.Throws<ArgumentException>(() => wide & Age.IsKnown());
        Assert.Throws<ArgumentException>(() => City.AnyOf([.. Enumerable.Range(0, SegmentRule.SizeMax).Select(static i => $"x{i}")]));
        Assert.True(deep.Matches(Nobody) != Age.IsKnown().Matches(Nobody));
    }

    [Fact]
    public void Misuse_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.AtLeast(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.AtMost(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.Between(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Birthday.WithinDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Birthday.WithinDays(36_526));
        Assert.Throws<ArgumentOutOfRangeException>(() => Birthday.MoreThanDaysAgo(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Birthday.On(new LocalDate(1899, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Birthday.Between(Today, Today.PlusDays(-1)));
        Assert.Throws<ArgumentException>(() => City.AnyOf("a", ""));
        Assert.Throws<ArgumentException>(() => City.AnyOf(" a"));
        Assert.Throws<ArgumentException>(() => City.NoneOf("a\u0001"));
        Assert.Throws<ArgumentException>(() => Hobbies.AllOf("\ud800"));
        Assert.Throws<ArgumentException>(() => Tier.AtLeast("Gold"));
        Assert.Throws<ArgumentException>(() => Tier.AnyOf("silver", "platinum"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentRule.AtLeastOf(0, Age.IsKnown()));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentRule.AtLeastOf(2, Age.IsKnown()));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentRule.AtLeastOf(1));
        Assert.Throws<ArgumentNullException>(() => SegmentRule.AllOf(Age.IsKnown(), null!));
        Assert.Throws<ArgumentNullException>(() => SegmentRule.Not(null!));
        Assert.Throws<ArgumentException>(() => SegmentRule.InSegment(""));
        Assert.Throws<InvalidOperationException>(() => SegmentRule.InSegment("a").Matches(Nobody));
        Assert.Throws<ArgumentException>(() =>
            ChoiceFact.From("t", new("t", "等"), new ChoiceLevel("a", new("a", "甲")), new ChoiceLevel("a", new("a", "甲"))));
        Assert.Throws<ArgumentException>(() => ChoiceFact.From("t", new("t", "等")));
        Assert.Throws<ArgumentException>(() => NumberFact.From("t", new("t", " ")));
    }
}
