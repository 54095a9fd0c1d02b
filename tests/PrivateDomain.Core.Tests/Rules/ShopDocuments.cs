using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Rules;

/// <summary>A shop that states all it can, in short lists, its document, and changes of single figures in it.</summary>
internal static class ShopDocuments
{
    private static readonly string[] OtherTexts =
    [
        "P1D", "P2D", "P3D", "P10D", "P45D", "PT1H", "PT2H", "PT30M", "PT90S", "08:30", "10:00", "20:15", "22:45", "1.25 CNY", "0.50 CNY",
        "150.00 CNY", "lifetime", "calendarYear", "P90D", "Asia/Tokyo", "2026-05-02",
    ];

    internal static ShopOptions Full { get; } = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        PaybackPeriodsMax = 36,
        Upkeep = new UpkeepFigures
        {
            WagePerYear = Money.Yuan(72_000m),
            CustomersPerAdvisor = 400m,
            Content = Money.Yuan(3m),
            Benefits = Money.Yuan(4m),
            Membership = Money.Yuan(5.5m),
            Tools = Money.Yuan(1m),
        },
        PublicSale = new PublicSaleOptions
        {
            PriceFloor = Money.Yuan(99m),
            RedLinePerUnit = Money.Yuan(10m),
            RedLineInAll = Money.Yuan(-5_000m),
        },
        Membership = new MembershipOptions
        {
            Basis = EarnedBasis.Spend,
            Period = EarningPeriod.RollingDays(365),
            Tiers =
            [
                new MembershipTier
                {
                    Code = "silver",
                    Threshold = 0m,
                    Benefits = [new MemberBenefit { Name = "card", CostPerUse = Money.Yuan(2m), GivenPerYear = 2m }],
                },
                new MembershipTier
                {
                    Code = "gold",
                    Threshold = 5_000m,
                    Benefits =
                        [new MemberBenefit { Name = "gift", CostPerUse = Money.Yuan(20m), GivenPerYear = 1m, UseRate = 0.5m }],
                },
            ],
        },
        Compliance = new ComplianceOptions
        {
            Terms = [new ComplianceTerm { Category = ComplianceCategory.Forbidden, Text = "最好", NotWithin = ["最好不要"] }],
        },
        Needs = new NeedOptions
        {
            Groups = [new NeedGroup { Name = "cream", Products = [ProductId.From("p1")], CycleDays = 60, TraitTags = ["dry skin"] }],
        },
        Sms = new SmsOptions { OptOutLines = ["拒收请回复*", "回复*退订"] },
        Occasions = WelfareCalendar.Create(
        [
            Occasion.Yearly(new("New Year", "元旦"), new AnnualDate(1, 1), OccasionTheme.Festival) with { OtherNames = ["新年"] },
            Occasion.OnWeekday(new("Mother's Day", "母亲节"), 5, 2, IsoDayOfWeek.Sunday, OccasionTheme.Festival),
            Occasion.Lunar(new("Mid-Autumn", "中秋"), 8, 15, OccasionTheme.Festival, 3),
            Occasion.LastDayOfLunarYear(new("New Year's Eve", "除夕"), OccasionTheme.Festival),
            Occasion.AtSolarTerm(new("Winter Solstice", "冬至"), SolarTerm.WinterSolstice, OccasionTheme.Season),
            Occasion.Once(new("Opening", "开业"), new LocalDate(2026, 5, 1), OccasionTheme.Own),
        ]),
        Segments = SegmentSet.From(
            ShopFacts.Schema,
            [
                new Segment("active", Facts.LastOrder.WithinDays(90)),
                new Segment("core", SegmentRule.InSegment("active") & Facts.Orders.AtLeast(5)),
            ]),
    };

    /// <summary>A reader's view of a document.</summary>
    internal static ShopOptions? Read(string json, out ImmutableArray<Mistake> mistakes) =>
        ShopOptionsJson.TryRead(
            DateTimeZoneProviders.Tzdb, ShopFacts.Schema, Encoding.UTF8.GetBytes(json), out ShopOptions? read, out mistakes)
            ? read
            : null;

    internal static JsonObject DocumentOf(ShopOptions options) => JsonNode.Parse(ShopOptionsJson.Write(options))!.AsObject();

    /// <summary>The paths of all figures of a document but those of its segments, which have tests of their own; of a list its first
    /// entry, of the occasions all.</summary>
    internal static IEnumerable<string> Leaves(JsonNode? node, string path = "$") => node switch
    {
        JsonObject members => members
            .Where(member => path != "$" || member.Key is not ("version" or "segments"))
            .SelectMany(member => Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray { Count: > 0 } list => list.Take(path == "$.occasions" ? list.Count : 1)
            .SelectMany((entry, i) => Leaves(entry, FormattableString.Invariant($"{path}[{i}]"))),
        _ => [path],
    };

    /// <summary>A document with another value at a path.</summary>
    internal static string With(JsonObject document, string path, JsonNode? value)
    {
        JsonNode copy = document.DeepClone();
        string[] steps = Steps(path);
        JsonNode parent = steps[..^1].Aggregate(copy, static (node, step) => Child(node, step)!);
        if (parent is JsonArray list)
        {
            list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value?.DeepClone();
        }
        else
        {
            parent[steps[^1]] = value?.DeepClone();
        }

        return copy.ToJsonString();
    }

    internal static JsonNode? At(JsonNode document, string path) => Steps(path).Aggregate<string, JsonNode?>(document, Child);

    /// <summary>Values that a figure could have instead: near numbers, all choices, other texts.</summary>
    internal static IEnumerable<JsonNode?> Others(JsonNode document, JsonNode schema, string path)
    {
        JsonNode? value = At(document, path);
        JsonNode? described = SchemaAt(schema, path);
        IEnumerable<JsonNode?> choices = described?["enum"] is JsonArray all ? all
            : described?["items"]?["enum"] is JsonArray items ? items
            : [];
        IEnumerable<JsonNode?> found = value switch
        {
            null => [.. choices, 1, 0.5, 3, 100, .. Texts(OtherTexts), new JsonArray(9, 6, 3, 1), new JsonArray(1, 3, 6, 9)],
            JsonArray => [.. choices.Select(static choice => new JsonArray(choice?.DeepClone())), new JsonArray("other")],
            JsonValue text when text.TryGetValue(out string? was) => [.. choices, .. Texts([was + "x", .. OtherTexts])],
            JsonValue flag when flag.TryGetValue(out bool on) => [!on],
            JsonValue number => Near((decimal)number.AsValue()),
            _ => [],
        };
        return found.Where(other => !JsonNode.DeepEquals(other, value));
    }

    /// <summary>The part of a schema that describes a path; null where there is none.</summary>
    internal static JsonNode? SchemaAt(JsonNode schema, string path) => Steps(path).Aggregate<string, JsonNode?>(
        schema, static (node, step) => char.IsAsciiDigit(step[0]) ? node?["items"] : node?["properties"]?[step]);

    private static IEnumerable<JsonNode?> Texts(IEnumerable<string> texts) =>
        texts.Select(static text => (JsonNode?)JsonValue.Create(text));

    private static IEnumerable<JsonNode?> Near(decimal number) =>
        new[] { number + 1, number - 1, number + 0.01m, number - 0.01m, number * 2, number / 2, number + 10, number - 10, 0, 1 }
            .Select(static near => (JsonNode?)JsonValue.Create(near));

    private static string[] Steps(string path) =>
        path[1..].Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    private static JsonNode? Child(JsonNode? node, string step) => node is JsonArray list
        ? list[int.Parse(step, CultureInfo.InvariantCulture)]
        : node?[step];
}
