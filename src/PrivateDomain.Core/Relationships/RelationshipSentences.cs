using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>The reasons made of requirements and evidence.</summary>
internal static class RelationshipSentences
{
    /// <summary>Why a requirement is not met, or cannot be decided.</summary>
    internal static Reason Missing(StageRequirement requirement, in RelationshipFacts facts)
    {
        if (facts.MeetsAll(requirement) == Met.Undecidable)
        {
            return Folded(requirement, facts);
        }

        if (requirement.AnyOf is [var only])
        {
            Evidence found = facts[only.Kind];
            return found.Count < only.Min
                ? TooFew(only.Kind).With(found.Count, only.Min)
                : RelationshipsReasons.EvidenceTooOld.With(found.Last, Before(facts.At, only.WithinDays!.Value));
        }

        return RelationshipsReasons.NoAlternativeMet.With(Found(requirement, facts), Required(requirement));
    }

    /// <summary>What there is of a requirement, such as "links: 2".</summary>
    internal static Bilingual Found(StageRequirement requirement, RelationshipFacts facts) =>
        Join(", ", "、", requirement.AnyOf.Select(term => Counted(term.Kind, ": ", "：", facts[term.Kind].Count)));

    /// <summary>What a requirement asks for, such as "links ≥ 2".</summary>
    internal static Bilingual Required(StageRequirement requirement) => Join(" or ", "，或", requirement.AnyOf.Select(Asked));

    private static Reason Folded(StageRequirement requirement, RelationshipFacts facts) => RelationshipsReasons.EvidenceFolded.With(
        Join(", ", "、", requirement.AnyOf.Where(term => facts.Meets(term) == Met.Undecidable).Select(static term => term.Kind.Name())));

    private static Instant Before(Instant at, int days) =>
        at - Instant.MinValue < Duration.FromDays(days) ? Instant.MinValue : at - Duration.FromDays(days);

    private static Bilingual Asked(EvidenceTerm term)
    {
        Bilingual asked = Counted(term.Kind, " ≥ ", " ≥ ", term.Min);
        return term.WithinDays is not { } days
            ? asked
            : new(
                FormattableString.Invariant($"{asked.English} (within {days} {(days == 1 ? "day" : "days")})"),
                FormattableString.Invariant($"{asked.Chinese}（{days} 天内）"));
    }

    private static Bilingual Counted(EvidenceKind kind, string english, string chinese, int count) => new(
        FormattableString.Invariant($"{kind.Name().English}{english}{count}"),
        FormattableString.Invariant($"{kind.Name().Chinese}{chinese}{count}"));

    private static Bilingual Join(string english, string chinese, IEnumerable<Bilingual> parts)
    {
        Bilingual[] all = [.. parts];
        return new(string.Join(english, all.Select(static p => p.English)), string.Join(chinese, all.Select(static p => p.Chinese)));
    }

    private static ReasonDefinition TooFew(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Link => RelationshipsReasons.TooFewLinks,
        EvidenceKind.Interaction => RelationshipsReasons.TooFewInteractions,
        EvidenceKind.Conversation => RelationshipsReasons.TooFewConversations,
        EvidenceKind.Feedback => RelationshipsReasons.TooLittleFeedback,
        EvidenceKind.Purchase => RelationshipsReasons.TooFewPurchases,
        EvidenceKind.EffectiveRecommendation => RelationshipsReasons.TooFewEffectiveRecommendations,
        EvidenceKind.Promoter => RelationshipsReasons.NotAPromoter,
        EvidenceKind.RivalDeclined => RelationshipsReasons.TooFewRivalsDeclined,
        _ => RelationshipsReasons.TooFewSignsOfLife,
    };
}
