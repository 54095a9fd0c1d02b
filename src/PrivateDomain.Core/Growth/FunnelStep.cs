
namespace PrivateDomain.Core.Growth;

/// <summary>A factor of a plan's sales (漏斗环节): each multiplies what stands before it.</summary>
/// <remarks>The default value is <see cref="None"/>, which no factor has. Ordered as the funnel runs. Names for people:
/// <see cref="GrowthNames"/>.</remarks>
public enum FunnelStep
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>How many people are reached (触达量).</summary>
    Volume,

    /// <summary>The share of those reached who ask to be added (添加率).</summary>
    AddRate,

    /// <summary>The share of those who ask who are accepted and become followers (通过率).</summary>
    Acceptance,

    /// <summary>The share of followers who buy (首购率).</summary>
    FirstPurchase,

    /// <summary>Orders a buyer (人均单数).</summary>
    OrdersPerBuyer,

    /// <summary>Sales an order (客单价).</summary>
    Ticket,

    /// <summary>The share of sales that is left after goods; of contribution only (毛利率).</summary>
    GrossMargin,
}
