using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Content;

/// <summary>The figures by which customers become ambassadors (试穿大使标准).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="AmbassadorPolicy"/>. Equality is that of all members; there is no
/// ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<AmbassadorOptions>))]
public sealed record AmbassadorOptions : IPolicyOptions<AmbassadorOptions>
{
    /// <summary>How many ambassadors there can be, 1 to 10,000; 20, from the article on two fashion shops.</summary>
    public int Places { get; init; } = 20;

    /// <summary>The least skill at making content; 60 points, the library's own figure.</summary>
    public Score SkillMin { get; init; } = Score.From(60);

    /// <summary>How far the relationship must have come; rapport, the library's own choice.</summary>
    public RelationshipStage StageMin { get; init; } = RelationshipStage.Rapport;

    static Description<AmbassadorOptions> IPolicyOptions<AmbassadorOptions>.Description { get; } = new(
        new("ambassador policy", "试穿大使标准"), static () => new(),
        For<AmbassadorOptions>.Whole(
            static o => o.Places, static (o, v) => o with { Places = v }, new("places", "名额"),
            1, 10_000, Unit.People, Source.FashionShops),
        For<AmbassadorOptions>.Value(
            static o => o.SkillMin, static (o, v) => o with { SkillMin = v }, new("least skill", "最低创作能力"),
            ScoreForm.Instance, Source.Own),
        For<AmbassadorOptions>.Choice(
            static o => o.StageMin, static (o, v) => o with { StageMin = v }, new("least stage", "最低阶段"),
            RelationshipNames.Name, Source.Own));
}
