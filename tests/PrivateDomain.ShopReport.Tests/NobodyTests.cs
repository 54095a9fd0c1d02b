namespace PrivateDomain.ShopReport.Tests;

/// <summary>What stands for nobody in the orders is no person in any other file either, and what a spreadsheet rounded is none.</summary>
public sealed class NobodyTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("0")]
    [InlineData("NULL")]
    [InlineData("-")]
    [InlineData("匿名用户")]
    [InlineData("#N/A")]
    public void Placeholder_IsNobodyInEveryFile(string nobody)
    {
        string orders = sample.File("o.csv", "order,date,customer,amount", $"o1,2026-03-01,{nobody},10", "o2,2026-03-02,ann,20");
        string links = sample.File(
            "l.csv", "customer,carrier,since", $"{nobody},WeCom,2026-02-01", $"{nobody},WeCom,2026-02-02", "ann,WeCom,2026-02-02");
        string touches = sample.File("t.csv", "customer,date,kind", $"{nobody},2026-02-03,promotion", "ann,2026-02-03,promotion");
        string said = sample.File("i.csv", "customer,date,kind", $"{nobody},2026-02-04,message_received");
        string traits = sample.File("q.csv", "customer,garden", $"{nobody},yes", $"{nobody},no", "ann,yes");

        Assert.Equal(App.Fine, sample.Run(
            "--orders", orders, "--links", links, "--touches", touches, "--interactions", said, "--traits", traits));

        sample.AssertRow("Flow (everyone who passed by)", "1");
        sample.AssertRow("Retained", "1");
        Told("l.csv: 2 rows name nobody");
        Told("t.csv: 1 row names nobody");
        Told("i.csv: 1 row names nobody");
        Told("q.csv: 2 rows name nobody");
        Told("1 customers were asked");
    }

    [Fact]
    public void RoundedCustomer_IsNobodyInEveryFile()
    {
        string orders = sample.File("o.csv", "order,date,customer,amount", "o1,2026-03-02,ann,20");
        string links = sample.File("l.csv", "customer,carrier,since", "1.20E+17,WeCom,2026-02-01", "ann,WeCom,2026-02-02");
        string touches = sample.File("t.csv", "customer,date,kind", "1.20E+17,2026-02-03,promotion");

        Assert.Equal(App.Fine, sample.Run("--orders", orders, "--links", links, "--touches", touches));

        sample.AssertRow("Flow (everyone who passed by)", "1");
        Told("l.csv: 1 row has a customer that a spreadsheet has rounded");
        Told("t.csv: 1 row has a customer that a spreadsheet has rounded");
    }

    [Fact]
    public void NoCustomerAtAll_IsAMistakeOfItsRow()
    {
        string orders = sample.File("o.csv", "order,date,customer,amount", "o1,2026-03-02,ann,20");
        string links = sample.File("l.csv", "customer,carrier,since", ",WeCom,2026-02-01", "ann,WeCom,2026-02-02");

        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", orders, "--links", links));

        Told("There is no value.");
    }

    // The lines of the output are broken at its width.
    private void Told(string what) => Assert.Contains(
        what, string.Join(' ', sample.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
