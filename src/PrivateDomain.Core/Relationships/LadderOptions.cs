using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>So many pieces of evidence of one kind, the last of them not too old (证据条件).</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. A day is 24 hours here, and evidence n days old is too old for "within
/// n days". Equality is that of all parts.</remarks>
/// <param name="Kind">The kind of evidence; not none.</param>
/// <param name="Min">How many pieces at least: 1 or more.</param>
/// <param name="WithinDays">How many days old the last piece may be, from 1 to 36,500; null: any age. Silence for longer takes the stage
/// away.</param>
[JsonConverter(typeof(OptionsJsonConverter<EvidenceTerm>))]
public sealed record EvidenceTerm(EvidenceKind Kind, int Min = 1, int? WithinDays = null) : IPolicyOptions<EvidenceTerm>
{
    /// <summary>Makes a term of no kind, whose parts are to be stated.</summary>
    public EvidenceTerm()
        : this(EvidenceKind.None)
    {
    }

    static Description<EvidenceTerm> IPolicyOptions<EvidenceTerm>.Description { get; } = new(
        new("evidence term", "证据条件"), static () => new(),
        For<EvidenceTerm>.Choice(
            static o => o.Kind, static (o, v) => o with { Kind = v }, new("kind of evidence", "证据类型"),
            RelationshipNames.Name, Source.UnderlyingLogic, notZero: true).Needed(),
        For<EvidenceTerm>.Whole(
            static o => o.Min, static (o, v) => o with { Min = v }, new("least pieces", "最少次数"),
            1, int.MaxValue, Unit.Times, Source.UnderlyingLogic),
        For<EvidenceTerm>.Whole(
            static o => o.WithinDays, static (o, v) => o with { WithinDays = v }, new("not older than", "最近天数"),
            1, EvidenceKinds.DaysMax, Unit.Days, Source.Own),
        For<EvidenceTerm>.Rule("min", LadderChecks.TwoLatestAnswers));
}

/// <summary>One thing a stage asks for (阶段要求): a term, or any one of several.</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. Equality is that of the terms in order.</remarks>
/// <param name="AnyOf">The terms of which one is enough; at least one.</param>
[JsonConverter(typeof(OptionsJsonConverter<StageRequirement>))]
public sealed record StageRequirement(ImmutableArray<EvidenceTerm> AnyOf) : IPolicyOptions<StageRequirement>
{
    /// <summary>Makes a requirement without terms, which are to be stated.</summary>
    public StageRequirement()
        : this([])
    {
    }

    static Description<StageRequirement> IPolicyOptions<StageRequirement>.Description { get; } = new(
        new("stage requirement", "阶段要求"), static () => new(),
        For<StageRequirement>.List(
            static o => o.AnyOf, static (o, v) => o with { AnyOf = v }, new("any of", "任一条件"),
            Source.UnderlyingLogic, countMin: 1).Needed());

    /// <inheritdoc/>
    public bool Equals(StageRequirement? other) => other is not null && Contents.Equal(AnyOf, other.AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(AnyOf);
}

/// <summary>What each stage of a relationship asks for (关系阶梯): all of its requirements, and those of the stages below.</summary>
/// <remarks>Plain data: <see cref="LadderPolicy"/> checks it. The stages and their
/// evidence are those of the article on the logic behind the private domain.
/// Equality is that of all requirements in order.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<LadderOptions>))]
public sealed record LadderOptions : IPolicyOptions<LadderOptions>
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

    static Description<LadderOptions> IPolicyOptions<LadderOptions>.Description { get; } = new(
        new("relationship ladder", "关系阶梯"), static () => new(),
        For<LadderOptions>.List(
            static o => o.Acquaintance, static (o, v) => o with { Acquaintance = v }, new("acquaintance", "认识"),
            Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(
            static o => o.Interaction, static (o, v) => o with { Interaction = v }, new("interaction", "互动"),
            Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(
            static o => o.Rapport, static (o, v) => o with { Rapport = v }, new("rapport", "私交"), Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(
            static o => o.Alliance, static (o, v) => o with { Alliance = v }, new("alliance", "同盟"), Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.Rules(LadderChecks.Order));

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
