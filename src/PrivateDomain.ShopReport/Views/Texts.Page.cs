using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words around the sections of the page, and those of its script.</summary>
internal sealed partial class Texts
{
    public string SkipToContent => Say("Skip to the content", "跳到正文");

    /// <summary>Ends a sentence before another.</summary>
    public string Stop => Say(". ", "。");

    public string Contents => Say("Contents", "目录");

    /// <summary>What the script of the page says, by its names.</summary>
    public IEnumerable<(string Name, string Text)> PageWords =>
    [
        ("all", Say("all", "全部")),
        ("filter", Say("Search", "搜索")),
        ("count", Say("{0} of {1}", "{0} / {1}")),
        ("more", Say("Show all {0}", "显示全部 {0} 条")),
        ("fewer", Say("Show fewer", "收起")),
        ("download", Say("Download CSV", "下载 CSV")),
        ("close", Say("Close", "关闭")),
        ("today", TodayWord),
        ("stage", Say("Why this stage", "为什么处于该阶段")),
        ("answers", OutreachTitle),
        ("changes", Say("What changes when, if nothing happens", "若无新动作，何时会变化")),
        ("nothing", Say("Nothing within 60 days.", "60 天内没有变化。")),
        ("segments", Say("Why in a segment, or not", "为什么属于或不属于分群")),
    ];

    public string Footer(Shop shop) => Say(
        $"Times are the shop's ({shop.Zone.Id}); amounts are in {shop.Currency.Code}. The page holds customers' data and asks "
            + "nothing of the network.",
        $"时间为店铺当地时间（{shop.Zone.Id}），金额单位为 {shop.Currency.Code}。本页含客户数据，不访问网络。");

    public string OnPaper => Say("On paper the first 40 rows are shown.", "打印时仅显示前 40 行。");
}
