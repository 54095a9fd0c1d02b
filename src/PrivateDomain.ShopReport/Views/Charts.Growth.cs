using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws what the act does to the failing figure.</summary>
internal sealed partial class Charts
{
    /// <summary>The figure now and without the part, against what it has to reach; nothing where one of them is no number.</summary>
    public string Act(GrowthReading reading, GrowthAct act)
    {
        if (!reading.Found.IsKnown || !act.Without.IsKnown)
        {
            return "";
        }

        const double BarLeft = 84;
        const double BarRight = Width - 60;
        (double now, double then, double target) = ((double)reading.Found.Value, (double)act.Without.Value, (double)reading.Target);
        double most = Math.Max(Math.Max(now, then), Math.Max(target, 0)) * 1.05;
        double WidthOf(double value) => most <= 0 ? 0 : Math.Clamp(value / most, 0, 1) * (BarRight - BarLeft);
        var svg = Open(
            texts.NameOf(reading.Measure),
            $"{texts.Now} {texts.FigureOf(reading.Measure, reading.Found.Value)}, {texts.Then} "
                + $"{texts.FigureOf(act.Measure, act.Without.Value)}, {texts.Limit(reading)}",
            78, "small");
        (string Style, string Name, double Value, decimal Shown)[] bars =
            [("now", texts.Now, now, reading.Found.Value), ("then", texts.Then, then, act.Without.Value)];
        for (int i = 0; i < bars.Length; i++)
        {
            double y = 18 + (i * 24);
            svg.Append("<g>").Append(Title($"{bars[i].Name}: {texts.FigureOf(reading.Measure, bars[i].Shown)}"));
            Text(svg, 0, y + 13, "start", bars[i].Name);
            Rect(svg, bars[i].Style, BarLeft, y, WidthOf(bars[i].Value), 18, 3);
            Text(svg, BarLeft + WidthOf(bars[i].Value) + 6, y + 13, "start", texts.FigureOf(reading.Measure, bars[i].Shown), "strong");
            svg.Append("</g>");
        }

        double line = BarLeft + WidthOf(target);
        Line(svg, "at", line, 14, line, 64);
        Text(svg, line, 10, line > Width / 2.0 ? "end" : "start", texts.Limit(reading));
        Text(svg, 0, 76, "start", texts.NameOf(reading.Measure));
        return Close(svg);
    }
}
