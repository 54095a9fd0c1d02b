using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Hosting.Tests;

[Text]
public sealed class SectionDocumentTests
{
    private static readonly ShopReadingOptions Reading = new();

    private static readonly SegmentSet Segments = SegmentSet.From(ShopFacts.Schema,
    [
        new Segment("2024", Facts.Orders.AtLeast(1)),
        new Segment("true", Facts.Orders.AtLeast(2) & !Facts.Orders.AtLeast(5)),
    ]);

    private static ShopOptions Full => Documents.Yuan with
    {
        Segments = Segments,
        Upkeep = new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m },
    };

    // Every figure is stated in what is written: each has gone through the configuration's texts.
    [Fact]
    public void ADocumentThatStatesEveryFigure_IsReadAlikeFromASection()
    {
        ShopRules? rules = Rules(Encoding.UTF8.GetString(ShopOptionsJson.Write(Full)), out ImmutableArray<Mistake> mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(ShopRules.Create(Full), rules);
    }

    [Fact]
    public void TheLeastDocument_HasAllDefaults()
    {
        Assert.Equal(
            ShopRules.Create(Documents.Yuan), Rules("""{"version":1,"zone":"Asia/Shanghai","currency":"CNY"}""", out _));
    }

    [Fact]
    public void Keys_AreComparedWithoutCase_AsThoseOfEnvironmentVariables()
    {
        IConfigurationRoot root = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SHOP:VERSION"] = "1",
            ["SHOP:ZONE"] = "Asia/Shanghai",
            ["SHOP:CURRENCY"] = "CNY",
            ["SHOP:GROUPHEALTH:MEMBERSMIN"] = "50",
            ["SHOP:OUTREACH:CAPS:0:MAX"] = "2",
            ["SHOP:OUTREACH:CAPS:0:DAYS"] = "1",
            ["SHOP:RFM:COUNTSFIRSTORDER"] = "True",
        }).Build();
        ShopRules? rules = SectionDocument.Of("x", root.GetSection("shop")).ToRules(Reading, out ImmutableArray<Mistake> mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(50, rules!.GroupHealth.Options.MembersMin);
        Assert.Equal(2, Assert.Single(rules.Outreach.Options.Caps).Max);
        Assert.True(rules.Rfm.Options.CountsFirstOrder);
    }

    [Fact]
    public void ALaterProvider_OverridesOneFigure()
    {
        IConfigurationRoot root = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Shop":{{Documents.WithMembersMin(40)}}}""")))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Shop:groupHealth:membersMin"] = "60" }).Build();
        Assert.Equal(60, SectionDocument.Of("x", root.GetSection("Shop")).ToRules(Reading, out _)!.GroupHealth.Options.MembersMin);
    }

    [Fact]
    public void Mistakes_NameTheKeyOfTheConfiguration_AllOfThem()
    {
        Rules(
            """
            {
              "version": 1, "zone": "Asia/Nowhere", "currency": "CNY",
              "groupHealth": { "memberMin": 50, "replyRateMin": "much" },
              "outreach": { "caps": [ { "max": 2, "days": 1 }, { "max": -1, "days": 1 } ] }
            }
            """, out ImmutableArray<Mistake> mistakes);
        Assert.Equal(
            [
                "Shop:groupHealth:memberMin", "Shop:groupHealth:replyRateMin", "Shop:outreach:caps:1", "Shop:outreach:caps:1:max",
                "Shop:zone",
            ],
            mistakes.Select(static mistake => mistake.Place));
        Assert.All(mistakes, static mistake => Assert.Equal(0, mistake.Line));
        Assert.Contains("membersMin", mistakes[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("Asia/Nowhere", mistakes[^1].ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingSection_IsAMistakeOfItsOwn()
    {
        IConfigurationRoot root = new ConfigurationBuilder().Build();
        Assert.Null(SectionDocument.Of("x", root.GetSection("Shops:x")).ToRules(Reading, out ImmutableArray<Mistake> mistakes));
        Mistake mistake = Assert.Single(mistakes);
        Assert.Equal(("Shops:x", "hosting.section_missing"), (mistake.Place, mistake.Reason.Code));
    }

    // A law over the whole document: whichever figure is spoilt, a section and a file tell the same mistakes, at the same places.
    [Fact]
    public void WhicheverFigureIsSpoilt_ASectionTellsWhatTheDocumentTells()
    {
        // With few of the terms: a configuration looks through all keys for each of them.
        string whole = Encoding.UTF8.GetString(ShopOptionsJson.Write(
            Full with { Compliance = Full.Compliance with { Terms = [.. Full.Compliance.Terms.Take(2)] } }));
        string[] paths = [.. Leaves(JsonNode.Parse(whole)!)];
        JsonNode right = JsonNode.Parse(whole)!;
        string[] numbers = [.. paths.Where(path => Leaf(right, path).GetValueKind() == JsonValueKind.Number)];
        Assert.True(numbers.Length > 100);
        Random chance = Chance.From(20_261_126);
        int spoilt = 0;
        foreach (string path in chance.GetItems(numbers, Chance.Cases(12, 600)).Concat(chance.GetItems(paths, Chance.Cases(6, 600))))
        {
            JsonNode document = JsonNode.Parse(whole)!;
            JsonNode leaf = Leaf(document, path);
            leaf.ReplaceWith(leaf.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(-1_000_000m) : JsonValue.Create("nonsense"));
            string json = document.ToJsonString();
            bool isRight = ShopOptionsJson.TryRead(
                Reading.Zones, Reading.Facts, Encoding.UTF8.GetBytes(json), out _, out ImmutableArray<Mistake> expected);
            Assert.Equal(isRight, Rules(json, out ImmutableArray<Mistake> mistakes) is not null);
            Assert.Equal(
                expected.Select(static mistake => (mistake.InSection("Shop").Place, mistake.Reason)).Order(Places),
                mistakes.Select(static mistake => (mistake.Place, mistake.Reason)).Order(Places));
            spoilt += isRight ? 0 : 1;
        }

        Assert.True(spoilt > 6);
    }

    private static Comparer<(string Place, Reason Reason)> Places { get; } = Comparer<(string Place, Reason Reason)>.Create(
        static (a, b) => string.CompareOrdinal(a.Place + a.Reason.Code, b.Place + b.Reason.Code));

    private static ShopRules? Rules(string json, out ImmutableArray<Mistake> mistakes)
    {
        var configuration = new ChangingConfiguration($$"""{"Shop":{{json}}}""");
        return SectionDocument.Of("x", configuration.Root.GetSection("Shop")).ToRules(Reading, out mistakes);
    }

    private static IEnumerable<string> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.Where(static m => m.Value is not null).SelectMany(static m => Leaves(m.Value!)),
        JsonArray entries => entries.SelectMany(static entry => Leaves(entry!)),
        _ => [node.GetPath()],
    };

    private static JsonNode Leaf(JsonNode node, string path) => node switch
    {
        JsonObject members => members.Where(static m => m.Value is not null)
            .Select(m => Leaf(m.Value!, path)).FirstOrDefault(static n => n is not null)!,
        JsonArray entries => entries.Select(entry => Leaf(entry!, path)).FirstOrDefault(static n => n is not null)!,
        _ => string.Equals(node.GetPath(), path, StringComparison.Ordinal) ? node : null!,
    };
}
