namespace PrivateDomain.Core;

/// <summary>The names of the vocabulary's choices in both languages (词汇用语).</summary>
/// <remarks>A value outside its enumeration has its number as its name.</remarks>
public static class VocabularyNames
{
    /// <summary>The name of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Denied => new("denied", "拒绝"),
        DecisionOutcome.Allowed => new("allowed", "允许"),
        DecisionOutcome.Undecidable => new("undecidable", "无法判断"),
        _ => throw Choices.Undefined(outcome),
    };

    /// <summary>The name of a language, in both.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this Language language) => language switch
    {
        Language.English => new("English", "英文"),
        Language.SimplifiedChinese => new("Simplified Chinese", "简体中文"),
        _ => throw Choices.Undefined(language),
    };
}
