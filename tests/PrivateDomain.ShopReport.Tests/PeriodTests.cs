namespace PrivateDomain.ShopReport.Tests;

/// <summary>Plan and actual, growth of spend, needs and depth, on customers that can be counted by hand.</summary>
public sealed class PeriodTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    // Planned: 10 × 50 % × 2 × 20 = 200. Came: Ann, Bob and Cy by cards in March; Ann bought twice (30 and 10), Bob once (50); Dee came in
    // February, and her order of March is no part of the plan. 90 instead of 200: followers 3 of 10, first purchase 2/3, orders 1.5.
    [Fact]
    public void Run_APlan_IsHeldAgainstWhoCameInItsPeriod()
    {
        Assert.Equal(App.Fine, Run("--plan", Plan("卡片,2026-03-01,2026-03-31,10,0.5,2,20")));

        Assert.Contains(
            "Plan and actual: 2026-03-01 to 2026-03-31: ¥90.00 of ¥200.00 planned, -¥110.00.", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("new followers", "10", "3", "-¥165.86", "6.67");
        sample.AssertRow("first purchase", "50 %", "66.7 %", "¥39.63", "not by this alone");
        sample.AssertRow("orders a buyer", "2", "1.5", "-¥39.63", "3.33");
        sample.AssertRow("ticket", "20", "30", "¥55.86", "66.67");
    }

    [Fact]
    public void Run_APlanThatIsNotOver_OrWithoutLinks_SaysWhyItIsNotCompared()
    {
        Run("--plan", Plan("卡片,2026-03-01,2026-04-30,10,0.5,2,20"));
        Assert.Contains("Plan and actual: the period is not over until 2026-04-30", sample.Output, StringComparison.Ordinal);

        sample.Run("--orders", Orders, "--plan", Plan("卡片,2026-03-01,2026-03-31,10,0.5,2,20"));
        Assert.Contains("Plan and actual: No links file was given", sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("卡片,2026-03-01,2026-03-30,10,0.5,2,20", "one plan is of one")]
    [InlineData("卡片,2026-03-01,2026-03-31,10,0.5,2,20", "The channel \"卡片\" stands twice in --plan.")]
    public void Run_APlanOfTwoPeriods_OrOfAChannelTwice_IsRefused(string second, string why)
    {
        Assert.Equal(App.CannotRun, Run("--plan", Plan("卡片,2026-03-01,2026-03-31,10,0.5,2,20", second)));
        Assert.Contains(why, sample.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("卡片,2026-03-31,2026-03-01,10,0.5,2,20", "The period ends before it begins.")]
    [InlineData("卡片,2026-03-01,2026-03-31,10,1.5,2,20", "1.5")]
    public void Run_ABadRowOfAPlan_IsNamed(string row, string why)
    {
        Assert.Equal(App.SomeRowsBad, Run("--plan", Plan(row)));
        Assert.Contains(why, sample.Error + sample.Output, StringComparison.Ordinal);
    }

    // 2 February to 31 March are 58 days: two periods of 29, from 3 March on and before it. Dee spent 40 and then 70; the others are won.
    [Fact]
    public void Run_Orders_TellHowSpendGrew()
    {
        Run();

        Assert.Contains(
            "Growth of spend: ¥40.00 from 2026-02-02 to 2026-03-02, ¥160.00 from 2026-03-03 to 2026-03-31: ¥120.00.", sample.Output,
            StringComparison.Ordinal);
        sample.AssertRow("won", "2", "¥0.00", "¥90.00", "¥90.00");
        sample.AssertRow("grown", "1", "¥40.00", "¥70.00", "¥30.00");
    }

    // Tea lasts 10 days. Ann bought it 12 days before the end: shown. Bob asked for it after his: shown. Dee bought it the day before.
    [Fact]
    public void Run_ProductGroupsAndNotes_TellNeedsAndDepth()
    {
        string products = sample.File("p.csv", "product,name,group,cycle_days", "T,Tea,tea,10", "S,Socks,,");
        string notes = sample.File(
            "i.csv", "customer,date,kind,detail", "Bob,2026-03-30,记录信息,need=tea", "Ann,2026-03-30,fact_noted,sizes：38");
        Assert.Equal(App.Fine, Run("--products", products, "--interactions", notes));

        sample.AssertRow("tea", "2", "1", "1", "0"); // Cy never bought any
        Assert.Contains("Depth of service: 4.2 %", sample.Output, StringComparison.Ordinal); // one of six topics of one of four
        sample.AssertRow("sizes", "1", "0", "0");
        sample.AssertRow("household", "0", "0", "4");
    }

    [Fact]
    public void Run_ANoteWithoutATopic_IsNamed()
    {
        string notes = sample.File("i.csv", "customer,date,kind,detail", "Bob,2026-03-30,记录信息,38", "Bob,2026-03-30,记录信息,sizes=38");
        Assert.Equal(App.SomeRowsBad, Run("--interactions", notes));
    }

    private string Orders => sample.File(
        "o.csv", "customer,date,amount,product", "Dee,2026-02-02,40,S", "Ann,2026-03-10,30,S", "Ann,2026-03-19,10,T", "Bob,2026-03-15,50,T",
        "Dee,2026-03-30,70,T");

    private string Plan(params string[] rows) =>
        sample.File("plan.csv", ["channel,from,to,followers,first_purchase,orders_per_buyer,ticket", .. rows]);

    private int Run(params string[] more)
    {
        string links = sample.File(
            "l.csv", "customer,carrier,since,channel", "Ann,WeCom,2026-03-02,卡片", "Bob,WeCom,2026-03-03,卡片", "Cy,WeCom,2026-03-04,卡片",
            "Dee,WeCom,2026-02-01,卡片");
        return sample.Run(["--orders", Orders, "--links", links, "--as-of", "2026-03-31", .. more]);
    }
}
