namespace PrivateDomain.Core.Relationships;

/// <summary>The names of this room's choices in both languages (关系用语).</summary>
/// <remarks>A value outside its enumeration has its number as its name.</remarks>
public static class RelationshipNames
{
    /// <summary>The name of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this RelationshipStage stage) => stage switch
    {
        RelationshipStage.None => new("no link", "无联系"),
        RelationshipStage.Acquaintance => new("acquaintance", "认识"),
        RelationshipStage.Interaction => new("interaction", "互动"),
        RelationshipStage.Rapport => new("rapport", "私交"),
        RelationshipStage.Alliance => new("alliance", "同盟"),
        _ => throw Choices.Undefined(stage),
    };

    /// <summary>The name of a kind of evidence.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.None => new("none", "无"),
        EvidenceKind.Link => new("links", "在联链接"),
        EvidenceKind.Interaction => new("interactions", "互动"),
        EvidenceKind.Conversation => new("conversation days", "对话日"),
        EvidenceKind.Feedback => new("volunteered feedback", "主动反馈"),
        EvidenceKind.Purchase => new("purchase days", "购买日"),
        EvidenceKind.EffectiveRecommendation => new("effective recommendations", "有效推荐"),
        EvidenceKind.Promoter => new("promoter's NPS answers", "推荐者评分"),
        EvidenceKind.RivalDeclined => new("rival offers declined", "拒绝竞品"),
        EvidenceKind.SignOfLife => new("signs of life", "动静"),
        _ => throw Choices.Undefined(kind),
    };

    /// <summary>The name of a cause of a move.</summary>
    /// <param name="cause">The cause.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this MoveCause cause) => cause switch
    {
        MoveCause.None => new("no cause", "无"),
        MoveCause.EvidenceComplete => new("evidence complete", "证据齐备"),
        MoveCause.LinkLost => new("link lost", "好友流失"),
        MoveCause.Silence => new("silence", "沉默"),
        MoveCause.EvidenceTakenBack => new("evidence taken back", "证据撤回"),
        _ => throw Choices.Undefined(cause),
    };

    /// <summary>The name of how advisors fit customers.</summary>
    /// <param name="staffing">How they fit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this AdvisorStaffing staffing) => staffing switch
    {
        AdvisorStaffing.Unknown => new("unknown", "未知"),
        AdvisorStaffing.TooFew => new("too few advisors", "顾问不足"),
        AdvisorStaffing.Enough => new("enough advisors", "顾问合适"),
        AdvisorStaffing.TooMany => new("too many advisors", "顾问富余"),
        _ => throw Choices.Undefined(staffing),
    };
}
