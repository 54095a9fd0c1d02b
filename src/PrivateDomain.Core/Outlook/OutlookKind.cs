namespace PrivateDomain.Core.Outlook;

/// <summary>What may change by itself (变化类别).</summary>
/// <remarks>The default value is <see cref="None"/>; no change has it. Names for people: <see cref="OutlookNames"/>.</remarks>
public enum OutlookKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The stage of the relationship (关系阶段).</summary>
    Stage,

    /// <summary>Trust crosses a level (信任度).</summary>
    Trust,

    /// <summary>Membership of a segment (分群).</summary>
    Segment,

    /// <summary>The tier, or why it is held (会员等级).</summary>
    Tier,

    /// <summary>A clock or the verdict of the reception (新客承接).</summary>
    Reception,

    /// <summary>A referral or its reward (转介绍奖励).</summary>
    Reward,

    /// <summary>Whether a kind of touch may be sent (触达).</summary>
    Outreach,
}
