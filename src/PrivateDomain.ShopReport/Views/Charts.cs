using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Draws charts as inline SVG; colours come from the page's CSS, and every chart has a title and a description.</summary>
internal sealed partial class Charts(Texts texts)
{
    private const int Width = 360;
    private const int Height = 200;
    private const double Left = 48;
    private const double Right = Width - 8;
    private const double Top = 12;
    private const double Bottom = Height - 38;
    private const int WeeksOfAYear = 53;
    private int made;

    /// <summary>First and repeat orders by week, stacked.</summary>
    public string Weeks(ImmutableArray<WeekOfOrders> weeks)
    {
        double max = NiceMax(weeks.Max(static week => week.First + week.Repeat));
        double slot = (Right - Left) / weeks.Length;
        const double WidestBar = 22;
        double bar = Math.Min(WidestBar, slot - Math.Min(3, slot * 0.2));
        var svg = Open(texts.WeeksTitle, texts.WeeksDescription(weeks));
        Grid(svg, max, Show.Compact);
        Upright(svg, 9, (Top + Bottom) / 2, texts.Orders);
        Text(svg, (Left + Right) / 2, Height - 4, "middle", texts.Week);
        for (int i = 0; i < weeks.Length; i++)
        {
            WeekOfOrders week = weeks[i];
            double first = week.First / max * (Bottom - Top);
            double repeat = week.Repeat / max * (Bottom - Top);
            double x = Left + (i * slot) + ((slot - bar) / 2);
            svg.Append("<g>").Append(Title($"{Show.Date(week.Monday)}: {week.First} {texts.First}, {week.Repeat} {texts.Repeat}"));
            Rect(svg, "first", x, Bottom - first, bar, first);
            Rect(svg, "repeat", x, Bottom - first - repeat, bar, repeat);
            svg.Append("</g>");
        }

        string form = weeks.Length > WeeksOfAYear ? "uuuu-MM" : "MM-dd";
        int step = Math.Max(1, (int)Math.Ceiling(weeks.Length / 5.0));
        for (int i = 0; i < weeks.Length; i += step)
        {
            double x = Math.Clamp(Left + ((i + 0.5) * slot), Left + 14, Right - 16);
            Text(svg, x, Bottom + 15, "middle", weeks[i].Monday.ToString(form, CultureInfo.InvariantCulture));
        }

        return Close(svg);
    }

    /// <summary>The payback curve with the line of the acquisition cost and the month that pays.</summary>
    public string Payback(PaybackPart payback)
    {
        double cost = (double)payback.AcquisitionCost.Amount;
        double low = Math.Min(0, payback.Curve.Min(static point => (double)point.Amount));
        double max = NiceMax(Math.Max(cost, payback.Curve.Max(static point => (double)point.Amount)) * 1.05);
        int months = Math.Max(1, payback.Curve.Length - 1);
        double X(double month) => Left + (month / months * (Right - Left));
        double Y(double value) => Bottom - ((Math.Max(value, low) - low) / (max - low) * (Bottom - Top));

        var svg = Open(texts.PaybackTitle, texts.PaybackSentence(payback));
        Grid(svg, max, Show.Compact, low);
        Upright(svg, 9, (Top + Bottom) / 2, $"{texts.Cumulative} ({Show.Sign(payback.AcquisitionCost.Currency).Trim()})");
        Text(svg, (Left + Right) / 2, Height - 4, "middle", texts.MonthColumn);
        var path = new StringBuilder();
        for (int month = 0; month < payback.Curve.Length; month++)
        {
            path.Append(month == 0 ? 'M' : 'L').Append(Show.Svg(X(month))).Append(' ')
                .Append(Show.Svg(Y((double)payback.Curve[month].Amount)));
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"area\" d=\"{path}L{Show.Svg(X(months))} {Show.Svg(Y(0))}L{Show.Svg(X(0))} {Show.Svg(Y(0))}Z\"/><path "
                + $"class=\"curve\" d=\"{path}\"/>");
        for (int month = 0; month < payback.Curve.Length; month++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g>{Title($"{texts.Month(month)}: {Show.Money(payback.Curve[month])}")}"
                + $"<circle class=\"touch\" cx=\"{Show.Svg(X(month))}\" cy=\"{Show.Svg(Y((double)payback.Curve[month].Amount))}\" "
                + $"r=\"7\"/></g>");
        }

        Line(svg, "cost", Left, Y(cost), Right, Y(cost));
        Text(svg, Left + 4, Y(cost) - 5, "start", $"{texts.AcquisitionCost} {Show.Money(payback.AcquisitionCost)}", "strong");
        if (payback.Payback.Periods is { } paid && paid <= months)
        {
            Line(svg, "at", X(paid), Y(cost), X(paid), Bottom);
            svg.Append(CultureInfo.InvariantCulture,
                $"<circle class=\"dot\" cx=\"{Show.Svg(X(paid))}\" cy=\"{Show.Svg(Y((double)payback.Curve[paid].Amount))}\" r=\"4.5\"/>");
            bool isLate = paid > months * 0.7;
            Text(svg, X(paid) + (isLate ? -8 : 8), Bottom - 8, isLate ? "end" : "start", texts.Month(paid), "strong");
        }

