using System.Text.Json;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

/// <summary>Rules, segments and sets through <see cref="JsonSerializer"/>: what is written is read as equal, or it throws.</summary>
[Text]
public sealed class JsonConverterTests
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    [Fact]
    public void RandomRules_ThroughTheSerializer_AreEqual()
    {
        var random = new RandomRules(77);
        for (int i = 0; i < 500; i++)
        {
            SegmentRule rule = random.Rule(1 + (i % 5), "vip");
            Assert.Equal(rule, JsonSerializer.Deserialize<SegmentRule>(JsonSerializer.Serialize(rule, Deep), Deep));
        }
    }

    [Fact]
    public void SegmentsAndSets_WithinAHostsOwnType_AreEqual()
    {
        var vip = new Segment("vip", RandomRules.Tier.AtLeast("gold") & Facts.Ratio(RandomRules.Age, Facts.Orders).AtLeast(1), 3);
        SegmentSet set = SegmentSet.From(RandomRules.Schema, [vip, new Segment("others", SegmentRule.AllOf())], isExclusive: true);
        var page = new Page("首页", vip, set, RandomRules.City.AnyOf("上海"));

        Page read = JsonSerializer.Deserialize<Page>(JsonSerializer.Serialize(page))!;

        Assert.Equal(vip, read.Segment);
        Assert.Equal(set.Segments.AsEnumerable(), read.Set.Segments);
        Assert.True(read.Set.IsExclusive);
        Assert.Equal(page.Rule, read.Rule);
        Assert.Equal("金卡", ((ChoiceFact)read.Set.Schema.Find("tier").Value).Levels[1].Label.Chinese);
    }

    [Fact]
    public void Rule_OfAHostsFact_DeclaresItAndNoOther() => Assert.Equal(
        """{"version":1,"facts":[{"name":"age","kind":"number","english":"age","chinese":"\u5E74\u9F84"}],"rule":"""
            + """{"all":[{"fact":"age","is":"at_least","value":18},{"fact":"orders","is":"known"}]}}""",
        JsonSerializer.Serialize(RandomRules.Age.AtLeast(18) & Facts.Orders.IsKnown()));

    [Fact]
    public void ConverterWithASchema_DeclaresNothingAndReadsItsFacts()
    {
        var options = new JsonSerializerOptions { Converters = { new SegmentRuleJsonConverter(ShopFacts.Schema) } };
        SegmentRule rule = FactsOfRelationship.Stage.AtLeast("rapport");

        string json = JsonSerializer.Serialize(rule, options);

        Assert.Equal("""{"version":1,"rule":{"fact":"stage","is":"at_least","value":"rapport"}}""", json);
        Assert.Same(FactsOfRelationship.Stage, Assert.IsType<ChoiceRule>(JsonSerializer.Deserialize<SegmentRule>(json, options)).Fact);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SegmentRule>(json)); // without the schema the fact is unknown
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"rule":{"fact":"ordres","is":"known"}}""")]
    [InlineData("""{"version":1,"facts":{},"rule":{"all":[]}}""")]
    [InlineData("""{"version":1,"facts":[{}],"rule":{"all":[]}}""")]
    [InlineData("""{"version":1,"facts":[{"name":"Age","kind":"number","english":"a","chinese":"a"}],"rule":{"all":[]}}""")]
    [InlineData("""{"version":1,"facts":[{"name":"age","kind":"bool","english":"a","chinese":"a"}],"rule":{"all":[]}}""")]
    [InlineData("""{"version":1,"facts":[{"name":"orders","kind":"text","english":"a","chinese":"a"}],"rule":{"all":[]}}""")]
    [InlineData("""{"version":1,"facts":[{"name":"age","kind":null,"english":"a","chinese":"a"}],"rule":{"all":[]}}""")]
    public void Read_AnythingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SegmentRule>(json));

    [Fact]
    public void Null_IsNull() => Assert.Null(JsonSerializer.Deserialize<SegmentRule>("null"));

    private sealed record Page(string Title, Segment Segment, SegmentSet Set, SegmentRule Rule);
}
