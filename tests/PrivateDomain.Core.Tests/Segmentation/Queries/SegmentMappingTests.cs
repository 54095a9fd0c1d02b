using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Segmentation.Queries;

/// <summary>A rule as a query: EF Core on SQLite, the filter compiled, and the plain reading select the same rows.</summary>
[Text]
public sealed class SegmentMappingTests
{
    private static readonly LocalDate Today = RandomRules.Today;

    [Fact]
    public void Filter_EveryOperatorOverEveryValue_SqliteAgrees()
    {
        RandomRules random = new(11);
        FactValues[] customers = [.. Enumerable.Range(0, 60).Select(i => random.Customer(i))];
        Agree(customers, [.. EveryOperator().SelectMany(static rule => new[] { rule, !rule, SegmentRule.AtLeastOf(1, rule, !rule) })]);
    }

    [Fact]
    public void Filter_RandomRules_SqliteAgrees()
    {
        RandomRules random = new(12);
        FactValues[] customers = [.. Enumerable.Range(0, 60).Select(i => random.Customer(i))];
        Agree(customers, [.. Enumerable.Range(0, 300).Select(_ => random.Rule(3))]);
    }

    [Fact]
    public void Filter_SegmentsByName_ArePutIn()
    {
        RandomRules random = new(13);
        FactValues[] customers = [.. Enumerable.Range(0, 40).Select(i => random.Customer(i))];
        SegmentSet set = SegmentSet.From(
            RandomRules.Schema, [new Segment("adults", RandomRules.Age.AtLeast(18))]);
        SegmentRule rule = !SegmentRule.InSegment("adults");
        Func<SegmentRow, bool> filter = SegmentRow.Mapping.Filter(rule, Today, set).Value.Compile();
        Assert.All(customers, customer => Assert.Equal(!RandomRules.Age.AtLeast(18).Matches(customer), filter(SegmentRow.Of(customer))));
    }

    [Fact]
    public void Filter_FactsAndSegmentsMissing_NamesThemAll()
    {
        SegmentRule rule = FactsOfRfm.Recency.AtLeast(3) & Facts.Links.AtLeast(1) & SegmentRule.InSegment("adults") & Facts.Links.AtMost(3);
        Answer<Expression<Func<SegmentRow, bool>>> answer = SegmentRow.Mapping.Filter(rule, Today);
        Assert.False(answer.HasValue);
        Assert.Equal(
            [SegmentMappingReasons.UnmappedFact, SegmentMappingReasons.UnmappedFact, SegmentMappingReasons.UnknownSegment],
            answer.Reasons.Select(static reason => reason.Definition));
    }

    [Fact]
    public void Filter_EmptyGroupsAndLists_FoldToConstants()
    {
        Assert.Equal("row => True", SegmentRow.Mapping.Filter(SegmentRule.AllOf(), Today).Value.ToString());
        Assert.Equal("row => False", SegmentRow.Mapping.Filter(RandomRules.City.AnyOf(), Today).Value.ToString());
        Assert.Equal("row => True", SegmentRow.Mapping.Filter(RandomRules.City.NoneOf(), Today).Value.ToString());
    }

    [Fact]
    public void Filter_AtLeastOneAndAtLeastAll_AreAnyAndAll()
    {
        SegmentRule[] parts = [RandomRules.Age.AtLeast(18), RandomRules.City.AnyOf("上海"), RandomRules.IsParent.IsYes()];
        Assert.Equal(TextOf(SegmentRule.AnyOf(parts)), TextOf(SegmentRule.AtLeastOf(1, parts)));
        Assert.Equal(TextOf(SegmentRule.AllOf(parts)), TextOf(SegmentRule.AtLeastOf(3, parts)));
        Assert.Equal(TextOf(!SegmentRule.AnyOf(parts)), TextOf(!SegmentRule.AtLeastOf(1, parts)));
        Assert.Equal(TextOf(!SegmentRule.AllOf(parts)), TextOf(!SegmentRule.AtLeastOf(3, parts)));
        Assert.Contains("IIF", TextOf(SegmentRule.AtLeastOf(2, parts)), StringComparison.Ordinal);
        Assert.Equal(TextOf(parts[0]), TextOf(SegmentRule.AtLeastOf(1, parts[0])));
        Agree([.. Enumerable.Range(0, 20).Select(i => new RandomRules(i).Customer(i))],
            [.. new[] { 1, 2, 3 }.SelectMany(k => new[] { SegmentRule.AtLeastOf(k, parts), !SegmentRule.AtLeastOf(k, parts) })]);

        static string TextOf(SegmentRule rule) => SegmentRow.Mapping.Filter(rule, Today).Value.ToString();
    }

