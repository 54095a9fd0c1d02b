using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Growth;

/// <summary>A link of the chain from winning people to living off them (增长环节). From [C], D44.</summary>
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

    /// <summary>Acquisition: periods until the cost is back, D34; less is better (回本期数).</summary>
    PaybackPeriods,

    /// <summary>Acquisition: the cost of a customer ÷ lifetime value, D22 and D35; less is better (获客成本占比).</summary>
    AcquisitionShare,

    /// <summary>Reception: the share received well, D26 (承接率).</summary>
    ReceptionRate,

    /// <summary>Interaction: the share who took part, D7 (互动率).</summary>
    InteractionRate,

    /// <summary>Interaction: the share of friends who left, D7; less is better (好友流失率).</summary>
    FriendChurn,

    /// <summary>Conversion: the share who bought first, D7 (转化率).</summary>
    ConversionRate,

    /// <summary>Conversion: the share who bought again, D7 (复购率).</summary>
    RepurchaseRate,

    /// <summary>Cost: the average ticket ÷ the break-even ticket, D33 (客单价与保本客单价之比).</summary>
    TicketCover,
}

/// <summary>What the growth gate reads (增长数据): the measures of the other areas.</summary>
/// <remarks>Two of them are equal only when they are the same object. What is left out is not measured, and is never taken for 0.</remarks>
public sealed class GrowthMetrics
{
    private readonly StageMetrics? stages;
    private readonly Ratio acquisitionShare;
    private readonly Ratio receptionRate;
    private readonly Ratio ticketCover;

    private GrowthMetrics(Payback? payback, Ratio acquisitionShare, Ratio receptionRate, StageMetrics? stages, Ratio ticketCover)
    {
        Payback = payback;
        this.acquisitionShare = acquisitionShare;
        this.receptionRate = receptionRate;
        this.stages = stages;
        this.ticketCover = ticketCover;
    }

    /// <summary>When the cost of winning a customer is back; null when not measured.</summary>
    public Payback? Payback { get; }

    /// <summary>Reads the answers of the other areas; one without a value is not measured.</summary>
    /// <param name="payback">The payback of a customer, D34.</param>
    /// <param name="customerCost">What winning a customer costs, D22.</param>
    /// <param name="lifetimeValue">What a customer is worth, D35; above 0, or the share of the cost in it is not measured.</param>
    /// <param name="receptionRate">The share of newcomers received well, D26.</param>
    /// <param name="stages">The measures of the stages, D7.</param>
    /// <param name="averageTicket">The average ticket.</param>
    /// <param name="breakEvenTicket">The break-even ticket, D33; above 0, or its cover is not measured.</param>
    /// <exception cref="CurrencyMismatchException">Amounts that are compared have different currencies.</exception>
    public static GrowthMetrics Read(
        Answer<Payback> payback = default,
        Answer<Money> customerCost = default,
        Answer<Money> lifetimeValue = default,
        Ratio receptionRate = default,
        StageMetrics? stages = null,
        Answer<Money> averageTicket = default,
        Answer<Money> breakEvenTicket = default) =>
        new(payback.TryGet(out Payback? back) ? back : null, Share(customerCost, lifetimeValue), receptionRate, stages, Share(averageTicket, breakEvenTicket));

    /// <summary>The value of a measure; unknown when it is not measured, and for a payback that never comes.</summary>
    /// <param name="measure">The measure.</param>
    public Ratio Of(GrowthMeasure measure) => measure switch
    {
        GrowthMeasure.PaybackPeriods => Payback?.Periods is { } periods ? Ratio.Known(periods) : Ratio.Unknown,
        GrowthMeasure.AcquisitionShare => acquisitionShare,
        GrowthMeasure.ReceptionRate => receptionRate,
        GrowthMeasure.InteractionRate => stages?.Interaction.Ratio ?? Ratio.Unknown,
        GrowthMeasure.FriendChurn => stages?.FriendChurn.Ratio ?? Ratio.Unknown,
        GrowthMeasure.ConversionRate => stages?.Conversion.Ratio ?? Ratio.Unknown,
        GrowthMeasure.RepurchaseRate => stages?.Repurchase.Ratio ?? Ratio.Unknown,
        GrowthMeasure.TicketCover => ticketCover,
        _ => Ratio.Unknown,
    };

    private static Ratio Share(Answer<Money> part, Answer<Money> whole) =>
        part.TryGet(out Money some) && whole.TryGet(out Money all) && all.Amount > 0m ? some.RatioTo(all) : Ratio.Unknown;
}
