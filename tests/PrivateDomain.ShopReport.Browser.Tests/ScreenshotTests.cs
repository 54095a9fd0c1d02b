using System.Text.RegularExpressions;

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The pictures in the docs. <c>UPDATE_SCREENSHOTS=1</c> takes them anew from the shop that the program ships.</summary>
public sealed class ScreenshotTests(Browser browser, Reports reports)
{
    private const int BytesMax = 120_000;

    private static readonly (string Name, string Language, View View, bool OpensCustomer)[] Pictures =
    [
        ("report-desk", "en", View.Desk, false),
        ("report-customer", "en", View.DarkDesk, true),
        ("report-phone", "zh", View.Phone, false),
    ];

    [Fact]
    public async Task Pictures_AreThoseThatTheDocsShow_AndSmall()
    {
        string root = Root();
        string folder = Path.Combine(root, "docs", "screenshots");
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, string language, View view, bool opensCustomer) in Pictures)
            {
                byte[] taken = await TakeAsync(reports.Of(Reports.Shipped, language), view, opensCustomer);
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".webp"), taken);
            }
        }

        Assert.Equal(
            Pictures.Select(static each => each.Name + ".webp").Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder), static path =>
        {
            byte[] bytes = File.ReadAllBytes(path);
            Assert.Equal("WEBP"u8.ToArray(), bytes[8..12]);
            Assert.InRange(bytes.Length, 1000, BytesMax);
        });
        string[] shown = [.. ShownIn(root, "README.md"), .. ShownIn(root, "README.zh-CN.md"), .. ShownIn(root, "docs/shop-report.md")];
        Assert.Equal(
            Pictures.Select(static each => each.Name).Order(StringComparer.Ordinal),
            shown.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private async Task<byte[]> TakeAsync(Report report, View view, bool opensCustomer)
    {
        await using Tab tab = await browser.OpenAsync(report, view);
        if (opensCustomer)
        {
            await tab.DoAsync("document.querySelectorAll('button.open')[0].click(); document.activeElement.blur();");
        }

        return await tab.PictureAsync();
    }

    private static IEnumerable<string> ShownIn(string root, string page) =>
        Regex.Matches(
            File.ReadAllText(Path.Combine(root, page)), @"screenshots/(?<name>[a-z-]+)\.webp", RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)).Select(static match => match.Groups["name"].Value);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PrivateDomain.Core.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository is in no folder above the tests.");
    }
}
