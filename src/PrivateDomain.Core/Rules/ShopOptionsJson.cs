using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Rules;

/// <summary>The rules of a shop as one JSON document (店铺规则文档): what an editor completes, a database stores, a host reloads. The form
/// is described by docs/shop-rules.schema.json, which is in the package too.</summary>
/// <remarks>
/// <para>A document states its version, the zone and the currency; every figure that it does not state has its default. What is written
/// states every figure, and is read as equal; equal options give equal bytes.</para>
/// <para>Reading is strict: a member that is unknown, twice there, of another form or out of range is a mistake, and so is what does not
/// go together. All mistakes are named together, each with its path, line and column, unless the JSON itself is not well formed: then what
/// stands after that place is not looked at.</para>
/// <para>Lengths of time are written as ISO 8601 has them (<c>P7D</c>, <c>PT2H</c>), amounts as <c>12.50 CNY</c>, times of day as
/// <c>21:00</c>, choices by name (<c>promotion</c>), segments as the document of <see cref="SegmentJson"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// if (!ShopOptionsJson.TryRead(DateTimeZoneProviders.Tzdb, ShopFacts.Schema, json, out ShopOptions? options, out var mistakes))
/// {
///     foreach (Mistake mistake in mistakes) { Console.WriteLine(mistake.ToString(Language.SimplifiedChinese)); }
/// }
/// </code>
/// </example>
public static class ShopOptionsJson
{
    /// <summary>The version of the format, written as <c>"version"</c>.</summary>
    public const int Version = 1;

    /// <summary>How deep a document may nest: segments of the greatest depth fit.</summary>
    public const int DepthMax = SegmentJson.DepthMax + 1;

    /// <summary>How long a document may be, in bytes: 64 MiB.</summary>
    public const int InputBytesMax = SegmentJson.InputBytesMax;

    private static readonly Lazy<string> LazySchema = new(ShopOptionsSchema.Text);

    /// <summary>The JSON schema of the document (2020-12), as docs/shop-rules.schema.json has it: every figure with its meaning, range,
    /// default and the default's source, in English and Chinese.</summary>
    public static string Schema => LazySchema.Value;

    /// <summary>A shop's options as UTF-8 JSON; equal options give equal bytes.</summary>
    /// <param name="options">The options.</param>
    /// <param name="indented">Whether to spread them over lines for people.</param>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="InvalidPolicyException">Something in them is wrong; all mistakes are named.</exception>
    /// <exception cref="JsonException">A text holds half a character.</exception>
    public static byte[] Write(ShopOptions options, bool indented = false)
    {
        Descriptions.Of<ShopOptions>().ThrowIfWrong(Guard.Against.Null(options));
        return OptionsDocument.Write(writer => Write(writer, options), indented);
    }

    /// <summary>Reads a shop's options.</summary>
    /// <param name="zones">The zones that the document may name, such as <c>DateTimeZoneProviders.Tzdb</c>.</param>
    /// <param name="facts">The facts that its segments may use, such as <see cref="ShopFacts.Schema"/>.</param>
    /// <param name="utf8Json">The UTF-8 JSON, with or without a byte order mark.</param>
    /// <exception cref="ArgumentNullException">The zones or the facts are null.</exception>
    /// <exception cref="InputFormatException">The document is wrong; all mistakes are named.</exception>
    public static ShopOptions Read(IDateTimeZoneProvider zones, FactSchema facts, ReadOnlySpan<byte> utf8Json) =>
        TryRead(zones, facts, utf8Json, out ShopOptions? options, out ImmutableArray<Mistake> mistakes)
            ? options
            : throw new InputFormatException("document of shop rules", mistakes);

    /// <summary>Tries to read a shop's options. Whatever the input, there is no exception.</summary>
    /// <param name="zones">The zones that the document may name, such as <c>DateTimeZoneProviders.Tzdb</c>.</param>
    /// <param name="facts">The facts that its segments may use, such as <see cref="ShopFacts.Schema"/>.</param>
    /// <param name="utf8Json">The UTF-8 JSON, with or without a byte order mark.</param>
    /// <param name="options">The options, of which rules can be made; or null.</param>
    /// <param name="mistakes">The mistakes in the order of their places, at most 100; empty exactly when there are options.</param>
    /// <exception cref="ArgumentNullException">The zones or the facts are null.</exception>
    public static bool TryRead(
        IDateTimeZoneProvider zones, FactSchema facts, ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out ShopOptions? options,
        out ImmutableArray<Mistake> mistakes)
    {
        options = Read(new ShopOptionsInput(Guard.Against.Null(zones), Guard.Against.Null(facts)), utf8Json, out mistakes);
        return options is not null;
    }

    /// <summary>Reads with what the mistakes are collected in.</summary>
    internal static ShopOptions? Read(OptionsInput input, ReadOnlySpan<byte> utf8Json, out ImmutableArray<Mistake> mistakes) =>
        OptionsDocument.Read(Descriptions.Of<ShopOptions>(), utf8Json, input, Version, isChecked: true, out mistakes);

    /// <summary>Writes the document.</summary>
    internal static void Write(Utf8JsonWriter writer, ShopOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(OptionsDocument.VersionMember, Version);
        Descriptions.Of<ShopOptions>().WriteMembers(writer, options);
        writer.WriteEndObject();
    }
}
