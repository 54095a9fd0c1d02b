using System.Globalization;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class ProgrammeTests : IDisposable
{
    private const string Good = """
        {
          "name": "spring", "mechanic": "InviteFriends", "logic": "LifetimeValue", "paidPer": "PerPurchase",
          "reward": 10, "budget": 5000, "begins": "2026-05-01", "ends": "2026-06-01",
          "hook": { "fixedCost": 500 },
          "costs": { "perSuccess": 2, "perInvitation": 0.5 },
          "funnel": { "joinPerInvitation": 0.2, "purchasePerJoin": 0.5, "freeloaderShare": 0.5, "retainedShare": 0.8 },
          "value": { "firstOrder": 50, "freeloaderFirstOrder": 0, "perMonth": 100, "retentionRate": 0.8, "discountRate": 0.1 },
          "plan": { "successes": 100, "redLine": 0, "cashHorizon": 12 },
          "shop": { "receptionRate": 0.7, "complaintRate": 0.02, "needShare": 0.5 }
        }
        """;

    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("en", "The programme is refused:", "The loss grows with success: at the planned size -9500.00 CNY is left",
        "218 customers are retained; 1000 are needed.")]
    [InlineData("zh", "活动不可行：", "越成功亏损越大：按计划规模最后剩 -9500.00 CNY", "留量客户有 218 人，需要 1000 人。")]
    public void Run_NoProgramme_TriesTheScarfOnTheShippedShop(string language, string verdict, string loss, string gate)
    {
        Assert.Equal(App.Fine, sample.Run("--lang", language));

        foreach (string said in new[] { verdict, loss, gate })
        {
            Assert.Contains(said, sample.Output, StringComparison.Ordinal);
            Assert.Contains(said, System.Net.WebUtility.HtmlDecode(sample.Html), StringComparison.Ordinal);
        }

        // 15 + 1 + 2 + 6 = 24 a head; 24 ÷ (1 − 0.9) = 240; of the genuine 40 % stay: 600. A head brings 0.1 × 50 = 5.
        foreach (string cells in new[] { "¥24.00", "¥240.00", "¥600.00", "¥5.00" })
        {
            Assert.Contains(Rows, row => row is [_, var value] && value.Equals(cells, StringComparison.Ordinal));
        }

        Assert.Contains(Rows, static row => row is ["100", "¥2,400.00", "-¥1,900.00"]);
        Assert.Contains(Rows, static row => row is ["1,000", "¥24,000.00", "-¥19,000.00"]);
        Assert.Contains(Rows, static row => row is ["10,000", "¥240,000.00", "-¥190,000.00"]);
    }

    [Fact]
    public void Run_ProgrammeThatPays_ShowsItsArithmetic()
    {
        Assert.Equal(App.Fine, Run(Good));

        Assert.Contains("At the planned size the programme pays.", sample.Output, StringComparison.Ordinal);
        sample.AssertRow("Cost per newcomer", "¥17.00"); // 10 + 2 + 0.5 ÷ 0.1
        sample.AssertRow("Cost per genuine newcomer", "¥34.00");
        sample.AssertRow("Cost per newcomer who stays", "¥42.50");
        sample.AssertRow("Most a newcomer may be given", "¥176.33"); // 0.5 × 366.667 − 7
        sample.AssertRow("Largest reward within red line and horizon", "¥171.33"); // the hook's 500 shared by the 100 planned
        sample.AssertRow("100", "¥2,200.00", "¥16,133.33");
        sample.AssertRow("1,000", "¥17,500.00", "¥165,833.33");
        sample.AssertRow("10,000", "¥170,500.00", "¥1,662,833.33");
    }

    [Fact]
    public void Run_YoungShop_NamesEveryFailingGateAndWhatIsNotKnown()
    {
        Run(Good);

        foreach (string said in new[]
        {
            "The shop is not ready for a referral programme:",
            "The private domain is 30 days old; 90 are needed.",
            "The reception rate is 70 %, but 80 % is needed.",
            "The complaint rate is 2 %, but at most 1 % is allowed.",
            "It is not known: retained customers.",
            "It is not known: retention rate.",
        })
        {
            Assert.Contains(said, sample.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("want it", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BrokenProgramme_ListsEveryMistakeWithItsPlaceAndStillReports()
    {
        string errors = sample.PathOf("errors.csv");
        int code = Run(
            """
            {
              "name": "", "mechanic": "Dance", "logic": "LifetimeValue", "paidPer": 3,
              "reward": -1, "budget": 100, "begins": "2026-13-01", "ends": "2026-02-01", "colour": "red",
              "hook": { "goods": -15, "storage": 1, "labour": [2] },
              "funnel": { "joinPerInvitation": 1.5, "purchasePerJoin": 1, "freeloaderShare": "most" },
              "value": { "firstOrder": 1e30, "freeloaderFirstOrder": 0, "perMonth": 1, "retentionRate": 0.5, "discountRate": -2 },
              "plan": { "successes": 0, "redLine": 0, "cashHorizon": 1.5 }
            }
            """, "--errors", errors);

        Assert.Equal(App.SomeRowsBad, code);
        string[] places = [.. File.ReadAllLines(errors).Skip(1).Select(static line => string.Join(',', line.Split(',')[..3]))
            .Order(StringComparer.Ordinal)];
        string[] expected =
        [
            "p.json,1,hook.postage", "p.json,2,mechanic", "p.json,2,name", "p.json,2,paidPer", "p.json,3,begins", "p.json,3,colour",
            "p.json,3,reward",
            "p.json,4,hook.goods", "p.json,4,hook.labour", "p.json,5,funnel.freeloaderShare", "p.json,5,funnel.joinPerInvitation",
            "p.json,6,value.discountRate", "p.json,6,value.firstOrder", "p.json,7,plan.cashHorizon", "p.json,7,plan.successes",
        ];
        Assert.Equal(expected, places);
        Assert.Contains("¥10.00", sample.Output, StringComparison.Ordinal);
        Assert.Contains("its file has mistakes", sample.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"name\": \"x\",\n  oops\n}", "3", "This is no JSON")]
    [InlineData("[1]", "1", "A JSON object is needed.")]
    [InlineData("", "2", "This is no JSON")] // at the end of the file
    [InlineData("{ \"name\": \"x\",\n \"name\": \"y\" }", "2", "The field is there twice.")]
    [InlineData("{ \"name\": \"\\ud800\" }", "1", "A text in it is no Unicode")]
    public void Run_NoProgrammeAtAll_SaysWhereAndExits1(string text, string line, string said)
    {
        Assert.Equal(App.SomeRowsBad, Run(text));

        Assert.Contains(Rows, row => row is ["p.json", var at, _, var reason] && at.Equals(line, StringComparison.Ordinal)
            && reason.StartsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ProgrammeInAnotherEncoding_IsReadByTheOption()
    {
        string path = sample.PathOf("gbk.json");
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        File.WriteAllText(path, Good.Replace("spring", "春季老带新", StringComparison.Ordinal),
            System.Text.Encoding.GetEncoding("gb18030"));

        Assert.Equal(App.Fine, sample.Run(
            "--orders", sample.File("o.csv", "customer,date,amount", "Ann,2026-03-01,4"), "--programme", path, "--encoding", "gb18030"));
        Assert.Contains("春季老带新: 100 newcomers planned", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HookOfBothForms_IsRefused()
    {
        Assert.Equal(App.SomeRowsBad,
            Run(Good.Replace("\"fixedCost\": 500", "\"fixedCost\": 500, \"goods\": 5", StringComparison.Ordinal)));
        Assert.Contains(Rows, static row => row is ["p.json", "4", "hook.goods", _]);
    }

    [Fact]
    public void Run_MissingProgrammeFile_Exits2()
    {
        Assert.Equal(App.CannotRun, sample.Run("--programme", "nowhere.json"));
        Assert.Contains("There is no file \"nowhere.json\"", sample.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SizesBeyondComputing_AreLeftOut_TheVerdictStands()
    {
        string tiny = 0.0000000000001m.ToString(CultureInfo.InvariantCulture);
        string text = Good.Replace("\"joinPerInvitation\": 0.2", $"\"joinPerInvitation\": {tiny}", StringComparison.Ordinal)
            .Replace("\"purchasePerJoin\": 0.5", $"\"purchasePerJoin\": {tiny}", StringComparison.Ordinal);

        Assert.Equal(0, Run(text));
        Assert.Contains("The programme is refused:", sample.Output, StringComparison.Ordinal);
    }

    private string[][] Rows => [.. sample.Output.Split('\n')
        .Select(static line => line.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private int Run(string programme, params string[] more) => sample.Run(
    [
        "--orders", sample.File("o.csv", "customer,date,amount", "Ann,2026-03-01,4", "Ann,2026-03-31,6"), "--programme",
        sample.File("p.json", programme), .. more,
    ]);
}
