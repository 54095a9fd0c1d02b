using System.Globalization;
using System.Net;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class RealShopsTests : IDisposable
{
    private static readonly string[] Cdnow =
    [
        "--no-header", "--delimiter", "spaces", "--map", "customer=#2", "--map", "date=#3", "--map", "amount=#5", "--date-format",
            "yyyyMMdd",
        "--join-days", "--currency", "USD", "--zone", "America/New_York", "--every-buyer-linked",
    ];

    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    /// <summary>8 of the literature's 2,357 customers only ever had an order of 0: it does not count, so they are no buyers.</summary>
    [Theory]
    [InlineData("1997-09-30", null, "946 (40 %)")]
    [InlineData("1998-06-30", "6,688", "1,139 (48 %)")]
    public void Run_Cdnow_GivesTheLiteraturesNumbers(string asOf, string? purchaseDays, string repeat)
    {
        string path = RealData.PathOf("cdnow/CDNOW_sample.txt");
        int code = sample.Run(["--orders", path, .. Cdnow, "--as-of", asOf]);

        Assert.Equal(App.Fine, code);
        AssertRow("Customers", "2,349");
        AssertRow("Repeat customers", repeat);
        if (purchaseDays is not null)
        {
            AssertRow("Purchase days", purchaseDays);
        }
    }

    [Fact]
    public void Run_Journey_ScoresItsCategories()
    {
        string orders = RealData.PathOf("journey/transactions.csv");
        string products = RealData.PathOf("journey/products.csv");
        int code = sample.Run(
            "--orders", orders, "--products", products, "--map", "customer=household_id", "--map", "order=basket_id", "--map",
                "product=product_id",
            "--map", "amount=sales_value", "--map", "date=transaction_timestamp", "--product-key", "product_category",
            "--brand-power", "National=0.9,Private=0.2", "--currency", "USD", "--zone", "America/New_York", "--every-buyer-linked",
                "--top", "400",
            "--costs", sample.File(
                "costs.csv", "key,value", "wage_year,36000", "customers_per_advisor,400", "gross_margin,0.4", "orders_per_year,40"));

        Assert.Equal(App.SomeRowsBad, code); // products without a category are listed
        AssertRow("Customers", "2,373"); // 255 of 47,243 baskets are of 0, and 4 of 2,377 households have no other
        AssertRow("Orders", "46,988");
        string milk = sample.Output.Split('\n').Single(static line => line.StartsWith("│ FLUID MILK PRODUCTS ", StringComparison.Ordinal));
        string[] cells = [.. milk.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(7, cells.Length);
        Assert.InRange(decimal.Parse(cells[2], CultureInfo.InvariantCulture), 1m, 99m);
        Assert.InRange(decimal.Parse(cells[6], CultureInfo.InvariantCulture), 0.2m, 0.9m);
    }

    [Fact]
    public void Run_JourneyWithCampaigns_SaysWhoMayBePromotedTo()
    {
        string orders = RealData.PathOf("journey/transactions.csv");
        string campaigns = RealData.PathOf("journey/campaigns.csv");
        string dates = RealData.PathOf("journey/campaign_descriptions.csv");
        string redemptions = RealData.PathOf("journey/coupon_redemptions.csv");
        int code = sample.Run(
            "--orders", orders, "--map", "customer=household_id", "--map", "order=basket_id", "--map", "amount=sales_value", "--map",
                "date=transaction_timestamp",
            "--currency", "USD", "--zone", "America/New_York", "--every-buyer-linked",
            "--touches", campaigns, "--touch-dates", dates, "--touch-kind", "promotion", "--map", "touch_dates.date=start_date",
            "--interactions", redemptions, "--interaction-kind", "activity_joined", "--map", "interactions.date=redemption_date");

        Assert.Equal(App.Fine, code);
        sample.AssertRow("alliance", "0", "0");
        sample.AssertRow("rapport", "0", "0"); // nobody's words are in the data
        sample.AssertRow("interaction", "243", "243"); // redeemed within the last 90 days
        sample.AssertRow("acquaintance", "2,130", "2,373");
        sample.AssertRow("no link", "6", "2,379"); // no buyers: 2 only got a campaign, 4 had baskets of 0 alone
        sample.AssertRow("interaction", "interaction", "10 %", "243 / 2,373");
        sample.AssertRow("still active", "interaction", "56 %", "117 / 209");
        sample.AssertRow("friend churn", "acquaintance", "unknown", "–");
        string page = WebUtility.HtmlDecode(sample.Html);
        Assert.Contains(
            "promotion – Why not (first reason): stage too low 2,130, nothing useful sent yet 123, too much promotion so far 120<",
            page,
            StringComparison.Ordinal);
        Assert.Contains(">0 · 0 · 2,379 · 0<", page, StringComparison.Ordinal); // now, later, no, undecidable
        sample.AssertRow("welfare", "no link 6", "2,373", "0", "6", "0");
        Assert.Contains("Customers out of order: 2,373. Of these bought, but nobody ever talked to them: 1,963.", sample.Output,
            StringComparison.Ordinal);
    }

    private void AssertRow(string name, string value) =>
        Assert.Contains(sample.Output.Split('\n'), line => line.StartsWith($"│ {name} ", StringComparison.Ordinal)
            && line.Contains($" {value} ", StringComparison.Ordinal));
}
