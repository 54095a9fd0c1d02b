using System.Collections.Immutable;
using PrivateDomain.Core.Referrals.Economics;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws what a referral programme costs and brings in.</summary>
internal sealed partial class Charts
{
    /// <summary>Two lines over the number of newcomers: where that of the cost stays above, the loss grows with success.</summary>
    /// <param name="points">Nobody, the planned size, and twice that.</param>
    public string BreakEven(ImmutableArray<EconomicsPoint> points)
    {
        static double Cost(EconomicsPoint point) => (double)point.Cost.Amount;
        static double Income(EconomicsPoint point) => (double)(point.Cost + point.Profit).Amount;
        EconomicsPoint last = points[^1];
        double low = Math.Min(0, points.Min(Income));
        double max = NiceMax(Math.Max(Cost(last), points.Max(Income)));
        double X(double size) => Left + (size / last.Successes * (Right - Left));
        double Y(double value) => Bottom - ((value - low) / (max - low) * (Bottom - Top));
        string At(EconomicsPoint point, double value) => $"{Show.Svg(X(point.Successes))} {Show.Svg(Y(value))}";
        string Path(Func<EconomicsPoint, double> value) => "M" + string.Join('L', points.Select(point => At(point, value(point))));

        var svg = Open(texts.CurveTitle, texts.CurveSentence(points[1]));
        Grid(svg, max, Show.Compact, low);
        Upright(svg, 9, (Top + Bottom) / 2, Show.Sign(last.Cost.Currency).Trim());
        Text(svg, (Left + Right) / 2, Height - 4, "middle", texts.Newcomers);
        string between = $"{Path(Cost)}L{string.Join('L', points.Reverse().Select(point => At(point, Income(point))))}Z";
        svg.Append("<path class=\"gap\" d=\"").Append(between).Append("\"/>");
        svg.Append("<path class=\"curve spent\" d=\"").Append(Path(Cost)).Append("\"/><path class=\"curve\" d=\"").Append(Path(Income))
            .Append("\"/>");
        double middle = X(points[1].Successes);
        Line(svg, "at", middle, Top, middle, Bottom);
        Text(svg, middle + 5, Bottom - 6, "start", texts.Planned(points[1].Successes), "strong");
        foreach (EconomicsPoint point in points)
        {
            Text(svg, Math.Clamp(X(point.Successes), Left + 4, Right - 16), Bottom + 15, "middle", Show.Count(point.Successes));
        }

        return Close(svg);
    }
}
