namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Whom a rule can reach (规则可达性).</summary>
/// <remarks>The default value is <see cref="NotDecided"/>.</remarks>
public enum RuleReach
{
    /// <summary>It was not found out: too many choices, or facts that hang together in a way that is not known (未判定).</summary>
    NotDecided = 0,

    /// <summary>No customer can match it (永不满足).</summary>
    Never,

    /// <summary>Some customers match it and others do not (部分满足).</summary>
    Sometimes,

    /// <summary>Every customer matches it (恒满足).</summary>
    Always,
}
