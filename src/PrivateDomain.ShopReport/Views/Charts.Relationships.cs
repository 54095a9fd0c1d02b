using System.Globalization;
using PrivateDomain.Core;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws the funnel of the stages and the answers of the guard.</summary>
internal sealed partial class Charts
{
    /// <summary>How many customers have come how far: each stage with all above it, as wide as it has customers.</summary>
    public string Funnel(RelationshipPart part)
    {
        const int StepHeight = 46;
        const double Middle = 205;
        const double Widest = 190;
        RelationshipStage[] stages = [
            RelationshipStage.Acquaintance, RelationshipStage.Interaction, RelationshipStage.Rapport, RelationshipStage.Alliance];
        int all = Math.Max(1, part.AtLeast(RelationshipStage.Acquaintance));
        double WidthOf(int customers) => customers == 0 ? 0 : Math.Max(4, Widest * customers / all);

        var svg = Open(texts.StagesTitle, texts.FunnelDescription(part), StepHeight * stages.Length);
        for (int i = 0; i < stages.Length; i++)
        {
            int here = part.AtLeast(stages[i]);
            int next = i + 1 < stages.Length ? part.AtLeast(stages[i + 1]) : here;
            (double wide, double narrow) = (WidthOf(here) / 2, (WidthOf(here) + WidthOf(next)) / 4);
            (double top, double bottom) = ((i * StepHeight) + 2, ((i + 1) * StepHeight) - 2);
            string points = string.Join(
                ' ', new[] { (Middle - wide, top), (Middle + wide, top), (Middle + narrow, bottom), (Middle - narrow, bottom) }
                .Select(static point => $"{Show.Svg(point.Item1)},{Show.Svg(point.Item2)}"));
            string name = texts.NameOf(stages[i]);
            svg.Append("<g>").Append(Title($"{name}: {Show.Count(here)}"))
                .Append(CultureInfo.InvariantCulture, $"<polygon class=\"s{i + 1}\" points=\"{points}\"/></g>");
            Text(svg, 0, top + 25, "start", name, "strong");
            Text(svg, Width, top + 18, "end", Show.Count(here), "strong");
            Text(svg, Width, top + 33, "end", Show.Percent(Ratio.From(here, part.AtLeast(RelationshipStage.Acquaintance)), texts));
        }

        return Close(svg);
    }

    /// <summary>For each kind of touch a bar of who may have it now, later and not.</summary>
    public string Answers(OutreachPart part)
    {
        const int RowHeight = 40;
        var svg = Open(texts.OutreachTitle, string.Join("; ", part.Kinds.Select(Sentence)), RowHeight * part.Kinds.Length);
        for (int i = 0; i < part.Kinds.Length; i++)
        {
            TouchPart each = part.Kinds[i];
            double all = Math.Max(1, each.Allowed + each.Deferred + each.Denied + each.Undecidable);
            double y = i * RowHeight;
            Text(svg, 0, y + 12, "start", texts.NameOf(each.Kind), "strong");
            Text(svg, Width, y + 12, "end", string.Join(" · ", Parts(each).Select(static each => Show.Count(each.Count))));
            double x = 0;
            foreach ((string style, string name, int count) in Parts(each))
            {
                double width = count / all * Width;
                svg.Append("<g>").Append(Title($"{texts.NameOf(each.Kind)} – {name}: {texts.CustomerCount(count)}"));
                Rect(svg, style, x, y + 18, width, 14);
                svg.Append("</g>");
                x += width;
            }
        }

        return Close(svg);
    }

    private string Sentence(TouchPart part) =>
        $"{texts.NameOf(part.Kind)}: {string.Join(", ", Parts(part).Select(static each => $"{each.Name} {Show.Count(each.Count)}"))}";

    private (string Style, string Name, int Count)[] Parts(TouchPart part) =>
    [
        ("yes", texts.Allowed, part.Allowed),
        ("later", texts.Deferred, part.Deferred),
        ("no", texts.Denied, part.Denied),
        ("unsaid", texts.Undecidable, part.Undecidable),
    ];
}
