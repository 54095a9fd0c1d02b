namespace PrivateDomain.Core.Acquisition;

/// <summary>Why no hook can be chosen (利益点理由), in order of precedence.</summary>
public static class HookReasons
{
    /// <summary>There is no point.</summary>
    public static ReasonDefinition NoPoints { get; } = new(
        "hook.no_points", "The curve has {found} points, but {required} are needed.", "曲线有 {found} 个点，至少需要 {required} 个。");

    /// <summary>A benefit is negative, not above the one before, or in another currency.</summary>
    public static ReasonDefinition BenefitOutOfOrder { get; } = new(
        "hook.benefit_out_of_order",
        "The benefit {found} must be 0 or more, in the currency of the curve, and above the one before, {required}.",
        "利益点 {found} 必须不小于 0、币种一致，且大于前一个 {required}。");

    /// <summary>An add rate is no share.</summary>
    public static ReasonDefinition RateNotAShare { get; } = new(
        "hook.rate_not_a_share", "The add rate is from 0 % to 100 %, but it was {found}.", "添加率应在 0 % 到 100 % 之间，实际为 {found}。");

    /// <summary>A number is too small.</summary>
    public static ReasonDefinition TooSmall { get; } = new(
        "hook.too_small", "At least {required} is needed, but it was {found}.", "至少需要 {required}，实际为 {found}。");

    /// <summary>No benefit brings the volume.</summary>
    public static ReasonDefinition VolumeOutOfReach { get; } = new(
        "hook.volume_out_of_reach", "The best benefit brings {found} followers, but {required} are wanted.", "最有效的利益点带来 {found} 位好友，目标为 {required} 位。");

    /// <summary>No benefit that brings the volume pays back.</summary>
    public static ReasonDefinition NonePaysBack { get; } = new(
        "hook.none_pays_back",
        "{found} benefits bring the volume, but none is paid back within {required} periods.",
        "有 {found} 个利益点能达到目标，但都无法在 {required} 期内回本。");
}