        int step = Math.Max(1, (int)Math.Ceiling(months / 6.0));
        for (int month = 0; month <= months; month += step)
        {
            Text(svg, Math.Min(X(month), Right - 6), Bottom + 15, "middle", month.ToString(CultureInfo.InvariantCulture));
        }

        return Close(svg);
    }

    /// <summary>The four criteria of a product as bars: what each adds, of what it could add.</summary>
    public string Criteria(string product, ImmutableArray<CriterionPart> criteria)
    {
        const int RowHeight = 20;
        const double BarLeft = 100;
        const double BarRight = Width - 86;
        string description = string.Join(
            "; ", criteria.Select(each => $"{each.Name.In(texts.Language)} {Show.Score(each.Points)}/{Show.Score(each.MaxPoints)}"));
        var svg = Open(product, description, RowHeight * criteria.Length);
        double most = criteria.Max(static each => each.MaxPoints);
        for (int i = 0; i < criteria.Length; i++)
        {
            CriterionPart each = criteria[i];
            double y = (i * RowHeight) + 5;
            double full = most <= 0 ? 0 : each.MaxPoints / most * (BarRight - BarLeft);
            svg.Append("<g>").Append(Title(
                $"{each.Name.In(texts.Language)}: {each.Found ?? texts.Unknown}; {texts.PointsOf(each.Points, each.MaxPoints)}"));
            Text(svg, 0, y + 9, "start", each.Name.In(texts.Language));
            Rect(svg, "track", BarLeft, y, full, 11, 3);
            Rect(svg, $"criterion c{i + 1}", BarLeft, y, each.MaxPoints <= 0 ? 0 : full * Math.Clamp(each.Points / each.MaxPoints, 0, 1),
                11, 3);
            Text(svg, Width, y + 9, "end", each.Found ?? texts.Unknown, "strong");
            svg.Append("</g>");
        }

        return Close(svg);
    }

    /// <summary>One bar in two parts: the retained and the rest.</summary>
    public string Share(RetainedPart retained)
    {
        const double BarHeight = 26;
        var svg = Open(texts.RetainedTitle, texts.RetainedSentence(retained), 26);
        double share = (double)retained.Share.ValueOr(0m) * Width;
        Rect(svg, "track", 0, 0, Width, BarHeight, 6);
        Rect(svg, "repeat", 0, 0, share, BarHeight, 6);
        return Close(svg);
    }

    private StringBuilder Open(string title, string description, double height = Height, string style = "chart")
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"chart{++made}");
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
                $"<svg class=\"{style}\" viewBox=\"0 0 {Width} {Show.Svg(height)}\" role=\"img\" aria-labelledby=\"{id}t {id}d\">")
            .Append(CultureInfo.InvariantCulture,
                $"<title id=\"{id}t\">{Escape(title)}</title><desc id=\"{id}d\">{Escape(description)}</desc>");
    }

    private static string Close(StringBuilder svg) => svg.Append("</svg>").ToString();

    private static void Grid(StringBuilder svg, double max, Func<double, string> label, double low = 0)
    {
        for (int i = 0; i <= 4; i++)
        {
            double y = Bottom - (i / 4.0 * (Bottom - Top));
            Line(svg, "grid", Left, y, Right, y);
            Text(svg, Left - 5, y + 4, "end", label(low + ((max - low) * i / 4)));
        }
    }

    private static void Rect(StringBuilder svg, string style, double x, double y, double width, double height, double radius = 0) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"{style}\" x=\"{Show.Svg(x)}\" y=\"{Show.Svg(y)}\" width=\"{Show.Svg(Math.Max(0, width))}\" "
                + $"height=\"{Show.Svg(height)}\" rx=\"{Show.Svg(radius)}\"/>");

    // The name of an upright axis, with its unit.
    private static void Upright(StringBuilder svg, double x, double y, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"label\" text-anchor=\"middle\" transform=\"translate({Show.Svg(x + 3)} {Show.Svg(y)}) rotate(-90)\">"
            + $"{Escape(text)}</text>");

    private static void Line(StringBuilder svg, string style, double x1, double y1, double x2, double y2) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<line class=\"{style}\" x1=\"{Show.Svg(x1)}\" y1=\"{Show.Svg(y1)}\" x2=\"{Show.Svg(x2)}\" y2=\"{Show.Svg(y2)}\"/>");

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string style = "label") =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"{style}\" x=\"{Show.Svg(x)}\" y=\"{Show.Svg(y)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    private static string Title(string text) => $"<title>{Escape(text)}</title>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    // A round number above, that four steps divide well.
    private static double NiceMax(double value)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1))));
        double[] steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10];
        double nice = steps.First(step => step * unit >= Math.Max(value, 1) - 1e-9) * unit;
        return nice < 4 ? 4 : nice;
    }
}
