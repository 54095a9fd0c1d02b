namespace PrivateDomain.Core.Segmentation;

/// <summary>What a rule says of a customer (判定).</summary>
/// <remarks>The default value is <see cref="Undecidable"/>.</remarks>
public enum Truth
{
    /// <summary>It cannot be said: the rule asks for history that was folded away (无法判断).</summary>
    Undecidable = 0,

    /// <summary>The rule does not hold (不满足).</summary>
    No,

    /// <summary>The rule holds (满足).</summary>
    Yes,
}
