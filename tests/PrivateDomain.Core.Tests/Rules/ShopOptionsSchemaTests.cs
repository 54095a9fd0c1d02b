using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Core.Tests.Rules;

/// <summary>The published schema and the reader say the same of documents: what the reader takes the schema takes, and what only the reader
/// refuses is what no schema can know, such as zones and what must hold between figures.</summary>
[Text]
public sealed class ShopOptionsSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ShopOptionsJson.Schema);
    private static readonly JsonNode Described = JsonNode.Parse(ShopOptionsJson.Schema)!;
    private static readonly JsonObject Document = ShopDocuments.DocumentOf(ShopDocuments.Full);

    [Fact]
    public void TheSchemaInTheDocs_IsTheLibrarys() => Repository.AssertCommitted(ShopOptionsJson.Schema, "docs", "shop-rules.schema.json");

    [Fact]
    public void EveryFigure_SaysWhatItIsAndWhereItsDefaultComesFrom_InBothLanguages()
    {
        Assert.All(ShopDocuments.Leaves(Document), static path =>
        {
            JsonNode? described = ShopDocuments.SchemaAt(Described, Figure(path));
            Assert.NotNull(described);
            string title = (string)described["title"]!;
            Assert.Matches(@"^.+ \(.+\)$", title);
            string[] lines = ((string)described["description"]!).Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.EndsWith(").", lines[0], StringComparison.Ordinal);
            Assert.EndsWith("）。", lines[1], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void DocumentsAsWritten_AndEveryFigureChanged_BothSayTheSame()
    {
        Assert.True(IsTaken(Document.ToJsonString()));
        var random = Chance.From(53); // of each figure's values some; a long run takes all
        int taken = 0;
        int refused = 0;
        foreach (string path in ShopDocuments.Leaves(Document))
        {
            foreach (JsonNode? other in ShopDocuments.Others(Document, Described, path).Concat(Broken())
                .Where(_ => random.Next(5) == 0 || Chance.IsLong))
            {
                bool isRead = Agrees(ShopDocuments.With(Document, path, other));
                taken += isRead ? 1 : 0;
                refused += isRead ? 0 : 1;
            }
        }

        Assert.True(taken > 100, $"{taken} were taken.");
        Assert.True(refused > 400, $"{refused} were refused.");
    }

    [Fact]
    public void MembersRemovedAddedAndMisplaced_BothSayTheSame()
    {
        var random = Chance.From(52);
        string[] objects = [.. Objects(Document, "$")];
        for (int i = 0; i < Chance.Cases(200, 20_000); i++)
        {
            JsonNode copy = Document.DeepClone();
            var found = (JsonObject)ShopDocuments.At(copy, objects[random.Next(objects.Length)])!;
            string[] names = [.. found.Select(static member => member.Key)];
            string name = names.Length == 0 ? "a" : names[random.Next(names.Length)];
            switch (random.Next(3))
            {
                case 0:
                    found.Remove(name);
                    break;
                case 1:
                    found[name + "s"] = 1;
                    break;
                default:
                    found[name] = new JsonObject { [name] = 1 };
                    break;
            }

            Agrees(copy.ToJsonString());
        }
    }

    // Whether the reader takes it; the schema must take what the reader takes, and refuse what is wrong by its form.
    private static bool Agrees(string json)
    {
        var input = new ShopOptionsInput(DateTimeZoneProviders.Tzdb, ShopFacts.Schema);
        bool isRead = ShopOptionsJson.Read(input, Encoding.UTF8.GetBytes(json), out ImmutableArray<Mistake> mistakes) is not null;
        bool isTaken = IsTaken(json);
        Assert.True(isTaken || !isRead, $"The schema refuses what is read: {json}");
        Assert.True(!isTaken || !input.Found.Any(static mistake => mistake.IsOfForm), $"The schema takes: {string.Join(" ", mistakes)}");
        return isRead;
    }

    private static bool IsTaken(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    private static IEnumerable<JsonNode?> Broken() =>
        [null, true, "", "x", 1.5, -1, 1e20, new JsonArray(), new JsonObject(), new JsonArray(1, null), "P1Y", "-5.00 CNY", "5 cny",
            "24:00"];

    private static IEnumerable<string> Objects(JsonNode? node, string path) => node switch
    {
        JsonObject members =>
            [path, .. members.Where(static m => m.Key != "segments").SelectMany(m => Objects(m.Value, $"{path}.{m.Key}"))],
        JsonArray { Count: > 0 } list => Objects(list[0], $"{path}[0]"),
        _ => [],
    };

    // Of a part of a value, such as a name in English, the value.
    private static string Figure(string path) => path switch
    {
        _ when path.EndsWith(".en", StringComparison.Ordinal) || path.EndsWith(".zh", StringComparison.Ordinal) => path[..^3],
        _ when path.EndsWith("[0][0]", StringComparison.Ordinal) => path[..^6],
        _ when path.EndsWith("[0]", StringComparison.Ordinal) => path[..^3],
        _ => path,
    };
}
