namespace PrivateDomain.ShopReport.Views;

/// <summary>One section of the report: its tables on the console and its part of the page. A new one is registered in
/// <see cref="App"/>.</summary>
internal interface ISection
{
    void Print(ReportModel model, ConsoleView console);

    void Write(ReportModel model, Html html);
}
