namespace PrivateDomain.Core.Research;

/// <summary>The names of this area's kinds and states for people, in English and Chinese (调研与检验的中英文名称).</summary>
/// <remarks>A value outside its enumeration has no name: <see cref="ArgumentOutOfRangeException"/>.</remarks>
public static class ResearchNames
{
    /// <summary>The name of a way to ask (调研方式名称).</summary>
    /// <param name="method">The way.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ResearchMethod method) => method switch
    {
        ResearchMethod.BroadSurvey => new("broad survey", "普遍调查"),
        ResearchMethod.Telephone => new("by telephone", "电话访谈"),
        ResearchMethod.FaceToFace => new("face to face", "当面访谈"),
        _ => throw Choices.Undefined(method),
    };

    /// <summary>The name of parts of a purchase (购买阶段名称).</summary>
    /// <param name="phases">The parts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this PurchasePhases phases)
    {
        if ((phases & ~PurchasePhases.All) != PurchasePhases.None)
        {
            throw new ArgumentOutOfRangeException(nameof(phases), phases, "Values of the enumeration are needed.");
        }

        (PurchasePhases Phase, string English, string Chinese)[] all =
        [
            (PurchasePhases.Before, "before", "购买前"), (PurchasePhases.During, "during", "购买中"),
            (PurchasePhases.After, "after", "购买后"),
        ];
        (PurchasePhases Phase, string English, string Chinese)[] stated =
            [.. all.Where(each => (phases & each.Phase) != PurchasePhases.None)];
        return stated.Length == 0
            ? new("no part of the purchase", "未涉及购买阶段")
            : new(string.Join(", ", stated.Select(static s => s.English)) + " the purchase",
                string.Join('、', stated.Select(static s => s.Chinese)));
    }

    /// <summary>The name of a confidence level (置信水平名称).</summary>
    /// <param name="confidence">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ConfidenceLevel confidence) => confidence switch
    {
        ConfidenceLevel.Ninety => new("90 %", "90 %"),
        ConfidenceLevel.NinetyFive => new("95 %", "95 %"),
        ConfidenceLevel.NinetyNine => new("99 %", "99 %"),
        _ => throw Choices.Undefined(confidence),
    };

    /// <summary>The name of what a trial looks at (检验指标名称).</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.None => new("nothing", "未说明"),
        TrialOutcome.Linked => new("still linked", "仍为好友"),
        TrialOutcome.Interacted => new("interacted", "有互动"),
        TrialOutcome.Bought => new("bought", "有购买"),
        _ => throw Choices.Undefined(outcome),
    };

    /// <summary>The name of what a trial shows (检验结论名称).</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TrialResult result) => result switch
    {
        TrialResult.Unknown => new("unknown", "暂无数据"),
        TrialResult.WorthKeeping => new("worth keeping", "值得保留"),
        TrialResult.Harmful => new("harmful", "有害"),
        TrialResult.TooSmall => new("too small to tell", "样本不足"),
        TrialResult.NotShown => new("not shown", "未见效果"),
        _ => throw Choices.Undefined(result),
    };
}
