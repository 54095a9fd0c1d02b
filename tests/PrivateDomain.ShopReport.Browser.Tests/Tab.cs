using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>A page in the browser, with all that it said and asked for.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly string Measure = Resource("measure.js");
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPage page;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();
    private bool hasAxe;

    private Tab(IPage page) => this.page = page;

    /// <summary>Errors and warnings of the console, uncaught errors of the script, and what the page's policy refused.</summary>
    public IEnumerable<string> Complaints => complaints;

    /// <summary>What the page asked for, itself left out.</summary>
    public IEnumerable<string> Requests => requests;

    public static async Task<Tab> OpenAsync(IPage page, Report report, View view, bool runsScript)
    {
        var tab = new Tab(page);
        page.DefaultTimeout = page.DefaultNavigationTimeout = (int)Browser.Patience.TotalMilliseconds;
        page.Console += (_, said) =>
        {
            if (said.Message.Type is ConsoleType.Error or ConsoleType.Warning)
            {
                tab.complaints.Enqueue(said.Message.Text);
            }
        };
        page.PageError += (_, error) => tab.complaints.Enqueue(error.Message);
        page.Request += (_, asked) =>
        {
            if (asked.Request.Url != report.Address && !asked.Request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                tab.requests.Enqueue(asked.Request.Url);
            }
        };
        await page.SetJavaScriptEnabledAsync(runsScript);
        await page.EmulateMediaFeaturesAsync(
        [
            new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = view.IsDark ? "dark" : "light" },
            new() { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" },
        ]);
        await page.SetViewportAsync(new() { Width = view.Width, Height = view.Height });
        if (view == View.Paper)
        {
            await page.EmulateMediaTypeAsync(MediaType.Print);
        }

        await page.GoToAsync(report.Address);
        await page.EvaluateExpressionAsync<object?>(Measure + "; null");
        if (runsScript)
        {
            // What the page's script does when it sees the sizes of things is done after the first pictures.
            await page.EvaluateExpressionAsync<object?>(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, null))))");
        }

        return tab;
    }

    /// <summary>What an expression comes to; <c>measure</c> is the script beside this file.</summary>
    public Task<T> ReadAsync<T>(string expression) => page.EvaluateExpressionAsync<T>(expression).WaitAsync(Browser.Patience);

    /// <summary>Asserts that a list of what is wrong is empty, and else says all of it.</summary>
    public async Task AssertNoneAsync(string expression)
    {
        string[] wrong = await ReadAsync<string[]>(expression);
        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong.Take(30)));
    }

    public Task DoAsync(string statements) => ReadAsync<object?>($"(() => {{ {statements}; return null; }})()");

    /// <summary>Waits until an expression is true; no longer than for anything else.</summary>
    public Task UntilAsync(string expression) => ReadAsync<object?>(
        $"new Promise(done => {{ const look = () => {expression} ? done(null) : setTimeout(look, 10); look(); }})");

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key).WaitAsync(Browser.Patience);

    public Task ClickAsync(string selector) => page.ClickAsync(selector).WaitAsync(Browser.Patience);

    public Task TypeAsync(string selector, string text) => page.TypeAsync(selector, text).WaitAsync(Browser.Patience);

    public Task<byte[]> PdfAsync() =>
        page.PdfDataAsync(new() { Format = PaperFormat.A4, PrintBackground = true }).WaitAsync(Browser.Patience);

    /// <summary>A picture of what is shown, as WebP.</summary>
    public async Task<byte[]> PictureAsync()
    {
        ICDPSession session = await page.CreateCDPSessionAsync().WaitAsync(Browser.Patience);
        JsonElement? taken = await session.SendAsync("Page.captureScreenshot", new { format = "webp", quality = 85 })
            .WaitAsync(Browser.Patience);
        return taken!.Value.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>What axe finds wrong in a part of the page, by every rule of WCAG 2.2 A and AA and its own of good practice; and the rules
    /// that were kept, so that one that looked at nothing does not look fine.</summary>
    public async Task<(string[] Violations, string[] Passed)> AxeAsync(string part)
    {
        if (!hasAxe)
        {
            await ReadAsync<object?>(Axe + "; null");
            hasAxe = true;
        }

        string[][] found = await ReadAsync<string[][]>($$"""
            axe.run({{part}}, {
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }).then(found => [
              found.violations.map(({ id, help, nodes }) =>
                `${id}: ${help}; ${nodes.length} times, first ${nodes[0].html} ${nodes[0].failureSummary}`),
              found.passes.map(each => each.id),
            ])
            """);
        return (found[0], found[1]);
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync().WaitAsync(Browser.Patience);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Tab).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
