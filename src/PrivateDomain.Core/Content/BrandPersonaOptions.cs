using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>One question of the brand persona checklist (人设检查项).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a
/// part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BrandPersonaQuestion>))]
public sealed record BrandPersonaQuestion : IPolicyOptions<BrandPersonaQuestion>
{
    /// <summary>A short name that stays the same, such as <c>can_sustain</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The question in both languages; yes must speak for a persona.</summary>
    public required Bilingual Text { get; init; }

    /// <summary>What yes counts, 1 to 100.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether no alone is enough to run none.</summary>
    public bool IsRequired { get; init; }

    static Description<BrandPersonaQuestion> IPolicyOptions<BrandPersonaQuestion>.Description { get; } = new(
        new("question", "检查项"), static () => new() { Code = null!, Text = default, Weight = 0 },
        For<BrandPersonaQuestion>.Text(static o => o.Code, static (o, v) => o with { Code = v }, new("code", "代码"), Source.Own).Needed(),
        For<BrandPersonaQuestion>.Value(
            static o => o.Text, static (o, v) => o with { Text = v }, new("question", "问题"), BilingualForm.Instance, Source.Own).Needed(),
        For<BrandPersonaQuestion>.Whole(
            static o => o.Weight, static (o, v) => o with { Weight = v }, new("weight", "权重"), 1, 100, Unit.Points, Source.Own).Needed(),
        For<BrandPersonaQuestion>.Flag(
            static o => o.IsRequired, static (o, v) => o with { IsRequired = v }, new("no alone is enough to run none", "否即不做"),
            Source.Own));
}

/// <summary>How well a kind of persona meets a need (人设匹配度).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a
/// part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BrandPersonaMatch>))]
public sealed record BrandPersonaMatch : IPolicyOptions<BrandPersonaMatch>
{
    /// <summary>The greatest strength of a need, and the best match.</summary>
    internal const int Most = 3;

    /// <summary>The kind of persona.</summary>
    public required BrandPersonaKind Kind { get; init; }

    /// <summary>The need.</summary>
    public required AudienceNeed Need { get; init; }

    /// <summary>How well it meets it, 1 to 3; a pair that is not stated is 0.</summary>
    public required int Strength { get; init; }

    /// <summary>What makes a match another one: its kind and need.</summary>
    internal Bilingual Key => Enum.IsDefined(Kind) && Enum.IsDefined(Need)
        ? new($"{Kind.Name().English} for {Need.Name().English}", $"{Kind.Name().Chinese}与{Need.Name().Chinese}")
        : new(FormattableString.Invariant($"{Kind:D}, {Need:D}"), FormattableString.Invariant($"{Kind:D}、{Need:D}"));

    static Description<BrandPersonaMatch> IPolicyOptions<BrandPersonaMatch>.Description { get; } = new(
        new("match", "匹配度"), static () => new() { Kind = BrandPersonaKind.None, Need = AudienceNeed.None, Strength = 0 },
        For<BrandPersonaMatch>.Choice(
            static o => o.Kind, static (o, v) => o with { Kind = v }, new("kind of persona", "人设类型"),
            ContentNames.Name, Source.Own, notZero: true).Needed(),
        For<BrandPersonaMatch>.Choice(
            static o => o.Need, static (o, v) => o with { Need = v }, new("need", "需求"),
            ContentNames.Name, Source.Own, notZero: true).Needed(),
        For<BrandPersonaMatch>.Whole(
            static o => o.Strength, static (o, v) => o with { Strength = v }, new("strength", "匹配强度"),
            1, Most, Unit.Points, Source.Own).Needed());
}

