using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>What a manager reads first: the verdict, the one act with its effect in money, and how every link stands.</summary>
internal sealed class GrowthSection(Texts texts, Charts charts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        GrowthAssessment report = model.Growth.Report;
        console.Line(texts.Verdict(model.Growth));
        if (report.Act is { } act)
        {
            console.Line($"  → {texts.ActTitle(act)}{texts.Stop}{act.Reason.ToString(texts.Language)}");
        }

        foreach (string next in Next(report))
        {
            console.Line("  – " + next);
        }

        console.Table(texts.GrowthTitle, 2, Header, Rows(report));
    }

    public void Write(ReportModel model, Html html)
    {
        GrowthAssessment report = model.Growth.Report;
        string id = html.Open(texts.GrowthTitle, "hero full");
        html.Raw("<div>\n<div class=\"top-line\">").Mark(texts.ShortVerdict(report.Verdict), Style.ClassOf(report.Verdict) + " big")
            .Element("span", texts.PhaseOf(model.Growth), "quiet").Raw("</div>\n")
            .Raw($"<h2 id=\"{id}h\">{Html.Escape(report.Act is { } one ? texts.ActTitle(one) : texts.ActTitle(report))}</h2>\n")
            .Element("p", report.Act is { } named ? named.Reason.ToString(texts.Language) : texts.ActSentence(report), "say");
        if (report.Act is { } act)
        {
            Effects(html, model, act);
            GrowthReading reading = report.Readings.First(each => each.Measure == act.Measure);
            html.Raw(charts.Act(reading, act));
        }

        string[] next = [.. Next(report, except: report.Act?.Measure)];
        if (next.Length > 0)
        {
            html.Element("h3", texts.AlsoTitle).List(next);
        }

        html.Raw("</div>\n<div class=\"standings\">\n").Element("h3", texts.StandingsTitle)
            .Table(texts.StandingsTitle, 9, [texts.Standing, texts.Metric, texts.Found, texts.Wanted], Standings(report))
            .Raw("</div>\n</section>\n");
    }

    private void Effects(Html html, ReportModel model, GrowthAct act)
    {
        Currency currency = model.Summary.Sales.Currency;
        html.Raw("<dl class=\"effects\">");
        if (act.Measure is GrowthMeasure.AcquisitionShare or GrowthMeasure.PaybackPeriods)
        {
            Money all = model.Campaigns.Aggregate(Money.Zero(currency), static (sum, each) => sum + each.Spend);
            Effect(html, texts.SpentOnIt, Show.Round(Money.From(act.Part.Numerator, currency)), texts.OutOf(Show.Round(all)));
            Effect(
                html, texts.EachRetained,
                act.Own.IsKnown ? Show.Round(Money.From(act.Own.Value, currency)) : texts.Nobody0,
                model.Values is [var first, ..] && first.Value.TryGet(out Money worth) ? texts.WorthOf(Show.Round(worth)) : "");
        }
        else
        {
            Effect(html, texts.OwnFigure, act.Own.IsKnown
                ? act.Measure == GrowthMeasure.TicketCover ? Show.Money(Money.From(act.Own.Value, currency))
                    : Show.PercentToCompare(act.Own.Value)
                : texts.Unknown, "");
        }

        if (model.Growth.Loss is { } loss)
        {
            Effect(html, act.Measure == GrowthMeasure.TicketCover ? texts.ShortOnIt : texts.LostOnIt, Show.Round(loss), "");
        }

        if (act.Without.IsKnown)
        {
            Effect(html, texts.Then, texts.FigureOf(act.Measure, act.Without.Value),
                $"{texts.NameOf(act.Measure)}: {texts.NameOf(act.Standing)}");
        }

        html.Raw("</dl>\n");
    }

    private static void Effect(Html html, string name, string value, string note)
    {
        html.Raw($"<div><dt>{Html.Escape(name)}</dt><dd>{Html.Escape(value)}");
        if (note.Length > 0)
        {
            html.Element("small", note);
        }

        html.Raw("</dd></div>");
    }

    private string[] Header => [texts.GrowthLinkColumn, texts.Metric, texts.Found, texts.Wanted, texts.Standing];

    // The links to mend, but for that of the act, which says more.
    private IEnumerable<string> Next(GrowthAssessment report, GrowthMeasure? except = null)
    {
        GrowthLink? told = except is { } measure ? report.Readings.First(each => each.Measure == measure).Link : null;
        ImmutableArray<GrowthLink> measureFirst = [.. report.UnmeasuredLinks.Except(report.FailingLinks)];
        return
        [
            .. report.FailingLinks.Where(link => link != told).Select(link => $"{texts.NameOf(link)}: {texts.RepairOf(link)}"),
            .. measureFirst.IsEmpty ? Array.Empty<string>() : [texts.MeasureFirst(measureFirst)],
        ];
    }

    private IEnumerable<string[]> Rows(GrowthAssessment report) => report.Readings.Select(reading => new[]
    {
        texts.NameOf(reading.Link), texts.NameOf(reading.Measure), Found(reading), Wanted(reading), texts.NameOf(reading.Standing),
    });

    private IEnumerable<Cell[]> Standings(GrowthAssessment report) => report.Readings.Select(reading => new Cell[]
    {
        new(texts.NameOf(reading.Standing)) { Mark = Style.ClassOf(reading.Standing) },
        new(texts.NameOf(reading.Measure))
        {
            Note = reading.Standing == GrowthStanding.NotMeasured ? texts.CureOf(reading.Measure) : null,
        },
        Found(reading),
        Wanted(reading),
    });

    private string Found(GrowthReading reading) => reading.Standing == GrowthStanding.NotMeasured ? "–"
        : !reading.Found.IsKnown ? texts.Never
        : texts.FigureOf(reading.Measure, reading.Found.Value);

    private string Wanted(GrowthReading reading) => (reading.IsMost ? "≤ " : "≥ ") + texts.FigureOf(reading.Measure, reading.Target);
}
