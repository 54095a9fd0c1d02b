using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>What a report costs beside what DuckDB takes for comparable sums of the same file. A million rows take a minute, so they
/// run when asked: <c>PRIVATE_DOMAIN_REPORT_ROWS=1000000 dotnet test --project tests/PrivateDomain.ShopReport.Tests --filter-class
/// "*ReportCostTests"</c>; a thousand rows are always counted. <c>LONG_RUNS=1</c> takes a million, and then ten.</summary>
public sealed class ReportCostTests : IDisposable
{
    private const int Million = 1_000_000;
    private const double RatioMax = 6.0; // the goal is 5; where other programs share the machine, the ratio moves by a fifth
    private const long BytesMax = 600;
    private const long PeakMax = 8L << 30;
    private const double GrowthMax = 11.5; // ten times the rows, and as much again as the collector and other programs disturb
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void ReportAndDuckDb_SumTheSame_AndTellWhatTheyCost()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("NOT MEASURED: what a finished program cost is asked of Linux.");
        }

        string? asked = Environment.GetEnvironmentVariable("PRIVATE_DOMAIN_REPORT_ROWS");
        int rows = asked is not null ? int.Parse(asked, CultureInfo.InvariantCulture) : Chance.IsLong ? Million : 1_000;
        Cost cost = Of(rows);
        if (rows >= Million)
        {
            Assert.InRange(cost.Report / cost.DuckDb, 0, RatioMax);
            Assert.InRange(cost.Peak / rows, 0, BytesMax);
        }

        if (Chance.IsLong)
        {
            Cost ten = Of(10 * rows); // behind the smaller, since the peak is that of all programs until then
            Assert.InRange(ten.Report / cost.Report, 0, GrowthMax);
            Assert.InRange(ten.Peak, 0, PeakMax);
        }
    }

    // What both took, of which the headline is the same.
    private Cost Of(int rows)
    {
        string orders = Write(rows);
        string page = sample.PathOf("page.html");
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "PrivateDomain.ShopReport.dll"), "--orders", orders, "--out", page,
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Usage before = Usage.OfChildren();
        using var report = Process.Start(start)!;
        string output = report.StandardOutput.ReadToEnd();
        report.WaitForExit();
        Usage after = Usage.OfChildren();
        TimeSpan own = Process.GetCurrentProcess().TotalProcessorTime;
        string[] counted = Count(orders);
        TimeSpan duck = Process.GetCurrentProcess().TotalProcessorTime - own;

        double seconds = after.CpuSeconds - before.CpuSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows: report {seconds:0.0} CPU s, {after.PeakKilobytes * 1024L / rows} B a row at its peak; "
                + $"DuckDB {duck.TotalSeconds:0.0} CPU s; ratio {seconds / duck.TotalSeconds:0.0}"));
        Assert.Equal(App.Fine, report.ExitCode);
        string[] shown = [Shown("Orders"), Shown("Customers"), Shown("Repeat customers"), Shown("Sales")];
        Assert.Equal(counted, shown);
        return new Cost(seconds, duck.TotalSeconds, after.PeakKilobytes * 1024L);

        string Shown(string first)
        {
            string row = output.Split('\n').First(line => line.StartsWith($"│ {first} ", StringComparison.Ordinal));
            return string.Concat(row.Split('│')[2].Split('(')[0].Where(static letter => char.IsAsciiDigit(letter) || letter == '.'));
        }
    }

    // Two lines an order and ten a customer, over two years: what a shop's export looks like.
    private string Write(int rows)
    {
        Random chance = Chance.From(13);
        string path = sample.PathOf("many.csv");
        using var file = new StreamWriter(path);
        file.WriteLine("order,customer,date,product,quantity,amount");
        DateTime begin = new(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for ((int row, int order) = (0, 0); row < rows; order++)
        {
            int customer = (int)(Math.Max(1, rows / 10) * Math.Pow(chance.NextDouble(), 2));
            DateTime at = begin.AddMinutes(chance.Next(730 * 24 * 60));
            for (int line = chance.Next(3); line >= 0 && row < rows; line--, row++)
            {
                int quantity = 1 + chance.Next(3);
                file.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"O{order:00000000},u{customer:0000000},{at:yyyy-MM-dd HH:mm},p{chance.Next(400):000},{quantity},"
                        + $"{quantity * (500 + chance.Next(60_000)) / 100m:0.00}"));
            }
        }

        return path;
    }

    // Orders, buyers, weeks, change of spend, value of buyers and products: the sums behind the report, not its sentences.
    private static string[] Count(string orders)
    {
        using var recount = new Recount($"""
            SELECT "order" AS ord, customer, CAST("date" AS TIMESTAMP) AS stamp, CAST(amount AS DECIMAL(18,2)) AS amount,
              CAST(0 AS DECIMAL(18,2)) AS refund, product
            FROM read_csv('{orders}', all_varchar = true, header = true)
            """);
        recount.Rows("SELECT date_trunc('week', day) AS week, count(*) FROM orders GROUP BY week ORDER BY week");
        recount.Rows("SELECT sum(old), sum(new) FROM (SELECT customer, sum(paid) FILTER (day > last_day - 90) AS new, "
            + "sum(paid) FILTER (day <= last_day - 90 AND day > last_day - 180) AS old FROM orders, whole GROUP BY customer)");
        recount.Rows("""
            SELECT r, f, m, count(*) FROM (SELECT ntile(5) OVER (ORDER BY max(day)) AS r, ntile(5) OVER (ORDER BY count(*)) AS f,
              ntile(5) OVER (ORDER BY sum(paid)) AS m FROM orders GROUP BY customer) GROUP BY r, f, m
            """);
        recount.Rows("""
            SELECT product, count(*), sum(days), sum(spent), count(*) FILTER (days > 1), count(*) FILTER (first < DATE '2025-07-01'),
              count(*) FILTER (first < DATE '2025-07-01' AND last >= DATE '2025-07-01')
            FROM (SELECT product, customer, count(DISTINCT CAST(stamp AS DATE)) AS days, sum(amount) AS spent,
              min(CAST(stamp AS DATE)) AS first, max(CAST(stamp AS DATE)) AS last FROM lines GROUP BY product, customer) GROUP BY product
            """);
        string[] orderRow = recount.Rows("SELECT count(*), sum(paid) FROM orders")[0];
        return [orderRow[0], .. recount.Rows("SELECT count(*), count(*) FILTER (days >= 2) FROM buyers")[0], orderRow[1]];
    }

    private readonly record struct Cost(double Report, double DuckDb, long Peak);

    /// <summary>What the programs that were started and have ended took: as <c>getrusage</c> tells.</summary>
    private readonly record struct Usage(double CpuSeconds, long PeakKilobytes)
    {
        public static Usage OfChildren()
        {
            const int Children = -1;
            Assert.Equal(0, GetUsage(Children, out Raw raw));
            return new Usage(
                raw.UserSeconds + raw.SystemSeconds + ((raw.UserMicroseconds + raw.SystemMicroseconds) / 1e6), raw.PeakKilobytes);
        }

        [DllImport("libc", EntryPoint = "getrusage")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int GetUsage(int who, out Raw usage);

        [StructLayout(LayoutKind.Sequential, Size = 144)]
        private readonly struct Raw
        {
            public readonly long UserSeconds;
            public readonly long UserMicroseconds;
            public readonly long SystemSeconds;
            public readonly long SystemMicroseconds;
            public readonly long PeakKilobytes;
        }
    }
}
