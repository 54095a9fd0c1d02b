using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

[Text]
public sealed class SegmentTextTests
{
    private static readonly SegmentRule Example = SegmentRule.AllOf(
        FactsOfRelationship.Stage.AtLeast("interaction"), Facts.Orders.AtLeast(2), Facts.LastOrder.WithinDays(90),
            Facts.Tags.AnyOf("mum", "size-m"));

    [Fact]
    public void Parse_TheExampleOfTheDesign_IsTheRule() =>
        Assert.Equal(Example,
            Parse("stage >= interaction and orders >= 2 and last_order within 90 days and tag any (\"mum\", \"size-m\")"));

    [Fact]
    public void ParsePrint_RandomRules_Identity()
    {
        var random = new RandomRules(4711);
        for (int i = 0; i < 3000; i++)
        {
            SegmentRule rule = random.Rule(1 + (i % 6), "vip", "名 \"单\" \\");
            string text = SegmentText.Write(rule);
            Assert.True(SegmentText.TryParse(RandomRules.Schema, text, out SegmentRule? read, out ImmutableArray<Mistake> errors), text
                + string.Join(" ", errors));
            Assert.Equal(rule, read);
            Assert.Equal(text, SegmentText.Write(read));
        }
    }

    [Theory]
    [InlineData("orders >= 2 or orders < 1 and not stage = none")]
    [InlineData("(orders >= 2 or orders < 1) and not (stage = none and linked is yes)")]
    [InlineData("(orders = 1 and orders = 2) and orders = 3")]
    [InlineData("not not linked is unknown")]
    [InlineData("all of () or any of (orders = 1) or none of (orders = 1 or orders = 2, last_order on or before 2024-01-01)")]
    [InlineData("at least 2 of (orders = 1, last_order between 2024-01-01 and 2024-02-01, spend between -1.5 and 1E+20)")]
    [InlineData("stage none (none, alliance) and tag all () and channel none (\"抖音\")")]
    [InlineData("last_order more than 0 days ago or last_order within next 5 days or last_order not on 2024-02-29")]
    [InlineData(
        "count(order, older 90d) >= 1 and ratio(spend, count(touch_sent)) > 0.1 and bucket(\"a \\\"b\\\" )\") < 50 and segment \"老客\"")]
    public void Print_CanonicalText_StaysAsItIs(string text) => Assert.Equal(text, SegmentText.Write(Parse(text)));

    [Theory]
    [InlineData("did order", "orders >= 1")]
    [InlineData("did not order within 90 days", "not count(order, 90d) >= 1")]
    [InlineData("did order 2 to 5 times within last 90 days", "count(order, 90d) between 2 and 5")]
    [InlineData("did interaction at least 3 times", "interactions >= 3")]
    [InlineData("did order at most 1 time more than 30 days ago", "count(order, older 30d) <= 1")]
    [InlineData("did complaint_made 2 times between 2024-01-01 and 2024-03-31", "count(complaint_made, 2024-01-01..2024-03-31) = 2")]
    [InlineData("first order within 1 day", "first_order within 1 days")]
    [InlineData("regularly order in 4 of 6 periods of 30 days", "periods(order, 30d, 6) >= 4")]
    [InlineData("stopped order for 60 days", "last_order more than 60 days ago")]
    [InlineData("restarted order after 90 days within 30 days", "gap(order, 30d) >= 90")]
    [InlineData("split \"summer\" 0 to 10", "bucket(\"summer\") >= 0 and bucket(\"summer\") < 10")]
    [InlineData("split \"summer\" 90 to 100", "bucket(\"summer\") >= 90")]
    [InlineData("last_order >= 2024-01-01 # since the new year\nand channel = \"shop\"",
        "last_order on or after 2024-01-01 and channel any (\"shop\")")]
    [InlineData("count( order ) > +1 and tag any of (\"b\", \"a\", \"b\")", "orders > 1 and tag any (\"a\", \"b\")")]
    [InlineData("((orders >= 2.0))", "orders >= 2")]
    [InlineData("orders ≥ 2 and orders ≤ 5 and orders≠3", "orders >= 2 and orders <= 5 and orders != 3")]
    [InlineData("last_order ≤ 2024-01-01 and stage ≠ none and channel ≠ \"shop\"",
        "last_order on or before 2024-01-01 and stage != none and channel none (\"shop\")")]
    [InlineData("\uFEFForders = 1", "orders = 1")]
    [InlineData("spend between 0.1 and 0100.50e1 or spend = -0 or spend = 9007199254740992 or spend = 1.7976931348623157E+308",
        "spend between 0.1 and 1005 or spend = 0 or spend = 9007199254740992 or spend = 1.7976931348623157E+308")]
    public void Parse_ShortWays_AreRulesOverFacts(string text, string canonical) => Assert.Equal(canonical, SegmentText.Write(Parse(text)));

