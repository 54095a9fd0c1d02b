using System.Globalization;
using System.Text.Json;

namespace PrivateDomain.Core.Customers;

/// <summary>Finds where a path is in a JSON text, to say where an error is.</summary>
internal static class JsonPlace
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = CustomerJson.DepthMax };

    /// <summary>The error a reader or a rule found, with its place.</summary>
    internal static JsonInputError ErrorOf(ReadOnlySpan<byte> utf8, string? path, long? line, long? byteInLine, string message)
    {
        long position = line is { } l && byteInLine is { } b
            ? Math.Min(StartOf(utf8, l) + b, utf8.Length)
            : Find(utf8, path ?? "$");
        return new JsonInputError(path ?? "$", 1 + utf8[..(int)position].Count((byte)'\n'), position, message);
    }

    // The text has been read once, so it is valid JSON.
    private static long Find(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        foreach (string step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1))
        {
            long parent = reader.TokenStartIndex;
            bool found = step.StartsWith('[')
                ? reader.TokenType == JsonTokenType.StartArray && ToElement(ref reader, int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture))
                : reader.TokenType == JsonTokenType.StartObject && ToMember(ref reader, step);
            if (!found)
            {
                return parent;
            }
        }

        return reader.TokenStartIndex;
    }

    private static bool ToElement(ref Utf8JsonReader reader, int index)
    {
        reader.Read();
        for (int i = 0; i < index && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            reader.Skip();
            reader.Read();
        }

        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static bool ToMember(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static long StartOf(ReadOnlySpan<byte> utf8, long line)
    {
        int start = 0;
        for (; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var next; line--)
        {
            start += next + 1;
        }

        return start;
    }
}
