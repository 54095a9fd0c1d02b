using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws the heat map of RFM.</summary>
internal sealed partial class Charts
{
    /// <summary>Recency to the right, frequency upwards; the stronger, the more buyers.</summary>
    public string HeatMap(RfmPart part)
    {
        const double Side = 62;
        const double High = 34;
        int bins = part.Cohort.Scale.Policy.Options.Bins;
        RfmCellCount[] grid = [.. part.Cohort.CountsOf(RfmMap.Grid(bins))];
        int most = Math.Max(1, grid.Max(static cell => cell.Count));
        double bottom = bins * High;
        var svg = Open(texts.RfmTitle, texts.HeatDescription(part), (int)bottom + 34);
        foreach (RfmCellCount cell in grid)
        {
            (int recency, int frequency) = (cell.Cell.Recency!.Value.From, cell.Cell.Frequency!.Value.From);
            double x = Left + ((recency - 1) * Side);
            double y = bottom - (frequency * High);
            string step = Show.Count(StepOf(cell.Count, most));
            svg.Append("<g>").Append(Title($"{texts.Recency} {recency}, {texts.Frequency} {frequency}: {texts.CustomerCount(cell.Count)}"));
            Rect(svg, "h" + step, x, y, Side - 2, High - 2, 3);
            Text(svg, x + (Side / 2) - 1, y + 20, "middle", Show.Count(cell.Count), "t" + step);
            svg.Append("</g>");
        }

        for (int score = 1; score <= bins; score++)
        {
            Text(svg, Left - 8, bottom - ((score - 0.4) * High), "end", Show.Count(score));
            Text(svg, Left + ((score - 0.5) * Side), bottom + 12, "middle", Show.Count(score));
        }

        Upright(svg, 10, bottom / 2, $"{texts.Frequency} →");
        Text(svg, Left + (bins * Side / 2), bottom + 27, "middle", $"{texts.Recency} →");
        return Close(svg);
    }

    // Five steps from nobody to the fullest cell: on each the number can be read.
    private static int StepOf(int count, int most) => count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4);
}