    [Fact]
    public void Parse_AttributesNamedLikeOpenings_AreAttributes()
    {
        YesNoFact did = YesNoFact.From("did", new("did", "做过"));
        DateFact first = DateFact.From("first", new("first", "首次"));
        FactSchema schema = ShopFacts.Schema.With(did, first);

        SegmentRule rule = SegmentText.Parse(schema, "did is yes and first not on 2024-01-01 and first(order) within 3 days and did order");

        Assert.Equal(
            SegmentRule.AllOf(did.IsYes(), first.NotOn(new LocalDate(2024, 1, 1)), Facts.FirstOrder.WithinDays(3),
                Facts.Orders.AtLeast(1)), rule);
    }

    [Theory]
    [InlineData("ordres >= 2", "(1,1) segmentation.unknown_fact ordres orders")]
    [InlineData("оrders >= 2", "(1,1) segmentation.unknown_fact оrders orders")] // the first letter is Cyrillic
    [InlineData("stage >= interation", "(1,10) segmentation.unknown_word interation interaction")]
    [InlineData("last_order witin 90 days", "(1,12) segmentation.unknown_word witin within")]
    [InlineData("orders ＞ 2", "(1,8) segmentation.look_alike_character ＞ >")]
    [InlineData("orders = 1 && linked is yes", "(1,12) segmentation.look_alike_character & and")]
    [InlineData("orders = 1 || linked is yes", "(1,12) segmentation.look_alike_character | or")]
    [InlineData("! linked is yes", "(1,1) segmentation.look_alike_character ! not")]
    [InlineData("orders @ 2", "(1,8) segmentation.unknown_character @ ")]
    [InlineData("last_order not within 90 days",
        "(1,12) segmentation.unknown_word_nothing_near not before, on, not on, after, between, within, more, is")]
    [InlineData("orders >= 2 and\n  tag any （\"mum\")", "(2,11) segmentation.look_alike_character （ (")]
    [InlineData("orders >= ", "(1,11) segmentation.unexpected the end a finite number")]
    [InlineData("orders >= NaN", "(1,11) segmentation.unexpected NaN a finite number")]
    [InlineData("orders >= 1e999", "(1,11) segmentation.number_not_held 1e999 1.7976931348623157E+308")]
    [InlineData("orders >= 9007199254740993", "(1,11) segmentation.number_not_held 9007199254740993 9007199254740992")]
    [InlineData("orders >= 0.10000000000000000001", "(1,11) segmentation.number_not_held 0.10000000000000000001 0.1")]
    [InlineData("orders >= -1e-400", "(1,11) segmentation.number_not_held -1e-400 0")]
    [InlineData("orders >= 1_000", "(1,11) segmentation.unexpected 1_000 a finite number")]
    [InlineData("orders between 5 and 2", "(1,8) segmentation.wrong_order 2 5")]
    [InlineData("count(ordr, 90d) >= 2", "(1,1) segmentation.bad_fact count(ordr, 90d) count(behaviour), count(behaviour, window)")]
    [InlineData("did ordr", "(1,5) segmentation.unknown_word ordr order")]
    [InlineData("tag any (\"mum)", "(1,10) segmentation.bad_quotes  ")]
    [InlineData("tag any (\" mum\")", "(1,10) segmentation.bad_text  mum 128")]
    [InlineData("tag any (\"mum\" \"dad\") and linked is yes", "(1,16) segmentation.unexpected \"dad\" )")]
    [InlineData("(orders = 1 orders = 2) and linked is yes", "(1,13) segmentation.unexpected orders )")]
    [InlineData("at least 3 of (orders = 1)", "(1,1) segmentation.out_of_range 3 a whole number from 1 to the number of rules, 1,")]
    [InlineData("orders = 1)", "(1,11) segmentation.unexpected ) and, or, or the end")]
    [InlineData("\u0000orders = 1", "(1,1) segmentation.unknown_character U+0000 ")]
    [InlineData("", "(1,1) segmentation.unexpected the end a rule, such as orders >= 2,")]
    public void TryParse_Mistake_SaysWhereAndSuggests(string text, string expected)
    {
        Assert.False(SegmentText.TryParse(ShopFacts.Schema, text, out SegmentRule? rule, out ImmutableArray<Mistake> errors));

        Assert.Null(rule);
        Mistake error = Assert.Single(errors);
        Assert.Equal(expected, $"({error.Line},{error.Column}) {error.Reason.Code} {error.Reason.Found} {error.Reason.Required}");
    }

