namespace PrivateDomain.Core.Content;

/// <summary>Why a customer is in no fit group, and what is wrong with bands (体型分组理由), in order of precedence.</summary>
public static class FitGroupReasons
{
    /// <summary>A measurement is missing.</summary>
    public static ReasonDefinition MeasurementUnknown { get; } = new(
        "fit_group.measurement_unknown", "The measurements are not known, so neither is the group.", "尺寸未知，因此无法分组。");

    /// <summary>A measurement cannot be right.</summary>
    public static ReasonDefinition MeasurementNotPositive { get; } = new(
        "fit_group.measurement_not_positive", "A measurement is {found}, but must be above {required}.", "尺寸为 {found}，必须大于 {required}。");

    /// <summary>The ratio is beyond the outermost bands.</summary>
    public static ReasonDefinition OutsideAllBands { get; } = new(
        "fit_group.outside_all_bands", "The ratio {found} is in no band.", "比值 {found} 不在任何区间内。");

    /// <summary>There are no bands.</summary>
    public static ReasonDefinition NoBands { get; } = new(
        "fit_group.no_bands", "There are {found} bands, but at least {required} is needed.", "有 {found} 个区间，至少需要 {required} 个。");

    /// <summary>Two bands have one name.</summary>
    public static ReasonDefinition NamedTwice { get; } = new(
        "fit_group.named_twice", "Two bands are named \"{found}\".", "有两个区间同名“{found}”。");

    /// <summary>A band ends where it begins, or before.</summary>
    public static ReasonDefinition EmptyBand { get; } = new(
        "fit_group.empty_band", "The band ends below {found}, but begins at {required}.", "区间止于 {found}，却始于 {required}。");

    /// <summary>A band does not begin where the one before ends.</summary>
    public static ReasonDefinition NotContiguous { get; } = new(
        "fit_group.not_contiguous",
        "The band begins at {found}, but the one before ends at {required}.",
        "区间始于 {found}，而前一个区间止于 {required}。");
}
