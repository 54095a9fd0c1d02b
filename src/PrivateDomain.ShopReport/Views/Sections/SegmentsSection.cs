using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The segments of the file: how many are in each and in each pair, and one customer explained.</summary>
internal sealed class SegmentsSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) => console.Part(texts.SegmentsTitle, model.Segments, texts.NoSegments, part =>
    {
        console.Table(texts.SegmentsTitle, 1, Header(part), Rows(part));
        console.Line(texts.Explained(part));
        foreach (LeafExplanation leaf in part.Why.Leaves)
        {
            console.Line("  " + leaf.ToString(texts.Language));
        }

        foreach (string hint in Hints(part))
        {
            console.Line(hint);
        }

        console.Line("");
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.SegmentsTitle, texts.SegmentsMeaning, model.Segments, texts.NoSegments, part => html
        .Table(texts.SegmentsTitle, 1, Header(part), Rows(part))
        .Element("p", texts.Explained(part))
        .List(part.Why.Leaves.Select(leaf => leaf.ToString(texts.Language)))
        .Raw(part.Hints.IsEmpty ? "" : $"<h3>{Html.Escape(texts.HintsTitle)}</h3>\n")
        .List(Hints(part))
        .Element("h3", texts.RulesTitle)
        .List(part.Members.Set.Segments.Select(segment =>
            $"{segment.Name}: {SegmentSentence.Of(segment.Rule).In(texts.Language)}")));

    private IEnumerable<string> Hints(SegmentsPart part) => part.Hints.Select(hint => hint.Reason.ToString(texts.Language));

    private string[] Header(SegmentsPart part) =>
        [texts.SegmentColumn, texts.Customers, .. Enumerable.Range(1, part.Members.Set.Segments.Length).Select(static n => $"∩ {n}")];

    private static IEnumerable<string[]> Rows(SegmentsPart part)
    {
        ImmutableArray<ImmutableArray<int>> overlaps = part.Members.Overlaps();
        return part.Members.Set.Segments.Select((segment, i) => (string[])
        [
            $"{Show.Count(i + 1)} {segment.Name}", Show.Count(part.Members.Counts[i]),
            .. overlaps[i].Select((both, j) => i == j ? "" : Show.Count(both)),
        ]);
    }
}
