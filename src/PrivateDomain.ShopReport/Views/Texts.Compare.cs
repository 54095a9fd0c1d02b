using PrivateDomain.Core.Replay;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on two documents of rules.</summary>
internal sealed partial class Texts
{
    public string CompareTitle => Say("The past under two rules", "两套规则下的过往");

    public string WhatDiffers => Say("What differs", "规则差异");

    public string NothingDiffers => Say("Nothing: both documents say the same.", "没有差异：两份规则相同。");

    public string OtherStages => Say("Who stands on another stage", "关系阶段不同的客户");

    public string OtherSegments => Say("Who is in other segments", "分群不同的客户");

    public string TouchesAgain => Say("Touches asked about again", "触达回放");

    public string StageUntilNow => Say("Stage until now", "现行规则下的阶段");

    public string StageUnderOther => Say("Under the other rules", "另一套规则下");

    public string UntilNow => Say("Until now", "现行规则下");

    public string UnderOther => Say("Under the other rules", "另一套规则下");

    public string Among => Say("Among them", "其中");

    public string InTheDaysAfter => Say("In the days after", "之后数日内");

    public string WithStopped => Say("With a touch that would not have gone", "收到过不应发触达的客户");

    public string WithoutStopped => Say("Others who were written to", "其他被触达客户");

    public string DifferenceWord => Say("Difference (95 % interval)", "差异（95 % 置信区间）");

    public string Interacted => Say("interacted", "有互动");

    public string LinkWasLost => Say("was lost", "失联");

    public string BoughtSomething => Say("bought", "有购买");

    public string CompareMeaning(ComparePart part) => Say(
        $"{part.Options.Before} beside {part.Options.After}, {CustomerCount(part.Replay.Customers)} up to {Show.Date(part.AsOf)}",
        $"{part.Options.Before} 与 {part.Options.After} 对比，{CustomerCount(part.Replay.Customers)}，截至 {Show.Date(part.AsOf)}");

    public string HowTheyFared(ComparePart part) => Say(
        $"How customers fared in the {Show.Count(part.Options.FollowDays)} days after",
        $"客户之后 {Show.Count(part.Options.FollowDays)} 天的表现");

    public string TouchesSent(ComparePart part)
    {
        TouchReplay touches = part.Replay.Touches;
        string left = touches.LeftOut == 0 ? "" : Say(
            $" {Show.Count(touches.LeftOut)} were left out, too young to be followed for {Show.Count(part.Options.FollowDays)} days.",
            $"另有 {Show.Count(touches.LeftOut)} 条因发出不足 {Show.Count(part.Options.FollowDays)} 天未计入。");
        return Say(
            $"Of {Show.Count(touches.Sent)} touches the other rules refuse {Show.Count(touches.Refused)} and defer "
                + $"{Show.Count(touches.Deferred)}; {Show.Count(touches.Undecidable)} cannot be decided (asked for {part.Carrier}).{left}",
            $"共 {Show.Count(touches.Sent)} 条触达，按另一套规则拒绝 {Show.Count(touches.Refused)} 条、"
                + $"推迟 {Show.Count(touches.Deferred)} 条，"
                + $"{Show.Count(touches.Undecidable)} 条无法判断（按 {part.Carrier} 计）。{left}");
    }
}
