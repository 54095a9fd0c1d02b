namespace PrivateDomain.Core.Membership;

/// <summary>What becomes of a tier that is not earned again (降级规则).</summary>
/// <remarks>The default value is <see cref="Never"/>.</remarks>
public enum DowngradeRule
{
    /// <summary>Nobody falls (不降级).</summary>
    Never = 0,

    /// <summary>One tier down, with a term of its own there (逐级降).</summary>
    OneStep,

    /// <summary>Down to what is earned (按所得降).</summary>
    ToEarned,
}
