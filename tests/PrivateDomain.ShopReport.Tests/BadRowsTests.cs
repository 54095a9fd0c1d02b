using CsvHelper;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class BadRowsTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("o9,2026-02-30,Ann,p1,5.00", "date", "\"2026-02-30\" is no date such as yyyy-MM-dd;")]
    [InlineData("o9,2026-02-03,Ann,p1,five", "amount", "\"five\" is no number.")]
    [InlineData("o9,2026-02-03,Ann,p1", "-", "The row has 4 fields, but 5 are needed.")]
    [InlineData("o9,2026-02-03,An\"n,p1,5", "-", "The quotes in this row do not match.")]
    [InlineData("o9,2026-02-03,\"Ann,p1,5", "-", "The quotes in this row do not match.")]
    [InlineData("o9,8999-01-01,Ann,p1,5.00", "date", "\"8999-01-01\" is no date such as yyyy-MM-dd;")]
    [InlineData("o9,9999-12-31,Ann,p1,5", "date", "\"9999-12-31\" is no date such as yyyy-MM-dd;")]
    [InlineData("o1,2026-02-03,Bob,p1,5", "order", "The order \"o1\" belongs to customer \"Ann\", not to \"Bob\".")]
    public void Run_BadRow_NamesFileLineColumnReasonAndExits1(string bad, string column, string reason)
    {
        string errors = sample.PathOf("errors.csv");

        int code = sample.Run("--orders", Orders("o1,2026-02-01,Ann,p1,10.00", "", bad, "o3,2026-02-04,Ann,p1,20.00"), "--errors", errors);

        Assert.Equal(App.SomeRowsBad, code);
        string[] row = FirstRow(errors);
        Assert.Equal(["orders.csv", "4", column], row[..3]);
        Assert.StartsWith(reason, row[3], StringComparison.Ordinal);
        Assert.Contains("¥30.00", sample.Output, StringComparison.Ordinal);
        Assert.Contains(column, sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SeveralFaultsInARow_ListsEach()
    {
        sample.Run("--orders", Orders("o1,2026-02-01,Ann,p1,10.00", "o2,yesterday,,p1,much"));

        Assert.Contains("2 problems in rows that were not used", sample.Output, StringComparison.Ordinal); // nobody is no problem
    }

    [Fact]
    public void Run_ManyBadRows_PrintsTheFirstAndTheExactCount()
    {
        string[] bad = [.. Enumerable.Range(0, 1234).Select(static _ => "x,nodate,Ann,p1,1")];
        string errors = sample.PathOf("errors.csv");

        int code = sample.Run("--orders", Orders(["o1,2026-02-01,Ann,p1,10.00", .. bad]), "--errors", errors);

        Assert.Equal(App.SomeRowsBad, code);
        Assert.Contains("1,234 problems", sample.Output, StringComparison.Ordinal);
        Assert.Contains("1,214 more", sample.Output, StringComparison.Ordinal);
        Assert.Equal(1235, File.ReadAllLines(errors).Length);
    }

    [Fact]
    public void Run_InChinese_SaysTheReasonInChinese()
    {
        sample.Run("--lang", "zh", "--orders", Orders("o1,2026-02-01,Ann,p1,10.00", "o2,2026-02-01,Ann,p1,much"));

        Assert.Contains("“much”不是数字。", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SaidEncodingIsWrong_SaysWhichRowAndWhatToTry()
    {
        string path = sample.PathOf("gbk.csv");
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        File.WriteAllText(path, "customer,date,amount\nAnn,2026-02-01,10\n王秀英,2026-02-02,20\n",
            System.Text.Encoding.GetEncoding("gb18030"));

        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", path, "--encoding", "utf-8"));
        Assert.Contains("try --encoding gb18030", sample.Output, StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--orders", path));
        Assert.Contains("¥30.00", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BadRowsInEveryFile_AreListedWithTheirFile()
    {
        int code = sample.Run(
            "--orders", Orders("o1,2026-02-01,Ann,p1,10.00"),
            "--products", sample.File("p.csv", "product,brand", "p1,0.5", "p2,strong"),
            "--links", sample.File("l.csv", "customer,carrier,since,channel,lost_at", "Ann,WeCom,2026-01-01,card,",
                "Bob,pigeon,2026-01-01,card,", "Cy,微信群,2026-01-05,card,2026-01-01"),
            "--campaigns", sample.File("k.csv", "campaign,unit_cost,volume,gained", "cards,0.05,1000,50", "sms,1,1,2.5"),
            "--costs", sample.File("c.csv", "key,value", "wage_year,72000", "wages,1", "gross_margin,1.4"));

        Assert.Equal(App.SomeRowsBad, code);
        Assert.Contains("6 problems", sample.Output, StringComparison.Ordinal);
        foreach ((string file, string line, string column) in new[]
        {
            ("p.csv", "3", "brand"), ("l.csv", "3", "carrier"), ("l.csv", "4", "lost_at"), ("k.csv", "3", "gained"), ("c.csv", "3", "key"),
                ("c.csv", "4", "value"),
        })
        {
            Assert.Contains(sample.Output.Split('\n'), row => row.Contains(file, StringComparison.Ordinal)
                && row.Contains($" {line} ", StringComparison.Ordinal) && row.Contains(column, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Run_NoTableAtAll_SaysSoAndExits2()
    {
        string path = sample.PathOf("big.bin");
        File.WriteAllText(path, "customer,date,amount\n" + new string('x', 3_000_000));

        Assert.Equal(App.CannotRun, sample.Run("--orders", path));
        Assert.NotEmpty(sample.Error);
    }

    [Fact]
    public void Run_NoUsableOrder_ListsProblemsAndExits2()
    {
        int code = sample.Run("--orders", Orders("o1,never,Ann,p1,10.00"));

        Assert.Equal(App.CannotRun, code);
        Assert.Contains("\"never\" is no date", sample.Output, StringComparison.Ordinal);
        Assert.Contains("can be used", sample.Error, StringComparison.Ordinal);
        Assert.Empty(sample.Html);
    }

    // What a spreadsheet would take for a formula has an apostrophe before it.
    private static string[] FirstRow(string path)
    {
        using CsvReader reader = CsvReader.FromFile(path);
        Assert.True(reader.Read());
        return [.. reader.Current.ToArray().Select(static field => field.TrimStart('\''))];
    }

    private string Orders(params string[] rows) => sample.File("orders.csv", ["order,date,customer,product,amount", .. rows]);
}
