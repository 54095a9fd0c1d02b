using System.Text;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Rules;

/// <summary>The JSON schema of the document of a shop's rules, from the descriptions that the policies check.</summary>
internal static class ShopOptionsSchema
{
    /// <summary>The schema, spread over lines for people.</summary>
    internal static string Text()
    {
        JsonObject rules = Descriptions.Of<ShopOptions>().Schema();
        var properties = new JsonObject
        {
            [OptionsDocument.SchemaMember] = new JsonObject { ["type"] = "string", ["description"] = "For editors.\n供编辑器使用。" },
            [OptionsDocument.VersionMember] = new JsonObject { ["const"] = ShopOptionsJson.Version },
        };
        foreach ((string name, JsonNode? property) in rules["properties"]!.AsObject())
        {
            properties[name] = property!.DeepClone();
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = FormattableString.Invariant($"Rules of a shop, version {ShopOptionsJson.Version} (店铺规则)"),
            ["description"] =
                "What is not stated has its default. What must hold between figures, zones and facts the reader checks.\n"
                + "未填写的取默认值。数值之间的关系、时区与事实由读取程序检查。",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray(
                [OptionsDocument.VersionMember, .. rules["required"]!.AsArray().Select(static x => x!.DeepClone())]),
            ["additionalProperties"] = false,
            ["$defs"] = OfSegments()["$defs"]!.DeepClone(),
        };
        var text = new StringBuilder(Encoding.UTF8.GetString(OptionsDocument.Write(writer => schema.WriteTo(writer), indented: true)));
        return text.Append('\n').ToString();
    }

    /// <summary>The schema of segments, docs/segment.schema.json.</summary>
    internal static JsonObject OfSegments()
    {
        using Stream stream = typeof(ShopOptionsSchema).Assembly.GetManifestResourceStream("segment.schema.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
