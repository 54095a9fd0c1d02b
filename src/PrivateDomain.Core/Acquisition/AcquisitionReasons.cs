namespace PrivateDomain.Core.Acquisition;

/// <summary>The reasons of acquisition and reception (引流与承接理由), in order of precedence.</summary>
public static class AcquisitionReasons
{
    /// <summary>The newcomer blocked the shop within the time of the verdict.</summary>
    public static ReasonDefinition NewcomerBlocked { get; } = new(
        "acquisition.newcomer_blocked", "The newcomer blocked the shop at {found}, before {required}.", "新客在 {required} 之前（{found}）拉黑了店铺。");

    /// <summary>The newcomer deleted the shop within the time of the verdict.</summary>
    public static ReasonDefinition NewcomerDeleted { get; } = new(
        "acquisition.newcomer_deleted", "The newcomer deleted the shop at {found}, before {required}.", "新客在 {required} 之前（{found}）删除了店铺。");

    /// <summary>The newcomer muted the shop within the time of the verdict.</summary>
    public static ReasonDefinition NewcomerMuted { get; } = new(
        "acquisition.newcomer_muted", "The newcomer muted the shop at {found}, before {required}.", "新客在 {required} 之前（{found}）屏蔽了店铺动态。");

    /// <summary>A step was not done in time.</summary>
    public static ReasonDefinition StepOverdue { get; } = new(
        "acquisition.step_overdue", "The step was due at {required}, but it is {found}.", "该步骤应在 {required} 前完成，现在是 {found}。");

    /// <summary>A step was done too late.</summary>
    public static ReasonDefinition StepLate { get; } = new(
        "acquisition.step_late", "The step was due at {required}, but was done at {found}.", "该步骤应在 {required} 前完成，实际于 {found} 完成。");

    /// <summary>A time limit of the policy is out of range.</summary>
    public static ReasonDefinition LimitOutOfRange { get; } = new(
        "acquisition.limit_out_of_range", "The time limit is {found}, but more than 0 and at most {required} is needed.", "时限为 {found}，应大于 0 且不超过 {required}。");
}
