using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Tests.Segmentation.Analysis;

/// <summary>The analysis against every customer of a small schema, one of each cell, read plainly.</summary>
public sealed class RuleAnalysisProperties
{
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly LocalDate Today = RandomRules.Today;
    private static readonly NumberFact Age = RandomRules.Age;
    private static readonly DateFact Birthday = RandomRules.Birthday;
    private static readonly YesNoFact Parent = RandomRules.IsParent;
    private static readonly TextFact City = RandomRules.City;
    private static readonly TextSetFact Hobbies = RandomRules.Hobbies;
    private static readonly ChoiceFact Tier = RandomRules.Tier;

    [Fact]
    public void RandomPairs_OfASmallSchema_AreAnsweredAsBruteForceAnswers()
    {
        FactValues[] customers = [.. Everybody()];
        Random random = Chance.From(20_240_615);
        var analysis = RuleAnalysis.From(Shop, Today);
        int decided = 0;
        int pairs = Chance.Cases(usual: 120, inLongRun: 20_000);
        for (int i = 0; i < pairs; i++)
        {
            (SegmentRule first, SegmentRule second) = (Rule(random, 3), Rule(random, 3));
            RuleComparison found = analysis.Assess(first, second);
            (bool both, bool onlyFirst, bool onlySecond) = (false, false, false);
            foreach (FactValues customer in customers)
            {
                (bool one, bool other) = (first.Matches(customer), second.Matches(customer));
                both |= one && other;
                onlyFirst |= one && !other;
                onlySecond |= other && !one;
            }

            Assert.Equal(both, found.Both is not null);
            Assert.Equal(onlyFirst, found.OnlyFirst is not null);
            Assert.Equal(onlySecond, found.OnlySecond is not null);
            Confirm(found.Both, first, second, one: true, other: true);
            Confirm(found.OnlyFirst, first, second, one: true, other: false);
            Confirm(found.OnlySecond, first, second, one: false, other: true);
            RuleRelation expected = !onlyFirst && !onlySecond ? RuleRelation.Same
                : !both ? RuleRelation.Disjoint
                : !onlyFirst ? RuleRelation.Contained
                : !onlySecond ? RuleRelation.Contains
                : RuleRelation.Overlapping;
            Assert.Equal(expected, found.Relation);
            decided++;
        }

        Assert.Equal(pairs, decided);
    }

    [Fact]
    public void TheDifferenceOfRandomPairs_HoldsOfExactlyThoseWhoChange()
    {
        FactValues[] customers = [.. Everybody()];
        Random random = Chance.From(77);
        var analysis = RuleAnalysis.From(Shop, Today);
        for (int i = 0; i < Chance.Cases(usual: 40, inLongRun: 5_000); i++)
        {
            (SegmentRule before, SegmentRule after) = (Rule(random, 3), Rule(random, 3));
            RuleDifference found = analysis.Explain(before, after);
            foreach (FactValues customer in customers)
            {
                (bool was, bool @is) = (before.Matches(customer), after.Matches(customer));
                Assert.Equal(!was && @is, found.ComesIn?.Matches(customer) ?? false);
                Assert.Equal(was && !@is, found.GoesOut?.Matches(customer) ?? false);
            }
        }
    }