/// <summary>Whether to run a brand persona, and which kind meets which need (人设标准).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="BrandPersonaPolicy"/>. Equality is that of all members, lists in
/// order; there is no ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BrandPersonaOptions>))]
public sealed record BrandPersonaOptions : IPolicyOptions<BrandPersonaOptions>
{
    /// <summary>The questions, in the order to ask them, 1 to 100. Three from the article on the steps of the private domain, each required
    /// and of
    /// weight 3: the scene has moved to WeCom, the audience wants better content, it can be sustained. Three of the library's own of weight
    /// 1: a
    /// real person, one voice, topics beside the goods.</summary>
    public ImmutableArray<BrandPersonaQuestion> Questions { get; init; } =
    [
        Ask("scene_moved", "Do customers already talk with the shop in WeCom?", "沟通场景是否已迁移到企业微信？", 3, isRequired: true),
        Ask("better_content", "Does the audience want better content than offers?", "受众是否需要比优惠更好的内容？", 3, isRequired: true),
        Ask("can_sustain", "Can it be kept up for a year?", "能否持续运营一年？", 3, isRequired: true),
        Ask("real_person", "Does a real person stand behind it?", "背后是否有真人？", 1),
        Ask("one_voice", "Do all who write for it write alike?", "多人运营时口吻是否一致？", 1),
        Ask("own_topics", "Has it topics beside the goods?", "除商品外是否有自己的话题？", 1),
    ];

    /// <summary>From which score on a persona is run; 80 points, the library's own figure.</summary>
    public Score ScoreMin { get; init; } = Score.From(80);

    /// <summary>How well each kind of persona meets each need; no pair twice. The article asks which persona to run and gives no table; it
    /// is the
    /// library's own.</summary>
    public ImmutableArray<BrandPersonaMatch> Matches { get; init; } =
    [
        Match(BrandPersonaKind.Expert, AudienceNeed.Advice, 3),
        Match(BrandPersonaKind.Expert, AudienceNeed.Trust, 2),
        Match(BrandPersonaKind.Expert, AudienceNeed.Service, 1),
        Match(BrandPersonaKind.Companion, AudienceNeed.Company, 3),
        Match(BrandPersonaKind.Companion, AudienceNeed.Advice, 1),
        Match(BrandPersonaKind.Companion, AudienceNeed.Trust, 1),
        Match(BrandPersonaKind.Owner, AudienceNeed.Trust, 3),
        Match(BrandPersonaKind.Owner, AudienceNeed.Company, 1),
        Match(BrandPersonaKind.Owner, AudienceNeed.Advice, 1),
        Match(BrandPersonaKind.WelfareOfficer, AudienceNeed.Bargains, 3),
        Match(BrandPersonaKind.WelfareOfficer, AudienceNeed.Service, 1),
        Match(BrandPersonaKind.Butler, AudienceNeed.Service, 3),
        Match(BrandPersonaKind.Butler, AudienceNeed.Advice, 1),
        Match(BrandPersonaKind.Butler, AudienceNeed.Bargains, 1),
    ];

    static Description<BrandPersonaOptions> IPolicyOptions<BrandPersonaOptions>.Description { get; } = new(
        new("brand persona policy", "人设标准"), static () => new(),
        For<BrandPersonaOptions>.List(
            static o => o.Questions, static (o, v) => o with { Questions = v }, new("questions", "检查项"),
            Source.Own, countMin: 1, countMax: 100, key: static question => question.Code),
        For<BrandPersonaOptions>.Value(
            static o => o.ScoreMin, static (o, v) => o with { ScoreMin = v }, new("score from which a persona is run", "做人设的最低得分"),
            ScoreForm.Instance, Source.Own),
        For<BrandPersonaOptions>.List(
            static o => o.Matches, static (o, v) => o with { Matches = v }, new("matches", "匹配度"),
            Source.Own, countMin: 1, key: static match => match.Key));

    /// <inheritdoc/>
    public bool Equals(BrandPersonaOptions? other) =>
        other is not null && ScoreMin == other.ScoreMin && Contents.Equal(Questions, other.Questions)
            && Contents.Equal(Matches, other.Matches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ScoreMin, Contents.Hash(Questions), Contents.Hash(Matches));

    private static BrandPersonaQuestion Ask(string code, string english, string chinese, int weight, bool isRequired = false) =>
        new() { Code = code, Text = new(english, chinese), Weight = weight, IsRequired = isRequired };

    private static BrandPersonaMatch Match(BrandPersonaKind kind, AudienceNeed need, int strength) =>
        new() { Kind = kind, Need = need, Strength = strength };
}
