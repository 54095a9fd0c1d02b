using System.Collections.Immutable;

namespace PrivateDomain.Core.Knowledge;

/// <summary>How a need is verified before anybody is promoted to (需求验证).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="NeedPolicy"/>. Equality is that of all members, groups in order;
/// there is no ordering.</remarks>
public sealed record NeedOptions
{
    /// <summary>The product groups, each name once; none by default, and then every need is unknown.</summary>
    public ImmutableArray<NeedGroup> Groups { get; init; } = [];

    /// <summary>The topic under which conversations note a need; the note's value is the name of the group. "need", the library's own
    /// word.</summary>
    public string NoteTopic { get; init; } = "need";

    internal static Description<NeedOptions> Description { get; } = new(
        new("need policy", "需求规则"),
        For<NeedOptions>.List(static o => o.Groups, NeedGroup.Description, Source.Own, key: static group => group.Name),
        For<NeedOptions>.Text(static o => o.NoteTopic, Source.Own));

    /// <inheritdoc/>
    public bool Equals(NeedOptions? other) =>
        other is not null && string.Equals(NoteTopic, other.NoteTopic, StringComparison.Ordinal)
        && Contents.Equal(Groups, other.Groups);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NoteTopic, Contents.Hash(Groups));
}
