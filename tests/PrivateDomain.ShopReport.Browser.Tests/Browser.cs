using PuppeteerSharp;

[assembly: AssemblyFixture(typeof(PrivateDomain.ShopReport.Browser.Tests.Browser))]

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>The Chromium or Chrome that is installed, started once for all tests and ended with them. Every wait for it has an end. Where
/// none is installed, its tests are skipped and say so; one that is there and does not start fails them.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Far longer than anything here takes on a busy machine.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program() is not { } program)
        {
            return;
        }

        string[] asRoot = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = program,
            Timeout = (int)Patience.TotalMilliseconds,
            ProtocolTimeout = (int)Patience.TotalMilliseconds,
            Args =
            [
                .. asRoot, "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text",
            ],
        }).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is null)
        {
            return;
        }

        try
        {
            await browser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            // It is ended all the same.
        }
        finally
        {
            if (browser.Process is { HasExited: false } process)
            {
                process.Kill(entireProcessTree: true);
            }

            await browser.DisposeAsync();
        }
    }

    /// <summary>The report in a tab of its own, seen as told.</summary>
    internal async Task<Tab> OpenAsync(Report report, View view, bool runsScript = true)
    {
        if (browser is null)
        {
            Assert.Skip("NOT CHECKED: no browser is installed to look at the page (Debian: apt-get install chromium).");
        }

        IPage page = await browser.NewPageAsync().WaitAsync(Patience);
        return await Tab.OpenAsync(page, report, view, runsScript).WaitAsync(Patience);
    }

    private static string? Program()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Programs.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
