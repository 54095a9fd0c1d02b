using System.Text;
using System.Text.Json;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A text or a number in a JSON file.</summary>
/// <param name="Line">The line on which it stands, from 1.</param>
internal readonly record struct JsonLeaf(JsonTokenType Type, string Text, long Line);

/// <summary>A JSON file of nested objects as its leaves by path, such as <c>hook.goods</c>.</summary>
internal static class JsonLeaves
{
    /// <summary>Reads all leaves; what cannot be one is told to <paramref name="blame"/>. Null when the text is no JSON object.</summary>
    public static Dictionary<string, JsonLeaf>? Read(ReadOnlySpan<byte> json, Action<string, long, Bilingual> blame)
    {
        var reader = new Utf8JsonReader(
            json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                blame("-", 1, new("A JSON object is needed.", "应为 JSON 对象。"));
                return null;
            }

            return Leaves(ref reader, json, blame);
        }
        catch (JsonException problem)
        {
            long line = (problem.LineNumber ?? 0) + 1;
            long place = (problem.BytePositionInLine ?? 0) + 1;
            blame("-", line, new($"This is no JSON, at byte {place} of the line.", $"不是有效的 JSON，本行第 {place} 个字节处有误。"));
            return null;
        }
        catch (InvalidOperationException)
        {
            blame("-", 1,
                new("A text in it is no Unicode, such as half of a surrogate pair.", "其中有不成对的代理项，不是有效的 Unicode 文本。"));
            return null;
        }
    }

    private static Dictionary<string, JsonLeaf> Leaves(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Action<string, long, Bilingual> blame)
    {
        var leaves = new Dictionary<string, JsonLeaf>(StringComparer.Ordinal);
        var path = new List<string>();
        while (reader.Read())
        {
            long line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path.Add(reader.GetString()!);
                    continue;
                case JsonTokenType.StartObject:
                    continue;
                case JsonTokenType.StartArray:
                    blame(string.Join('.', path), line, new("A list is not possible here.", "此处不能是列表。"));
                    reader.Skip();
                    break;
                case JsonTokenType.EndObject:
                    break;
                default:
                    Add(leaves, string.Join('.', path), new JsonLeaf(reader.TokenType, TextOf(ref reader), line), blame);
                    break;
            }

            if (path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
        }

        return leaves;
    }

    private static string TextOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);

    private static void Add(Dictionary<string, JsonLeaf> leaves, string path, JsonLeaf leaf, Action<string, long, Bilingual> blame)
    {
        if (!leaves.TryAdd(path, leaf))
        {
            blame(path, leaf.Line, new("The field is there twice.", "字段重复。"));
        }
    }
}
