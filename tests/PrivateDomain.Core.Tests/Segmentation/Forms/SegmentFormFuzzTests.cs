using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

/// <summary>Inputs changed at random from a fixed seed. PRIVATE_DOMAIN_FUZZ sets how many; the default is a few thousand.</summary>
[Text]
public sealed class SegmentFormFuzzTests
{
    private static readonly int Rounds = int.TryParse(
        Environment.GetEnvironmentVariable("PRIVATE_DOMAIN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds)
            ? rounds : 3_000;

    private static readonly string[] Pieces =
    [
        "(", ")", ",", "\"", "\\", " and ", " or ", " not ", "#", "\n", "\0", "\u202e", "\ud800", "NaN", "1e999", "-", "..", "between",
            "count(", "at least 2 of (", "，", "“",
        "{", "}", "[", "]", ":", "null", "true", "\"value\":", "\"all\":[", "99999999999999999999", "о", "did ", "segment ",
    ];

    [Fact]
    public void TryParse_ChangedTexts_ARuleThatPrintsOrTypedErrors()
    {
        var random = Chance.From(1);
        var rules = new RandomRules(1);
        for (int i = 0; i < Rounds; i++)
        {
            string text = Change(SegmentText.Write(rules.Rule(1 + (i % 5), "vip")), random);

            if (SegmentText.TryParse(RandomRules.Schema, text, out SegmentRule? rule, out ImmutableArray<Mistake> errors))
            {
                Assert.Equal(rule, SegmentText.Parse(RandomRules.Schema, SegmentText.Write(rule)));
            }
            else
            {
                CheckErrors(errors, text);
            }
        }
    }

    [Fact]
    public void TryReadRule_ChangedJson_ARuleThatIsWrittenOrTypedErrors()
    {
        var random = Chance.From(2);
        var rules = new RandomRules(2);
        for (int i = 0; i < Rounds; i++)
        {
            string text = Change(Encoding.UTF8.GetString(SegmentJson.Write(rules.Rule(1 + (i % 5), "vip"))), random);
            byte[] json = Encoding.UTF8.GetBytes(text);
            if (i % 3 == 0)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            if (SegmentJson.TryReadRule(RandomRules.Schema, json, out SegmentRule? rule, out ImmutableArray<Mistake> errors))
            {
                Assert.Equal(rule, SegmentJson.ReadRule(RandomRules.Schema, SegmentJson.Write(rule)));
            }
            else
            {
                CheckErrors(errors, text);
            }
        }
    }

    [Fact]
    public void Schema_HasTheMembersAndOperatorsOfTheWriter()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("docs", "segment.schema.json")));
        HashSet<string> described = [];
        foreach (JsonProperty definition in schema.RootElement.GetProperty("$defs").EnumerateObject())
        {
            foreach (JsonProperty member in definition.Value.TryGetProperty("properties", out JsonElement members)
                ? members.EnumerateObject() : default)
            {
                described.Add(member.Name);
                if (member.NameEquals("is"))
                {
                    described.UnionWith(member.Value.GetProperty("enum").EnumerateArray().Select(static x => "is " + x.GetString()));
                }
            }
        }

        HashSet<string> written = ["name", "version", "rule"];
        var rules = new RandomRules(5);
        for (int i = 0; i < 5_000; i++)
        {
            using JsonDocument json = JsonDocument.Parse(SegmentJson.Write(rules.Rule(3, "vip")));
            Collect(json.RootElement.GetProperty("rule"), written);
        }

        Assert.Equal(written.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    private static void Collect(JsonElement rule, HashSet<string> names)
    {
        foreach (JsonProperty member in rule.EnumerateObject())
        {
            names.Add(member.NameEquals("is") ? "is " + member.Value.GetString() : member.Name);
            names.Add(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(member.Value, names);
            }
            else if (member.Value.ValueKind == JsonValueKind.Array && !member.NameEquals("values"))
            {
                foreach (JsonElement part in member.Value.EnumerateArray())
                {
                    Collect(part, names);
                }
            }
        }
    }

    private static void CheckErrors(ImmutableArray<Mistake> errors, string text)
    {
        Assert.InRange(errors.Length, 1, 50);
        Assert.All(errors, error =>
        {
            Assert.InRange(error.Line, 1, text.Count(static c => c == '\n') + 2);
            Assert.InRange(error.Column, 1, text.Length + 3);
            Assert.InRange(error.ToString(Language.SimplifiedChinese).Length, 1, 1_000);
        });
    }

    // One to four times: cut, double, replace by a piece, or put a piece in.
    private static string Change(string text, Random random)
    {
        for (int n = random.Next(4); n >= 0; n--)
        {
            int at = random.Next(text.Length + 1);
            int length = random.Next(Math.Min(12, text.Length - at) + 1);
            string piece = Pieces[random.Next(Pieces.Length)];
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Remove(at, length).Insert(at, piece),
                _ => text.Insert(at, piece),
            };
        }

        return text.Length == 0 ? " " : text;
    }
}
