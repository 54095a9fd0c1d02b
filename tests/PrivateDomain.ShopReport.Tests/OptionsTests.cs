using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class OptionsTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("There is no file", "--orders", "nowhere.csv")]
    [InlineData("--lang: en or zh", "--lang", "fr")]
    [InlineData("--zone", "--zone", "Mars/Base")]
    [InlineData("--currency", "--currency", "yuan")]
    [InlineData("--map", "--map", "client=name")]
    [InlineData("--map", "--map", "customer")]
    [InlineData("--delimiter", "--delimiter", "pipe")]
    [InlineData("--date-format", "--date-format", "yyyy%%")]
    [InlineData("--as-of", "--as-of", "tomorrow")]
    [InlineData("--from", "--from", "2026-05-01", "--as-of", "2026-04-01")]
    [InlineData("--brand-power", "--brand-power", "National=high")]
    [InlineData("--at must be after the last day", "--at", "2026-09-30 10:00")]
    [InlineData("--at: a date and time", "--at", "soon")]
    [InlineData("--interaction-kind: one of message_received,", "--interaction-kind", "dance")]
    [InlineData("--touch-kind: one of service_reply,", "--touch-kind", "dance")]
    [InlineData("--touch-dates", "--touch-dates", "d.csv")]
    [InlineData("--orders", "--interactions", "i.csv")]
    [InlineData("--top", "--top", "0")]
    [InlineData("--encoding", "--encoding", "klingon")]
    [InlineData("--orders", "--products", "p.csv")]
    [InlineData("--nonsense", "--nonsense")]
    public void Run_WhatHasNoMeaning_SaysSoAndExits2(string said, params string[] args)
    {
        int code = sample.Run(args);

        Assert.Equal(App.CannotRun, code);
        Assert.Contains(said, sample.Error, StringComparison.Ordinal);
        Assert.Empty(sample.Html);
    }

    [Fact]
    public void Run_MissingColumn_NamesItAndWhatIsThere()
    {
        int code = sample.Run("--orders", sample.File("o.csv", "who,date,amount", "Ann,2026-01-01,1"));

        Assert.Equal(App.CannotRun, code);
        Assert.Contains("no column \"customer\"", sample.Error, StringComparison.Ordinal);
        Assert.Contains("who, date, amount", sample.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "--interactions", "customer,date", "--interaction-kind")]
    [InlineData("kind", "--touches", "customer,date", "--touch-kind")]
    [InlineData("date", "--touches", "customer,kind", "--touch-dates")]
    public void Run_MissingKindOrDate_NamesTheColumn(string column, string option, string header, string unless)
    {
        int code = sample.Run(
            "--orders", sample.File("o.csv", "customer,date,amount", "Ann,2026-01-01,1"), option, sample.File("x.csv", header));

        Assert.Equal(App.CannotRun, code);
        Assert.Contains($"no column \"{column}\"", sample.Error, StringComparison.Ordinal);
        Assert.Contains(unless, CommandLine.Root.Options.Select(static each => each.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Run_ForeignFileByMapping_IsRead()
    {
        string path = sample.File("o.csv", "who;when;paid", "Ann;05.02.2026;10.50", "Ann;07.02.2026;20");

        int code = sample.Run(
            "--orders", path, "--delimiter", "semicolon", "--map", "customer=who", "--map", "date=#2", "--map", "amount=paid",
            "--date-format", "dd.MM.yyyy", "--currency", "EUR");

        Assert.Equal(App.Fine, code);
        Assert.Contains("€30.50", sample.Output, StringComparison.Ordinal);
        Assert.Contains("1 (100 %)", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HeaderlessFileWithSpaces_IsRead()
    {
        string path = sample.File("o.txt", " 1 7 20260101  2   5.00", " 1 7 20260101  1   1.00", "", " 2 8 20260103  1   4.00");

        int code = sample.Run(
            "--orders", path, "--no-header", "--delimiter", "spaces", "--map", "customer=#2", "--map", "date=#3", "--map", "amount=#5",
            "--date-format", "yyyyMMdd", "--join-days");

        Assert.Equal(App.Fine, code);
        sample.AssertRow("Purchase days", "2");
        Assert.Contains("¥10.00", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AsOf_CountsThatDayAsAWhole()
    {
        string path = sample.File(
            "o.csv", "customer,date,amount", "Ann,2026-01-01 08:00:00,1", "Ann,2026-01-05 23:59:59,2", "Ann,2026-01-06 00:00:00,4");

        sample.Run("--orders", path, "--as-of", "2026-01-05");

        Assert.Contains("¥3.00", sample.Output, StringComparison.Ordinal);
        Assert.Contains("2026-01-01 to 2026-01-05", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutLinks_SaysThatTheyAreUnknown()
    {
        string path = sample.File("o.csv", "customer,date,amount", "Ann,2026-01-01,1");

        sample.Run("--orders", path);
        Assert.Contains("it is unknown who is still linked", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Retained ratio", sample.Output, StringComparison.Ordinal);

        sample.Run("--orders", path, "--every-buyer-linked");
        Assert.Contains("Assumed, not observed", sample.Output, StringComparison.Ordinal);
        Assert.Contains("Retained ratio", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_NamesOptionsAndExitCodes()
    {
        using var output = new StringWriter();

        int code = App.Run(["--help"], output, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(App.Fine, code);
        foreach (string said in new[] { "--orders", "--map", "--every-buyer-linked", "--lang", "Exit codes: 0" })
        {
            Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_Quiet_PrintsNothingWhenAllIsWell()
    {
        Assert.Equal(App.Fine, sample.Run("--quiet"));
        Assert.Empty(sample.Output.Trim());
        Assert.NotEmpty(sample.Html);
    }

    [Fact]
    public void Run_ImpossibleUpkeep_SaysWhyAndExits2()
    {
        string orders = sample.File("o.csv", "customer,date,amount", "Ann,2026-01-01,1");
        string costs = sample.File("c.csv", "key,value", "wage_year,72000", "customers_per_advisor,0");

        Assert.Equal(App.CannotRun, sample.Run("--orders", orders, "--costs", costs));
        Assert.Contains("customersPerAdvisor", sample.Error, StringComparison.Ordinal);
    }
}
