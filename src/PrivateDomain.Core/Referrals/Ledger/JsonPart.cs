using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>A JSON object read part by part; what is missing, twice, wrong or unknown is refused by name.</summary>
internal sealed class JsonPart
{
    private readonly Dictionary<string, JsonElement> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    internal JsonPart(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is needed.");
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!parts.TryAdd(property.Name, property.Value))
            {
                throw new JsonException($"\"{property.Name}\" is there twice.");
            }
        }
    }

    internal bool Has(string name) => parts.ContainsKey(name);

    internal string Text(string name) => Get(name, JsonValueKind.String).GetString()!;

    internal JsonPart Part(string name) => new(Get(name, JsonValueKind.Object));

    internal IEnumerable<JsonPart> List(string name) =>
        Get(name, JsonValueKind.Array).EnumerateArray().Select(static element => new JsonPart(element));

    internal int Whole(string name) => Get(name, JsonValueKind.Number).TryGetInt32(out int number) ? number : throw Wrong(name);

    internal bool Flag(string name) => Get(name, JsonValueKind.True, JsonValueKind.False).GetBoolean();

    internal Money Amount(string name) => Money.TryParse(Text(name), null, out Money money) ? money : throw Wrong(name);

    internal Instant Instant(string name) =>
        InstantPattern.ExtendedIso.Parse(Text(name)) is { Success: true } parsed ? parsed.Value : throw Wrong(name);

    internal Duration Time(string name) =>
        DurationPattern.Roundtrip.Parse(Text(name)) is { Success: true } parsed ? parsed.Value : throw Wrong(name);

    internal TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        string text = Text(name);
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            bool isNone = EqualityComparer<TEnum>.Default.Equals(value, default);
            if (!isNone && string.Equals(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw Wrong(name);
    }

    internal void HasNoMore()
    {
        if (parts.Keys.FirstOrDefault(name => !read.Contains(name)) is { } unknown)
        {
            throw new JsonException($"\"{unknown}\" is not known.");
        }
    }

    private JsonElement Get(string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        read.Add(name);
        return !parts.TryGetValue(name, out JsonElement element) ? throw new JsonException($"\"{name}\" is missing.")
            : kinds.Contains(element.ValueKind) ? element
            : throw Wrong(name);
    }

    private static JsonException Wrong(string name) => new($"\"{name}\" cannot be read.");
}
