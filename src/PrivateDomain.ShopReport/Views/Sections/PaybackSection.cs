namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>When acquisition is paid back.</summary>
internal sealed class PaybackSection(Texts texts, Charts charts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) => console.Part(texts.PaybackTitle, model.Payback, texts.NoPayback, part =>
    {
        console.Line(texts.PaybackSentence(part));
        console.Line(texts.PaybackInputs(part));
    });

    public void Write(ReportModel model, Html html) => html.Section(texts.PaybackTitle, null, model.Payback, texts.NoPayback, part => html
        .Element("p", texts.PaybackSentence(part), "lead")
        .Raw(charts.Payback(part))
        .Element("p", texts.PaybackInputs(part), "quiet")
        .Folded(
            texts.Details, 1, [texts.MonthColumn, texts.Cumulative],
            part.Curve.Select(static (sum, month) => new[] { Show.Count(month), Show.Money(sum) })));
}
