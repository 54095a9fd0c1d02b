namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on who grows cold.</summary>
internal sealed partial class Texts
{
    public string ColdWord => Say("Grow cold next week", "下周将变冷的客户");

    public string ColdMeaning => Say(
        "If nothing happens: whose stage falls in the seven days after the last one, and who enters and leaves which segment. Segments "
            + "that ask for RFM scores are left out: they depend on the other customers.",
        "假如什么都不发生：最后一日之后七天内谁的关系阶段下降，谁进出哪个分群。使用 RFM 得分的分群取决于其他客户，未列入。");

    public string NobodyGrowsCold => Say("Nobody's stage falls next week.", "下周没有客户的关系阶段下降。");

    public string FallsOn => Say("On", "日期");

    public string StageNow => Say("Stage now", "当前阶段");

    public string StageThen => Say("Stage then", "降至");

    public string SegmentsNextWeek => Say("Segments in the next seven days", "未来七天的分群变化");

    public string InItNow => Say("Now", "现在");

    public string Entering => Say("Enter", "进入");

    public string Leaving => Say("Leave", "退出");

    public string InAWeek => Say("Then", "七天后");

    public string GrowCold(ColdPart part) => Say(
        (part.Customers == 1 ? "1 customer falls" : $"{Show.Count(part.Customers)} customers fall")
            + " to a lower stage next week if nobody talks with them"
            + (part.List.Length < part.Customers ? $"; named are the {Show.Count(part.List.Length)} who spent most." : "."),
        $"若无人沟通，下周有 {Show.Count(part.Customers)} 位客户的关系阶段会下降"
            + (part.List.Length < part.Customers ? $"；列出消费最高的 {Show.Count(part.List.Length)} 位。" : "。"));
}