    [Fact]
    public void Filter_NestedDeeperThanAProviderBears_IsRefusedWithTheReason()
    {
        SegmentRule counted = RandomRules.Age.AtLeast(18);
        for (int i = 0; i < 4; i++)
        {
            counted = SegmentRule.AtLeastOf(2, counted, RandomRules.City.AnyOf("上海"), RandomRules.IsParent.IsYes());
        }

        Agree([new RandomRules(1).Customer(1)], [counted]);
        counted = SegmentRule.AtLeastOf(2, counted, counted, RandomRules.IsParent.IsYes());
        Assert.Equal([SegmentMappingReasons.CountsTooDeep], ReasonsOf(counted, null));

        // 60 deep, and 60 more in each of two segments it refers to.
        SegmentSet set =
            SegmentSet.From(RandomRules.Schema,
                [new Segment("a", Deep(RandomRules.Age.AtLeast(1))), new Segment("b", Deep(SegmentRule.InSegment("a")))]);
        Agree([new RandomRules(2).Customer(2)], [Deep(RandomRules.Age.AtLeast(1))]);
        Assert.True(SegmentRow.Mapping.Filter(SegmentRule.InSegment("b"), Today, set).HasValue);
        Assert.Equal([SegmentMappingReasons.TooDeep], ReasonsOf(Deep(SegmentRule.InSegment("b")), set));

        static SegmentRule Deep(SegmentRule rule)
        {
            for (int i = 0; i < 59; i++)
            {
                rule = i % 2 == 0 ? SegmentRule.AllOf(rule, RandomRules.City.NoneOf("上海"))
                    : SegmentRule.AnyOf(rule, RandomRules.IsParent.IsNo());
            }

            return rule;
        }

        static IEnumerable<ReasonDefinition> ReasonsOf(SegmentRule rule, SegmentSet? set) =>
            SegmentRow.Mapping.Filter(rule, Today, set).Reasons.Select(static reason => reason.Definition).Distinct();
    }

    private static IEnumerable<SegmentRule> EveryOperator()
    {
        NumberFact age = RandomRules.Age;
        foreach (double t in new[] { -1.5, 0, 2, 2.0000000000000004, 99.99, double.Epsilon, double.MaxValue })
        {
            yield return age.LessThan(t);
            yield return age.AtMost(t);
            yield return age.EqualTo(t);
            yield return age.NotEqualTo(t);
            yield return age.AtLeast(t);
            yield return age.GreaterThan(t);
            yield return age.Between(Math.Min(t, 2), Math.Max(t, 2));
        }

        foreach (DateFact date in new[] { RandomRules.Birthday, Facts.LastOrder })
        {
            yield return date.Before(Today);
            yield return date.OnOrBefore(Today);
            yield return date.On(Today);
            yield return date.NotOn(Today);
            yield return date.OnOrAfter(Today);
            yield return date.After(Today);
            yield return date.Between(Today.PlusDays(-2), Today);
            yield return date.WithinDays(3);
            yield return date.MoreThanDaysAgo(2);
            yield return date.WithinNextDays(2);
        }

        foreach (ChoiceFact choice in RandomRules.Choices)
        {
            foreach (string level in choice.Levels.Select(static level => level.Name))
            {
                yield return choice.LessThan(level);
                yield return choice.AtMost(level);
                yield return choice.EqualTo(level);
                yield return choice.NotEqualTo(level);
                yield return choice.AtLeast(level);
                yield return choice.GreaterThan(level);
                yield return choice.AnyOf(level, choice.Levels[0].Name);
                yield return choice.NoneOf(level, choice.Levels[0].Name);
            }

            yield return choice.AnyOf();
            yield return choice.NoneOf();
        }

        foreach (string[] words in new[] { Array.Empty<string>(), ["mum"], ["mum", "上海"], ["shanghai", "a \"b\" \\c"] })
        {
            yield return RandomRules.City.AnyOf(words);
            yield return RandomRules.City.NoneOf(words);
            yield return RandomRules.Hobbies.AnyOf(words);
            yield return RandomRules.Hobbies.AllOf(words);
            yield return RandomRules.Hobbies.NoneOf(words);
        }

        yield return RandomRules.IsParent.IsYes();
        yield return RandomRules.IsParent.IsNo();
        foreach (Fact fact in SegmentRow.Mapped)
        {
            yield return fact.IsKnown();
            yield return fact.IsUnknown();
        }
    }

    private static void Agree(FactValues[] customers, SegmentRule[] rules)
    {
        SegmentRow[] rows = [.. customers.Select(SegmentRow.Of)];
        using SegmentDatabase shop = SegmentDatabase.Of(rows);
        foreach (SegmentRule rule in rules)
        {
            Expression<Func<SegmentRow, bool>> filter = SegmentRow.Mapping.Filter(rule, Today).Value;
            string[] plain =
                [.. customers.Where(rule.Matches).Select(static customer => customer.Customer.ToString()).Order(StringComparer.Ordinal)];
            Assert.Equal(plain, rows.Where(filter.Compile()).Select(static row => row.Id).Order(StringComparer.Ordinal));
            string[] found =
                [.. shop.Rows.AsNoTracking().Where(filter).Select(static row => row.Id).AsEnumerable().Order(StringComparer.Ordinal)];
            Assert.True(plain.SequenceEqual(found, StringComparer.Ordinal),
                $"{filter}: {string.Join(' ', plain)} but {string.Join(' ', found)}");
        }
    }
}
