using System.Globalization;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>The figures of three shops, equal to those that another program counts from the raw files.</summary>
public sealed class RecountTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void ShippedShop_Recounted()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "data");
        using var recount = new Recount(
            $"""
            SELECT "order" AS ord, customer, CAST("date" AS TIMESTAMP) AS stamp, CAST(amount AS DECIMAL(18,2)) AS amount,
              CASE WHEN refunded_at IS NULL THEN 0 ELSE CAST(amount AS DECIMAL(18,2)) END AS refund
            FROM read_csv('{folder}/orders.csv', all_varchar = true, header = true)
            """,
            $"""
            SELECT customer, CAST(since AS TIMESTAMP) AS since, CAST(lost_at AS TIMESTAMP) AS lost, channel
            FROM read_csv('{folder}/links.csv', all_varchar = true, header = true)
            """,
            $"""
            SELECT customer FROM read_csv('{folder}/interactions.csv', all_varchar = true, header = true)
            UNION ALL SELECT customer FROM read_csv('{folder}/touches.csv', all_varchar = true, header = true)
            """);
        recount.Run($"CREATE TABLE campaigns AS SELECT * FROM read_csv('{folder}/campaigns.csv', header = true)");

        Assert.Equal(App.Fine, sample.Run());

        AssertHeadline(recount);
        AssertRetained(recount);
        AssertWeeks(recount);
        AssertSpend(recount);

        // Of those linked at the beginning of the last 90 days, those who are no longer linked at the end.
        string[] churn = recount.Rows("""
            WITH began AS (SELECT DISTINCT customer FROM links, whole
              WHERE since < last_day - INTERVAL 89 DAY AND (lost IS NULL OR lost >= last_day - INTERVAL 89 DAY)),
            now AS (SELECT DISTINCT customer FROM links, whole WHERE lost IS NULL OR lost >= last_day + INTERVAL 1 DAY)
            SELECT count(*) FILTER (customer NOT IN (SELECT customer FROM now)), count(*) FROM began
            """)[0];
        Assert.Equal($"{churn[0]} / {churn[1]}", Row("friend churn")[^1]);

        // The channel of a customer is that of the first link that names one.
        string[][] campaigns = recount.Rows("""
            WITH channels AS (SELECT customer, arg_min(channel, since) AS channel FROM links WHERE channel IS NOT NULL GROUP BY customer),
            now AS (SELECT DISTINCT customer FROM links, whole WHERE lost IS NULL OR lost >= last_day + INTERVAL 1 DAY),
            retained AS (SELECT channel, count(*) AS people FROM channels SEMI JOIN buyers USING (customer) SEMI JOIN now USING (customer)
              GROUP BY channel)
            SELECT campaign, gained, people, unit_cost * volume + handling FROM campaigns JOIN retained USING (channel)
            """);
        Assert.Equal(5, campaigns.Length);
        foreach (string[] each in campaigns)
        {
            string[] row = Row(each[0]);
            decimal spend = Exact(each[3]);
            AssertShown(spend / Exact(each[1]), row[2]);
            AssertShown(spend / Exact(each[2]), row[3]);
            Assert.Equal((each[1], each[2]), (row[4], row[5]));
            AssertShown(spend, row[6]);
        }

        AssertShown(recount.Number("SELECT count(*) FROM (SELECT customer FROM orders, whole GROUP BY customer, last_day "
            + "HAVING count(*) >= 2 AND max(day) > last_day - 90)"), Row("1 Active customers")[1]);
        AssertShown(recount.Number("SELECT count(*) FROM (SELECT customer FROM buyers, whole WHERE last_bought < last_day - 120) "
            + "SEMI JOIN (SELECT customer FROM links, whole WHERE lost IS NULL OR lost >= last_day + INTERVAL 1 DAY) USING (customer)"),
            Row("4 Asleep")[1]);
    }

    /// <summary>Semicolons, decimal commas, days first, price × quantity, what was never paid, refunds in a file of their own.</summary>
    [Fact]
    public void InventedShop_InAnotherFormat_Recounted()
    {
        Random chance = Chance.From(61);
        DateTime begin = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Unspecified);
        List<string> orders = ["order;paid at;buyer;product;quantity;unit price;status"];
        List<string> refunds = ["order;amount;date"];
        List<string> links = ["customer;carrier;since;channel;lost_at"];
        for (int i = 0; i < 1200; i++)
        {
            DateTime at = begin.AddMinutes(chance.Next(400 * 24 * 60));
            string buyer = $"Buyer{(int)(300 * Math.Pow(chance.NextDouble(), 2))}@{(chance.Next(2) == 0 ? "Example" : "example")}.test";
            string status = chance.Next(12) switch { 0 => "cancelled", 1 => "pending", _ => "paid" };
            int left = 0;
            for (int line = chance.Next(3); line >= 0; line--)
            {
                (int quantity, int cents) = (1 + chance.Next(4), 100 + chance.Next(300_000));
                left += quantity * cents;
                orders.Add($"N{i:00000};{Text(at)};{buyer};p{chance.Next(20)};{quantity};{Amount(cents)};{status}");
            }

            if (status == "paid" && chance.Next(8) == 0)
            {
                // Part of it, or all.
                int back = chance.Next(3) == 0 ? left : chance.Next(left) + 1;
                refunds.Add($"N{i:00000};{Amount(back)};{Text(begin.AddDays(401))}");
            }
        }

        for (int i = 0; i < 350; i++)
        {
            DateTime since = begin.AddMinutes(chance.Next(300 * 24 * 60));
            string lost = chance.Next(4) == 0 ? Text(since.AddDays(chance.Next(90))) : "";
            links.Add($"Buyer{i}@example.test;WeCom;{Text(since)};c{chance.Next(4)};{lost}");
        }

        (string ordersFile, string refundsFile, string linksFile) =
            (sample.File("o.csv", [.. orders]), sample.File("r.csv", [.. refunds]), sample.File("l.csv", [.. links]));
        const string How = "delim = ';', all_varchar = true, header = true";
        using var recount = new Recount(
            $"""
            SELECT "order" AS ord, lower(buyer) AS customer, strptime("paid at", '%d.%m.%Y %H:%M') AS stamp,
              CAST(quantity AS INTEGER) * CAST(replace(replace("unit price", '.', ''), ',', '.') AS DECIMAL(18,2)) AS amount,
              CAST(0 AS DECIMAL(18,2)) AS refund
            FROM read_csv('{ordersFile}', {How}) WHERE status = 'paid'
            UNION ALL
            SELECT r."order", any_value(lower(o.buyer)), strptime(any_value(r."date"), '%d.%m.%Y %H:%M'), 0,
              CAST(replace(replace(any_value(r.amount), '.', ''), ',', '.') AS DECIMAL(18,2))
            FROM read_csv('{refundsFile}', {How}) r JOIN read_csv('{ordersFile}', {How}) o ON o."order" = r."order" GROUP BY r."order"
            """,
            $"""
            SELECT lower(customer) AS customer, strptime(since, '%d.%m.%Y %H:%M') AS since,
              strptime(lost_at, '%d.%m.%Y %H:%M') AS lost, channel
            FROM read_csv('{linksFile}', {How})
            """);

        int code = sample.Run(
            "--orders", ordersFile, "--refunds", refundsFile, "--links", linksFile, "--currency", "EUR", "--zone", "Europe/Berlin");

        Assert.Equal(App.Fine, code);
        AssertHeadline(recount);
        AssertRetained(recount);
        AssertWeeks(recount);
        AssertSpend(recount);
        Assert.InRange(recount.Number("SELECT sum(refund) FROM lines"), 1m, decimal.MaxValue);
    }

    /// <summary>Real: 2,357 customers of a CD shop; the rows of one customer on one day are one order.</summary>
    [Fact]
    public void Cdnow_Recounted()
    {
        string path = RealData.PathOf("cdnow/CDNOW_sample.txt");
        using var recount = new Recount($"""
            SELECT CONCAT(part[2], part[3]) AS ord, part[2] AS customer, strptime(part[3], '%Y%m%d') AS stamp,
              CAST(part[5] AS DECIMAL(18,2)) AS amount, CAST(0 AS DECIMAL(18,2)) AS refund
            FROM (SELECT regexp_split_to_array(trim(line), ' +') AS part
              FROM read_csv('{path}', delim = '\t', header = false, all_varchar = true, names = ['line']))
            """);

        Assert.Equal(App.Fine, sample.Run(
            "--orders", path, "--no-header", "--delimiter", "spaces", "--map", "customer=#2", "--map", "date=#3", "--map", "amount=#5",
            "--date-format", "yyyyMMdd", "--join-days", "--currency", "USD", "--zone", "America/New_York", "--every-buyer-linked"));

        AssertHeadline(recount, "Purchase days");
        AssertWeeks(recount);
        AssertSpend(recount);
    }

    /// <summary>An address with capitals is one customer in every file, and so is 123.0.</summary>
    [Fact]
    public void CustomersWrittenInTwoWays_AreOneInAllFiles()
    {
        string orders = sample.File("o.csv", "order,date,customer,amount", "o1,2026-03-01,Ann@Shop.test,10", "o2,2026-03-02,123.0,20");
        string links = sample.File("l.csv", "customer,carrier,since", "ANN@shop.test,WeCom,2026-02-01", "123,WeCom,2026-02-02");
        string touches = sample.File("t.csv", "customer,date,kind", "ann@SHOP.test,2026-02-03,promotion", "123.0,2026-02-03,promotion");
        string said = sample.File("i.csv", "customer,date,kind", "Ann@SHOP.test,2026-02-04,message_received");
        string traits = sample.File("q.csv", "customer,garden", "ann@shop.TEST,yes", "123.00,no");

        Assert.Equal(App.Fine, sample.Run(
            "--orders", orders, "--links", links, "--touches", touches, "--interactions", said, "--traits", traits));

        sample.AssertRow("Flow (everyone who passed by)", "2");
        sample.AssertRow("Retained", "2");
        Assert.Contains("2 customers were asked", sample.Output, StringComparison.Ordinal);
    }

    private void AssertHeadline(Recount recount, string orders = "Orders")
    {
        decimal count = recount.Number("SELECT count(*) FROM orders");
        decimal buyers = recount.Number("SELECT count(*) FROM buyers");
        decimal repeat = recount.Number("SELECT count(*) FROM buyers WHERE days >= 2");
        decimal sales = recount.Number("SELECT sum(paid) FROM orders");
        AssertShown(count, Row(orders)[1]);
        AssertShown(buyers, Row("Customers")[1]);
        string[] shown = Row("Repeat customers")[1].Split(' ');
        AssertShown(repeat, shown[0]);
        AssertShare(repeat, buyers, shown[1]);
        AssertShown(sales, Row("Sales")[1]);
        AssertShown(sales / count, Row("Average ticket")[1]);
    }

    private void AssertRetained(Recount recount)
    {
        const string Now = "(SELECT DISTINCT customer FROM links, whole WHERE since < last_day + INTERVAL 1 DAY "
            + "AND (lost IS NULL OR lost >= last_day + INTERVAL 1 DAY))";
        decimal flow = recount.Number("SELECT count(*) FROM (SELECT customer FROM lines UNION SELECT customer FROM links "
            + "UNION SELECT customer FROM passers)");
        decimal retained = recount.Number($"SELECT count(*) FROM buyers SEMI JOIN {Now} USING (customer)");
        AssertShown(flow, Row("Flow (everyone who passed by)")[1]);
        AssertShown(recount.Number("SELECT count(*) FROM buyers"), Row("Buyers")[1]);
        AssertShown(recount.Number($"SELECT count(*) FROM {Now}"), Row("Linked now")[1]);
        AssertShown(retained, Row("Retained")[1]);
        AssertShown(flow - retained, Row("Ineffective flow")[1]);
        AssertShare(retained, flow, Row("Retained ratio")[1]);
    }

    // The first order ever of each customer, and all others, by the Monday of their week.
    private void AssertWeeks(Recount recount)
    {
        string[][] weeks = recount.Rows("""
            WITH ranked AS (SELECT date_trunc('week', day) AS monday,
              row_number() OVER (PARTITION BY customer ORDER BY stamp, ord) = 1 AS is_first FROM orders),
            mondays AS (SELECT unnest(generate_series(date_trunc('week', (SELECT last_day FROM whole)) - INTERVAL 84 DAY,
              date_trunc('week', (SELECT last_day FROM whole)), INTERVAL 7 DAY)) AS monday)
            SELECT strftime(monday, '%Y-%m-%d'), count(*) FILTER (is_first), count(*) FILTER (NOT is_first)
            FROM mondays LEFT JOIN ranked USING (monday) GROUP BY monday ORDER BY monday
            """);
        Assert.Equal(13, weeks.Length);
        Assert.All(weeks, week => sample.AssertRow(week));
    }

    // Two periods of the same length up to the last day; every buyer of either is of one kind.
    private void AssertSpend(Recount recount)
    {
        string[][] parts = recount.Rows("""
            WITH spans AS (SELECT last_day, CAST(least(90, (last_day - min(day) + 1) // 2) AS INTEGER) AS span FROM orders, whole
              GROUP BY last_day),
            spent AS (SELECT customer, any_value(buyers.first) AS first, any_value(last_day - span) AS cut,
              coalesce(sum(paid) FILTER (day > last_day - 2 * span AND day <= last_day - span), 0) AS before,
              coalesce(sum(paid) FILTER (day > last_day - span), 0) AS after
              FROM orders JOIN buyers USING (customer), spans GROUP BY customer),
            kinds AS (SELECT before, after, CASE WHEN before = 0 AND CAST(first AS DATE) > cut THEN 'won' WHEN before = 0 THEN 'returned'
              WHEN after = 0 THEN 'stopped' WHEN after > before THEN 'grown' WHEN after = before THEN 'kept' ELSE 'shrunk' END AS kind
              FROM spent WHERE before > 0 OR after > 0)
            SELECT kind, count(*), sum(before), sum(after) FROM kinds GROUP BY kind
            """);
        Assert.InRange(parts.Length, 4, 6);
        foreach (string[] part in parts)
        {
            string[] row = Row(part[0]);
            AssertShown(Exact(part[1]), row[1]);
            AssertShown(Exact(part[2]), row[2]);
            AssertShown(Exact(part[3]), row[3]);
            AssertShown(Exact(part[3]) - Exact(part[2]), row[4]);
        }
    }

    /// <summary>The first row of a table that begins with a cell.</summary>
    private string[] Row(string first) => sample.Output.Split('\n')
        .Where(static line => line.StartsWith('│'))
        .Select(static line => line.Trim('│', '\r').Split('│', StringSplitOptions.TrimEntries))
        .First(cells => cells[0] == first);

    // To the digits that are shown.
    private static void AssertShown(decimal exact, string shown)
    {
        string digits = string.Concat(shown.Where(static letter => char.IsAsciiDigit(letter) || letter is '.' or '-'));
        decimal found = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        decimal step = 1m;
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        for (int places = point < 0 ? 0 : digits.Length - point - 1; places > 0; places--)
        {
            step /= 10m;
        }

        Assert.True(Math.Abs(found - exact) <= step / 2m, FormattableString.Invariant($"{shown} is shown, {exact} was counted"));
    }

    private static void AssertShare(decimal part, decimal whole, string shown) => AssertShown(100m * part / whole, shown);

    private static decimal Exact(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(DateTime at) => at.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    // 1.234,50
    private static string Amount(int cents) =>
        (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
}
