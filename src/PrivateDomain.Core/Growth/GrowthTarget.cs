

namespace PrivateDomain.Core.Growth;

/// <summary>What a measure has to reach (环节目标): at least for most, at most where less is better.</summary>
/// <remarks>Equality is that of both parts; there is no ordering. The default value is of no measure, and no policy takes it.</remarks>
public readonly record struct GrowthTarget
{
    /// <summary>Makes a target.</summary>
    /// <param name="measure">The measure; not none.</param>
    /// <param name="value">What it has to reach, above 0: a ratio such as 0.8, or periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">The measure is none, or the value is 0 or less.</exception>
    public GrowthTarget(GrowthMeasure measure, decimal value)
    {
        Measure = measure is >= GrowthMeasure.PaybackPeriods and <= GrowthMeasure.TicketCover
            ? measure
            : throw new ArgumentOutOfRangeException(nameof(measure), measure, "A measure other than none is needed.");
        Value = value > 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A value above 0 is needed.");
    }

    /// <summary>The measure.</summary>
    public GrowthMeasure Measure { get; }

    /// <summary>What it has to reach.</summary>
    public decimal Value { get; }

    /// <summary>Whether less is better, so that the value is the most.</summary>
    public bool IsMost => Measure is GrowthMeasure.PaybackPeriods or GrowthMeasure.AcquisitionShare or GrowthMeasure.FriendChurn;

    /// <summary>The link it belongs to.</summary>
    public GrowthLink Link => Measure switch
    {
        GrowthMeasure.PaybackPeriods or GrowthMeasure.AcquisitionShare => GrowthLink.Acquisition,
        GrowthMeasure.ReceptionRate => GrowthLink.Reception,
        GrowthMeasure.InteractionRate or GrowthMeasure.FriendChurn => GrowthLink.Interaction,
        GrowthMeasure.ConversionRate or GrowthMeasure.RepurchaseRate => GrowthLink.Conversion,
        GrowthMeasure.TicketCover => GrowthLink.Cost,
        _ => GrowthLink.None,
    };

    internal ReasonDefinition Definition => Measure switch
    {
        GrowthMeasure.PaybackPeriods => GrowthReasons.PaybackTooLong,
        GrowthMeasure.AcquisitionShare => GrowthReasons.AcquisitionTooDear,
        GrowthMeasure.ReceptionRate => GrowthReasons.ReceptionTooLow,
        GrowthMeasure.InteractionRate => GrowthReasons.InteractionTooLow,
        GrowthMeasure.FriendChurn => GrowthReasons.ChurnTooHigh,
        GrowthMeasure.ConversionRate => GrowthReasons.ConversionTooLow,
        GrowthMeasure.RepurchaseRate => GrowthReasons.RepurchaseTooLow,
        _ => GrowthReasons.TicketTooLow,
    };

    internal Bilingual Name => Measure switch
    {
        GrowthMeasure.PaybackPeriods => new("payback", "回本期数"),
        GrowthMeasure.AcquisitionShare => new("acquisition cost of lifetime value", "获客成本占比"),
        GrowthMeasure.ReceptionRate => new("reception rate", "承接率"),
        GrowthMeasure.InteractionRate => new("interaction rate", "互动率"),
        GrowthMeasure.FriendChurn => new("friend churn", "好友流失率"),
        GrowthMeasure.ConversionRate => new("conversion rate", "转化率"),
        GrowthMeasure.RepurchaseRate => new("repurchase rate", "复购率"),
        _ => new("ticket against the break-even ticket", "客单价与保本客单价之比"),
    };
}
