namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>What axe objects to on the page: nothing. Which rules bite depends on colours and widths, hardly on words, so that four pairs
/// are enough on a developer's machine; <c>.ci/run</c> and a long run take all.</summary>
public sealed class AxeTests(Browser browser, Reports reports)
{
    // Some of the rules that have something to look at on every page.
    private static readonly string[] Looked = ["color-contrast", "landmark-one-main", "svg-img-alt", "region", "label"];

    public static TheoryData<string, string, string> Some => Chance.IsLong ? LookTests.All() : new()
    {
        { Reports.Shipped, "en", View.Desk.Name },
        { Reports.Shipped, "zh", View.DarkDesk.Name },
        { Reports.Shipped, "en", View.Phone.Name },
        { Reports.Invented, "en", View.DarkPhone.Name },
    };

    [Theory]
    [MemberData(nameof(Some))]
    public async Task Page_IsAccessible(string shop, string language, string view)
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(shop, language), View.Of(view));

        (string[] violations, string[] passed) = await tab.AxeAsync("document");

        Assert.True(violations.Length == 0, string.Join(Environment.NewLine, violations));
        Assert.Empty(Looked.Except(passed));
    }

    [Fact]
    public async Task Axe_OfABadPart_FindsWhatIsBad()
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(Reports.Shipped, "en"), View.Desk);
        await tab.DoAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend', '<section id="bad"><p id="pale">pale</p><input/></section>');
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('#pale{color:#eee;background:#fff}');
            document.adoptedStyleSheets = [sheet];
            """);

        (string[] violations, _) = await tab.AxeAsync("document.getElementById('bad')");

        Assert.Contains(violations, static each => each.StartsWith("color-contrast", StringComparison.Ordinal));
        Assert.Contains(violations, static each => each.StartsWith("label", StringComparison.Ordinal));
    }
}
