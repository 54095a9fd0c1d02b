using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Knowledge;

/// <summary>Something worth knowing about a customer (了解项).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ProfileTopic>))]
public sealed record ProfileTopic : IPolicyOptions<ProfileTopic>
{
    /// <summary>The topic, as notes name it: 1 to 128 characters, ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>The topic for people.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>How much it is worth to know, above 0 and up to 1,000; 1.</summary>
    public decimal Weight { get; init; } = 1m;

    /// <summary>For how many of the shop's days what was noted holds, the last one included, 1 to 36,500; null is for ever.</summary>
    public int? KeptDays { get; init; }

    static Description<ProfileTopic> IPolicyOptions<ProfileTopic>.Description { get; } = new(
        new("profile topic", "了解项"), static () => new() { Name = null!, Label = default },
        For<ProfileTopic>.Text(static o => o.Name, static (o, v) => o with { Name = v }, new("name", "名称"), Source.Own).Needed(),
        For<ProfileTopic>.Value(
            static o => o.Label, static (o, v) => o with { Label = v }, new("label", "标签"), BilingualForm.Instance, Source.Own).Needed(),
        For<ProfileTopic>.Number(
            static o => o.Weight, static (o, v) => o with { Weight = v }, new("weight", "权重"), 0m, 1_000m, Unit.Points, Source.Own,
            above: true),
        For<ProfileTopic>.Whole(
            static o => o.KeptDays, static (o, v) => o with { KeptDays = v }, new("holds for", "有效期"), 1, 36_500, Unit.Days,
            Source.Own));
}

/// <summary>What is worth knowing about a customer (服务深度).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="ProfilePolicy"/>. Equality is that of all members, topics in
/// order; there is no ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ProfileOptions>))]
public sealed record ProfileOptions : IPolicyOptions<ProfileOptions>
{
    /// <summary>The topics, 1 to 100, each name once. The topics are from the article on private traffic in retail; their weights and how
    /// long knowledge holds are the library's own: all weigh the same, sizes hold half a year, brands, room at hand and dislikes a year,
    /// the household two, occasions for ever.</summary>
    public ImmutableArray<ProfileTopic> Topics { get; init; } =
    [
        new() { Name = "household", Label = new("household", "家庭成员"), KeptDays = 730 },
        new() { Name = "brands", Label = new("brands liked", "喜欢的品牌"), KeptDays = 365 },
        new() { Name = "sizes", Label = new("sizes", "尺码"), KeptDays = 180 },
        new() { Name = "room", Label = new("room at hand", "可用空间"), KeptDays = 365 },
        new() { Name = "occasions", Label = new("occasions", "重要日子") },
        new() { Name = "dislikes", Label = new("dislikes", "忌讳与不喜"), KeptDays = 365 },
    ];

    static Description<ProfileOptions> IPolicyOptions<ProfileOptions>.Description { get; } = new(
        new("profile policy", "了解规则"), static () => new(),
        For<ProfileOptions>.List(
            static o => o.Topics, static (o, v) => o with { Topics = v }, new("topics", "了解项"), Source.RetailTraffic, countMin: 1,
            countMax: 100, key: static topic => topic.Name));

    /// <inheritdoc/>
    public bool Equals(ProfileOptions? other) => other is not null && Contents.Equal(Topics, other.Topics);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Topics);
}
