namespace PrivateDomain.Core.Segmentation;

/// <summary>What the values of a fact are (事实类型).</summary>
/// <remarks>The default value is <see cref="None"/>; no fact has it.</remarks>
public enum FactKind
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>A finite number in double precision: about 15 digits (数值).</summary>
    Number,

    /// <summary>A date in the shop's calendar (日期).</summary>
    Date,

    /// <summary>Yes or no (是否).</summary>
    YesNo,

    /// <summary>One text, compared ordinally (文本).</summary>
    Text,

    /// <summary>A set of texts, compared ordinally (文本集合).</summary>
    TextSet,

    /// <summary>One of a few ordered levels (等级).</summary>
    Choice,
}
