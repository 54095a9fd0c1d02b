using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Knowledge;

/// <summary>How a need is verified before anybody is promoted to (需求验证).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="NeedPolicy"/>. Equality is that of all members, groups in order;
/// there is no ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<NeedOptions>))]
public sealed record NeedOptions : IPolicyOptions<NeedOptions>
{
    /// <summary>The product groups, each name once; none by default, and then every need is unknown.</summary>
    public ImmutableArray<NeedGroup> Groups { get; init; } = [];

    /// <summary>The topic under which conversations note a need; the note's value is the name of the group. "need", the library's own
    /// word.</summary>
    public string NoteTopic { get; init; } = "need";

    static Description<NeedOptions> IPolicyOptions<NeedOptions>.Description { get; } = new(
        new("need policy", "需求规则"), static () => new(),
        For<NeedOptions>.List(
            static o => o.Groups, static (o, v) => o with { Groups = v }, new("groups", "品类"), Source.Own,
            key: static group => group.Name),
        For<NeedOptions>.Text(
            static o => o.NoteTopic, static (o, v) => o with { NoteTopic = v }, new("topic of notes", "记录主题"), Source.Own));

    /// <inheritdoc/>
    public bool Equals(NeedOptions? other) =>
        other is not null && string.Equals(NoteTopic, other.NoteTopic, StringComparison.Ordinal)
        && Contents.Equal(Groups, other.Groups);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NoteTopic, Contents.Hash(Groups));
}
