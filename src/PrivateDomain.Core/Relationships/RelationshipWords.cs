using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>The names of stages and evidence in both languages, and the reasons made of them.</summary>
internal static class RelationshipWords
{
    internal static Bilingual NameOf(RelationshipStage stage) => stage switch
    {
        RelationshipStage.None => new("no link", "无联系"),
        RelationshipStage.Acquaintance => new("acquaintance", "认识"),
        RelationshipStage.Interaction => new("interaction", "互动"),
        RelationshipStage.Rapport => new("rapport", "私交"),
        RelationshipStage.Alliance => new("alliance", "同盟"),
        _ => Undefined((int)stage),
    };

    internal static Bilingual NameOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Link => new("links", "有效链接"),
        EvidenceKind.Participation => new("participations", "参与"),
        EvidenceKind.Conversation => new("days of conversation", "对话天数"),
        EvidenceKind.Feedback => new("volunteered feedback", "主动反馈"),
        EvidenceKind.Purchase => new("days with a purchase", "购买天数"),
        EvidenceKind.EffectiveRecommendation => new("effective recommendations", "有效推荐"),
        EvidenceKind.Promoter => new("promoter's NPS answers", "推荐者回答"),
        EvidenceKind.RivalDeclined => new("rival offers declined", "拒绝竞品"),
        EvidenceKind.SignOfLife => new("signs of life", "动静"),
        _ => Undefined((int)kind),
    };

    /// <summary>Why a requirement is not met.</summary>
    internal static Reason Missing(StageRequirement requirement, in StageEvidence evidence)
    {
        if (requirement.AnyOf is [var only])
        {
            Evidence found = evidence[only.Kind];
            return found.Count < only.Min
                ? TooFew(only.Kind).With(found.Count, only.Min)
                : RelationshipsReasons.EvidenceTooOld.With(found.Last, evidence.At - Duration.FromDays(only.WithinDays!.Value));
        }

        return RelationshipsReasons.NoAlternativeMet.With(Found(requirement, evidence), Required(requirement));
    }

    /// <summary>What there is of a requirement, such as "links: 2".</summary>
    internal static Bilingual Found(StageRequirement requirement, StageEvidence evidence) =>
        Join(", ", "，", requirement.AnyOf.Select(term => Counted(term.Kind, ": ", "：", evidence[term.Kind].Count)));

    /// <summary>What a requirement asks for, such as "links ≥ 2".</summary>
    internal static Bilingual Required(StageRequirement requirement) => Join(" or ", "或", requirement.AnyOf.Select(Asked));

    private static Bilingual Asked(EvidenceTerm term)
    {
        Bilingual asked = Counted(term.Kind, " ≥ ", " ≥ ", term.Min);
        return term.WithinDays is not { } days
            ? asked
            : new(FormattableString.Invariant($"{asked.English} (within {days} days)"), FormattableString.Invariant($"{asked.Chinese}（{days} 天内）"));
    }

    private static Bilingual Counted(EvidenceKind kind, string english, string chinese, int count) => new(
        FormattableString.Invariant($"{NameOf(kind).English}{english}{count}"),
        FormattableString.Invariant($"{NameOf(kind).Chinese}{chinese}{count}"));

    private static Bilingual Join(string english, string chinese, IEnumerable<Bilingual> parts)
    {
        Bilingual[] all = [.. parts];
        return new(string.Join(english, all.Select(static p => p.English)), string.Join(chinese, all.Select(static p => p.Chinese)));
    }

    private static ReasonDefinition TooFew(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Link => RelationshipsReasons.TooFewLinks,
        EvidenceKind.Participation => RelationshipsReasons.TooFewParticipations,
        EvidenceKind.Conversation => RelationshipsReasons.TooFewConversations,
        EvidenceKind.Feedback => RelationshipsReasons.TooLittleFeedback,
        EvidenceKind.Purchase => RelationshipsReasons.TooFewPurchases,
        EvidenceKind.EffectiveRecommendation => RelationshipsReasons.TooFewEffectiveRecommendations,
        EvidenceKind.Promoter => RelationshipsReasons.NotAPromoter,
        EvidenceKind.RivalDeclined => RelationshipsReasons.TooFewRivalsDeclined,
        _ => RelationshipsReasons.TooFewSignsOfLife,
    };

    private static Bilingual Undefined(int value)
    {
        string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(text, text);
    }
}
