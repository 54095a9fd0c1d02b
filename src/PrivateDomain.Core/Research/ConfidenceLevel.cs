namespace PrivateDomain.Core.Research;

/// <summary>How often an interval is to hold the true share (置信水平).</summary>
/// <remarks>The default value is <see cref="Ninety"/>. Names for people: <see cref="ResearchNames"/>.</remarks>
public enum ConfidenceLevel
{
    /// <summary>In 90 of 100 samples (九成).</summary>
    Ninety,

    /// <summary>In 95 of 100 samples, the usual one (九成五).</summary>
    NinetyFive,

    /// <summary>In 99 of 100 samples (九成九).</summary>
    NinetyNine,
}
