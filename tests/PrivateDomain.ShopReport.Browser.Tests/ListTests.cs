using System.Globalization;

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The tools of the lists, by mouse and by keyboard.</summary>
public sealed class ListTests(Browser browser, Reports reports)
{
    // The list of customers, found by its caption.
    private const string Customers = "[...document.querySelectorAll('table[data-list]')].find(each => each.dataset.choices === '1 2 3')";

    [Theory]
    [InlineData(Reports.Shipped)]
    [InlineData(Reports.Invented)]
    public async Task Headings_SortAllRows_BothWays(string shop)
    {
        await using Tab tab = await OpenAsync(shop);
        string[] before = await tab.ReadAsync<string[]>("all(0)");
        for (int column = 4; column <= 5; column++)
        {
            await tab.ClickAsync($"#customers thead th:nth-child({column + 1}) button");
            decimal[] down = await NumbersAsync(tab, column);
            Assert.Equal(down.OrderDescending(), down);
            Assert.Equal("descending", await tab.ReadAsync<string>($"list.tHead.rows[0].cells[{column}].ariaSort"));
            await tab.ClickAsync($"#customers thead th:nth-child({column + 1}) button");
            Assert.Equal(down.Order(), await NumbersAsync(tab, column));
        }

        await tab.ClickAsync("#customers thead th:nth-child(7) button");
        string[] days = await tab.ReadAsync<string[]>("all(6)");
        Assert.Equal(days.OrderByDescending(static day => day == "–" ? "" : day, StringComparer.Ordinal), days);
        Assert.Equal(before.Order(StringComparer.Ordinal), (await tab.ReadAsync<string[]>("all(0)")).Order(StringComparer.Ordinal));
        Assert.Equal(1, await tab.ReadAsync<int>("list.tHead.querySelectorAll('[aria-sort]').length"));
    }

    [Fact]
    public async Task Search_AndChoice_ShowJustTheRowsThatFit()
    {
        await using Tab tab = await OpenAsync(Reports.Shipped);
        string[] names = await tab.ReadAsync<string[]>("all(0)");
        string[] stages = await tab.ReadAsync<string[]>("all(1)");
        Assert.Equal(12, await tab.ReadAsync<int>("measure.shownRows('customers').length"));

        string letter = names[0][..1];
        await tab.TypeAsync("#tools input", letter);
        int fitting = await tab.ReadAsync<int>(
            $"[...list.tBodies[0].rows].filter(row => row.textContent.includes('{letter}')).length");
        Assert.InRange(fitting, names.Count(name => name.Contains(letter, StringComparison.Ordinal)), names.Length - 1);
        Assert.Equal(Math.Min(fitting, 12), await tab.ReadAsync<int>("measure.shownRows('customers').length"));
        await ShowAllAsync(tab);
        Assert.Equal(fitting, await tab.ReadAsync<int>("measure.shownRows('customers').length"));
        Assert.Equal($"{fitting} of {names.Length}", await tab.ReadAsync<string>("tools.querySelector('[role=status]').textContent"));

        await tab.DoAsync("const search = tools.querySelector('input'); search.value = ''; search.oninput();");
        string stage = await tab.ReadAsync<string>("tools.querySelectorAll('select')[0].options[1].value");
        await tab.DoAsync("""
            const select = tools.querySelectorAll('select')[0];
            select.selectedIndex = 1;
            select.dispatchEvent(new Event('change'));
            """);
        await ShowAllAsync(tab);
        string[] chosen = await tab.ReadAsync<string[]>("measure.column('customers', 1)");
        Assert.Equal(stages.Count(each => each == stage), chosen.Length);
        Assert.All(chosen, each => Assert.Equal(stage, each));
    }

    [Fact]
    public async Task Headings_AreReachedAndPressedByKeyboard()
    {
        await using Tab tab = await OpenAsync(Reports.Shipped);
        await tab.DoAsync("list.tHead.rows[0].cells[4].querySelector('button').focus();");
        await tab.PressAsync("Enter");
        Assert.Equal("descending", await tab.ReadAsync<string>("list.tHead.rows[0].cells[4].ariaSort"));
        await tab.PressAsync("Tab");
        await tab.PressAsync(" ");
        Assert.Equal("descending", await tab.ReadAsync<string>("list.tHead.rows[0].cells[5].ariaSort"));
        Assert.Equal("none", await tab.ReadAsync<string>("list.tHead.rows[0].cells[4].ariaSort ?? 'none'"));
    }

    /// <summary>What is downloaded is what is shown and what is folded away below it, in which no cell is a formula.</summary>
    [Theory]
    [InlineData(Reports.Shipped)]
    [InlineData(Reports.Invented)]
    public async Task Download_HoldsTheRowsThatFit(string shop)
    {
        await using Tab tab = await OpenAsync(shop);
        await tab.DoAsync("""
            URL.createObjectURL = blob => { globalThis.saved = blob; return 'blob:none'; };
            HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };
            const select = tools.querySelectorAll('select')[0];
            select.selectedIndex = 2;
            select.dispatchEvent(new Event('change'));
            [...tools.querySelectorAll('button')].at(-1).click();
            """);

        string text = await tab.ReadAsync<string>("saved.text()");
        string[] lines = text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        int fitting = await tab.ReadAsync<int>("[...list.tBodies[0].rows].filter(row => !row.hidden).length");
        Assert.Equal(fitting + 1, lines.Length);
        Assert.StartsWith("Customer,Stage,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(".csv", await tab.ReadAsync<string>("savedAs"), StringComparison.Ordinal);
        Assert.All(lines, static line => Assert.DoesNotContain(line[..1], "=+-@", StringComparison.Ordinal));
    }

    // Where the list is cut, by the button below it.
    private static Task ShowAllAsync(Tab tab) => tab.DoAsync(
        "const more = list.parentElement.nextElementSibling.querySelector('button'); if (!more.hidden) more.click();");

    private static async Task<decimal[]> NumbersAsync(Tab tab, int column) =>
    [
        .. (await tab.ReadAsync<string[]>($"all({column})")).Select(static text => decimal.Parse(
            string.Concat(text.Where(static letter => char.IsAsciiDigit(letter) || letter is '.' or '-')), CultureInfo.InvariantCulture)),
    ];

    private async Task<Tab> OpenAsync(string shop)
    {
        Tab tab = await browser.OpenAsync(reports.Of(shop, "en"), View.Desk);
        await tab.ReadAsync<object?>($$"""
            globalThis.list = {{Customers}};
            list.id = 'customers';
            globalThis.tools = list.parentElement.previousElementSibling;
            tools.id = 'tools';
            globalThis.all = column => [...list.tBodies[0].rows].map(row => row.cells[column].firstChild.textContent.trim());
            null
            """);
        return tab;
    }
}
