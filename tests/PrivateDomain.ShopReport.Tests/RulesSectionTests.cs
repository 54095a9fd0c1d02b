namespace PrivateDomain.ShopReport.Tests;

public sealed class RulesSectionTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void WhatTheShopChanged_ComesFirst_AndEveryFigureIsOnThePage()
    {
        Assert.Equal(App.Fine, sample.Run("--zone", "Asia/Shanghai"));
        string page = sample.Html[sample.Html.IndexOf("data-list=\"Our rules\"", StringComparison.Ordinal)..];
        int zone = page.IndexOf("Asia/Shanghai", StringComparison.Ordinal);
        int share = page.IndexOf("greatest promotion share", StringComparison.Ordinal);
        Assert.InRange(zone, 0, share);
        Assert.Contains("the article on three months in two fashion shops", page, StringComparison.Ordinal);
        Assert.InRange(page.Split("<tr").Length, 100, 1_000);
        sample.AssertRow("shop rules", "zone of the shop's days", "Asia/Shanghai", "–");
        Assert.Equal(App.Fine, sample.Run("--lang", "zh"));
        Assert.Contains("本店规则", sample.Html, StringComparison.Ordinal);
    }
}
