using System.Collections.Immutable;
using PrivateDomain.Conformance;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Sql.Tests;

/// <summary>The kit finds what databases get wrong, each fault by the probe that is for it, and nothing where nothing is wrong.</summary>
public sealed class ConformanceKitTests
{
    private static readonly ConformanceOptions Few = new() { Seed = 3, RandomRules = 60, Customers = 40 };

    [Fact]
    public void ARightDatabase_Agrees_AndTheSameSeedAsksTheSame()
    {
        var first = new Target(static (rule, customer) => rule.Matches(customer.Values));
        var second = new Target(static (rule, customer) => rule.Matches(customer.Values));
        ConformanceResult result = ConformanceKit.Run(first, Few);
        Assert.True(result.Agrees, result.ToString());
        Assert.Equal($"{result.Rules} rules, {result.Customers} customers, seed 3: 0 disagreements.", result.ToString());
        Assert.Equal(first.Asked.Count, result.Rules);
        ConformanceKit.Run(second, Few);
        Assert.Equal(first.Asked, second.Asked);
        var other = new Target(static (rule, customer) => rule.Matches(customer.Values));
        ConformanceKit.Run(other, Few with { Seed = 4 });
        Assert.NotEqual(first.Asked, other.Asked);
        Assert.Equal(
            result.Rules,
            Enum.GetValues<ConformanceProbe>().Sum(probe => ConformanceKit.Run(new Target(first.Answer), probe, Few).Rules));
    }

    [Fact]
    public void EveryRuleAsked_IsTrueOfSome_AndNotOfOthers_InEachProbe()
    {
        foreach (ConformanceProbe probe in Enum.GetValues<ConformanceProbe>())
        {
            int yes = 0;
            int no = 0;
            ConformanceKit.Run(
                new Target((rule, customer) =>
                {
                    bool answer = rule.Matches(customer.Values);
                    (yes, no) = answer ? (yes + 1, no) : (yes, no + 1);
                    return answer;
                }),
                probe, Few);
            Assert.InRange(yes / (double)(yes + no), 0.02, 0.98);
        }
    }

