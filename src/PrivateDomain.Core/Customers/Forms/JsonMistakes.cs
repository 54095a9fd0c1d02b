using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>The mistakes found in a JSON text so far; after the twentieth nothing more is looked at.</summary>
internal sealed class JsonMistakes
{
    private const int CountMax = 20;
    private readonly List<(JsonPath Place, Reason Reason, long Position)> found = [];

    internal int Count => found.Count;

    /// <summary>Whether enough was found, so that reading stops.</summary>
    internal bool IsFull => found.Count >= CountMax;

    internal void Add(JsonPath place, Reason reason, long position)
    {
        if (!IsFull)
        {
            found.Add((place, reason, position));
        }
    }

    /// <summary>A text that is no JSON from some place on.</summary>
    internal void Add(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        int start = 0;
        for (long line = exception.LineNumber ?? 0; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var next; line--)
        {
            start += next + 1;
        }

        Add(JsonPath.Root, CustomersReasons.JsonMalformed.With(), Math.Min(start + (exception.BytePositionInLine ?? 0), utf8.Length));
    }

    internal ImmutableArray<Mistake> In(ReadOnlySpan<byte> utf8)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>(found.Count);
        foreach ((JsonPath place, Reason reason, long position) in found)
        {
            ReadOnlySpan<byte> before = utf8[..(int)position];
            int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
            mistakes.Add(new Mistake(place.ToString(), reason, before.Count((byte)'\n') + 1, column + 1));
        }

        return mistakes.DrainToImmutable();
    }

    /// <summary>The first mistake as the serializer's own exception.</summary>
    internal JsonException ToException() => new($"{found[0].Place}: {found[0].Reason}");
}
