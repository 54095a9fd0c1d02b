namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The page on every screen: nothing beyond the edge, nothing cut, no word on another, nothing asked of the network,
/// nothing complained of.</summary>
public sealed class LookTests(Browser browser, Reports reports)
{
    public static TheoryData<string, string, string> All()
    {
        TheoryData<string, string, string> all = [];
        foreach (string shop in new[] { Reports.Shipped, Reports.Invented })
        {
            foreach (string language in new[] { "en", "zh" })
            {
                foreach (View view in View.All)
                {
                    all.Add(shop, language, view.Name);
                }
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_FitsItsScreen_AndAsksForNothing(string shop, string language, string view)
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(shop, language), View.Of(view));

        await tab.AssertNoneAsync("measure.overflow()");
        await tab.AssertNoneAsync("measure.charts()");
        Assert.Empty(tab.Requests);
        Assert.Empty(tab.Complaints);
    }

    /// <summary>What the tests measure with finds what is wrong.</summary>
    [Fact]
    public async Task Measures_OfABadPage_FindWhatIsBad()
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(Reports.Shipped, "en"), View.Phone);
        await tab.DoAsync("""
            const add = markup => document.querySelector('main').insertAdjacentHTML('beforeend', markup);
            add('<p id="wide">' + 'x'.repeat(200) + '</p><svg viewBox="0 0 100 20"><title>bad</title>'
              + '<text x="0" y="10">first word</text><text x="5" y="11">second word</text><text x="95" y="10">outside</text></svg>');
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('#wide{white-space:nowrap}');
            document.adoptedStyleSheets = [sheet];
            const image = new Image();
            image.src = 'http://127.0.0.1:9/none.png';
            document.body.append(image);
            console.error('a complaint');
            """);

        Assert.Contains(await tab.ReadAsync<string[]>("measure.overflow()"), static each => each.Contains("xxx", StringComparison.Ordinal));
        string[] charts = await tab.ReadAsync<string[]>("measure.charts()");
        Assert.Contains(charts, static each => each.Contains("overlap", StringComparison.Ordinal));
        Assert.Contains(charts, static each => each.StartsWith("\"outside\" stands out", StringComparison.Ordinal));
        Assert.Contains("a complaint", tab.Complaints);
        Assert.Contains(tab.Complaints, static each => each.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
