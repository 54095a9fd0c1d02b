using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

[Text]
public sealed class FactSchemaTests
{
    private static readonly FactSchema Schema = ShopFacts.Schema.With(
        NumberFact.From("age", new("age", "年龄")),
        ChoiceFact.From("tier", new("tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")),
            new ChoiceLevel("gold", new("gold", "金卡"))));

    public static TheoryData<Fact, string> Parametric => new()
    {
        { Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)), "count(order, 90d)" },
        { Facts.Count(Behaviour.Order), "orders" },
        { Facts.Count(Behaviour.Interaction), "interactions" },
        { Facts.Count(Behaviour.MessageReceived), "count(message_received)" },
        { Facts.Count(Behaviour.Order, TimeWindow.MoreThanDaysAgo(0)), "count(order, older 0d)" },
        { Facts.Count(Behaviour.Order, TimeWindow.Between(new(2024, 1, 1), new(2024, 3, 31))), "count(order, 2024-01-01..2024-03-31)" },
        { Facts.Days(Behaviour.Order), "purchase_days" },
        { Facts.Days(Behaviour.Interaction, TimeWindow.LastDays(7)), "days(interaction, 7d)" },
        { Facts.Gap(Behaviour.Order), "gap(order)" },
        { Facts.Gap(Behaviour.Order, TimeWindow.LastDays(30)), "gap(order, 30d)" },
        { Facts.SpendIn(), "spend" },
        { Facts.SpendIn(TimeWindow.LastDays(30)), "spend(30d)" },
        { Facts.Periods(Behaviour.Order, 30, 6), "periods(order, 30d, 6)" },
        { Facts.First(Behaviour.Order), "first_order" },
        { Facts.First(Behaviour.ComplaintMade), "first(complaint_made)" },
        { Facts.Last(Behaviour.Interaction), "last_interaction" },
        { Facts.Last(Behaviour.WelfareReceived), "last(welfare_received)" },
        { Facts.Ratio(Facts.Spend, Facts.Count(Behaviour.Order, TimeWindow.LastDays(30))), "ratio(spend, count(order, 30d))" },
        { Facts.Bucket("a\"b\\c,)("), "bucket(\"a\\\"b\\\\c,)(\")" },
    };

    [Theory]
    [MemberData(nameof(Parametric))]
    public void Find_EveryFunction_ReadsTheNameItWrites(Fact fact, string name)
    {
        Assert.Equal(name, fact.Name);
        Assert.Equal(fact, Schema.Find(name).Value);
    }

    [Fact]
    public void Find_EveryFactWithoutParameters_IsItself() =>
        Assert.All(Schema.All, fact => Assert.Same(fact, Schema.Find(fact.Name).Value));

    [Theory]
    [InlineData(" count( order ,90d ) ", "count(order, 90d)")]
    [InlineData("count(order)", "orders")]
    [InlineData("ratio(spend,ratio_of)", null)]
    [InlineData("ratio(ratio(spend, orders), orders)", null)]
    [InlineData("count(orders)", null)]
    [InlineData("count(none)", null)]
    [InlineData("count(order, 0d)", null)]
    [InlineData("count(order, 36526d)", null)]
    [InlineData("count(order, 9999999999d)", null)]
    [InlineData("count(order, 2024-02-30..2024-03-01)", null)]
    [InlineData("count(order, 2024-03-02..2024-03-01)", null)]
    [InlineData("count(order, 90d", null)]
    [InlineData("count()", null)]
    [InlineData("count(order, 90d, 3)", null)]
    [InlineData("periods(order, 30d, 1001)", null)]
    [InlineData("periods(order, 36525d, 2)", null)]
    [InlineData("last(order, 90d)", null)]
    [InlineData("bucket(summer)", null)]
    [InlineData("bucket(\" summer\")", null)]
    [InlineData("bucket(\"a\\n\")", null)]
    [InlineData("", null)]
    [InlineData("(", null)]
    [InlineData("ordеrs", null)] // with a Cyrillic letter
    public void Find_OtherWritings_IsTheCanonicalFactOrAReason(string reference, string? name)
    {
        Answer<Fact> found = Schema.Find(reference);
        Assert.Equal(name, found.HasValue ? found.Value.Name : null);
    }

    [Fact]
    public void Find_Mistyped_Suggests()
    {
        Assert.Equal("There is no fact \"ordres\"; the nearest is \"orders\".", Schema.Find("ordres").Reasons[0].ToString());
        Assert.Equal("There is no fact \"cuont\"; the nearest is \"count\".", Schema.Find("cuont(order)").Reasons[0].ToString());
        Assert.Equal(SegmentationReasons.UnknownFactNothingNear, Schema.Find("zzzzzzzz").Reasons[0].Definition);
        Assert.Equal(SegmentationReasons.BadFact, Schema.Find("count(nothing)").Reasons[0].Definition);
        Assert.True(Schema.Find(new string('x', 1_000_000)).Reasons[0].ToString().Length < 300);
    }

    [Fact]
    public void Create_TakenNamesAndFactsThatAreNoAttributes_AreAllNamed()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(() => FactSchema.BuiltIn.With(
            NumberFact.From("orders", new("o", "订")), Facts.Gap(Behaviour.Order), NumberFact.From("age", new("a", "年")),
                YesNoFact.From("age", new("a", "年"))));
        Assert.Equal(["facts[0]", "facts[1]", "facts[3]"], error.Mistakes.Select(static v => v.Place));
    }

    [Theory]
    [InlineData("Age")]
    [InlineData("1st")]
    [InlineData("")]
    [InlineData("within")]
    [InlineData("年龄")]
    [InlineData("a b")]
    public void Attribute_OtherNames_AreRefused(string name) =>
        Assert.Throws<ArgumentException>(() => NumberFact.From(name, new("a", "年")));

    [Fact]
    public void Has_AFactOfOtherLevels_IsForeign()
    {
        Assert.True(Schema.Has(FactsOfRelationship.Stage));
        Assert.False(Schema.Has(ChoiceFact.From("tier", new("tier", "会员等级"), new ChoiceLevel("gold", new("gold", "金卡")))));
        Assert.False(Schema.Has(TextFact.From("city", new("city", "城市"))));
    }
}
