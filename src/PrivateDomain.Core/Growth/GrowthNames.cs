namespace PrivateDomain.Core.Growth;

/// <summary>The names of this room's choices in both languages (增长用语).</summary>
/// <remarks>A value outside its enumeration has its number as its name.</remarks>
public static class GrowthNames
{
    /// <summary>The name of a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GrowthPhase phase) => phase switch
    {
        GrowthPhase.ZeroToOne => new("from 0 to 1", "从 0 到 1"),
        GrowthPhase.OneToTen => new("from 1 to 10", "从 1 到 10"),
        GrowthPhase.TenToHundred => new("from 10 to 100", "从 10 到 100"),
        _ => throw Choices.Undefined(phase),
    };

    /// <summary>The name of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GrowthVerdict verdict) => verdict switch
    {
        GrowthVerdict.Unknown => new("unknown", "未知"),
        GrowthVerdict.Repair => new("repair first", "先修复"),
        GrowthVerdict.Hold => new("hold", "暂缓"),
        GrowthVerdict.Scale => new("scale", "放大"),
        _ => throw Choices.Undefined(verdict),
    };

    /// <summary>The name of a link.</summary>
    /// <param name="link">The link.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GrowthLink link) => link switch
    {
        GrowthLink.None => new("no link", "无"),
        GrowthLink.Acquisition => new("acquisition", "引流"),
        GrowthLink.Reception => new("reception", "承接"),
        GrowthLink.Interaction => new("interaction", "互动"),
        GrowthLink.Conversion => new("conversion", "转化"),
        GrowthLink.Cost => new("cost", "成本"),
        _ => throw Choices.Undefined(link),
    };

    /// <summary>The name of a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GrowthMeasure measure) => measure switch
    {
        GrowthMeasure.None => new("no measure", "无"),
        GrowthMeasure.PaybackPeriods => new("payback", "回本期数"),
        GrowthMeasure.AcquisitionShare => new("cost of a customer against lifetime value", "获客成本占终身价值"),
        GrowthMeasure.ReceptionRate => new("reception rate", "承接率"),
        GrowthMeasure.InteractionRate => new("interaction rate", "互动率"),
        GrowthMeasure.FriendChurn => new("friend churn", "好友流失率"),
        GrowthMeasure.ConversionRate => new("conversion rate", "转化率"),
        GrowthMeasure.RepurchaseRate => new("repurchase rate", "复购率"),
        GrowthMeasure.TicketCover => new("ticket against the break-even ticket", "客单价与保本客单价之比"),
        _ => throw Choices.Undefined(measure),
    };

    /// <summary>The name of a factor of sales.</summary>
    /// <param name="step">The factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this FunnelStep step) => step switch
    {
        FunnelStep.None => new("no factor", "无"),
        FunnelStep.Volume => new("people reached", "触达量"),
        FunnelStep.AddRate => new("add rate", "添加率"),
        FunnelStep.Acceptance => new("acceptance", "通过率"),
        FunnelStep.FirstPurchase => new("first purchase", "首购率"),
        FunnelStep.OrdersPerBuyer => new("orders a buyer", "人均单数"),
        FunnelStep.Ticket => new("ticket", "客单价"),
        FunnelStep.GrossMargin => new("gross margin", "毛利率"),
        _ => throw Choices.Undefined(step),
    };

    /// <summary>The name of how a measure stands.</summary>
    /// <param name="standing">How it stands.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GrowthStanding standing) => standing switch
    {
        GrowthStanding.NotMeasured => new("not measured", "未测"),
        GrowthStanding.Fails => new("fails", "不达标"),
        GrowthStanding.Tolerated => new("just short", "略低"),
        GrowthStanding.Holds => new("holds", "达标"),
        _ => throw Choices.Undefined(standing),
    };
}
