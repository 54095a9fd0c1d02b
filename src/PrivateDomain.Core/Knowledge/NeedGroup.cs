using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Knowledge;

/// <summary>A product group whose need is to be known (需求品类): which products meet it, how long one lasts, and who is likely to need
/// it.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, lists by content; there is no ordering. It is
/// checked by the policy it becomes a part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<NeedGroup>))]
public sealed record NeedGroup : IPolicyOptions<NeedGroup>
{
    /// <summary>The name, as touches and notes tell it: 1 to 128 characters, ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>The products that meet the need; a product may meet several needs.</summary>
    public ImmutableArray<ProductId> Products { get; init; } = [];

    /// <summary>After how many days what was bought is needed again (复购周期), 1 to 3,650; null when that is not known. A customer's
    /// own cycle in this group goes before it.</summary>
    public int? CycleDays { get; init; }

    /// <summary>The tags of customers who are likely to need it, each tied to it by a finding on traits of buyers (用户画像); none by
    /// default.</summary>
    public ImmutableArray<string> TraitTags { get; init; } = [];

    static Description<NeedGroup> IPolicyOptions<NeedGroup>.Description { get; } = new(
        new("need group", "需求品类"), static () => new() { Name = null! },
        For<NeedGroup>.Text(static o => o.Name, static (o, v) => o with { Name = v }, new("name", "名称"), Source.Own).Needed(),
        For<NeedGroup>.Values(
            static o => o.Products, static (o, v) => o with { Products = v }, new("products", "商品"), ProductIdForm.Instance, Source.Own),
        For<NeedGroup>.Values(
            static o => o.TraitTags, static (o, v) => o with { TraitTags = v }, new("tags of likely buyers", "特征标签"),
            new TextForm(int.MaxValue), Source.Own),
        For<NeedGroup>.Rules(static o => Missing(o)),
        For<NeedGroup>.Whole(
            static o => o.CycleDays, static (o, v) => o with { CycleDays = v }, new("cycle", "复购周期"), 1, NeedPolicy.CycleDaysMax,
            Unit.Days, Source.Own));

    /// <inheritdoc/>
    public bool Equals(NeedGroup? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && CycleDays == other.CycleDays
            && Contents.Equal(Products, other.Products) && Contents.Equal(TraitTags, other.TraitTags);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, CycleDays, Contents.Hash(Products), Contents.Hash(TraitTags));

    private static IEnumerable<Mistake> Missing(NeedGroup group)
    {
        if (group.Products.IsDefault || group.Products.Any(static product => product.Text.Length == 0))
        {
            yield return new Mistake("products", PolicyReasons.Missing.With(required: Wanted.Entry));
        }

        if (group.TraitTags.IsDefault || group.TraitTags.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Mistake("traitTags", PolicyReasons.Missing.With(required: Wanted.Entry));
        }
    }
}
