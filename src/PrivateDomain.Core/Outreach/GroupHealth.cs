namespace PrivateDomain.Core.Outreach;

/// <summary>How a group does under what is sent to it (社群健康度).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum GroupHealth
{
    /// <summary>Nothing is known: no group, or one too small to say (未知).</summary>
    Unknown = 0,

    /// <summary>Members stay and answer (健康).</summary>
    Healthy,

    /// <summary>Members begin to leave or fall silent (紧张).</summary>
    Straining,

    /// <summary>Members leave in numbers (濒临流失).</summary>
    Dying,
}
