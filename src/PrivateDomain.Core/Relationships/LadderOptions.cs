using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>So many pieces of evidence of one kind, the last of them not too old (证据条件).</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. A day is 24 hours here, and evidence n days old is too old for "within
/// n days". Equality is that of all parts.</remarks>
/// <param name="Kind">The kind of evidence; not none.</param>
/// <param name="Min">How many pieces at least: 1 or more.</param>
/// <param name="WithinDays">How many days old the last piece may be, from 1 to 36,500; null: any age. Silence for longer takes the stage
/// away.</param>
public sealed record EvidenceTerm(EvidenceKind Kind, int Min = 1, int? WithinDays = null)
{
    /// <summary>Makes a term of no kind, whose parts are to be stated.</summary>
    public EvidenceTerm()
        : this(EvidenceKind.None)
    {
    }
}

/// <summary>One thing a stage asks for (阶段要求): a term, or any one of several.</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. Equality is that of the terms in order.</remarks>
/// <param name="AnyOf">The terms of which one is enough; at least one.</param>
public sealed record StageRequirement(ImmutableArray<EvidenceTerm> AnyOf)
{
    /// <summary>Makes a requirement without terms, which are to be stated.</summary>
    public StageRequirement()
        : this([])
    {
    }

    /// <inheritdoc/>
    public bool Equals(StageRequirement? other) => other is not null && Contents.Equal(AnyOf, other.AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(AnyOf);
}

/// <summary>What each stage of a relationship asks for (关系阶梯): all of its requirements, and those of the stages below.</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. The stages and their
/// evidence are those of the article on the logic behind the private domain.
/// Equality is that of all requirements in order.</remarks>
public sealed record LadderOptions
{
    /// <summary>Acquaintance (认识): a link that is not lost.</summary>
    public ImmutableArray<StageRequirement> Acquaintance { get; init; } = [new([new(EvidenceKind.Link)])];

    /// <summary>Interaction (互动): an interaction within the last 90 days. The 90 days are the library's own figure.</summary>
    public ImmutableArray<StageRequirement> Interaction { get; init; } = [new([new(EvidenceKind.Interaction, WithinDays: 90)])];

    /// <summary>Rapport (私交): a purchase; and volunteered feedback, or conversations on 3 days: the library's own reading of "real
    /// conversations".</summary>
    public ImmutableArray<StageRequirement> Rapport { get; init; } =
        [new([new(EvidenceKind.Purchase)]), new([new(EvidenceKind.Feedback), new(EvidenceKind.Conversation, Min: 3)])];

    /// <summary>Alliance (同盟): a second purchase; and an effective recommendation, a promoter's NPS answer, or a rival's offer
    /// declined.</summary>
    public ImmutableArray<StageRequirement> Alliance { get; init; } =
    [
        new([new(EvidenceKind.Purchase, Min: 2)]),
        new([new(EvidenceKind.EffectiveRecommendation), new(EvidenceKind.Promoter), new(EvidenceKind.RivalDeclined)]),
    ];

    /// <inheritdoc/>
    public bool Equals(LadderOptions? other) =>
        other is not null && Contents.Equal(Acquaintance, other.Acquaintance) && Contents.Equal(Interaction, other.Interaction) &&
        Contents.Equal(Rapport, other.Rapport) && Contents.Equal(Alliance, other.Alliance);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Contents.Hash(Acquaintance), Contents.Hash(Interaction), Contents.Hash(Rapport), Contents.Hash(Alliance));

    /// <summary>What a stage asks for.</summary>
    internal ImmutableArray<StageRequirement> this[RelationshipStage stage] => stage switch
    {
        RelationshipStage.Acquaintance => Acquaintance,
        RelationshipStage.Interaction => Interaction,
        RelationshipStage.Rapport => Rapport,
        _ => Alliance,
    };
}
