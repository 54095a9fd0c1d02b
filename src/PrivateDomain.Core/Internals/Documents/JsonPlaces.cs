using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Where something stands in JSON: bytes for paths, lines and columns for bytes.</summary>
internal static class JsonPlaces
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    /// <summary>The byte at which JSON stops being well formed.</summary>
    internal static long Of(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        // Line numbers of the reader count line feeds.
        int start = 0;
        for (long line = exception.LineNumber ?? 0; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var feed; line--)
        {
            start += feed + 1;
        }

        return Math.Min(start + (exception.BytePositionInLine ?? 0), utf8.Length);
    }

    /// <summary>The byte of a line and a column.</summary>
    internal static int Of(int line, int column, ReadOnlySpan<byte> utf8)
    {
        int start = 0;
        for (; line > 1 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var feed; line--)
        {
            start += feed + 1;
        }

        for (int left = column - 1; left > 0 && start < utf8.Length;)
        {
            Rune.DecodeFromUtf8(utf8[start..], out Rune rune, out int length);
            left -= rune.Utf16SequenceLength;
            start += length;
        }

        return start;
    }

    /// <summary>The mistakes with line and column; they come in the order of their bytes.</summary>
    internal static ImmutableArray<Mistake> ToMistakes(
        ReadOnlySpan<byte> utf8, ImmutableArray<(long Place, string Path, Reason Reason)> found)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>(found.Length);
        int line = 1;
        int start = 0;
        int at = 0;
        foreach ((long place, string path, Reason reason) in found)
        {
            ReadOnlySpan<byte> passed = utf8[at..(int)place];
            line += passed.Count((byte)'\n');
            start = passed.LastIndexOf((byte)'\n') is >= 0 and var feed ? at + feed + 1 : start;
            at = (int)place;
            mistakes.Add(new Mistake(path, reason, line, Encoding.UTF8.GetCharCount(utf8[start..at]) + 1));
        }

        return mistakes.ToImmutable();
    }

    /// <summary>The byte at which the value of each path stands; of a value that is not there, the nearest above it that is. Nothing but
    /// the wanted ways is walked.</summary>
    /// <param name="utf8">Well-formed JSON.</param>
    /// <param name="depthMax">How deep it may nest.</param>
    /// <param name="paths">The paths, such as <c>$.outreach.caps[0].max</c>.</param>
    internal static long[] Of(ReadOnlySpan<byte> utf8, int depthMax, IReadOnlyList<string> paths)
    {
        var root = new Node();
        for (int i = 0; i < paths.Count; i++)
        {
            Node node = root;
            foreach (string step in paths[i].Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1))
            {
                node = node.Below(step);
            }

            node.Wanted.Add(i);
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depthMax });
        long[] places = new long[paths.Count];
        if (reader.Read())
        {
            Walk(ref reader, root, places);
        }

        return places;
    }

    private static void Walk(ref Utf8JsonReader reader, Node node, long[] places)
    {
        node.Place(reader.TokenStartIndex, places);
        if (node.Children.Count == 0 || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        for (int i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            string step = isObject ? NameOf(ref reader) : string.Create(CultureInfo.InvariantCulture, $"[{i}]");
            if (isObject)
            {
                reader.Read();
            }

            if (node.Children.Remove(step, out Node? child)) // of a member that is there twice the first is meant
            {
                Walk(ref reader, child, places);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ""; // half a character: no wanted name
        }
    }

    private sealed class Node
    {
        internal Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        internal List<int> Wanted { get; } = [];

        internal Node Below(string step)
        {
            if (!Children.TryGetValue(step, out Node? child))
            {
                Children.Add(step, child = new Node());
            }

            return child;
        }

        // Those below stand here until they are found themselves.
        internal void Place(long place, long[] places)
        {
            foreach (int i in Wanted)
            {
                places[i] = place;
            }

            foreach (Node child in Children.Values)
            {
                child.Place(place, places);
            }
        }
    }
}
