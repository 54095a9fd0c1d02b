using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>Stages, their measures and the guard's answers, on five customers that can be counted by hand.</summary>
public sealed class RelationshipTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Run_FiveCustomers_CountsTheirStages()
    {
        Assert.Equal(App.Fine, Run());

        sample.AssertRow("alliance", "0", "0");
        sample.AssertRow("rapport", "1", "1"); // Ann bought and wrote in on her own
        sample.AssertRow("interaction", "1", "2"); // Cy answered
        sample.AssertRow("acquaintance", "2", "4"); // Bob only bought, Eve did nothing
        sample.AssertRow("no link", "1", "5"); // Dee is gone
        Assert.Contains("Customers out of order: 1. Of these bought, but nobody ever talked to them: 1.", sample.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FiveCustomers_MeasuresTheStages()
    {
        Run();

        sample.AssertRow("friend churn", "acquaintance", "33 %", "1 / 3"); // of Ann, Bob and Dee
        sample.AssertRow("group joins", "acquaintance", "unknown", "–"); // no row tells of groups
        sample.AssertRow("interaction", "interaction", "40 %", "2 / 5"); // Ann and Cy of the friends of the window, Dee among them
        sample.AssertRow("still active", "interaction", "unknown", "0 / 0"); // nobody took part before the window
        sample.AssertRow("first purchase", "rapport", "40 %", "2 / 5");
        sample.AssertRow("repurchase", "rapport", "0 %", "0 / 2");
        sample.AssertRow("net promoters (NPS)", "alliance", "unknown", "–");
        sample.AssertRow("purchases per recommender", "alliance", "unknown", "–");
    }

    [Fact]
    public void Run_FiveCustomers_SaysWhoMayBeSoldToAndWhyNot()
    {
        Run();

        sample.AssertRow("promotion", "still being received 1, no link 1, opted out 1", "1", "1", "3", "0");
        sample.AssertRow("welfare", "no link 1, opted out 1", "3", "0", "2", "0");
        sample.AssertRow("referral invitation", "stage too low 2, no link 1, opted out 1", "1", "0", "4", "0");
        sample.AssertRow("Ann", "rapport", "now", "");
        sample.AssertRow("Cy", "interaction", "from 2026-04-04 10:00", "still being received"); // seven days after joining
        sample.AssertRow("Bob", "acquaintance", "no", "stage too low, nothing useful sent yet");
        Assert.Contains("Asked for 2026-04-01 10:00", sample.Output, StringComparison.Ordinal);
        Assert.Contains("It is too early: the relationship is at acquaintance; interaction is needed.", sample.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AtNight_EveryAnswerWaitsForTheMorning()
    {
        Run("--at", "2026-04-01 22:00");

        sample.AssertRow("promotion", "still being received 1, no link 1, opted out 1", "0", "2", "3", "0");
        sample.AssertRow("welfare", "quiet hours 3, no link 1, opted out 1", "0", "3", "2", "0");
        sample.AssertRow("Ann", "rapport", "from 2026-04-02 09:00", "quiet hours");
    }

    [Fact]
    public void Run_AtTheDeferralThatWasShown_TheAnswerIsYes()
    {
        string links = sample.File("l.csv", "customer,carrier,since", "Cy,WeCom,2026-03-28 10:00:30");
        string[] contents = [.. Enumerable.Range(28, 4).Select(static day => $"Cy,2026-03-{day} 12:00")];
        string[] args =
        [
            "--orders", Orders, "--links", links, "--as-of", "2026-03-31", "--interactions",
                sample.File("i.csv", "customer,date,kind", "Cy,2026-03-29,客户消息"),
            "--touches", sample.File("t.csv", ["customer,date", .. contents]), "--touch-kind", "useful_content",
        ];

        sample.Run(args);
        sample.AssertRow("Cy", "interaction", "from 2026-04-04 10:01", "still being received"); // seven days after 10:00:30
        sample.Run([.. args, "--at", "2026-04-04 10:01"]);
        sample.AssertRow("Cy", "interaction", "now", "");
        sample.Run([.. args, "--at", "2026-04-04 10:00"]);
        sample.AssertRow("Cy", "interaction", "from 2026-04-04 10:01", "still being received");
    }

    [Fact]
    public void Run_WithoutInteractions_SaysThatStagesCannotBeSeen()
    {
        sample.Run("--orders", Orders, "--links", Links, "--as-of", "2026-03-31");

        Assert.Contains("nobody can be seen above acquaintance", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("interaction", "interaction", "unknown", "–");
    }

    [Fact]
    public void Run_WithoutTouches_SaysThatTheLimitsCannotBeKept()
    {
        string interactions = sample.File(
            "i.csv", "customer,date,kind", "Ann,2026-03-05 12:00,主动反馈", "Ann,2026-03-10 12:00,客户消息", "Eve,2026-03-01 12:00,投诉");
        string[] args = ["--orders", Orders, "--links", Links, "--interactions", interactions, "--as-of", "2026-03-31"];

        sample.Run(args);
        sample.AssertRow("promotion", "stage too low 3, no link 1, no record of messages 1", "0", "0", "4", "1");
        sample.AssertRow("welfare", "no record of messages 4, no link 1", "0", "0", "1", "4");
        sample.AssertRow("Ann", "rapport", "undecidable", "no record of messages");
        Assert.Contains("No touches file was given", sample.Output, StringComparison.Ordinal);
        Assert.Contains("Without a touches file no conversation is seen", sample.Output, StringComparison.Ordinal);
        Assert.Contains("There is no record of what was sent to the customer", sample.Html, StringComparison.Ordinal);

        sample.Run([.. args, "--touches", sample.File("t.csv", "customer,date,kind", "Bob,2026-03-20 12:00,干货内容")]);
        sample.AssertRow("welfare", "no link 1", "4", "0", "1", "0"); // nothing was sent to the others, and that is known
        Assert.DoesNotContain("No touches file was given", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Without a touches file", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InTheShopsZone_SentencesShowItsTime()
    {
        Run();
        Assert.Contains(
            "The customer joined at 2026-03-28 10:00; no promotion goes out before 2026-04-04 10:00.", sample.Html,
                StringComparison.Ordinal);

        Run("--lang", "zh");
        Assert.Contains(
            "客户于 2026-03-28 10:00 加入，2026-04-04 10:00 之前不推销。",
            System.Net.WebUtility.HtmlDecode(sample.Html),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OrdersOfNothing_MakeNoBuyer()
    {
        string orders = sample.File("orders.csv", "customer,date,amount", "Ann,2026-03-01,100", "Ann,2026-03-02,0", "Bob,2026-03-01,0");

        Assert.Equal(App.Fine, sample.Run("--orders", orders, "--every-buyer-linked"));
        sample.AssertRow("Buyers", "1");
        sample.AssertRow("Linked now", "1"); // Bob is no buyer, so nothing says that he is linked
        sample.AssertRow("Orders", "1");
        sample.AssertRow("2026-02-23", "1", "0"); // the week of Ann's order; her sample is no repeat order
    }

    [Theory]
    [InlineData("1901-01-01")]
    [InlineData("2198-12-31")]
    public void Run_FirstAndLastPossibleDay_AreReported(string day)
    {
        Assert.Equal(App.Fine,
            sample.Run("--orders", sample.File("o.csv", "customer,date,amount", $"Ann,{day},1"), "--every-buyer-linked"));
        sample.AssertRow("acquaintance", "1", "1");
    }

    [Fact]
    public void Run_WithoutLinks_SaysThatNothingIsKnownOfThem()
    {
        sample.Run("--orders", Orders);

        Assert.Contains("Relationship stages: No links file was given", sample.Output, StringComparison.Ordinal);
        Assert.Contains("Who may be written to: No links file was given", sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interactions.csv", "Ann,2026-03-05,dance,", "kind", "\"dance\" is no kind; known are: message_received, activity_joined,")]
    [InlineData("interactions.csv", "Ann,2026-03-05,推荐打分,11", "detail", "A rating from 0 to 10 is needed.")]
    [InlineData("interactions.csv", "Ann,2026-03-05,group_joined,", "detail", "There is no value.")]
    [InlineData("interactions.csv", "Ann,2026-03-05,退订,pigeon", "detail", "A carrier is needed")]
    [InlineData("interactions.csv", "Ann,yesterday,投诉,", "date", "\"yesterday\" is no date")]
    [InlineData("touches.csv", "Ann,2026-03-05,spam", "kind", "\"spam\" is no kind; known are: service_reply, useful_content,")]
    [InlineData("touches.csv", ",2026-03-05,促销", "customer", "There is no value.")]
    public void Run_BadRow_NamesFileLineColumnReasonAndExits1(string file, string bad, string column, string reason)
    {
        string errors = sample.PathOf("errors.csv");
        bool isTouch = file is "touches.csv";
        string path = isTouch
            ? sample.File(file, "customer,date,kind", "Ann,2026-03-01,福利", bad)
            : sample.File(file, "customer,date,kind,detail", "Ann,2026-03-01,message_received,", bad);

        int code = sample.Run("--orders", Orders, "--links", Links, isTouch ? "--touches" : "--interactions", path, "--errors", errors);

        Assert.Equal(App.SomeRowsBad, code);
        string row = File.ReadAllLines(errors)[1];
        Assert.StartsWith($"{file},3,{column},", row, StringComparison.Ordinal);
        Assert.Contains(reason, row.Replace("\"\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TouchesOfUndatedCampaigns_TakeTheDatesFromTheirOwnFile()
    {
        string touches = sample.File("t.csv", "campaign_id,who", "7,Ann", "8,Ann");
        string dates = sample.File("d.csv", "campaign,start", "7,2026-03-30");

        int code = sample.Run(
            "--orders", Orders, "--links", Links, "--as-of", "2026-03-31", "--touches", touches, "--touch-dates", dates, "--touch-kind",
                "促销",
            "--map", "touches.customer=who", "--map", "touch_dates.date=start", "--interactions",
                sample.File("i.csv", "customer,date", "Ann,2026-03-10"),
            "--interaction-kind", "message_received");

        Assert.Equal(App.SomeRowsBad, code);
        Assert.Contains("It is not known when \"8\" was sent.", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("Ann", "interaction", "no", "too much promotion so far, too many of this kind");
    }

    private string Orders => sample.File("orders.csv", "customer,date,amount", "Ann,2026-03-01 12:00,100", "Bob,2026-02-01 12:00,50");

    private string Links => sample.File(
        "links.csv",
        "customer,carrier,since,lost_at",
        "Ann,WeCom,2025-12-01 10:00,",
        "Bob,WeCom,2025-12-01 10:00,",
        "Cy,WeCom,2026-03-28 10:00,",
        "Dee,WeCom,2025-12-01 10:00,2026-02-01 10:00",
        "Eve,WeCom,2026-01-01 10:00,");

    private int Run(params string[] more)
    {
        string interactions = sample.File(
            "i.csv", "customer,date,kind,detail", "Ann,2026-03-05 12:00,主动反馈,", "Ann,2026-03-10 12:00,客户消息,",
                "Cy,2026-03-29 12:00,message_received,", "Eve,2026-03-01 12:00,退订,企业微信");
        string[] days =
            ["Ann,2026-03-20", "Ann,2026-03-21", "Ann,2026-03-22", "Ann,2026-03-23", "Cy,2026-03-28", "Cy,2026-03-29", "Cy,2026-03-30",
                "Cy,2026-03-31"];
        string touches = sample.File("t.csv", ["customer,date,kind", .. days.Select(static day => $"{day} 12:00,干货内容")]);
        return sample.Run(
            ["--orders", Orders, "--links", Links, "--interactions", interactions, "--touches", touches, "--as-of", "2026-03-31", .. more]);
    }
}
