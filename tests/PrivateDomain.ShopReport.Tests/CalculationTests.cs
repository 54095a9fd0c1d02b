using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>The worked numbers of the rules, by files and options alone.</summary>
public sealed class CalculationTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("1", "paid back in month 6.")]
    [InlineData("0.9", "paid back in month 7.")]
    [InlineData("0.81", "paid back in month 18.")]
    [InlineData("0.80", "tend to ¥116.88")] // 116.875 below the cost of 120: never
    public void Payback_WorkedTable_IsPrinted(string survival, string said)
    {
        // 85 × 55 % × 6 orders a year ÷ 12 = 23.375 a month, and no upkeep.
        int code = sample.Run("--orders", Orders("Ann,2026-01-01,85"), "--costs", Costs(
            "wage_year,0", "customers_per_advisor,1", "gross_margin,0.55", "orders_per_year,6", "acquisition_cost,120",
            $"survival_per_month,{survival}"));

        Assert.Equal(App.Fine, code);
        Assert.Contains(said, sample.Output, StringComparison.Ordinal);
        Assert.Contains("Acquisition ¥120.00", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_WorkedCases_ArePrinted()
    {
        sample.Run("--orders", Orders("Ann,2026-01-01,100"), "--costs", Costs(
            "wage_year,0", "customers_per_advisor,1", "gross_margin,1", "orders_per_year,12", "survival_per_month,0.8",
            "discount_per_month,0.1"));

        foreach (string value in new[] { "¥366.67", "¥266.67", "¥333.33" })
        {
            Assert.Contains(value, sample.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Payback_UpkeepAboveContribution_IsNever()
    {
        sample.Run("--orders", Orders("Ann,2026-01-01,100"), "--costs", Costs(
            "wage_year,72000", "customers_per_advisor,400", "gross_margin,0.4", "orders_per_year,4", "acquisition_cost,10",
            "survival_per_month,0.9"));

        Assert.Contains("does not cover the month's upkeep", sample.Output, StringComparison.Ordinal);
        Assert.Contains("<svg", sample.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Campaign_WithoutFollowers_SaysWhyThereIsNoCost()
    {
        sample.Run(
            "--orders", Orders("Ann,2026-01-01,100"), "--campaigns",
            sample.File("k.csv", "campaign,unit_cost,volume,gained", "cards,0.05,1000,50", "posters,1,10,0"));

        Assert.Contains("¥1.00", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", sample.Output, StringComparison.Ordinal);
        Assert.Contains(sample.Output.Split('\n'), static line =>
            line.StartsWith("│ posters", StringComparison.Ordinal) && !line.Contains(" ¥0.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Refund_UndoesItsOrder_UnlessItComesAfterTheLastDay()
    {
        string orders = sample.File(
            "o.csv", "order,customer,date,amount,refunded_at", "o1,Ann,2026-01-01,10,", "o2,Ann,2026-01-05,20,2026-01-09",
            "o3,Bob,2026-01-06,40,");

        sample.Run("--orders", orders, "--as-of", "2026-01-31");
        Assert.Contains("¥50.00", sample.Output, StringComparison.Ordinal);
        Assert.Contains("0 (0 %)", sample.Output, StringComparison.Ordinal);

        sample.Run("--orders", orders, "--as-of", "2026-01-08");
        Assert.Contains("¥70.00", sample.Output, StringComparison.Ordinal);
        Assert.Contains("1 (50 %)", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_LostAndMuted_CountAsTheRulesSay()
    {
        string orders = Orders("Ann,2026-01-02,10", "Bob,2026-01-02,10", "Cy,2026-01-02,10", "Dee,2026-01-02,10");
        string links = sample.File(
            "l.csv",
            "customer,carrier,since,channel,lost_at,muted_at",
            "Ann,WeCom,2026-01-01,card,,",
            "Bob,企业微信,2026-01-01,card,2026-01-20,",
            "Cy,微信群,2026-01-01,card,,2026-01-20",
            "Eve,WeCom,2026-01-01,card,,");

        sample.Run("--orders", orders, "--links", links, "--as-of", "2026-01-31");

        sample.AssertRow("Flow (everyone who passed by)", "5");
        sample.AssertRow("Retained", "2"); // Ann, and Cy who is muted but linked
        sample.AssertRow("Retained ratio", "40 %");
    }

    [Fact]
    public void ProductKey_Group_HasTheBrandWeightedBySpend()
    {
        string orders = sample.File(
            "o.csv", "customer,date,amount,product", "Ann,2026-01-01,30,a", "Ann,2026-01-08,10,b", "Bob,2026-01-02,5,x");
        string products = sample.File("p.csv", "product,kind,brand", "a,tea,Big", "b,tea,Own");

        sample.Run("--orders", orders, "--products", products, "--product-key", "kind", "--brand-power", "Big=0.8,Own=0.4");

        string[] cells = sample.Output.Split('\n').Single(static line => line.StartsWith("│ tea ", StringComparison.Ordinal))
            .Split('│', StringSplitOptions.TrimEntries);
        Assert.Equal(["¥20.00", "100.0 %", "100.0 %", "0.70"], cells[4..8]); // (30 × 0.8 + 10 × 0.4) ÷ 40
        Assert.Contains("Order lines of products that are not in the products file: 1;", sample.Output, StringComparison.Ordinal);
    }

    private string Orders(params string[] rows) => sample.File("o.csv", ["customer,date,amount", .. rows]);

    private string Costs(params string[] rows) => sample.File("c.csv", ["key,value", .. rows]);
}