    [Fact]
    public void TryParse_ManyMistakes_OneForEachClause()
    {
        Assert.False(SegmentText.TryParse(
            ShopFacts.Schema,
            "ordres between 1 and 2 and stage = nobody\n"
                + "or last_ordr on or before 2024-01-01 and at least 2 of (spnd > 1, tag any (1), linked is maybe)",
            out _, out ImmutableArray<Mistake> errors));

        Assert.Equal(["(1,1)", "(1,36)", "(2,4)", "(2,57)", "(2,76)", "(2,87)"], errors.Select(static x => $"({x.Line},{x.Column})"));
        Assert.Equal("(1,1): There is no fact \"ordres\"; the nearest is \"orders\".", errors[0].ToString());
        Assert.Equal("(1,1): 没有名为“ordres”的事实，最接近的是“orders”。", errors[0].ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Parse_Mistake_ThrowsWithAllErrors()
    {
        InputFormatException exception = Assert.Throws<InputFormatException>(static () => Parse("ordres = 1 and orders"));

        Assert.Equal(2, exception.Mistakes.Length);
    }

    [Fact]
    public void TryParse_DeeperThanARuleMayBe_IsRefused()
    {
        string deepest = string.Concat(Enumerable.Repeat("not ", SegmentRule.DepthMax - 1)) + "orders = 1";

        Assert.True(SegmentText.TryParse(ShopFacts.Schema, deepest, out _, out _));
        Assert.False(SegmentText.TryParse(ShopFacts.Schema, "not " + deepest, out _, out ImmutableArray<Mistake> errors));
        Assert.Equal("segmentation.rule_too_deep", Assert.Single(errors).Reason.Code);
    }

    [Fact]
    public void TryParse_HostileText_FewErrorsInBoundedTime()
    {
        const int Length = 3_000_000;
        string[] hostile =
        [
            new('(', Length), new(')', Length), new('"', Length), new('\0', Length), new('a', Length), new('#', Length), new('9', Length),
                new('\ud800', Length),
            string.Concat(Enumerable.Repeat("not ", Length / 4)), string.Concat(Enumerable.Repeat("count(", Length / 6)),
                string.Concat(Enumerable.Repeat("a and ", Length / 6)),
            string.Concat(Enumerable.Repeat("\u0001\u0002", Length / 2)), string.Concat(Enumerable.Repeat("orders = 1 or ", Length / 14))
                + "orders = 1",
            "tag any (" + string.Join(",", Enumerable.Range(0, Length / 10).Select(static i => $"\"{i}\"")) + ")", new('x', 10_000_000),
        ];
        foreach (string text in hostile)
        {
            long start = Stopwatch.GetTimestamp();
            Assert.False(SegmentText.TryParse(ShopFacts.Schema, text, out _, out ImmutableArray<Mistake> errors));
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{text[..10]}… refused in {Stopwatch.GetElapsedTime(start).TotalMilliseconds} ms");
            Assert.InRange(errors.Length, 1, 50);
            Assert.All(errors, static error => Assert.InRange(error.ToString().Length, 1, 1_000));
        }
    }

    private static SegmentRule Parse(string text) => SegmentText.Parse(ShopFacts.Schema, text);
}
