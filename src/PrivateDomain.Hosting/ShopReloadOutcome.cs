namespace PrivateDomain.Hosting;

/// <summary>What became of a change of a shop's rules (规则变更结果).</summary>
/// <remarks>The default value is <see cref="Refused"/>.</remarks>
public enum ShopReloadOutcome
{
    /// <summary>The change is wrong; the rules before it stay in force (已拒绝，沿用旧规则).</summary>
    Refused = 0,

    /// <summary>A refused change was taken back: what is stated is what is in force (已改正，与现行规则一致).</summary>
    Unchanged = 1,

    /// <summary>Other rules are in force (已变更).</summary>
    Changed = 2,

    /// <summary>The shop is new (已新增).</summary>
    Added = 3,

    /// <summary>The shop is gone (已移除).</summary>
    Removed = 4,
}
