using NodaTime;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words of plans, of spend from one period to the next, and of what is known of customers.</summary>
internal sealed partial class Texts
{
    public string PlanTitle => Say("Plan and actual", "目标与实际");

    public string PlanMeaning => Say(
        "The gap in sales, split exactly among its factors, the largest lever first. It counts who was linked for the first time in the "
            + "period, and what they bought in it.",
        "销售额差距按各环节精确拆分，影响最大的排在最前。只统计期内首次添加的客户及其期内购买。");

    public string Factor => Say("Factor", "环节");

    public string PlannedColumn => Say("Plan", "计划");

    public string ShareOfGap => Say("Part of the gap", "对差距的影响");

    public string NeededAlone => Say("Needed for the goal", "单独补足需达到");

    public string ByChannel => Say("By channel", "按渠道");

    public string NotAlone => Say("not by this alone", "仅靠该环节无法补足");

    public string SpendTitle => Say("Growth of spend", "消费变化");

    public string SpendMeaning => Say(
        "Every buyer of either period is in one line; the lines add up to the change in sales. A refund belongs to its order's period.",
        "两期的每位买家只归入一类，各类之和即销售额变化。退款计入订单所在期。");

    public string SpendTooShort => Say("the orders cover less than two weeks", "订单不足两周");

    public string ChangeOfSpend => Say("Change", "变化");

    public string Before => Say("Before", "前期");

    public string After => Say("After", "后期");

    public string Difference => Say("Difference", "差额");

    public string KnowledgeTitle => Say("Needs and what is known", "需求与了解");

    public string KnowledgeMeaning => Say(
        "Promote to a need that is shown; ask next what weighs the most. Counted are linked customers.",
        "只向已证实的需求推销；优先了解权重最高的信息。统计在联客户。");

    public string NeedsTitle => Say("Needs", "需求");

    public string DepthTitle => Say("Depth of service", "服务深度");

    public string ProductGroup => Say("Product group", "品类");

    public string Topic => Say("Topic", "了解项");

    public string KnownOf => Say("Known", "已了解");

    public string OutOfDateOf => Say("Out of date", "已过时");

    public string AskNext => Say("To be asked next", "下一步询问");

    public string PlanNotOver(LocalDate end) => Say(
        $"the period is not over until {Show.Date(end)}", $"计划期至 {Show.Date(end)} 才结束");

    public string PlanHeadline(PlanPart part, Money gap) => Say(
        $"{Show.Date(part.Period.Start)} to {Show.Date(part.Period.End)}: {Show.Money(part.Sales.Actual)} of "
            + $"{Show.Money(part.Sales.Planned)} planned, {Show.Money(gap)}.",
        $"{Show.Date(part.Period.Start)} 至 {Show.Date(part.Period.End)}：计划 {Show.Money(part.Sales.Planned)}，"
            + $"实际 {Show.Money(part.Sales.Actual)}，差距 {Show.Money(gap)}。");

    public string TimesInEach(decimal times)
    {
        string number = Show.Count(decimal.Round(times, 2, MidpointRounding.AwayFromZero));
        return Say($"{number} times in each channel", $"各渠道的 {number} 倍");
    }

    public string SpendHeadline(SpendPart part) => Say(
        $"{Show.Money(part.Growth.First)} from {Show.Date(part.First.Start)} to {Show.Date(part.First.End)}, "
            + $"{Show.Money(part.Growth.Second)} from {Show.Date(part.Second.Start)} to {Show.Date(part.Second.End)}: "
            + $"{Show.Money(part.Growth.Change)}.",
        $"{Show.Date(part.First.Start)} 至 {Show.Date(part.First.End)} 为 {Show.Money(part.Growth.First)}，"
            + $"{Show.Date(part.Second.Start)} 至 {Show.Date(part.Second.End)} 为 {Show.Money(part.Growth.Second)}，"
            + $"变化 {Show.Money(part.Growth.Change)}。");
}
