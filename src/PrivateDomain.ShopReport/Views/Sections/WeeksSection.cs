namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>First and repeat orders by week.</summary>
internal sealed class WeeksSection(Texts texts, Charts charts) : ISection
{
    private const int WeeksOnConsole = 13;

    public void Print(ReportModel model, ConsoleView console) =>
        console.Table(texts.WeeksTitle, 1, Header, Rows(model.Weeks.TakeLast(WeeksOnConsole)));

    public void Write(ReportModel model, Html html) => html.Section(texts.WeeksTitle, () => html
        .Legend(("first", texts.First), ("repeat", texts.Repeat))
        .Raw(charts.Weeks(model.Weeks))
        .Folded(texts.Details, 1, Header, Rows(model.Weeks)));

    private string[] Header => [texts.Week, texts.First, texts.Repeat];

    private static IEnumerable<string[]> Rows(IEnumerable<WeekOfOrders> weeks) =>
        weeks.Select(static week => new[] { Show.Date(week.Monday), Show.Count(week.First), Show.Count(week.Repeat) });
}
