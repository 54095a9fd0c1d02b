namespace PrivateDomain.Core.Outlook;

/// <summary>What people call what may change by itself, in both languages (变化名称).</summary>
public static class OutlookNames
{
    /// <summary>What people call a kind of change.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this OutlookKind kind) => kind switch
    {
        OutlookKind.None => new("none", "无"),
        OutlookKind.Stage => new("stage", "关系阶段"),
        OutlookKind.Trust => new("trust", "信任度"),
        OutlookKind.Segment => new("segment", "分群"),
        OutlookKind.Tier => new("tier", "会员等级"),
        OutlookKind.Reception => new("reception", "新客承接"),
        OutlookKind.Reward => new("referral and reward", "转介绍与奖励"),
        OutlookKind.Outreach => new("outreach", "触达"),
        _ => throw Choices.Undefined(kind),
    };
}
