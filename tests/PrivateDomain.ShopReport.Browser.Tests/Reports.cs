[assembly: AssemblyFixture(typeof(PrivateDomain.ShopReport.Browser.Tests.Reports))]

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The reports that are looked at, each made when it is first asked for: of the shop that the program ships, and of an invented
/// bigger one, in both languages.</summary>
public sealed class Reports : IDisposable
{
    internal const string Shipped = "shipped";
    internal const string Invented = "invented";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shop-report-pages-");
    private readonly Dictionary<(string Shop, string Language), Report> made = [];
    private readonly Lock one = new();
    private string[]? invented;

    internal Report Of(string shop, string language)
    {
        lock (one)
        {
            if (!made.TryGetValue((shop, language), out Report? report))
            {
                made[(shop, language)] = report = Make(shop, language);
            }

            return report;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Report Make(string shop, string language)
    {
        string path = Path.Combine(folder.FullName, $"{shop}.{language}.html");
        string[] files = shop == Shipped ? [] : invented ??= InventedShop.Write(folder.FullName);
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = App.Run([.. files, "--lang", language, "--out", path, "--quiet"], output, error);
        Assert.True(code is App.Fine or App.SomeRowsBad && File.Exists(path), $"{code}: {error}{output}");
        return new(shop, language, path);
    }
}
