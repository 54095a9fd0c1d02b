namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The page on paper, and without its script.</summary>
public sealed class PaperTests(Browser browser, Reports reports)
{
    public static TheoryData<string, string> All => new()
    {
        { Reports.Shipped, "en" }, { Reports.Shipped, "zh" }, { Reports.Invented, "en" }, { Reports.Invented, "zh" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task OnPaper_NothingIsFoldedAway_AndListsEnd(string shop, string language)
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(shop, language), View.Paper);

        await tab.AssertNoneAsync("measure.folded()");
        await tab.AssertNoneAsync("measure.overflow()");
        Assert.Empty(await tab.ReadAsync<string[]>(
            "[...document.querySelectorAll('.tools,.contents,.skip')].filter(measure.isShown).map(each => each.outerHTML)"));
        int[] rows = await tab.ReadAsync<int[]>(
            "[...document.querySelectorAll('table[data-list]')].map(each => measure.shownRows(each.id).length)");
        Assert.NotEmpty(rows);
        Assert.All(rows, static count => Assert.InRange(count, 1, 40));
        Assert.Contains(40, rows);
    }

    /// <summary>What prints is told before and after: all that is folded is opened, and folded again.</summary>
    [Fact]
    public async Task Printing_OpensWhatIsFolded_AndFoldsItAgain()
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(Reports.Shipped, "en"), View.Desk);
        const string Closed = "document.querySelectorAll('main details:not([open])').length";
        int before = await tab.ReadAsync<int>(Closed);
        Assert.InRange(before, 1, 1000);
        await tab.DoAsync($"addEventListener('beforeprint', () => globalThis.closedOnPaper = {Closed});");

        byte[] pdf = await tab.PdfAsync();

        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Equal(0, await tab.ReadAsync<int>("closedOnPaper"));
        Assert.Equal(before, await tab.ReadAsync<int>(Closed));
        Assert.Empty(tab.Complaints);
    }

    /// <summary>Without the script the tools are missing, and every row is there.</summary>
    [Theory]
    [InlineData("Desk")]
    [InlineData("Phone")]
    public async Task WithoutScript_AllCanBeRead(string view)
    {
        await using Tab tab = await browser.OpenAsync(
            reports.Of(Reports.Shipped, "zh"), view == "Desk" ? View.Desk : View.Phone, runsScript: false);

        Assert.Equal(0, await tab.ReadAsync<int>("document.querySelectorAll('.tools,button').length"));
        Assert.Equal(0, await tab.ReadAsync<int>("[...document.querySelectorAll('tbody tr')].filter(row => !row.closest('details')"
            + " && !measure.isShown(row)).length"));
        await tab.AssertNoneAsync("measure.overflow()");
    }
}
