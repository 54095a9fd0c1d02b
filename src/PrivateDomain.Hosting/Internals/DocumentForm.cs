using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>What the schema of a shop's rules allows at one place of the document: one form, or several of which one must fit.</summary>
internal sealed class DocumentForm
{
    private static readonly Lazy<DocumentForm> Shop = new(static () => new([JsonDocument.Parse(ShopOptionsJson.Schema).RootElement]));

    private readonly ImmutableArray<JsonElement> forms;
    private readonly Lazy<HashSet<string>> types;
    private readonly Lazy<Dictionary<string, (string Name, DocumentForm Form)>> members;
    private readonly Lazy<DocumentForm> entry;

    private DocumentForm(IEnumerable<JsonElement> schemas)
    {
        forms = [.. schemas.SelectMany(Forms)];
        types = new(() => new(forms.SelectMany(Types), StringComparer.Ordinal));
        members = new(() => forms.SelectMany(Members).GroupBy(static member => member.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                static same => same.Key,
                static same => (same.First().Name, new DocumentForm(same.Select(static member => member.Value))),
                StringComparer.OrdinalIgnoreCase));
        entry = new(() => new(forms.SelectMany(static form =>
            form.TryGetProperty("items", out JsonElement items) ? new[] { items } : [])));
    }

    /// <summary>The whole document.</summary>
    internal static DocumentForm OfShop => Shop.Value;

    /// <summary>Where nothing is known.</summary>
    internal static DocumentForm Unknown { get; } = new([]);

    internal bool IsText => Allows("string");

    internal bool IsNumber => Allows("number") || Allows("integer");

    internal bool IsYesNo => Allows("boolean");

    internal bool IsList => Allows("array");

    internal bool IsObject => Allows("object");

    internal bool IsNull => Allows("null");

    /// <summary>The entries of a list.</summary>
    internal DocumentForm Entry => entry.Value;

    /// <summary>The forms that the keys and choices of a section fit; all where none does.</summary>
    internal DocumentForm Narrowed(IConfigurationSection[] children)
    {
        if (forms.Length < 2)
        {
            return this;
        }

        DocumentForm narrow = new(forms.Where(form => Array.TrueForAll(children, child => Fits(form, child))));
        return narrow.forms.IsEmpty ? this : narrow;
    }

    /// <summary>A member by a key of whatever case, with its name as the document has it; a key that it does not have stays as it
    /// is.</summary>
    internal (string Name, DocumentForm Form) Member(string key) =>
        members.Value.TryGetValue(key, out (string Name, DocumentForm Form) found) ? found : (key, Unknown);

    private bool Allows(string type) => types.Value.Contains(type);

    private static bool Fits(JsonElement form, IConfigurationSection child)
    {
        foreach (JsonProperty member in Members(form).Where(member => member.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
        {
            string[] choices = [.. Forms(member.Value).SelectMany(Choices).Where(static choice => choice.ValueKind == JsonValueKind.String)
                .Select(static choice => choice.GetString()!)];
            return choices.Length == 0 || choices.Contains(child.Value, StringComparer.Ordinal);
        }

        return false;
    }

    private static IEnumerable<JsonProperty> Members(JsonElement form) =>
        form.TryGetProperty("properties", out JsonElement members) ? members.EnumerateObject() : [];

    // The forms of a schema without references and alternatives.
    private static IEnumerable<JsonElement> Forms(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            JsonElement target = Shop.Value.forms[0].GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
            return Forms(target);
        }

        string? alternatives = Array.Find(["oneOf", "anyOf"], name => schema.TryGetProperty(name, out _));
        return alternatives is null ? [schema] : schema.GetProperty(alternatives).EnumerateArray().SelectMany(Forms);
    }

    private static IEnumerable<string> Types(JsonElement form) =>
        form.TryGetProperty("type", out JsonElement type)
            ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static t => t.GetString()!) : [type.GetString()!]
            : Choices(form).Select(static choice => choice.ValueKind switch
            {
                JsonValueKind.Number => "number",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                JsonValueKind.Null => "null",
                _ => "string",
            });

    private static IEnumerable<JsonElement> Choices(JsonElement form) =>
        form.TryGetProperty("enum", out JsonElement choices) ? choices.EnumerateArray()
            : form.TryGetProperty("const", out JsonElement only) ? [only] : [];
}
