using PrivateDomain.Core;
using PrivateDomain.Core.Referrals.Economics;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on a referral programme that is tried out.</summary>
internal sealed partial class Texts
{
    public string ReferralTitle => Say("Referral: what if", "裂变推演");

    public string NoProgramme =>
        Say("No referral programme was given, or its file has mistakes (--programme FILE).",
            "未给出裂变活动，或其文件有误（--programme）。");

    public string Ready => Say("The shop is ready for a referral programme.", "店铺已具备裂变条件。");

    public string NotReady => Say("The shop is not ready for a referral programme:", "店铺尚不具备裂变条件：");

    public string ReadinessUnknown => Say("Whether the shop is ready cannot be said:", "无法判断店铺是否具备裂变条件：");

    public string Pays => Say("At the planned size the programme pays.", "按计划规模，活动可行。");

    public string PaysNot => Say("The programme is refused:", "活动不可行：");

    public string PayUnknown => Say("Whether the programme pays cannot be said:", "无法判断活动是否可行：");

    public string Newcomers => Say("Newcomers", "新客数");

    public string Costs => Say("cost", "成本");

    public string BringsIn => Say("brings in", "带来收益");

    public string Left => Say("left", "结余");

    public string Figure => Say("Figure", "数据");

    public string CostPerSuccess => Say("Cost per newcomer", "每位新客成本");

    public string CostPerGenuine => Say("Cost per genuine newcomer", "每位真实新客成本");

    public string CostPerRetained => Say("Cost per newcomer who stays", "每位留存新客成本");

    public string BreakEvenReward => Say("Most a newcomer may be given", "每位新客最多可送（盈亏平衡）");

    public string LargestReward => Say("Largest reward within red line and horizon", "红线与现金周期内的最大奖励");

    public string NoReward => Say("none", "无");

    public string CurveTitle => Say("What newcomers cost and bring in", "新客的成本与收益");

    public string Plan(ReferralPart part) => Say(
        $"{part.Idea.Programme.Options.Name}: {Show.Count(part.Idea.Plan.Successes)} newcomers planned, "
            + $"{Show.Percent(Ratio.From(part.Economics.Figures.Funnel.FreeloaderShare), this)} of them freeloaders.",
        $"{part.Idea.Programme.Options.Name}：计划新客 {Show.Count(part.Idea.Plan.Successes)} 位，其中羊毛党 "
            + $"{Show.Percent(Ratio.From(part.Economics.Figures.Funnel.FreeloaderShare), this)}。");

    public string Planned(int count) => Say($"plan {Show.Count(count)}", $"计划 {Show.Count(count)}");

    public string CurveSentence(EconomicsPoint planned) => Say(
        $"At {Show.Count(planned.Successes)} newcomers the cost is {Show.Money(planned.Cost)} and {Show.Money(planned.Profit)} is left.",
        $"新客 {Show.Count(planned.Successes)} 位时，成本 {Show.Money(planned.Cost)}，结余 {Show.Money(planned.Profit)}。");

    public string Readiness(Decision decision) => decision.Outcome switch
    {
        DecisionOutcome.Allowed => Ready,
        DecisionOutcome.Denied => NotReady,
        _ => ReadinessUnknown,
    };

    public string Verdict(Decision decision) => decision.Outcome switch
    {
        DecisionOutcome.Allowed => Pays,
        DecisionOutcome.Denied => PaysNot,
        _ => PayUnknown,
    };
}