    [Fact]
    public void RandomRules_AreDeep()
    {
        ConformanceRandom random = ConformanceRandom.From(Chance.From(1406));
        foreach (int depth in Enumerable.Range(1, 7))
        {
            Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(depth, random.DeepRule(depth).Depth));
        }
    }

    [Fact]
    public void TextsWithoutCase_AreFoundByTheCollation()
    {
        ConformanceResult result = Run(static (rule, customer) => rule.Matches(
            customer.Values.TextOf(ConformanceFacts.City) is { } city
                ? customer.Values.With(ConformanceFacts.City, city.ToLowerInvariant())
                : customer.Values), ConformanceProbe.Collation);
        Disagreement first = result.Disagreements.First(static d => d.Expected);
        Assert.Equal(
            $"collation: The rule \"{SegmentText.Write(first.Rule)}\" is true of customer {first.Customer!.Id} "
                + $"({first.Customer.Values.Customer}), but the database did not select it. a query",
            first.ToString());
        Assert.Equal(
            $"排序规则：规则“{SegmentText.Write(first.Rule)}”对客户 {first.Customer.Id}（{first.Customer.Values.Customer}）成立，"
                + "但数据库没有选出该客户。a query",
            first.ToString(Language.SimplifiedChinese));
        Disagreement second = result.Disagreements.First(static d => !d.Expected);
        Assert.True(second.Found);
        Assert.Contains("is not true of customer", second.ToString(), StringComparison.Ordinal);
        Assert.Contains("不成立，但数据库选出了该客户", second.ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)] // read as UTC: the evening is of the next day
    [InlineData(-8)]
    public void TimesThatShift_AreFoundByTheTimeZone(int hours) => Run(
        (rule, customer) => rule.Matches(ConformanceFacts.Dates.Aggregate(customer.Values, (values, fact) =>
            customer.WallClockOf(fact) is { } time ? values.With(fact, time.PlusHours(hours).Date) : values)),
        ConformanceProbe.TimeZone);

    [Fact]
    public void AMicrosecondThatIsRoundedUp_IsFoundByTheTimeZone() => Run(
        static (rule, customer) => rule.Matches(ConformanceFacts.Dates.Aggregate(customer.Values, (values, fact) =>
            customer.WallClockOf(fact) is { } time ? values.With(fact, time.PlusTicks(10).Date) : values)),
        ConformanceProbe.TimeZone);

    [Fact]
    public void NotOfNull_IsFoundByTheAbsentFacts() => Run(
        static (rule, customer) => Sql(rule, customer.Values) == true, ConformanceProbe.AbsentFacts);

    [Fact]
    public void AtMostForLessThan_IsFoundByTheOperators() => Run(
        static (rule, customer) => rule is NumberRule { Operator: NumberOperator.LessThan } less
            ? less.Fact.AtMost(less.Value).Matches(customer.Values)
            : rule.Matches(customer.Values),
        ConformanceProbe.Operators);

    [Fact]
    public void ADatabaseThatFails_OrMakesRowsUp_Disagrees()
    {
        ConformanceResult failing = ConformanceKit.Run(
            new Target(static (_, _) => true) { Wrong = static _ => ConformanceSelection.Failed("no such function", "a query") },
            ConformanceProbe.TimeZone);
        Assert.Equal(failing.Rules, failing.Disagreements.Length);
        Disagreement first = failing.Disagreements[0];
        Assert.False(first.Found);
        Assert.EndsWith("was not answered: no such function a query", first.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("没有得到回答：no such functiona query", first.ToString(Language.SimplifiedChinese), StringComparison.Ordinal);

        foreach (int made in new[] { -1, 0 }) // a row that nobody put in, and one that comes twice
        {
            ConformanceResult more = ConformanceKit.Run(
                new Target(static (rule, customer) => rule.Matches(customer.Values))
                {
                    Wrong = right => ConformanceSelection.From(right.Contains(0) || made < 0 ? right.Add(made) : right, "a query"),
                },
                ConformanceProbe.TimeZone);
            Assert.NotEmpty(more.Disagreements);
            Assert.All(more.Disagreements, static d => Assert.Null(d.Customer));
        }
    }

    [Fact]
    public void FactsWithoutAPlace_AreNotAskedFor()
    {
        var target = new Target(static (rule, customer) => rule.Matches(customer.Values)) { Facts = [ConformanceFacts.Age] };
        ConformanceResult result = ConformanceKit.Run(target, Few);
        Assert.InRange(result.Rules, 20, 200);
        Assert.All(target.Asked, static rule => Assert.Contains("age", rule, StringComparison.Ordinal));
    }

    [Fact]
    public void Misuse_IsRefused()
    {
        var target = new Target(static (_, _) => true);
        Assert.Throws<ArgumentNullException>("target", static () => ConformanceKit.Run(null!));
        Assert.Throws<ArgumentOutOfRangeException>("probe", () => ConformanceKit.Run(target, (ConformanceProbe)9));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => ConformanceKit.Run(target, Few with { Customers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => ConformanceKit.Run(target, Few with { RandomRules = -1 }));
        Assert.Throws<OperationCanceledException>(() => ConformanceKit.Run(target, Few, new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentOutOfRangeException>("dialect", static () => SqlConformanceTable.From(SqlDialect.Spark));
        Assert.Throws<ArgumentNullException>("connection", static () => SqlConformanceTarget.From(SqlDialect.Sqlite, null!));
        Assert.Throws<ArgumentOutOfRangeException>("dialect", static () => SqlConformanceTarget.From(SqlDialect.ClickHouse, null!));
        Assert.Throws<ArgumentOutOfRangeException>("depth", static () => ConformanceRandom.From(1).Rule(0));
        Assert.Throws<ArgumentOutOfRangeException>("depth", static () => ConformanceRandom.From(1).DeepRule(0));
        Assert.Throws<ArgumentOutOfRangeException>("probe", static () => ((ConformanceProbe)9).Name());
    }

    private static ConformanceResult Run(Func<SegmentRule, ConformanceCustomer, bool> answer, ConformanceProbe probe)
    {
        ConformanceResult result = ConformanceKit.Run(new Target(answer), probe, Few);
        Assert.False(result.Agrees);
        Assert.All(result.Disagreements, d =>
        {
            Assert.Equal(probe, d.Probe);
            Assert.NotEqual(d.Expected, d.Found);
            Assert.Equal(d.Expected, d.Rule.Matches(d.Customer!.Values));
        });
        return result;
    }

    // What a naive translation does: null for a comparison of an absent fact, and a "not" above it.
    private static bool? Sql(SegmentRule rule, FactValues values) => rule switch
    {
        NotRule not => !Sql(not.Rule, values),
        GroupRule { Operator: GroupOperator.AllOf } all =>
            all.Rules.Aggregate((bool?)true, (truth, part) => truth & Sql(part, values)),
        GroupRule { Operator: GroupOperator.AnyOf } any =>
            any.Rules.Aggregate((bool?)false, (truth, part) => truth | Sql(part, values)),
        GroupRule { Operator: GroupOperator.NoneOf } none =>
            !none.Rules.Aggregate((bool?)false, (truth, part) => truth | Sql(part, values)),
        NumberRule number => values.Knows(number.Fact) ? rule.Matches(values) : null,
        _ => rule.Matches(values),
    };

    private sealed class Target(Func<SegmentRule, ConformanceCustomer, bool> answer) : IConformanceTarget
    {
        private IReadOnlyList<ConformanceCustomer> rows = [];

        public ImmutableArray<Fact> Facts { get; init; } = ConformanceFacts.All;

        internal Func<SegmentRule, ConformanceCustomer, bool> Answer => answer;

        internal List<string> Asked { get; } = [];

        internal Func<ImmutableArray<int>, ConformanceSelection>? Wrong { get; init; }

        public void Fill(IReadOnlyList<ConformanceCustomer> customers) => rows = customers;

        public ConformanceSelection Select(SegmentRule rule)
        {
            Asked.Add(SegmentText.Write(rule));
            ImmutableArray<int> ids = [.. rows.Where(customer => answer(rule, customer)).Select(static customer => customer.Id)];
            return Wrong is null ? ConformanceSelection.From(ids, "a query") : Wrong(ids);
        }
    }
}