    [Fact]
    public void RandomRules_OverAllFacts_HaveWitnessesThatThePlainReadingConfirms_AndNoCounterexampleToNever()
    {
        var rules = new RandomRules(5);
        var analysis = RuleAnalysis.From(Shop, Today);
        FactValues[] customers = [.. Histories()];
        int decided = 0;
        int pairs = Chance.Cases(usual: 120, inLongRun: 20_000);
        for (int i = 0; i < pairs; i++)
        {
            (SegmentRule first, SegmentRule second) = (rules.Rule(3), rules.Rule(3));
            RuleComparison found = analysis.Assess(first, second);
            Confirm(found.Both, first, second, one: true, other: true);
            Confirm(found.OnlyFirst, first, second, one: true, other: false);
            Confirm(found.OnlySecond, first, second, one: false, other: true);
            decided += found.Relation == RuleRelation.NotDecided ? 0 : 1;
            foreach (FactValues customer in customers)
            {
                (bool one, bool other) = (first.Matches(customer), second.Matches(customer));
                Assert.False(one && other && found.Relation == RuleRelation.Disjoint);
                Assert.False(one && !other && found.Relation is (RuleRelation.Same or RuleRelation.Contained));
                Assert.False(other && !one && found.Relation is (RuleRelation.Same or RuleRelation.Contains));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{decided} of {pairs} decided");
        Assert.InRange(decided, pairs / 2, pairs);
    }

    private static void Confirm(RuleWitness? witness, SegmentRule first, SegmentRule second, bool one, bool other)
    {
        if (witness is not null)
        {
            Assert.Equal(one, first.Matches(witness.Values));
            Assert.Equal(other, second.Matches(witness.Values));
        }
    }

    // Every combination of values at, below and above what the rules compare with, and of absence.
    private static IEnumerable<FactValues> Everybody() =>
        from age in new double?[] { null, 17, 18, 19, 30, 30.5, 31 }
        from birthday in new int?[] { null, -3, 0, 1 }
        from parent in new bool?[] { null, false, true }
        from city in new[] { null, "上海", "Paris", "elsewhere" }
        from hobbies in new string[]?[] { null, [], ["tea"], ["go"], ["go", "tea"] }
        from tier in new[] { null, "silver", "gold", "black" }
        select Of(age, birthday, parent, city, hobbies, tier);

    private static FactValues Of(double? age, int? birthday, bool? parent, string? city, string[]? hobbies, string? tier)
    {
        FactValues values = FactValues.From(CustomerId.From("c"), Today);
        values = age is { } a ? values.With(Age, a) : values;
        values = birthday is { } b ? values.With(Birthday, Today.PlusDays(b)) : values;
        values = parent is { } p ? values.With(Parent, p) : values;
        values = city is null ? values : values.With(City, city);
        values = hobbies is null ? values : values.With(Hobbies, hobbies);
        return tier is null ? values : values.With(Tier, tier);
    }

    private static SegmentRule Rule(Random random, int depth)
    {
        if (depth == 1 || random.Next(4) == 0)
        {
            return Leaf(random);
        }

        SegmentRule[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Rule(random, depth - 1))];
        return random.Next(5) switch
        {
            0 or 1 => SegmentRule.AllOf(parts),
            2 => SegmentRule.AnyOf(parts),
            3 => SegmentRule.AtLeastOf(random.Next(parts.Length) + 1, parts),
            _ => SegmentRule.NoneOf(parts),
        };
    }

    private static SegmentRule Leaf(Random random) => random.Next(16) switch
    {
        0 => Age.AtLeast(18),
        1 => Age.LessThan(31),
        2 => Age.Between(18, 30),
        3 => Age.NotEqualTo(18),
        4 => Birthday.WithinNextDays(1),
        5 => Birthday.Before(Today),
        6 => Birthday.NotOn(Today),
        7 => Parent.IsYes(),
        8 => Parent.IsNo(),
        9 => City.AnyOf("上海", "Paris"),
        10 => City.NoneOf("Paris"),
        11 => Hobbies.AllOf("go", "tea"),
        12 => random.Next(2) == 0 ? Hobbies.AnyOf("tea") : Hobbies.NoneOf("go"),
        13 => Tier.AtLeast("gold"),
        14 => Tier.NoneOf("gold"),
        _ => random.Next(4) switch { 0 => Age.IsKnown(), 1 => Hobbies.IsUnknown(), 2 => City.IsKnown(), _ => Tier.NotEqualTo("black") },
    };

    // Customers with real histories, and the caller's own facts beside them.
    private static IEnumerable<FactValues> Histories()
    {
        Random random = Chance.From(9);
        for (int i = 0; i < 60; i++)
        {
            CustomerHistory history = RandomHistory.Of(random, i, Today);
            FactValues values = FactValues.From(history.FactsAt(RandomHistory.NowOf(Today), Shop));
            values = random.Next(3) == 0 ? values : values.With(Age, random.Next(60));
            values = random.Next(3) == 0 ? values : values.With(Tier, Tier.Levels[random.Next(3)].Name);
            yield return random.Next(3) == 0 ? values : values.With(Parent, random.Next(2) == 0);
        }
    }
}
