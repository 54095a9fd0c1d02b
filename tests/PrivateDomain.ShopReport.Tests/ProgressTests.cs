using System.Globalization;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>How far the work is stands on standard error alone, and there only where it takes long.</summary>
[Text]
public sealed class ProgressTests : IDisposable
{
    private const int Rows = 20_000;
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void LongWork_IsToldInLines_WithRowsAndTimeLeft()
    {
        (string output, string error) = Run(new StepClock(TimeSpan.FromSeconds(20)));

        string[] lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains(lines, static line => line == "Looking through o.csv: 8,192 rows");
        Assert.Contains(lines, static line => line.StartsWith("Reading o.csv: 8,192 of 20,000 rows, about ", StringComparison.Ordinal)
            && line.EndsWith(" s left", StringComparison.Ordinal));
        Assert.Equal("Applying the rules", lines[^1]);
        Assert.DoesNotContain("Looking through", output, StringComparison.Ordinal);
        Assert.DoesNotContain("s left", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ShortWork_SaysNothing() => Assert.Empty(Run(new StepClock(TimeSpan.FromMilliseconds(1))).Error);

    [Fact]
    public void Option_TurnsItOff_AndTheReportIsTheSame()
    {
        (string output, string error) = Run(new StepClock(TimeSpan.FromSeconds(20)), "--no-progress");

        Assert.Empty(error);
        Assert.Equal(Run(new StepClock(TimeSpan.FromSeconds(20))).Output, output);
    }

    [Fact]
    public void Quiet_TurnsItOffToo() => Assert.Empty(Run(new StepClock(TimeSpan.FromSeconds(20)), "--quiet").Error);

    private (string Output, string Error) Run(TimeProvider clock, params string[] more)
    {
        IEnumerable<string> rows = Enumerable.Range(0, Rows).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $"o{i},u{i % 100},2026-03-{(i % 28) + 1:00},10.00"));
        string orders = sample.File("o.csv", ["order,customer,date,amount", .. rows]);
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = App.Run(
            ["--orders", orders, "--out", sample.PathOf("page.html"), .. more], output, error, clock,
            TestContext.Current.CancellationToken);
        Assert.Equal(App.Fine, code);
        return (output.ToString(), error.ToString());
    }

    /// <summary>A clock that goes on by a step whenever it is looked at.</summary>
    private sealed class StepClock(TimeSpan step) : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks += step.Ticks;
    }
}
