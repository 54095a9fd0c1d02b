using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class SegmentTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    /// <summary>All segments but the one worth winning back, and the traits, were counted from the CSV files by another program.</summary>
    [Fact]
    public void ShippedShop_CountsItsSegments_ItsValueAndItsRepeatBuyers()
    {
        Assert.Equal(App.Fine, sample.Run());
        sample.AssertRow("1 Active customers", "97", "", "67", "2", "0", "0", "10");
        sample.AssertRow("3 New, to be talked to", "9", "2", "0", "", "0", "0", "3"); // joining a group is no interaction
        sample.AssertRow("4 Asleep", "68", "0", "0", "0", "", "15", "3"); // 3 of them muted the shop and are still linked
        sample.AssertRow("6 Control group", "47", "10", "6", "3", "3", "0", "");
        sample.AssertRow("有在读孩子: 是", "72 % (60 %–81 %)", "49 % (39 %–59 %)", "1.5 ×", "yes"); // 46 of 64, 47 of 96
        sample.AssertRow("Important, of value", "56", "19 %", "¥49,591.70");
        sample.AssertRow("赵明", "¥2,147.50");
        Assert.Contains("Why 赵明 is not in \"New, to be talked to\":", sample.Output, StringComparison.Ordinal);
        Assert.Contains("✗ interactions: = 0 required, 4 found", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_SaysTheRulesAsSentences()
    {
        Assert.Equal(App.Fine, sample.Run("--lang", "zh"));
        Assert.Contains("客户分群", sample.Output, StringComparison.Ordinal);
        Assert.Contains("最近 90 天内", System.Net.WebUtility.HtmlDecode(sample.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void MistakesInTheFile_AreListedWithTheirPlaces_AndTheRestIsReported()
    {
        string file = sample.File("my.txt", "orders >= 1", "[good]", "orders >= 1", "# only a remark", "[bad]", "", "ordrs >= 1 and",
            "  stage >= interacton", "[lost]", "segment \"nowhere\"");
        Assert.Equal(App.SomeRowsBad, sample.Run("--segments", file));
        sample.AssertRow("my.txt", "7", "1", "There is no fact \"ordrs\"; the nearest is \"orders\".");
        Assert.Contains("A segment begins with its name in brackets.", sample.Output, StringComparison.Ordinal);
        Assert.Contains(sample.Output.Split('\n'), static line =>
            line.Contains("│ 8 ", StringComparison.Ordinal) && line.Contains("interaction", StringComparison.Ordinal));
        Assert.Contains("1 good", sample.Output, StringComparison.Ordinal);
        Assert.Contains("Retained volume", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsOddAboutTheRules_IsTold_InBothLanguages()
    {
        string file = sample.File(
            "my.txt", "[often]", "orders >= 3", "[常客 | regular]", "orders > 2", "[empty]", "orders = 0 and last_order within 30 days",
            "[core]", "segment \"often\" and spend >= 100");
        Assert.Equal(App.Fine, sample.Run("--segments", file));
        Assert.Contains("\"often\" and \"regular\" hold the same customers.", sample.Output, StringComparison.Ordinal);
        Assert.Contains("No customer can be in \"empty\": orders is exactly 0 and bought in the last 30 days.", sample.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("is in \"often\".", sample.Output, StringComparison.Ordinal); // it asks to be within it
        Assert.Equal(App.Fine, sample.Run("--segments", file, "--lang", "zh"));
        string page = System.Net.WebUtility.HtmlDecode(sample.Html);
        Assert.Contains("“often”与“常客”的客户完全相同。", page, StringComparison.Ordinal);
        Assert.Contains("没有客户能进入“empty”：", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AShippedShop_HasNothingOddInItsRules()
    {
        Assert.Equal(App.Fine, sample.Run());
        Assert.DoesNotContain("What is odd about the rules", sample.Html, StringComparison.Ordinal);
    }

    /// <summary>A name is changed where it stands as a name, and nowhere else.</summary>
    [Fact]
    public void OtherNames_AreNotPutIntoWordsThatOnlyContainThem()
    {
        string file = sample.File(
            "my.txt", "[单 | one]", "orders = 1", "[订单多 | many orders]", "orders >= 2 and tag any of (\"单\")", "[both]",
            "segment \"单\" or segment \"订单多\"");
        Assert.Equal(App.Fine, sample.Run("--segments", file));
        string page = System.Net.WebUtility.HtmlDecode(sample.Html);
        Assert.Contains("many orders: ", page, StringComparison.Ordinal);
        Assert.Contains("has one of (\"单\")", page, StringComparison.Ordinal);
        Assert.Contains("in the segment \"one\" or in the segment \"many orders\"", page, StringComparison.Ordinal);
        string twice = sample.File("twice.txt", "[甲 | same]", "orders = 1", "[乙 | same]", "orders >= 2");
        Assert.Equal(App.Fine, sample.Run("--segments", twice));
        Assert.Contains("1 甲", sample.Output, StringComparison.Ordinal);
        string wrong = sample.File("long.txt", $"[{new string('x', 200)}]", "orders = 1", "[good]", "orders = 1");
        Assert.Equal(App.SomeRowsBad, sample.Run("--segments", wrong));
        Assert.Contains("at most 128 characters", sample.Output, StringComparison.Ordinal);
        Assert.Contains("1 good", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACircle_IsNamedAtItsSegment()
    {
        string file = sample.File("my.txt", "[a]", "segment \"b\"", "[b]", "segment \"a\"");
        Assert.Equal(App.SomeRowsBad, sample.Run("--segments", file));
        Assert.Contains("The segment refers to itself", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Traits_BadRowsAreListed_AndAMissingColumnEndsTheRun()
    {
        string orders = sample.File("orders.csv", "order,date,customer,product,quantity,amount", "o1,2026-03-01,Ann,p1,1,100");
        string traits = sample.File("traits.csv", "customer,kids", "Ann,yes", "Ann,no", ",yes", "Bob");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", orders, "--traits", traits));
        Assert.Contains("\"Ann\" is there twice.", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("kids: yes", "unknown", "100 % (21 %–100 %)", "–", "no");
        Assert.Equal(App.CannotRun, sample.Run("--orders", orders, "--traits", sample.File("t2.csv", "who,kids")));
        Assert.Contains("--map traits.customer=COLUMN", sample.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Journey_Demographics_AreComparedWithTheirPurchases()
    {
        string orders = RealData.PathOf("journey/transactions.csv");
        string people = RealData.PathOf("journey/demographics.csv");
        int code = sample.Run(
            "--orders", orders, "--map", "customer=household_id", "--map", "order=basket_id", "--map", "product=product_id", "--map",
            "amount=sales_value",
            "--map", "date=transaction_timestamp", "--currency", "USD", "--zone", "America/New_York", "--every-buyer-linked", "--traits",
            people, "--repeat-orders", "30");
        Assert.Equal(App.Fine, code);
        Assert.Contains("801 customers were asked; a repeat buyer has 30 orders or more.", sample.Output, StringComparison.Ordinal);
        // 22 of 375, 8 of 426: counted apart
        sample.AssertRow("income: 150-174K", "5.9 % (3.9 %–8.7 %)", "1.9 % (1 %–3.7 %)", "3.1 ×", "yes");
    }
}
