namespace PrivateDomain.Core.Knowledge;

/// <summary>What is known of a customer's need of a product group (需求状态).</summary>
/// <remarks>The default value is <see cref="Unknown"/>, which is not <see cref="NoneKnown"/>. Names for people:
/// <see cref="KnowledgeNames"/>.</remarks>
public enum NeedState
{
    /// <summary>It cannot be said, because a fact is missing (未知).</summary>
    Unknown = 0,

    /// <summary>Everything is told, and nothing shows a need (未发现需求).</summary>
    NoneKnown,

    /// <summary>Bought, and not needed again yet (需求已满足).</summary>
    Satisfied,

    /// <summary>Due again, asked for, or shown by a trait (需求已证实).</summary>
    Shown,
}
