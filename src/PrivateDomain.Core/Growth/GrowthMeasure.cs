namespace PrivateDomain.Core.Growth;

/// <summary>A link of the chain from winning people to living off them (增长环节).</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
public enum GrowthLink
{
    /// <summary>No link.</summary>
    None = 0,

    /// <summary>Winning people (引流).</summary>
    Acquisition,

    /// <summary>Receiving them (承接).</summary>
    Reception,

    /// <summary>Keeping the relationship alive (互动).</summary>
    Interaction,

    /// <summary>Selling, and selling again (转化).</summary>
    Conversion,

    /// <summary>Paying for it all (成本).</summary>
    Cost,
}

/// <summary>What a link is measured by (环节指标).</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
public enum GrowthMeasure
{
    /// <summary>No measure.</summary>
    None = 0,

    /// <summary>Acquisition: periods until the cost is back; less is better (回本期数).</summary>
    PaybackPeriods,

    /// <summary>Acquisition: the cost of a customer ÷ lifetime value; less is better (获客成本占比).</summary>
    AcquisitionShare,

    /// <summary>Reception: the share received well (承接率).</summary>
    ReceptionRate,

    /// <summary>Interaction: the share who interacted (互动率).</summary>
    InteractionRate,

    /// <summary>Interaction: the share of friends who left; less is better (好友流失率).</summary>
    FriendChurn,

    /// <summary>Conversion: the share who bought first (转化率).</summary>
    ConversionRate,

    /// <summary>Conversion: the share who bought again (复购率).</summary>
    RepurchaseRate,

    /// <summary>Cost: the average ticket ÷ the break-even ticket (客单价与保本客单价之比).</summary>
    TicketCover,
}
