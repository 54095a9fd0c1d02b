using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.Tests.Rules;

/// <summary>A shop's rules as one document: every figure of every policy is read, written and compared, and all mistakes are told
/// together.</summary>
[Text]
public sealed class ShopOptionsJsonTests
{
    private static readonly JsonObject Document = ShopDocuments.DocumentOf(ShopDocuments.Full);
    private static readonly JsonNode Schema = JsonNode.Parse(ShopOptionsJson.Schema)!;

    // Alone they cannot change: all amounts are in the books' currency, all choices of a list are taken, sums and neighbours must agree.
    private static readonly string[] StuckByTheirNature =
    [
        "$.currency", "$.launch.required[0]", "$.trust.terms[0].points", "$.outreach.rules[0].kind",
        "$.compliance.terms[0].text", "$.bodyGroups.groups[0].below",
        "$.referees.sameAsEarlier[0]", "$.membership.tiers[0].threshold",
    ];

    private static readonly string[] Ten =
    [
        "$.zone (3,11): It was \"Asia/Shanghia\"; Asia/Shanghai is needed.",
        "$.currency (4,15): It was \"cny\"; an ISO 4217 code such as CNY is needed.",
        "$.paybackPeriodsMax (5,24): It was 0; it must be 1 to 10000.",
        "$.outreach.quiet.from (6,36): It was \"9pm\"; a time of day such as 21:00 is needed.",
        "$.groupHealth.membersMin (7,34): It was \"30\"; a whole number is needed.",
        "$.groupHealth.replyRateMin (7,56): It was 1.5; it must be 0 to 1.",
        "$.reception.colour (8,18): There is no \"colour\" here.",
        "$.membership.basis (9,17): \"basis\" is missing.",
        "$.upkeep.customersPerAdvisor (10,66): It was 0; it must be above 0.",
        "$.rythm (11,3): There is no \"rythm\" here; the nearest is \"rhythm\".",
    ];

    [Fact]
    public void EveryPolicyOfEveryArea_ComesBackEqual_AndAsEqualBytes()
    {
        var smallest = new ShopOptions
        {
            Zone = DateTimeZoneProviders.Tzdb["UTC"],
            Currency = Currency.Usd,
            ProductFit = new() { AnchorTicket = Money.From(30m, Currency.Usd) },
        };
        foreach (ShopOptions options in new[] { ShopDocuments.Full, smallest })
        {
            byte[] written = ShopOptionsJson.Write(options);
            ShopOptions read = ShopOptionsJson.Read(DateTimeZoneProviders.Tzdb, ShopFacts.Schema, written);
            Assert.Equal(options, read);
            Assert.Equal(written, ShopOptionsJson.Write(read));
            byte[] indented = ShopOptionsJson.Write(options, indented: true);
            Assert.Equal(options, ShopOptionsJson.Read(DateTimeZoneProviders.Tzdb, ShopFacts.Schema, indented));
            Assert.Equal(ShopRules.Create(options), ShopRules.Create(read));
        }
    }

