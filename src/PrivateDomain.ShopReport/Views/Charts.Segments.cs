using System.Globalization;
using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws the heat map of RFM.</summary>
internal sealed partial class Charts
{
    /// <summary>Recency to the right, frequency upwards; the fuller, the more buyers.</summary>
    public string HeatMap(RfmPart part)
    {
        const double Side = 62;
        const double High = 34;
        int bins = part.Cohort.Scale.Policy.Options.Bins;
        RfmCellCount[] grid = [.. part.Cohort.CountsOf(RfmMap.Grid(bins))];
        int most = Math.Max(1, grid.Max(static cell => cell.Count));
        double bottom = bins * High;
        var svg = Open(texts.RfmTitle, texts.HeatDescription(part), (int)bottom + 26);
        foreach (RfmCellCount cell in grid)
        {
            (int recency, int frequency) = (cell.Cell.Recency!.Value.From, cell.Cell.Frequency!.Value.From);
            double x = Left + ((recency - 1) * Side);
            double y = bottom - (frequency * High);
            double strength = cell.Count == 0 ? 0.04 : 0.15 + (0.85 * cell.Count / most);
            svg.Append("<g>").Append(Title($"{texts.Recency} {recency}, {texts.Frequency} {frequency}: {Show.Count(cell.Count)}"))
                .Append(CultureInfo.InvariantCulture, $"<g opacity=\"{strength:0.##}\">");
            Rect(svg, "c1", x, y, Side - 2, High - 2);
            svg.Append("</g></g>");
            Text(svg, x + (Side / 2), y + 21, "middle", Show.Count(cell.Count), "strong");
        }

        for (int score = 1; score <= bins; score++)
        {
            Text(svg, Left - 8, bottom - ((score - 0.4) * High), "end", Show.Count(score));
            Text(svg, Left + ((score - 0.5) * Side), bottom + 12, "middle", Show.Count(score));
        }

        Text(svg, 0, 10, "start", texts.Frequency);
        Text(svg, Right, bottom + 24, "end", texts.Recency);
        return Close(svg);
    }
}
