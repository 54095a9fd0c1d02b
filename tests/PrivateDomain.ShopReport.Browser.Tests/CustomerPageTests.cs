namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The page of one customer, opened from a name.</summary>
public sealed class CustomerPageTests(Browser browser, Reports reports)
{
    public static TheoryData<string, string, string> Some => new()
    {
        { Reports.Shipped, "en", View.Desk.Name },
        { Reports.Shipped, "zh", View.DarkPhone.Name },
        { Reports.Invented, "zh", View.WideDesk.Name },
        { Reports.Invented, "en", View.Phone.Name },
    };

    [Theory]
    [MemberData(nameof(Some))]
    public async Task Name_OpensThePage_WhichSaysWhy(string shop, string language, string view)
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(shop, language), View.Of(view));
        int names = await tab.ReadAsync<int>("document.querySelectorAll('button.open').length");
        Assert.InRange(names, 100, int.MaxValue);

        // The first of every list, and some within.
        for (int i = 0; i < 6; i++)
        {
            int place = i * (names / 6);
            await tab.DoAsync($"globalThis.chosen = document.querySelectorAll('button.open')[{place}]; chosen.click();");
            Assert.Equal(
                await tab.ReadAsync<string>("chosen.textContent"),
                await tab.ReadAsync<string>("document.querySelector('dialog h2').textContent"));
            Assert.True(await tab.ReadAsync<bool>("document.querySelector('dialog').matches(':modal')"));
            Assert.InRange(await tab.ReadAsync<int>("document.querySelectorAll('dialog dt').length"), 3, 30);
            Assert.Empty(await tab.ReadAsync<string[]>(
                "[...document.querySelectorAll('dialog h3,dialog p,dialog li,dialog dd')].filter(each => !each.textContent.trim()"
                    + " || /undefined|NaN|\\[object/.test(each.textContent)).map(each => each.outerHTML)"));
            if (i < 2)
            {
                await tab.AssertNoneAsync("measure.overflow()");
                Assert.Empty((await tab.AxeAsync("document.querySelector('dialog')")).Violations);
            }

            await tab.PressAsync("Escape");
            await tab.UntilAsync("!document.querySelector('dialog')");
        }

        Assert.Empty(tab.Complaints);
        Assert.Empty(tab.Requests);
    }

    [Fact]
    public async Task Page_OpensByKeyboard_ClosesByItsButton_AndGivesTheFocusBack()
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(Reports.Shipped, "en"), View.Desk);
        await tab.DoAsync("globalThis.chosen = document.querySelector('button.open'); chosen.focus();");
        await tab.PressAsync("Enter");
        Assert.Equal("Close", await tab.ReadAsync<string>("document.activeElement.textContent"));
        await tab.PressAsync("Enter");
        await tab.UntilAsync("!document.querySelector('dialog')");
        Assert.True(await tab.ReadAsync<bool>("document.activeElement === chosen"));
    }

    /// <summary>A name that looks like markup is text, in the list and in the page.</summary>
    [Fact]
    public async Task Name_ThatLooksLikeMarkup_IsText()
    {
        await using Tab tab = await browser.OpenAsync(reports.Of(Reports.Invented, "en"), View.Desk);
        await tab.DoAsync("[...document.querySelectorAll('button.open')].find(each => each.textContent.includes('onerror')).click();");

        Assert.StartsWith("<img src=x onerror", await tab.ReadAsync<string>("document.querySelector('dialog h2').textContent"),
            StringComparison.Ordinal);
        Assert.Equal(0, await tab.ReadAsync<int>("document.images.length"));
        Assert.Empty(tab.Requests);
        Assert.Empty(tab.Complaints);
    }
}
