using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class ShippedShopTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("en", "Retained volume", "paid back in month 10")]
    [InlineData("zh", "留量", "获客成本在第 10 个月收回")]
    public void Run_NoFiles_ReportsTheShippedShop(string language, string title, string payback)
    {
        int code = sample.Run("--lang", language);

        Assert.Equal(App.Fine, code);
        string page = WebUtility.HtmlDecode(sample.Html);
        foreach (string said in new[] { title, payback, "¥1.00", "¥122.00", "¥195.20", "手工阿胶糕 500g", "真丝四件套", "412", "53 %" })
        {
            Assert.Contains(said, sample.Output, StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_ShippedShop_BarsTheProductNeverBoughtAgain()
    {
        sample.Run();

        Assert.Contains("真丝四件套: 0 % of its buyers bought it again", sample.Output, StringComparison.Ordinal);
        XElement barred = Page().Descendants("article")
            .Single(static each => each.Element("div")!.Element("h3")!.Value.Equals("真丝四件套", StringComparison.Ordinal));
        Assert.Equal("✗ barred", barred.Descendants("span").First().Value);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Html_StandsAlone_AndIsWellFormed(string language)
    {
        sample.Run("--lang", language);

        XDocument page = Page();
        Assert.DoesNotContain("://", sample.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", sample.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", sample.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants().Attributes(), static each =>
            each.Name.LocalName is "src" or "srcset" or "style" or "action"
            || each.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        HashSet<string> ids = new(StringComparer.Ordinal);
        Assert.All(page.Descendants().Attributes("id"), id => Assert.True(ids.Add(id.Value), $"{id.Value} stands twice"));
        Assert.All(page.Descendants().Attributes("href"), each => Assert.True(
            each.Value.StartsWith('#') && ids.Contains(each.Value[1..]), $"{each.Value} leads nowhere in the page"));
        Assert.All(page.Descendants().Attributes("aria-labelledby"), each => Assert.All(
            each.Value.Split(' '), id => Assert.True(ids.Contains(id), $"{id} names nothing")));
        XElement[] charts = [.. page.Descendants("svg")];
        // the act, share, value, weeks, payback, stages, answers, programme, and one for each of 12 products
        Assert.Equal(20, charts.Length);
        Assert.All(charts, static chart => Assert.False(
            string.IsNullOrWhiteSpace(chart.Element("title")!.Value) || string.IsNullOrWhiteSpace(chart.Element("desc")!.Value)));
    }

    /// <summary>A browser runs only the script, and uses only the style, whose hashes the page's own policy names.</summary>
    [Fact]
    public void Html_Policy_AllowsItsScriptAndItsStyleAndNothingElse()
    {
        sample.Run();

        string policy = Page().Descendants("meta").Single(static each => each.Attribute("http-equiv") is not null)
            .Attribute("content")!.Value;
        Assert.Equal(
            $"default-src 'none'; script-src {HashOf("<script>", "</script>")}; style-src {HashOf("<style>", "</style>")}; "
                + "base-uri 'none'; form-action 'none'",
            policy);
        Assert.Equal(3, Page().Descendants("script").Count(static each => each.Attribute("type")?.Value == "application/json"));
        Assert.Equal(4, Page().Descendants("script").Count());
    }

    /// <summary>The one act with its effect in money, and whom to write to, stand before every table of figures.</summary>
    [Fact]
    public void FirstScreen_NamesTheActAndItsMoney_ThenWhomToWriteTo()
    {
        sample.Run();

        const string Act = "抖音短视频: 9,000 of 12,380 spent, 257 a retained customer against a lifetime value of 182; without it 13.5 %.";
        Assert.Contains(Act, sample.Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        XElement[] sections = [.. Page().Descendants("section")];
        Assert.Contains(Act, sections[0].Value, StringComparison.Ordinal);
        Assert.Contains("Write to them today", sections[2].Value, StringComparison.Ordinal);
        string[] first = [.. sections[2].Descendants("tbody").First().Elements("tr").First().Elements().Select(static each => each.Value)];
        Assert.Equal("赵明", first[0]);
        Assert.Contains("Bought on 2026-08-16; it is bought again after 49 days", first[1..]);
        Assert.Contains("精梳棉童袜 6双: is it used up?", first[1..]);
    }

    /// <summary>The numbers were counted from the CSV files by another program.</summary>
    [Fact]
    public void Run_ShippedShop_CountsItsRelationships()
    {
        sample.Run();

        sample.AssertRow("alliance", "21", "21");
        sample.AssertRow("rapport", "82", "103");
        sample.AssertRow("interaction", "102", "205");
        sample.AssertRow("acquaintance", "92", "297");
        sample.AssertRow("no link", "115", "412");
        Assert.Contains("Customers out of order: 168. Of these bought, but nobody ever talked to them: 74.", sample.Output,
            StringComparison.Ordinal);
        sample.AssertRow("friend churn", "acquaintance", "8.5 %", "23 / 271");
        sample.AssertRow("group joins", "acquaintance", "9.1 %", "30 / 328");
        sample.AssertRow("interaction", "interaction", "66 %", "218 / 328");
        sample.AssertRow("still active", "interaction", "67 %", "109 / 163");
        sample.AssertRow("first purchase", "rapport", "41 %", "64 / 157");
        sample.AssertRow("repurchase", "rapport", "66 %", "97 / 147");
        sample.AssertRow("net promoters (NPS)", "alliance", "41 %", "31 / 75");
        sample.AssertRow("purchases per recommender", "alliance", "0.63 ×", "10 / 16");
        sample.AssertRow("promotion", "too much promotion so far 123, no link 113, stage too low 87", "57", "18", "337", "0");
        sample.AssertRow("welfare", "no link 113, opted out 9", "290", "0", "122", "0");
        sample.AssertRow("referral invitation", "stage too low 182, no link 113, too much promotion so far 56", "30", "15", "367", "0");
        sample.AssertRow("杜雅琴", "rapport", "from 2026-10-04 13:40", "too soon to buy again"); // 26 days after 09-08 13:40: half of 52
    }

    [Fact]
    public void TheManagersPage_ComesFirst_AndNamesTheFailingLink()
    {
        Assert.Equal(App.Fine, sample.Run());
        sample.AssertRow("acquisition", "cost of a customer against lifetime value", "39.5 %", "≤ 33.3 %", "fails"); // 71.98 of 182.37 yuan
        sample.AssertRow("acquisition", "payback", "10 months", "≤ 12 months", "holds");
        sample.AssertRow("cost", "ticket against the break-even ticket", "155.6 %", "≥ 100 %", "holds"); // 189.81 of 122.00 yuan
        sample.AssertRow("interaction", "friend churn", "8.5 %", "≤ 10 %", "holds"); // 23 of 271
        Assert.Contains("Repair before spending more (from 0 to 1, 218 retained customers).", sample.Output, StringComparison.Ordinal);
        Assert.Contains("acquisition: win cheaper customers", sample.Output, StringComparison.Ordinal);
        Assert.True(sample.Output.IndexOf("Scale, hold or repair", StringComparison.Ordinal) < sample.Output.IndexOf(
            "Retained volume", StringComparison.Ordinal));
        Assert.True(sample.Html.IndexOf("Scale, hold or repair", StringComparison.Ordinal) < sample.Html.IndexOf(
            "Retained volume", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatNoFileTells_IsNotMeasured_AndHolds()
    {
        string orders = sample.File("orders.csv", "order,date,customer,product,quantity,amount", "o1,2026-03-01,Ann,p1,1,100");
        Assert.Equal(App.Fine, sample.Run("--orders", orders));
        sample.AssertRow("reception", "reception rate", "–", "≥ 80 %", "not measured");
        Assert.Contains("Hold: spend no more than now (from 0 to 1, links are unknown).", sample.Output, StringComparison.Ordinal);
        Assert.Contains("Not measured yet: acquisition, reception, interaction, conversion, cost.", sample.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ShippedShopInChinese_SaysStagesAndAnswersInChinese()
    {
        sample.Run("--lang", "zh");

        sample.AssertRow("同盟", "21", "21");
        sample.AssertRow("好友流失率", "认识", "8.5 %", "23 / 271");
        Assert.Contains("推销占比过高", sample.Output, StringComparison.Ordinal);
        Assert.Contains("现在可发（消费高者在前）", WebUtility.HtmlDecode(sample.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("stage too low", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_OfTheShippedShop_AddUpToItsOrders()
    {
        sample.Run();

        XElement table = Page().Descendants("table")
            .Single(static each => each.Descendants("th").Any(static head => head.Value.Equals("Week from", StringComparison.Ordinal)));
        int[][] rows = [.. table.Element("tbody")!.Elements("tr").Select(static row =>
            row.Elements("td").Select(static cell => int.Parse(cell.Value, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(300, rows.Sum(static row => row[0]));
        Assert.Equal(586, rows.Sum(static row => row[0] + row[1]));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("zh-CN")]
    public void Run_UnderAnyThreadCulture_GivesTheSameBytes(string culture)
    {
        sample.Run();
        (string html, string output) = (sample.Html, sample.Output);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            sample.Run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Equal(html, sample.Html);
        Assert.Equal(output, sample.Output);
    }

    [Fact]
    public void Html_HostileNames_AreEscaped()
    {
        const string Hostile = "<script>alert('x')</script> & \"co\" [red]";
        string quoted = "\"" + Hostile.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        string orders = sample.File(
            "o.csv", "customer,date,amount,product", $"{quoted},2026-01-01,5,p1", $"{quoted},2026-02-01,5,p1", $"Bob,{quoted},5,p1");
        string products = sample.File("p.csv", "product,name,brand", $"p1,{quoted},0.1");
        string links = sample.File("l.csv", "customer,carrier,since,channel", $"{quoted},WeCom,2026-01-01,{quoted}");
        string campaigns = sample.File("k.csv", "campaign,channel,unit_cost,volume,gained", $"{quoted},{quoted},1,1,1");

        int code = sample.Run("--orders", orders, "--products", products, "--links", links, "--campaigns", campaigns);

        Assert.Equal(App.SomeRowsBad, code);
        Assert.DoesNotContain("<script>alert", sample.Html, StringComparison.Ordinal);
        Assert.Equal(4, Page().Descendants("script").Count()); // the page's own
        Assert.Equal(Hostile, Page().Descendants("article").Single().Descendants("h3").Single().Value);
        Assert.Contains("[red]", sample.Output, StringComparison.Ordinal);
    }

    private string HashOf(string before, string after)
    {
        string text = sample.Html.Split(before)[1].Split(after)[0];
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    private XDocument Page() => XDocument.Parse(sample.Html["<!DOCTYPE html>".Length..]);
}
