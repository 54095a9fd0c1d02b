namespace PrivateDomain.ShopReport.Tests;

/// <summary>Exports in which another column than the status, or another than the first amount, says what was paid in the end.</summary>
[Text]
public sealed class RefundStatusTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    /// <summary>Completed orders whose after-sales column says that the money went back.</summary>
    [Fact]
    public void AfterSales_TakesSalesBack_AndIsTold()
    {
        Run(
            "主订单编号,子订单编号,选购商品,商品数量,商品单价,订单应付金额,收件人手机号,订单提交时间,支付完成时间,订单状态,售后状态",
            "691,691,面霜,1,100.00,90.00,138****1111,2026/03/01 10:00:00,2026/03/01 10:01:00,已完成,-",
            "692,692,面霜,1,100.00,100.00,138****2222,2026/03/02 10:00:00,2026/03/02 10:01:00,已完成,退款成功",
            "693,693,面霜,2,100.00,200.00,138****3333,2026/03/03 10:00:00,2026/03/03 10:01:00,已完成,售后关闭",
            "694,694,面霜,1,100.00,100.00,138****4444,2026/03/03 10:00:00,2026/03/03 10:01:00,已关闭,退款成功",
            "695,695,面霜,1,100.00,60.00,138****5555,2026/03/03 10:00:00,2026/03/03 10:01:00,已完成,待商家处理");

        Gives(orders: 3, "350.00");
        Told("退款成功 1 row (100.00)");
        Told("1 row has a refund status such as 待商家处理, which is read as nothing given back");
    }

    [Fact]
    public void StatusOfTwoWords_IsKnown()
    {
        Run(
            "商品,订单号,订单状态,用户实付金额(元),商家实收金额(元),商品数量(件),手机,支付时间,售后状态",
            "毛巾,260301-111,已收货,25.00,27.00,1,13800000001,2026-03-01 08:00:00,无售后或售后取消",
            "毛巾,260301-112,已收货,30.00,30.00,1,13800000002,2026-03-01 09:00:00,退款成功",
            "毛巾,260301-113,已发货，待签收,60.00,60.00,2,13800000003,2026-03-02 09:00:00,无售后或售后取消",
            "毛巾,260301-114,已取消，退款成功,60.00,60.00,2,13800000004,2026-03-02 09:00:00,退款成功");

        Gives(orders: 2, "85.00");
        Told("已取消，退款成功 1 row (60.00)");
    }

    /// <summary>A refund status may tell how much; where the amount has a column of its own, that goes before.</summary>
    [Fact]
    public void RefundStatus_WithAnAmount_TakesThatMuch()
    {
        Run(
            "order,date,customer,amount,refund status,refund amount",
            "o1,2026-03-01,ann,100,refunded(30.00),",
            "o2,2026-03-01,bob,100,refunded,40",
            "o3,2026-03-01,cat,100,refunded,",
            "o4,2026-03-01,dan,100,none,");

        Gives(orders: 3, "230.00");
    }

    [Fact]
    public void PartOfUnknownSize_IsAskedFor()
    {
        Run(
            "order,date,customer,amount,refund status", "o1,2026-03-01,ann,100,partially refunded", "o2,2026-03-01,bob,10,none");

        Gives(orders: 1, "10.00", App.SomeRowsBad);
        Assert.Contains("--map refund_amount=COLUMN", sample.Html, StringComparison.Ordinal);
    }

    /// <summary>One line of an order went back, and the total stands on each of its lines.</summary>
    [Fact]
    public void LineOfATotal_TakenBack_IsTold()
    {
        Run(
            "order,date,customer,total,product,refund status", "o1,2026-03-01,ann,100,tea,none", "o1,2026-03-01,ann,100,cup,refunded",
            "o2,2026-03-01,bob,10,tea,none");

        Gives(orders: 2, "110.00", App.SomeRowsBad);
        Told("Of 1 order a line was given back, but it is not told how much of the total");
    }

    /// <summary>Before and after the discount: what was paid counts, whether the rows are orders or lines.</summary>
    [Theory]
    [InlineData("250.00", "A1,m1,2026-03-01,茶,2,50,100,20,80", "A2,m2,2026-03-02,茶,1,50,50,0,50", "A3,m1,2026-03-03,茶,3,50,150,30,120")]
    [InlineData("295.00",
        "A1,m1,2026-03-01,茶,2,50,100,20,80", "A1,m1,2026-03-01,杯,1,30,30,10,20", "A2,m2,2026-03-02,茶,1,50,50,0,50",
        "A3,m1,2026-03-03,茶,3,50,150,30,120", "A3,m1,2026-03-03,杯,1,30,30,5,25")]
    public void PaidColumn_GoesBeforeTheGrossOne_AndIsTold(string sales, params string[] rows)
    {
        Run(["订单号,会员号,付款时间,商品,数量,单价,小计,优惠,实付金额", .. rows]);

        Gives(orders: 3, sales);
        Told("\"实付金额\" is what was paid and counts, not \"小计\"");
    }

    [Fact]
    public void TwoColumns_OfWhichNoneSaysPaid_AreTold()
    {
        Run("order,date,customer,amount,total", "o1,2026-03-01,ann,100,90", "o2,2026-03-01,bob,10,10");

        Gives(orders: 2, "110.00");
        Told("1 order adds up to two different sums: amount 100, total 90");
    }

    /// <summary>The address stands on every line, who paid when on the first one only.</summary>
    [Fact]
    public void FurtherLine_WithoutADate_BelongsToTheOrderAbove()
    {
        Run(
            "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Discount Amount,Lineitem quantity,Lineitem name,"
                + "Lineitem price,Refunded Amount",
            "#1,Ann@x.com,paid,2026-03-01 10:00:00 +0800,CNY,90,10,100,10,1,Tea,60,0",
            "#1,Ann@x.com,,,,,,,,2,Cup,20,",
            "#2,bob@x.com,partially_refunded,2026-03-02 10:00:00 +0800,CNY,80,0,80,0,4,Cup,20,20");

        Gives(orders: 2, "160.00");
        Told("Cup");
    }

    /// <summary>A till writes what it gives back as a row below 0, here in a column of totals.</summary>
    [Fact]
    public void TotalBelow0_IsARefund()
    {
        Run(
            "门店：东街店", "流水号,时间,会员卡号,商品名称,数量,单价,折扣,实收金额", "0001,2026-03-01 10:00,V001,茶,2,50,10,90",
            "0001,2026-03-01 10:00,V001,杯,1,30,0,30", "0002,2026-03-01 11:00,-,茶,1,50,0,50", "0003,2026-03-02 10:00,V002,茶,1,50,0,50",
            "0003,2026-03-02 12:00,V002,茶,-1,50,0,-50", "合计,,,,4,,10,170");

        Gives(orders: 2, "170.00");
    }

    private int code;

    private void Run(params string[] lines) => code = sample.Run("--orders", sample.File("o.csv", lines));

    private void Gives(int orders, string sales, int ends = App.Fine)
    {
        Assert.Equal(ends, code);
        Assert.Empty(sample.Error);
        sample.AssertRow("Orders", orders.ToString(System.Globalization.CultureInfo.InvariantCulture));
        sample.AssertRow("Sales", "¥" + sales);
    }

    // The lines of the output are broken at its width.
    private void Told(string what) => Assert.Contains(
        what, string.Join(' ', sample.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
