using System.IO.Compression;
using System.Text;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>Files as merchants' systems export them: the right total, or a refusal that names the cure.</summary>
[Text]
public sealed class ExportTests : IDisposable
{
    private readonly Sample sample = new();

    static ExportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData(2, 2, "50.00", "customer,date,price,quantity", "anna,2026-03-01,10,3", "bob,2026-03-02,5,4")]
    [InlineData(2, 2, "30.00", "customer,date,amount,quantity", "anna,2026-03-01,10,1件", "bob,2026-03-02,20,2件")]
    [InlineData(1, 1, "20.00", "customer,date,amount,order", "anna,2026-03-01,100,o1", "anna,2026-03-03,-100,o1", "bob,2026-03-02,20,o2")]
    [InlineData(2, 2, "90.00",
        "customer,date,amount,order,refunded_at,refund_amount", "anna,2026-03-01,100,o1,2026-03-05,30", "bob,2026-03-02,20,o2,,")]
    [InlineData(1, 1, "20.00", "customer,date,amount,order,refunded_at", "anna,2026-03-01,100,o1,2026-03-05", "bob,2026-03-02,20,o2,")]
    [InlineData(2, 2, "80.00",
        "customer,date,amount,order,product,refunded_at", "a,2026-03-01,60,o1,tea,", "a,2026-03-01,40,o1,cup,2026-03-02",
        "b,2026-03-05,20,o2,tea,")]
    [InlineData(1, 1, "20.00", "customer,date,amount,order", "anna,2026-03-01,0,o1", "anna,2026-03-08,0.00,o2", "bob,2026-03-02,20,o3")]
    [InlineData(1, 1, "500.00", "customer,date,amount,order", "anna,2026-10-20,50,P1", "anna,2026-11-01,450,P1")]
    [InlineData(4, 4, "55.00",
        "customer,date,amount,order", "anna,2026-03-01,10,o1", "bob,2026-03-02,20", "cat,2026-03-02,20,o3,", "dan,2026-03-03,5,o4",
        "Total,,55,")]
    [InlineData(1, 1, "10.00", "Shop export,,", "From 2026-03-01,,", "customer,date,amount", "anna,2026-03-01,10")]
    [InlineData(1, 1, "10.00", "Customer , Date , Amount", "anna, 2026-03-01 , 10")]
    [InlineData(1, 1, "10.00", "\"customer\",\"date\",\"amount\",", "\"anna\",\"2026-03-01\",\"10\",")]
    [InlineData(1, 1, "10.00", "sep=;", "customer;date;amount", "anna;2026-03-01;10")]
    [InlineData(1, 1, "33.95", "customer|date|amount", "anna|2026-03-01|33.95")]
    [InlineData(2, 2, "30.00",
        "customer,date,amount,order,note", "anna,2026-03-01,10.00,o1,\"please ring", "the bell\"", "bob,2026-03-02,20.00,o2,ok")]
    [InlineData(3, 3, "1,280.45", "customer;date;amount", "anna;2026-03-01;33,95", "bob;2026-03-01;1.234,50", "cat;2026-03-02;12")]
    public void Run_Export_GivesTheRightTotal(int customers, int orders, string sales, params string[] lines) =>
        Gives(sample.File("o.csv", lines), customers, orders, sales);

    /// <summary>An invented export of each system that is known.</summary>
    [Theory]
    [InlineData("shopify.csv", 2, 2, "130.00")]
    [InlineData("wechat-pay.csv", 2, 2, "207.00")]
    [InlineData("taobao.tsv", 2, 2, "318.00")]
    [InlineData("youzan.csv", 2, 2, "250.00")]
    [InlineData("jd.csv", 2, 2, "130.00")]
    [InlineData("douyin.csv", 2, 2, "110.00")]
    [InlineData("alipay.csv", 2, 2, "75.00")]
    [InlineData("wechat-pay-merchant.csv", 2, 2, "207.00")]
    [InlineData("alipay-merchant.csv", 2, 2, "207.00")]
    [InlineData("woocommerce.csv", 2, 2, "95.00")]
    [InlineData("tiktok-shop.csv", 2, 3, "150.00")]
    public void Run_ExampleOfASystem_GivesTheRightTotal(string example, int customers, int orders, string sales)
    {
        Gives(Path.Combine(AppContext.BaseDirectory, "Examples", example), customers, orders, sales);
        Assert.Contains($"({Path.GetFileNameWithoutExtension(example)})", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ExampleOfFriends_KnowsItsCarrier()
    {
        string links = Path.Combine(AppContext.BaseDirectory, "Examples", "wecom-friends.csv");
        Assert.Equal(App.Fine, sample.Run("--orders", File("o.csv", "customer,date,amount\n小明,2026-03-01,10"), "--links", links));
        sample.AssertRow("Linked now", "2");
    }

    /// <summary>Each form as that of a whole column: the day is the shop's, in Shanghai.</summary>
    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026/3/1", "2026-03-01")]
    [InlineData("2026/3/1 9:05", "2026-03-01")]
    [InlineData("2026-3-1", "2026-03-01")]
    [InlineData("2026-03-01T16:30:00Z", "2026-03-02")]
    [InlineData("2026-03-01T16:30:00+08:00", "2026-03-01")]
    [InlineData("2026-03-01 16:30:00 +0800", "2026-03-01")]
    [InlineData("2026-03-01 16:30:00.123", "2026-03-01")]
    [InlineData("2026-03-01T16:30:00.000Z", "2026-03-02")]
    [InlineData("20260301", "2026-03-01")]
    [InlineData("2026年3月1日", "2026-03-01")]
    [InlineData("2026年3月1日 下午3:05", "2026-03-01")]
    [InlineData("46082", "2026-03-01")]
    [InlineData("46082.6875", "2026-03-01")]
    [InlineData("2026-03-01 16:30:00 UTC", "2026-03-02")]
    [InlineData("2026.03.01", "2026-03-01")]
    [InlineData("1-Mar-2026", "2026-03-01")]
    [InlineData("\"Mar 1, 2026\"", "2026-03-01")]
    [InlineData("\"2026-03-01\t\"", "2026-03-01")]
    [InlineData("13/03/2026", "2026-03-13")]
    [InlineData("3/13/2026 9:05:00 PM", "2026-03-13")]
    [InlineData("01.03.2026", "2026-03-01")]
    public void Run_Date_IsTheShopsDay(string text, string day)
    {
        Assert.Equal(App.Fine, sample.Run("--orders", File("o.csv", $"customer,date,amount\nanna,{text},10")));
        Assert.Contains($"{day} to {day}", sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--date-order day-first", "01/03/2026")]
    [InlineData("is no date", "2026-02-30")]
    [InlineData("is no date", "0000-00-00 00:00:00")]
    [InlineData("is no date", "1772353800")]
    public void Run_DateInDoubt_IsAskedForOrRefused(string said, string text)
    {
        Assert.Equal(App.CannotRun, sample.Run("--orders", File("o.csv", $"customer,date,amount\nanna,{text},10")));
        Assert.Contains(said, sample.Error + sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01/03/2026", "2026-03-01", "--date-order", "day-first")]
    [InlineData("01/03/2026", "2026-01-03", "--date-order", "month-first")]
    [InlineData("1772353800", "2026-03-01", "--date-format", "unix")]
    [InlineData("1772353800000", "2026-03-01", "--date-format", "unix-ms")]
    public void Run_DateInDoubt_IsReadByItsOption(string text, string day, params string[] options)
    {
        Assert.Equal(App.Fine, sample.Run(["--orders", File("o.csv", $"customer,date,amount\nanna,{text},10"), .. options]));
        Assert.Contains($"{day} to {day}", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneDayAboveTwelve_DecidesTheWholeColumn()
    {
        sample.Run("--orders", File("o.csv", "customer,date,amount\nanna,01/03/2026,10\nbob,25/03/2026,10"));
        Assert.Contains("2026-03-01 to 2026-03-25", sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"1,234.50\"", "1,234.50")]
    [InlineData("¥12.00", "12.00")]
    [InlineData("￥12.00", "12.00")]
    [InlineData("12.00元", "12.00")]
    [InlineData("CNY 12.00", "12.00")]
    [InlineData("人民币12.00", "12.00")]
    [InlineData("\"33,95\"", "33.95")]
    [InlineData("１２.００", "12.00")]
    [InlineData("1e3", "1,000.00")]
    [InlineData("12.", "12.00")]
    [InlineData("1'234.50", "1,234.50")]
    [InlineData("1 234.50", "1,234.50")]
    [InlineData("\"1,234,567\"", "1,234,567.00")]
    [InlineData("1.234.567", "1,234,567.00")]
    public void Run_Number_IsRead(string text, string sales)
    {
        Assert.Equal(App.Fine, sample.Run("--orders", File("o.csv", $"customer,date,amount\nanna,2026-03-01,{text}")));
        sample.AssertRow("Sales", "¥" + sales);
    }

    [Theory]
    [InlineData("--decimal point", "1.234")]
    [InlineData("--decimal point", "\"1,234\"")]
    [InlineData("--currency", "$12.00")]
    [InlineData("is no number", "NaN")]
    [InlineData("is no number", "abc")]
    [InlineData("no order says", "(5.00)")]
    public void Run_NumberInDoubt_IsAskedForOrRefused(string said, string text)
    {
        Assert.Equal(App.CannotRun, sample.Run("--orders", File("o.csv", $"customer,date,amount\nanna,2026-03-01,{text}")));
        Assert.Contains(said, sample.Error + sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NumberInDoubt_IsReadByItsOption()
    {
        string path = File("o.csv", "customer;date;amount\nanna;2026-03-01;1.234");
        sample.Run("--orders", path, "--decimal", "comma");
        sample.AssertRow("Sales", "¥1,234.00");
        sample.Run("--orders", path, "--decimal", "point");
        sample.AssertRow("Sales", "¥1.23");
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16BE")]
    public void Run_ChineseText_IsReadInItsEncoding(string encoding, string told)
    {
        string path = sample.PathOf("o.csv");
        System.IO.File.WriteAllText(
            path,
                "客户,日期,金额\n王芳,2026-03-01,10\n李雷,2026-03-02,20\n",
                encoding == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(encoding));
        Assert.Equal(App.Fine, sample.Run("--orders", path));
        sample.AssertRow("Sales", "¥30.00");
        Assert.Contains(told.Length == 0 ? "utf-8" : told, sample.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Run_LatinText_IsReadInItsEncoding()
    {
        string path = sample.PathOf("o.csv");
        System.IO.File.WriteAllText(path, "customer,date,amount\njosé,2026-03-01,10\nzoë,2026-03-01,10\n", Encoding.Latin1);
        Assert.Equal(App.Fine, sample.Run("--orders", path));
        Assert.Contains("windows-1252", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("Customers", "2");
        Assert.Equal(App.CannotRun, sample.Run("--orders", path, "--encoding", "utf-7"));
    }

    [Fact]
    public void Run_PackedFileAndSpreadsheet_AreRead()
    {
        const string Text = "customer,date,amount\nanna,2026-03-01,10\n";
        string packed = sample.PathOf("o.csv.gz");
        using (var zip = new GZipStream(System.IO.File.Create(packed), CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(Text));
        }

        string archive = sample.PathOf("o.zip");
        using (ZipArchive zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry("orders.csv").Open());
            writer.Write(Text);
        }

        string sheet = sample.PathOf("o.xlsx");
        Spreadsheet.Write(
            sheet, ["Customer", "Date", "Amount", "Order"], ["anna", new DateTime(2026, 3, 1, 9, 30, 0), 10.0, 123.0],
            ["bob", new DateTime(2026, 3, 2), 0.5, "o2"]);

        foreach ((string path, string sales) in new[] { (packed, "10.00"), (archive, "10.00"), (sheet, "10.50") })
        {
            Assert.Equal(("", App.Fine), (sample.Run("--orders", path) == App.Fine ? "" : sample.Error + sample.Output, App.Fine));
            sample.AssertRow("Sales", "¥" + sales);
        }
    }

    [Fact]
    public void Run_TwoCurrencies_AreRefusedWithBothNamed()
    {
        Assert.Equal(
            App.CannotRun, sample.Run("--orders", File("o.csv",
                "customer,date,amount,currency\na,2026-03-01,10,USD\nb,2026-03-02,1000,JPY")));
        Assert.Contains("JPY, USD", sample.Error, StringComparison.Ordinal);
        Assert.Equal(App.CannotRun, sample.Run("--orders", File("p.csv", "customer,date,amount,currency\na,2026-03-01,10,USD")));
        Assert.Contains("--currency USD", sample.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TwoColumnsOfOneName_AreRefusedUnlessOneIsChosen()
    {
        string path = File("o.csv", "customer,date,amount,amount\nanna,2026-03-01,10,99\nbob,2026-03-02,20,98");
        Assert.Equal(App.CannotRun, sample.Run("--orders", path));
        Assert.Contains("#3, #4", sample.Error, StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--orders", path, "--map", "amount=#4"));
        sample.AssertRow("Sales", "¥197.00");
    }

    [Fact]
    public void Run_PriceTakenForAmount_IsMultipliedAndTold()
    {
        sample.Run("--orders", File("o.csv",
            "customer,date,price,quantity\nanna,2026-03-01,10,3\nbob,2026-03-02,5,1"), "--map", "amount=price");
        sample.AssertRow("Sales", "¥35.00");
        Assert.Contains("price × quantity", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StatusWords_AreToldAndUnknownOnesAskedFor()
    {
        string path = File(
            "o.csv",
                "customer,date,amount,order,status\nanna,2026-03-01,10,o1,completed\nbob,2026-03-02,20,o2,cancelled\n"
                + "cat,2026-03-02,500,o3,refunded\ndan,2026-03-02,9,o4,待付款\neve,2026-03-02,7,o5,gewonnen");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", path));
        sample.AssertRow("Sales", "¥10.00");
        Assert.Contains("cancelled 1 row (20.00), refunded 1 row (500.00), 待付款 1 row (9.00)", sample.Output, StringComparison.Ordinal);
        Assert.Contains(
            "--status \"gewonnen=paid\"", sample.Html.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--orders", path, "--status", "gewonnen=paid"));
        sample.AssertRow("Sales", "¥17.00");
    }

    [Fact]
    public void Run_Placeholders_AreNobodyAndTheirSalesAreTold()
    {
        sample.Run("--orders", File("o.csv",
            "order,date,customer,amount\n1,2026-03-01,0,10\n2,2026-03-02,N/A,20\n3,2026-03-03,匿名用户,30\n"
            + "4,2026-03-03,7,5"));
        sample.AssertRow("Customers", "1");
        sample.AssertRow("Sales", "¥65.00");
        sample.AssertRow("without a customer", "¥60.00 in 3 orders");
    }

    [Fact]
    public void Run_Identifiers_FoldAddressesAndWarnOfTwins()
    {
        sample.Run("--orders", File(
            "o.csv",
                "customer,date,amount\nAnna@x.com,2026-03-01,10\nanna@x.com,2026-03-02,10\n00123,2026-03-01,5\n"
                + "123,2026-03-02,5\n123.0,2026-03-03,5\nBo,2026-03-01,1\nbo,2026-03-01,1"));
        sample.AssertRow("Customers", "5");
        Assert.Contains("00123 / 123", sample.Output, StringComparison.Ordinal);
        Assert.Contains("differs only by case, such as Bo / bo", sample.Output, StringComparison.Ordinal);
        Assert.Contains("capitals", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OrderNumbersRoundedByASpreadsheet_KeepTheCustomers()
    {
        sample.Run("--orders", File("o.csv",
            "customer,date,amount,order\nanna,2026-03-01,10,1.20E+17\nbob,2026-03-02,20,1.20E+17\n"
            + "cat,2026-03-02,30,1.20E+17"));
        sample.AssertRow("Customers", "3");
        sample.AssertRow("Orders", "3");
        Assert.Contains("as text", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_QuoteThatIsNotClosed_CostsItsLineOnly()
    {
        string path = File("o.csv",
            "customer,date,amount\n\"anna \"\"b\",2026-03-01,10\nbob \"x\" c,2026-03-01,10\n\"cat,2026-03-01,10\n"
            + "dan,2026-03-01,10");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", path));
        sample.AssertRow("Sales", "¥30.00");
        Assert.Contains("1 of 4 rows of orders (25 %)", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PaymentsAndRefundsInFilesOfTheirOwn_AreJoined()
    {
        string orders = File("o.csv",
            "order_id,customer_id,order_status,order_purchase_timestamp\no1,c1,delivered,2018-01-01 10:00:00\n"
            + "o2,c2,canceled,2018-02-01 10:00:00\no3,c3,delivered,2018-03-01 10:00:00");
        Assert.Equal(App.CannotRun, sample.Run("--orders", orders));
        Assert.Contains("--payments FILE", sample.Error, StringComparison.Ordinal);
        string payments = File("p.csv", "order_id,payment_value\no1,30.00\no1,20.00\no2,99.00\no3,10.00");
        Assert.Equal(App.Fine, sample.Run("--orders", orders, "--payments", payments));
        sample.AssertRow("Sales", "¥60.00");
        string refunds = File(
            "r.csv",
            "order_id,refund_amount,refund_date,status\no1,15,2018-01-05,退款成功\no3,10,2018-03-05,退款关闭\n"
                + "o9,7,2018-03-05,退款成功\no1,5,2018-01-06,halfway");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", orders, "--payments", payments, "--refunds", refunds));
        sample.AssertRow("Sales", "¥45.00"); // 60 − 15: what was refused is no refund, and what is not known costs its row
        Assert.Contains("refunds of 7 belong to orders that are not counted", sample.Output, StringComparison.Ordinal);
        Assert.Contains("halfway", sample.Output, StringComparison.Ordinal);
        sample.Run("--orders", orders, "--payments", payments, "--refunds", refunds, "--status", "halfway=refunded");
        sample.AssertRow("Sales", "¥40.00");
    }

    /// <summary>Amounts of rows in one file, totals of orders in another: each is taken for what it is.</summary>
    [Fact]
    public void Run_FilesOfAmountsAndOfTotals_AreEachReadForWhatTheyAre()
    {
        string lines = File("a.csv", "order,customer,date,product,amount\n1,anna,2026-03-01,tea,10\n1,anna,2026-03-01,cup,10");
        string totals = File("b.csv", "order,customer,date,product,total\n2,bob,2026-03-02,tea,50\n2,bob,2026-03-02,cup,50");
        Assert.Equal(App.Fine, sample.Run("--orders", lines, totals));
        sample.AssertRow("Sales", "¥70.00");
        Assert.Contains("The amount of 1 order stands on each of its rows", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AmountsBeyondCounting_CostTheirRows()
    {
        string path = File(
            "o.csv", "customer,date,price,quantity\nanna,2026-03-01,10,3\nbob,2026-03-01,900000000000,900000000000\n"
                + "cat,2026-03-01,79228162514264337593543950335,9");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", path));
        sample.AssertRow("Sales", "¥30.00");
    }

    /// <summary>What was never paid needs no amount that can be read.</summary>
    [Fact]
    public void Run_RowThatIsNoSale_NeedsNoAmount()
    {
        Assert.Equal(App.Fine, sample.Run("--orders", File(
            "o.csv", "customer,date,amount,order,status\nanna,2026-03-01,10,o1,paid\nbob,,,o2,cancelled")));
        sample.AssertRow("Sales", "¥10.00");
    }

    [Fact]
    public void Run_SeveralFilesOfOneKind_CountARowOfBothOnce()
    {
        string march = File("a.csv", "order,customer,date,amount\n1,anna,2026-03-01,10\n2,bob,2026-03-31,20");
        string april = File("b.csv", "order,customer,date,amount\n2,bob,2026-03-31,20\n3,cat,2026-04-01,30");
        sample.Run("--orders", march, april);
        sample.AssertRow("Sales", "¥60.00");
        Assert.Contains("counted once", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TotalsInSeveralFilesOfOneKind_AreToldOfEachFile()
    {
        string march = File("a.csv", "order,customer,date,amount\n1,anna,2026-03-01,10\nTotal,,,10");
        string april = File("b.csv", "order,customer,date,amount\n2,bob,2026-04-01,20\n3,cat,2026-04-01,30\nSubtotal,,,50\nTotal,,,50");
        string may = File("c.csv", "order,customer,date,amount\n4,dan,2026-05-01,5");
        sample.Run("--orders", march, april, may);
        sample.AssertRow("Sales", "¥65.00");
        Assert.Contains("a.csv: 1 row of totals is no record.", sample.Output, StringComparison.Ordinal);
        Assert.Contains("b.csv: 2 rows of totals are no records.", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("c.csv: 1 row", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AmountsOfOrdersOnEachRow_AreAskedFor()
    {
        string path = File("o.csv", "order,customer,date,product,amount\n" + string.Join('\n', Enumerable.Range(1, 3).Select(static i =>
            $"{i},c{i},2026-03-0{i},tea,{i}0\n{i},c{i},2026-03-0{i},cup,{i}0")));
        Assert.Equal(App.CannotRun, sample.Run("--orders", path));
        Assert.Contains("--amount-per order", sample.Error, StringComparison.Ordinal);
        sample.Run("--orders", path, "--amount-per", "order");
        sample.AssertRow("Sales", "¥60.00");
        sample.Run("--orders", path, "--amount-per", "line");
        sample.AssertRow("Sales", "¥120.00");
    }

    [Fact]
    public void Run_DiscountBesideAPrice_IsTold()
    {
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", File(
            "o.csv", "customer,date,price,quantity,discount\nanna,2026-03-01,10,3,5\nbob,2026-03-02,5,1,0")));
        Assert.Contains("1 row has a discount", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TimesOfGreenwich_AreThoseOfTheColumnsName()
    {
        Assert.Equal(
            App.Fine,
            sample.Run("--orders", File("o.csv", "Customer Email,Created (UTC),Amount,Status\na@x.com,2026-03-01 20:00,10,Paid")));
        Assert.Contains("2026-03-02 to 2026-03-02", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FriendsWithoutACarrier_AreReadWithOneNamedByOption()
    {
        string orders = File("o.csv", "customer,date,amount\n小明,2026-03-01,10");
        string links = File("l.csv",
            "客户昵称,添加时间,添加渠道,删除时间\n小明,2026-02-01 10:00:00,活码,\n小红,2026-02-02 10:00:00,活码,2026-02-20 10:00:00");
        Assert.Equal(App.CannotRun, sample.Run("--orders", orders, "--links", links));
        Assert.Contains("--carrier WeCom", sample.Error, StringComparison.Ordinal);
        Assert.Equal(App.Fine, sample.Run("--orders", orders, "--links", links, "--carrier", "WeCom"));
        sample.AssertRow("Linked now", "1");
    }

    [Fact]
    public void Run_MarkupAndFormulas_AreShownAsText()
    {
        sample.Run("--orders", File("o.csv",
            "customer,date,amount,order,product\n"
            + "\"<script>alert(1)</script>\",2026-03-01,10,o1,\"<img src=x onerror=alert(2)>\"\n"
            + "=cmd|calc,2026-03-02,20,o2,\"a\"\"b'c\""));
        sample.AssertRow("Sales", "¥30.00");
        Assert.DoesNotContain("<script>alert", sample.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", sample.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MisspeltSegment_DoesNotHideTheOthers()
    {
        string segments = sample.File("s.txt", "[buyers]", "orders >= 1", "[wrong]", "ordres >= 2");
        Assert.Equal(App.SomeRowsBad, sample.Run("--orders", File("o.csv",
            "customer,date,amount\nanna,2026-03-01,10"), "--segments", segments));
        Assert.Contains("1 buyers", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SavedMapping_ReadsTheNextFileAlike()
    {
        string mapping = sample.PathOf("m.json");
        string path = File("o.csv", "who;when;paid;state\nAnn;01/02/2026;10,5;won\nBob;13/02/2026;20;lost");
        string[] said =
        [
            "--map", "customer=who", "--map", "date=when", "--map", "amount=paid", "--map", "status=state", "--status", "won=paid",
            "--status", "lost=cancelled",
        ];
        Assert.Equal(App.Fine, sample.Run(["--orders", path, .. said, "--save-mapping", mapping, "--explain-columns"]));
        Assert.Contains("customer = who", sample.Output, StringComparison.Ordinal);
        Assert.Empty(sample.Html);
        Assert.Equal(App.Fine, sample.Run("--orders", path, "--mapping", mapping));
        sample.AssertRow("Sales", "¥10.50");
        System.IO.File.WriteAllText(mapping, "{ \"colums\": {} }");
        Assert.Equal(App.CannotRun, sample.Run("--orders", path, "--mapping", mapping));
    }

    [Fact]
    public void EveryPreset_IsKnownByItsColumns()
    {
        Assert.Equal(
            ["alipay", "alipay-merchant", "douyin", "jd", "shopify", "taobao", "tiktok-shop", "wechat-pay", "wechat-pay-merchant",
                "wecom-friends", "woocommerce", "youzan"],
            Reading.Words.Presets.Select(static preset => preset.Name).Order(StringComparer.Ordinal));
        Assert.All(Reading.Words.Presets, static preset => Assert.All(
            preset.Columns.Keys, field => Assert.True(Reading.Fields.IsKnown($"{preset.File}.{field}"), $"{preset.Name}: {field}")));
    }

    private void Gives(string path, int customers, int orders, string sales)
    {
        int code = sample.Run("--orders", path);

        Assert.Equal(("", App.Fine), (sample.Error, code));
        sample.AssertRow("Customers", customers.ToString(System.Globalization.CultureInfo.InvariantCulture));
        sample.AssertRow("Orders", orders.ToString(System.Globalization.CultureInfo.InvariantCulture));
        sample.AssertRow("Sales", "¥" + sales);
    }

    private string File(string name, string text)
    {
        string path = sample.PathOf(name);
        System.IO.File.WriteAllText(path, text + "\n");
        return path;
    }
}
