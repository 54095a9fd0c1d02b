using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Rules, segments and sets of segments as JSON (规则、分群与分群集的 JSON 形式). The form is described by
/// docs/segment.schema.json.</summary>
/// <remarks>What is written is read as equal, and equal things give equal bytes. Reading is strict: a member that is unknown, twice there
/// or of another type is a mistake,
/// and all mistakes are named with their path, line and column, unless the JSON itself is not well formed: then what stands after that
/// place is not looked at.</remarks>
/// <example>
/// <code>
/// byte[] json = SegmentJson.Write(set);
/// if (!SegmentJson.TryReadSet(ShopFacts.Schema, json, out SegmentSet? read, out ImmutableArray&lt;Mistake&gt; mistakes))
/// {
///     foreach (Mistake mistake in mistakes)
///     {
///         Console.WriteLine(mistake);
///     }
/// }
/// </code>
/// </example>
public static class SegmentJson
{
    /// <summary>The version of the format, written as <c>"version"</c>.</summary>
    public const int Version = 1;

    /// <summary>How deep the input may nest: a rule of the greatest depth fits.</summary>
    public const int DepthMax = 160;

    /// <summary>How long the input may be, in bytes: 64 MiB.</summary>
    public const int InputBytesMax = 64 * 1024 * 1024;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>A rule as UTF-8 JSON; equal rules give equal bytes.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="indented">Whether to spread it over lines for people.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    public static byte[] Write(SegmentRule rule, bool indented = false)
    {
        Guard.Against.Null(rule);
        return WriteFile(indented, writer => RuleJsonWriter.WriteRule(writer, "rule", rule));
    }

    /// <summary>A segment as UTF-8 JSON; equal segments give equal bytes.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="indented">Whether to spread it over lines for people.</param>
    /// <exception cref="ArgumentNullException">The segment is null.</exception>
    public static byte[] Write(Segment segment, bool indented = false)
    {
        Guard.Against.Null(segment);
        return WriteFile(indented, writer =>
        {
            writer.WritePropertyName("segment");
            RuleJsonWriter.WriteSegment(writer, segment);
        });
    }

    /// <summary>A set of segments as UTF-8 JSON; equal segments in equal order give equal bytes.</summary>
    /// <param name="set">The set.</param>
    /// <param name="indented">Whether to spread it over lines for people.</param>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    public static byte[] Write(SegmentSet set, bool indented = false)
    {
        Guard.Against.Null(set);
        return WriteFile(indented, writer =>
        {
            writer.WriteBoolean("exclusive", set.IsExclusive);
            writer.WriteStartArray("segments");
            foreach (Segment segment in set.Segments)
            {
                RuleJsonWriter.WriteSegment(writer, segment);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Reads a rule.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    /// <exception cref="InputFormatException">The input is of another form; all mistakes are named.</exception>
    public static SegmentRule ReadRule(FactSchema schema, ReadOnlySpan<byte> utf8Json) =>
        TryReadRule(schema, utf8Json, out SegmentRule? rule, out ImmutableArray<Mistake> mistakes) ? rule
            : throw new InputFormatException("rule", mistakes);

    /// <summary>Tries to read a rule. Whatever the input, there is no exception.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="rule">The rule, or null.</param>
    /// <param name="mistakes">The mistakes in the order of their places, at most 50; empty exactly when there is a rule.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    public static bool TryReadRule(
        FactSchema schema, ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out SegmentRule? rule, out ImmutableArray<Mistake> mistakes)
    {
        rule = RuleFile.Read(schema, utf8Json, "rule", out mistakes).Rule;
        return rule is not null;
    }

    /// <summary>Reads a segment. Segments it refers to are looked for where it is put into a set.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    /// <exception cref="InputFormatException">The input is of another form; all mistakes are named.</exception>
    public static Segment ReadSegment(FactSchema schema, ReadOnlySpan<byte> utf8Json) =>
        TryReadSegment(schema, utf8Json, out Segment? segment, out ImmutableArray<Mistake> mistakes) ? segment
            : throw new InputFormatException("segment", mistakes);

    /// <summary>Tries to read a segment. Whatever the input, there is no exception.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="segment">The segment, or null.</param>
    /// <param name="mistakes">The mistakes in the order of their places, at most 50; empty exactly when there is a segment.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    public static bool TryReadSegment(
        FactSchema schema, ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out Segment? segment, out ImmutableArray<Mistake> mistakes)
    {
        ImmutableArray<Segment> segments = RuleFile.Read(schema, utf8Json, "segment", out mistakes).Segments;
        segment = mistakes.IsEmpty ? segments[0] : null;
        return segment is not null;
    }

    /// <summary>Reads a set of segments.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    /// <exception cref="InputFormatException">The input is of another form, or the segments make no set; all mistakes are
    /// named.</exception>
    public static SegmentSet ReadSet(FactSchema schema, ReadOnlySpan<byte> utf8Json) =>
        TryReadSet(schema, utf8Json, out SegmentSet? set, out ImmutableArray<Mistake> mistakes) ? set
            : throw new InputFormatException("segment set", mistakes);

    /// <summary>Tries to read a set of segments. Whatever the input, there is no exception.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="set">The set, or null.</param>
    /// <param name="mistakes">The mistakes in the order of their places, at most 50; empty exactly when there is a set.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    public static bool TryReadSet(
        FactSchema schema, ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out SegmentSet? set, out ImmutableArray<Mistake> mistakes)
    {
        set = null;
        RuleFile file = RuleFile.Read(schema, utf8Json, "segments", out mistakes);
        if (!mistakes.IsEmpty)
        {
            return false;
        }

        if (!SegmentSet.TryFrom(schema, file.Segments, file.IsExclusive, out set, out ImmutableArray<Mistake> found))
        {
            mistakes = RuleFile.PlacesOf(schema, utf8Json, found);
        }

        return set is not null;
    }

    private static byte[] WriteFile(bool indented, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Indented : Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            content(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
