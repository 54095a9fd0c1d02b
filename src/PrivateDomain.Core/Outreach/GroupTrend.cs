namespace PrivateDomain.Core.Outreach;

/// <summary>Where the share of members lost goes from one window to the next (趋势).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum GroupTrend
{
    /// <summary>There is no earlier window, too few members in one, or too few lost to say (未知).</summary>
    Unknown = 0,

    /// <summary>Fewer members are lost (好转).</summary>
    Improving,

    /// <summary>About as many members are lost (平稳).</summary>
    Steady,

    /// <summary>More members are lost (恶化).</summary>
    Worsening,
}
