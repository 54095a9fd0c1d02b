using System.Xml.Linq;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Tests;

public sealed class CompareTests : IDisposable
{
    private static readonly ShopOptions Until = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema, [new("often", Facts.Orders.AtLeast(3)), new("rest", Facts.Orders.LessThan(3))]),
    };

    private static readonly ShopOptions Stricter = Until with
    {
        Outreach = Until.Outreach with
        {
            Caps = [.. Until.Outreach.Caps.Select(static cap => cap with { Max = 0 })],
        },
        Segments = SegmentSet.From(ShopFacts.Schema, [new("often", Facts.Orders.AtLeast(4)), new("rest", Facts.Orders.LessThan(3))]),
    };

    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("en", "Comes in: nobody; goes out: orders is exactly 3.", "This is no experiment")]
    [InlineData("zh", "进入：无人；退出：订单数等于 3。", "这不是随机实验")]
    public void TwoDocuments_AreSaidInWords_AndWhomTheDifferenceTouches(string language, string effect, string warning)
    {
        int code = sample.Run(
            "compare", "--rules", Document("a.json", Until), "--with", Document("b.json", Stricter), "--lang", language,
            "--follow-days", "3");
        Assert.Equal("", sample.Error);
        Assert.Equal(App.Fine, code);
        string page = System.Net.WebUtility.HtmlDecode(sample.Html);
        foreach (string said in new[] { effect, warning, "often" })
        {
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains(said, Flat(sample.Output), StringComparison.Ordinal);
        }

        XDocument.Parse(sample.Html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)); // well-formed
        Assert.DoesNotContain("://", sample.Html, StringComparison.Ordinal);
    }

    /// <summary>Orders were counted by hand: ann has three, ben four; ann's second message came on the day of the first.</summary>
    [Fact]
    public void AFewCustomers_AreCountedByHand()
    {
        string orders = sample.File(
            "orders.csv", "order,date,customer,amount", "o1,2026-03-01,ann,10", "o2,2026-03-05,ann,10", "o3,2026-03-09,ann,10",
            "o4,2026-03-01,ben,10", "o5,2026-03-02,ben,10", "o6,2026-03-03,ben,10", "o7,2026-03-30,ben,10");
        string links = sample.File("links.csv", "customer,carrier,since", "ann,WeCom,2026-03-01", "ben,WeCom,2026-03-01");
        string touches = sample.File(
            "touches.csv", "customer,date,kind", "ann,2026-03-10 10:00,promotion", "ann,2026-03-10 11:00,promotion",
            "ben,2026-03-28 10:00,service_reply");
        int code = sample.Run(
            "compare", "--rules", Document("a.json", Until), "--with", Document("b.json", Stricter), "--orders", orders, "--links", links,
            "--touches", touches);
        Assert.Equal("", sample.Error);
        Assert.Equal(App.Fine, code);
        sample.AssertRow("often", "in it", "not in it", "1", "ann");
        Assert.Contains("Of 2 touches the other rules refuse 2", Flat(sample.Output), StringComparison.Ordinal);
        Assert.Contains("1 were left out, too young to be followed for 14 days", Flat(sample.Output), StringComparison.Ordinal);
        sample.AssertRow("bought", "0 % (0/1)", "unknown", "unknown");
    }

    [Fact]
    public void EqualDocuments_DifferInNothing_AndWrongOnesAreRefusedWithAllMistakes()
    {
        string same = Document("a.json", Until);
        Assert.Equal(App.Fine, sample.Run("compare", "--rules", same, "--with", same));
        Assert.Contains("Nothing: both documents say the same.", sample.Output, StringComparison.Ordinal);
        string wrong = sample.File("wrong.json", "{ \"version\": 1, \"zone\": \"Asia/Nowhere\", \"currency\": \"CNY\", \"grops\": 1 }");
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same, "--with", wrong));
        Assert.Contains("Asia/Nowhere", sample.Error, StringComparison.Ordinal);
        Assert.Contains("grops", sample.Error, StringComparison.Ordinal);
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same, "--with", sample.PathOf("none.json")));
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same, "--with", same, "--currency", "USD"));
        Assert.Contains("give --currency", sample.Error, StringComparison.Ordinal);
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same, "--with", same, "--zone", "Asia/Tokyo"));
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same, "--with", same, "--follow-days", "0"));
        Assert.Equal(App.CannotRun, sample.Run("compare", "--rules", same));
        Assert.Contains("--with", sample.Error, StringComparison.Ordinal);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Document(string name, ShopOptions options)
    {
        string path = sample.PathOf(name);
        File.WriteAllBytes(path, ShopOptionsJson.Write(options, indented: true));
        return path;
    }
}
