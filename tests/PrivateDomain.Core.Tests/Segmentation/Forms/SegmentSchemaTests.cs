using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

/// <summary>The published JSON schema and the reader say the same of documents: what the reader takes the schema takes, and what only the
/// reader refuses is what no schema can know, such as the facts.</summary>
[Text]
public sealed class SegmentSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Repository.PathTo("docs", "segment.schema.json")));

    // Mistakes of the form of a document, which the schema must see too.
    private static readonly string[] OfForm =
    [
        "segmentation.unknown_member", "segmentation.foreign_member", "segmentation.member_missing", "segmentation.member_twice",
        "segmentation.bad_text", "segmentation.value_twice", "segmentation.other_version", "segmentation.not_json",
    ];

    [Fact]
    public void Documents_AsWritten_AreTakenByBoth()
    {
        var random = new RandomRules(31);
        for (int i = 0; i < 300; i++)
        {
            SegmentRule rule = random.Rule(1 + (i % 5), "vip");
            var vip = new Segment("vip", RandomRules.Age.AtLeast(18), i + 1);
            SegmentSet set = SegmentSet.From(RandomRules.Schema, [new Segment("名", rule), vip], isExclusive: i % 2 == 0);
            Assert.True(IsTaken(Encoding.UTF8.GetString(SegmentJson.Write(rule))));
            Assert.True(IsTaken(Encoding.UTF8.GetString(SegmentJson.Write(vip))));
            Assert.True(IsTaken(Encoding.UTF8.GetString(SegmentJson.Write(set))));
        }
    }

    [Theory]
    [InlineData("""{"fact":"last_order","is":"within_last_days","days":0}""")]
    [InlineData("""{"fact":"last_order","is":"within_next_days","days":0}""")]
    [InlineData("""{"fact":"last_order","is":"more_than_days_ago","days":-1}""")]
    [InlineData("""{"fact":"last_order","is":"within_last_days","days":36526}""")]
    [InlineData("""{"fact":"last_order","is":"within_last_days","days":1.5}""")]
    [InlineData("""{"fact":"last_order","is":"on","value":"1899-12-31"}""")]
    [InlineData("""{"fact":"last_order","is":"on","value":"2024-1-1"}""")]
    [InlineData("""{"fact":"tag","is":"any_of","values":["a","a"]}""")]
    [InlineData("""{"fact":"tag","is":"any_of","values":[" a"]}""")]
    [InlineData("""{"fact":"tag","is":"any_of","values":[""]}""")]
    [InlineData("""{"fact":"tag","is":"any_of","values":[1]}""")]
    [InlineData("""{"fact":"tag","is":"any_of"}""")]
    [InlineData("""{"fact":"orders","is":"at_least","value":1,"to":2}""")]
    [InlineData("""{"fact":"orders","is":"at_least","value":null}""")]
    [InlineData("""{"fact":"orders","is":"between","from":1}""")]
    [InlineData("""{"count":0,"atLeast":[{"all":[]}]}""")]
    [InlineData("""{"count":1,"atLeast":[]}""")]
    [InlineData("""{"atLeast":[{"all":[]}]}""")]
    [InlineData("""{"segment":"a\nb"}""")]
    [InlineData("""{"not":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public void Documents_ThatAreBroken_AreRefusedByBoth(string rule)
    {
        string json = $$"""{"version":1,"rule":{{rule}}}""";
        Assert.False(IsTaken(json));
        Assert.False(SegmentJson.TryReadRule(RandomRules.Schema, Encoding.UTF8.GetBytes(json), out _, out _));
    }

    [Theory]
    [InlineData("""{"fact":"last_order","is":"within_last_days","days":1}""")]
    [InlineData("""{"fact":"last_order","is":"more_than_days_ago","days":0}""")]
    [InlineData("""{"fact":"last_order","is":"within_last_days","days":36525.0}""")]
    [InlineData("""{"fact":"last_order","is":"on","value":"1900-01-02"}""")]
    [InlineData("""{"fact":"orders","is":"not_equal","value":-1e300}""")]
    [InlineData("""{"count":1.0,"atLeast":[{"all":[]}]}""")]
    public void Documents_AtTheEdge_AreTakenByBoth(string rule)
    {
        string json = $$"""{"version":1.0,"rule":{{rule}}}""";
        Assert.True(IsTaken(json));
        Assert.True(SegmentJson.TryReadRule(RandomRules.Schema, Encoding.UTF8.GetBytes(json), out _, out _));
    }

    [Fact]
    public void Documents_ChangedAtRandom_BothSayTheSameOfTheirForm()
    {
        var random = Chance.From(32);
        var rules = new RandomRules(32);
        int taken = 0;
        for (int i = 0; i < Chance.Cases(2_000, 20_000); i++)
        {
            JsonNode document = JsonNode.Parse(SegmentJson.Write(rules.Rule(1 + (i % 3), "vip")))!;
            Change(document["rule"]!, random);
            string json = document.ToJsonString();
            bool isRead = SegmentJson.TryReadRule(
                RandomRules.Schema, Encoding.UTF8.GetBytes(json), out _, out ImmutableArray<Mistake> mistakes);
            bool isTaken = IsTaken(json);
            Assert.True(isTaken || !isRead, json);
            Assert.True(!isTaken || !mistakes.Any(static mistake => OfForm.Contains(mistake.Reason.Code)),
                $"{json}: {string.Join(" ", mistakes)}");
            taken += isRead ? 1 : 0;
        }

        Assert.InRange(taken, Chance.Cases(100, 1_000), Chance.Cases(1_900, 19_000)); // from a fixed seed
    }

    private static bool IsTaken(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    // Goes down a random way and changes something where it ends: removes, adds, doubles or replaces it.
    private static void Change(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } list:
                int place = random.Next(list.Count);
                if (list[place] is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    Change(list[place]!, random);
                }
                else if (random.Next(2) == 0)
                {
                    list.Add(list[place]?.DeepClone());
                }
                else
                {
                    list[place] = Piece(random);
                }

                break;
            case JsonObject { Count: > 0 } members:
                string name = members.ElementAt(random.Next(members.Count)).Key;
                if (members[name] is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    Change(members[name]!, random);
                    break;
                }

                switch (random.Next(3))
                {
                    case 0:
                        members.Remove(name);
                        break;
                    case 1:
                        members[random.Next(2) == 0 ? "days" : "note"] = Piece(random);
                        break;
                    default:
                        members[name] = Piece(random);
                        break;
                }

                break;
            case JsonArray list:
                list.Add(Piece(random));
                break;
            default:
                break;
        }
    }

    private static JsonNode? Piece(Random random) => random.Next(10) switch
    {
        0 => 0,
        1 => -1,
        2 => 1.5,
        3 => 2,
        4 => "mum",
        5 => "",
        6 => "2024-02-29",
        7 => new JsonArray(),
        8 => new JsonObject { ["all"] = new JsonArray() },
        _ => null,
    };
}