    [Fact]
    public void EveryPropertyOfTheOptions_IsInTheDocument()
    {
        string[] properties =
            [.. typeof(ShopOptions).GetProperties().Select(static p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order()];
        Assert.Equal(properties, Document.Select(static member => member.Key).Where(static name => name != "version").Order());
        Assert.True(properties.Length >= 30, $"{properties.Length}");
    }

    [Fact]
    public void EveryFigure_CanBeChanged_IsReadBack_AndIsTheOnlyDifference()
    {
        string[] leaves = [.. ShopDocuments.Leaves(Document)];
        Assert.True(leaves.Length >= 150, $"Only {leaves.Length} figures were found.");
        var stuck = new List<string>();
        foreach (string path in leaves)
        {
            (ShopOptions Options, string Json)? changed = Changed(path);
            if (changed is not { } found)
            {
                if (!IsOfAnotherCalendar(path))
                {
                    stuck.Add(path);
                }

                continue;
            }

            Assert.Equal(found.Options, ShopDocuments.Read(Encoding.UTF8.GetString(ShopOptionsJson.Write(found.Options)), out _));
            ImmutableArray<FigureDifference> differences = ShopOptions.Compare(ShopDocuments.Full, found.Options);
            Assert.All(differences, difference =>
            {
                Assert.StartsWith(difference.Place.Split('[', '.')[0], path[2..], StringComparison.Ordinal);
                Assert.NotEqual(difference.Before, difference.After);
                Assert.NotEmpty(difference.Figure.Chinese);
                Assert.EndsWith("。", difference.ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
            });
            Assert.InRange(differences.Length, 1, 2); // two where the key of an entry changes: one entry comes, one goes
        }

        Assert.True(StuckByTheirNature.SequenceEqual(stuck), string.Join("\n", stuck));
    }

    [Fact]
    public void TenMistakes_AreToldTogether_InBothLanguages_EachWithItsPath()
    {
        const string Json = """
            {
              "version": 1,
              "zone": "Asia/Shanghia",
              "currency": "cny",
              "paybackPeriodsMax": 0,
              "outreach": { "quiet": { "from": "9pm" } },
              "groupHealth": { "membersMin": "30", "replyRateMin": 1.5 },
              "reception": { "colour": "red" },
              "membership": { "tiers": [ { "code": "silver", "threshold": 0 } ] },
              "upkeep": { "wagePerYear": "72000 CNY", "customersPerAdvisor": 0 },
              "rythm": {}
            }
            """;
        Assert.Null(ShopDocuments.Read(Json, out ImmutableArray<Mistake> mistakes));
        Assert.True(Ten.SequenceEqual(mistakes.Select(static mistake => mistake.ToString())), string.Join("\n", mistakes));
        Assert.Equal(10, mistakes.Length);
        Assert.Equal(10, mistakes.Select(static mistake => mistake.Place).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            mistakes, static mistake => Assert.EndsWith("。", mistake.ToString(Language.SimplifiedChinese), StringComparison.Ordinal));
        Assert.Equal("$.paybackPeriodsMax (5,24): 当前为 0，应为 1 到 10000。", mistakes[2].ToString(Language.SimplifiedChinese));
        InputFormatException refused = Assert.Throws<InputFormatException>(static () =>
            ShopOptionsJson.Read(DateTimeZoneProviders.Tzdb, ShopFacts.Schema, Encoding.UTF8.GetBytes(Json)));
        Assert.Equal(mistakes, refused.Mistakes);
    }

    [Theory]
    [InlineData("", "policy.not_json")]
    [InlineData("{", "policy.not_json")]
    [InlineData("[]", "policy.malformed")]
    [InlineData("null", "policy.malformed")]
    [InlineData("""{"version":1,"zone":"UTC","currency":"CNY"} {}""", "policy.not_json")]
    [InlineData("""{"version":2,"zone":1}""", "policy.other_version")]
    [InlineData("""{"version":1,"currency":"CNY"}""", "policy.member_missing")]
    [InlineData("""{"version":1,"zone":"UTC","zone":"UTC","currency":"CNY"}""", "policy.member_twice")]
    [InlineData("""{"version":1,"zone":"UTC","currency":"CNY","rhythm":null}""", "policy.malformed")]
    [InlineData(
        """{"version":1,"zone":"UTC","currency":"USD","upkeep":{"wagePerYear":"1 CNY","customersPerAdvisor":3}}""",
        "policy.other_currency")]
    public void WhatIsNoDocument_IsToldByItsCode(string json, string code)
    {
        Assert.Null(ShopDocuments.Read(json, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(code, Assert.Single(mistakes).Reason.Code);
    }

    [Fact]
    public void WhatIsNotStated_HasItsDefault_AndAMarkBeforeTheText_IsPassedOver()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. """{"$schema":"x","version":1.0,"zone":"UTC","currency":"CNY","upkeep":null}"""u8];
        ShopOptions read = ShopOptionsJson.Read(DateTimeZoneProviders.Tzdb, ShopFacts.Schema, json);
        Assert.Equal(new ShopOptions { Zone = DateTimeZoneProviders.Tzdb["UTC"], Currency = Currency.Cny }, read);
    }

    [Fact]
    public void MistakesOfSegments_AreToldWhereTheyStand()
    {
        const string Json = """
            {"version":1,"zone":"UTC","currency":"CNY",
             "segments":{"version":1,"segments":[{"name":"a","rule":{"fact":"ordres","is":"at_least","value":2}}]}}
            """;
        Assert.Null(ShopDocuments.Read(Json, out ImmutableArray<Mistake> mistakes));
        Mistake mistake = Assert.Single(mistakes);
        Assert.Equal("$.segments.segments[0].rule.fact", mistake.Place);
        Assert.Equal(2, mistake.Line);
    }

    [Fact]
    public void WrongOptions_AreNotWritten()
    {
        InvalidPolicyException refused = Assert.Throws<InvalidPolicyException>(static () =>
            ShopOptionsJson.Write(new ShopOptions { Currency = Currency.Cny, GroupHealth = new() { MembersMin = 0 } }));
        Assert.Equal(["zone", "groupHealth.membersMin"], refused.Mistakes.Select(static mistake => mistake.Place));
    }

    [Fact]
    public void ADocumentChangedAtRandom_IsReadOrItsMistakesAreTold()
    {
        var random = Chance.From(51);
        byte[] whole = ShopOptionsJson.Write(ShopDocuments.Full, indented: true);
        int wrong = 0;
        for (int i = 0; i < Chance.Cases(300, 20_000); i++)
        {
            byte[] json = [.. whole];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            json = random.Next(5) == 0 ? json[..random.Next(json.Length)] : json;
            bool isRead = ShopOptionsJson.TryRead(
                DateTimeZoneProviders.Tzdb, ShopFacts.Schema, json, out ShopOptions? options, out ImmutableArray<Mistake> mistakes);
            Assert.Equal(isRead, mistakes.IsEmpty);
            Assert.Equal(isRead, options is not null);
            wrong += isRead ? 0 : 1;
        }

        Assert.True(wrong > 100);
    }

    // Each policy's options stand alone too, as a host's own table stores them.
    [Fact]
    public void EveryPolicysOptions_AreAJsonValueOfTheirOwn()
    {
        int compared = 0;
        foreach (PropertyInfo property in typeof(ShopOptions).GetProperties()
            .Where(static p => p.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)))
        {
            object options = property.GetValue(ShopDocuments.Full)!;
            string json = JsonSerializer.Serialize(options, property.PropertyType);
            Assert.Equal(options, JsonSerializer.Deserialize(json, property.PropertyType));
            compared++;
        }

        Assert.True(compared >= 27);
    }

    // An occasion states what its own kind of calendar needs, and nothing else.
    private static bool IsOfAnotherCalendar(string path) =>
        path.StartsWith("$.occasions", StringComparison.Ordinal)
            && (ShopDocuments.At(Document, path) is null || path.EndsWith(".calendar", StringComparison.Ordinal));

    // The first other value that the reader takes.
    private static (ShopOptions Options, string Json)? Changed(string path) => ShopDocuments.Others(Document, Schema, path)
        .Select(other => ShopDocuments.With(Document, path, other))
        .Select(static json => (Options: ShopDocuments.Read(json, out _), Json: json))
        .Where(static x => x.Options is not null && !x.Options.Equals(ShopDocuments.Full))
        .Select(static x => ((ShopOptions, string)?)(x.Options!, x.Json))
        .FirstOrDefault();
}
