namespace PrivateDomain.ShopReport.Tests;

public sealed class ColdTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    /// <summary>Their last interactions were on 3 and 9 July: taking part counts for 90 days, to the hour.</summary>
    [Fact]
    public void WhoGrowsColdNextWeek_IsNamedWithTheDay_AndSegmentsTellWhoComesAndGoes()
    {
        Assert.Equal(App.Fine, sample.Run());
        Assert.Contains("3 customers fall to a lower stage next week if nobody talks with them.", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("唐伟", "2026-10-01", "interaction", "acquaintance");
        sample.AssertRow("程桂芝", "2026-10-07", "interaction", "acquaintance");
        sample.AssertRow("Asleep", "68", "3", "0", "71");
        sample.AssertRow("Active customers", "97", "0", "3", "94");
        Assert.Contains("Grow cold next week", sample.Html, StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--lang", "zh"));
        Assert.Contains("若无人沟通，下周有 3 位客户的关系阶段会下降", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("沉睡客户", "68", "3", "0", "71");
    }

    [Fact]
    public void NobodyGrowsCold_IsSaid()
    {
        string orders = sample.File("orders.csv", "order,date,customer,amount", "o1,2026-03-01,ann,10");
        Assert.Equal(App.Fine, sample.Run("--orders", orders, "--every-buyer-linked"));
        Assert.Contains("Nobody's stage falls next week.", sample.Output, StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--orders", orders));
        Assert.DoesNotContain("Nobody's stage falls next week.", sample.Output, StringComparison.Ordinal); // who is linked is not known
    }

    /// <summary>The orders tell 74 days for honey; what the shop states goes before.</summary>
    [Fact]
    public void AStatedCycle_GoesBeforeTheMeasuredOne()
    {
        Assert.Equal(App.Fine, sample.Run());
        Assert.Contains("it is bought again after 74 days", sample.Html, StringComparison.Ordinal);
        string data = Path.Combine(AppContext.BaseDirectory, "data");
        string products = sample.File("products.csv", [.. File.ReadAllLines(Path.Combine(data, "products.csv"))
            .Select(static line => line.StartsWith("P05,", StringComparison.Ordinal) ? line + "70" : line)]);
        Assert.Equal(App.Fine, sample.Run(
            "--orders", Path.Combine(data, "orders.csv"), "--links", Path.Combine(data, "links.csv"),
            "--interactions", Path.Combine(data, "interactions.csv"), "--touches", Path.Combine(data, "touches.csv"),
            "--products", products));
        Assert.Contains("it is bought again after 70 days", sample.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("it is bought again after 74 days", sample.Html, StringComparison.Ordinal);
    }
}
