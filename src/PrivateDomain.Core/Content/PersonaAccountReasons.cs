namespace PrivateDomain.Core.Content;

/// <summary>Why to run no persona account, or why it cannot be said (人设理由), in order of precedence.</summary>
public static class PersonaAccountReasons
{
    /// <summary>What is required is not so.</summary>
    public static ReasonDefinition RequiredIsNo { get; } = new(
        "persona_account.required_is_no", "No was answered to what is required: \"{found}\".", "必备条件为否：“{found}”。");

    /// <summary>Too little speaks for it.</summary>
    public static ReasonDefinition ScoreTooLow { get; } = new(
        "persona_account.score_too_low", "The score is at most {found}, but {required} is needed.", "得分最高为 {found}，需要 {required}。");

    /// <summary>Something else is not so.</summary>
    public static ReasonDefinition AnsweredNo { get; } = new(
        "persona_account.answered_no", "No was answered to: \"{found}\".", "以下为否：“{found}”。");

    /// <summary>A question is open.</summary>
    public static ReasonDefinition NotAnswered { get; } = new(
        "persona_account.not_answered", "\"{found}\" is not answered.", "尚未回答：“{found}”。");

    /// <summary>Nothing is known of what customers want.</summary>
    public static ReasonDefinition NeedsUnknown { get; } = new(
        "persona_account.needs_unknown", "It is not known what the customers want.", "受众需求未知。");

    /// <summary>A number is out of range.</summary>
    public static ReasonDefinition OutOfRange { get; } = new(
        "persona_account.out_of_range", "The value is {found}, but {required} is needed.", "数值为 {found}，应为 {required}。");

    /// <summary>A choice was not made.</summary>
    public static ReasonDefinition ChoiceMissing { get; } = new(
        "persona_account.choice_missing", "{found} is no choice.", "{found} 不是有效选项。");

    /// <summary>Something is there twice.</summary>
    public static ReasonDefinition Twice { get; } = new(
        "persona_account.twice", "{found} is there twice.", "{found} 重复出现。");
}
