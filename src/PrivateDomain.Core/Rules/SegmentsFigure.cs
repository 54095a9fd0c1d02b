using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Rules;

/// <summary>The segments of a shop, as the document of <see cref="SegmentJson"/>. What differs between two sets
/// <see cref="SegmentDifferences"/> tells.</summary>
internal sealed class SegmentsFigure() : MemberFigure<ShopOptions>(
    "segments", new("segments", "分群"), Internals.Documents.Source.Own, isOptional: true)
{
    private protected override Bilingual Range { get; } = new("a set of segments", "分群集");

    internal override void Check(ShopOptions options, FoundMistakes mistakes)
    {
    }

    internal override IEnumerable<FigureRow> Rows(ShopOptions? options) =>
        [new FigureRow(Member, Label, Unit.None, Range, FigureText.None, Source)];

    internal override void Compare(ShopOptions before, ShopOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        // Who comes in and who goes out depends on a day, which only the comparison of whole shops knows.
    }

    internal override Bilingual Say(ShopOptions options) => options.Segments is { } set
        ? Unit.Say(set.Segments.Length, Unit.Items)
        : FigureText.None;

    private protected override bool IsStated(ShopOptions options) => options.Segments is not null;

    private protected override ShopOptions Clear(ShopOptions options) => options with { Segments = null };

    private protected override ShopOptions ReadStated(ref OptionsReader reader, ShopOptions options)
    {
        long start = reader.Place;
        ReadOnlySpan<byte> json = reader.Slice();
        FactSchema facts = reader.Input is ShopOptionsInput input ? input.Facts : ShopFacts.Schema;
        if (SegmentJson.TryReadSet(facts, json, out SegmentSet? set, out ImmutableArray<Mistake> mistakes))
        {
            return options with { Segments = set };
        }

        string path = reader.Path;
        foreach (Mistake mistake in mistakes)
        {
            reader.Input.Wrong(new Misread(
                start + JsonPlaces.Of(mistake.Line, mistake.Column, json),
                path + (mistake.Place.StartsWith('$') ? mistake.Place[1..] : ""), mistake.Reason, IsOfForm: false));
        }

        return options;
    }

    private protected override void WriteStated(Utf8JsonWriter writer, ShopOptions options)
    {
        using JsonDocument document = JsonDocument.Parse(
            SegmentJson.Write(options.Segments!), new JsonDocumentOptions { MaxDepth = SegmentJson.DepthMax });
        document.RootElement.WriteTo(writer);
    }

    // The set of docs/segment.schema.json; what it refers to stands beside it in the document's schema.
    private protected override JsonObject SchemaOfValue()
    {
        JsonNode set = ShopOptionsSchema.OfSegments()["oneOf"]!.AsArray()
            .First(static form => form!["properties"]!["segments"] is not null)!;
        return set.DeepClone().AsObject();
    }
}
