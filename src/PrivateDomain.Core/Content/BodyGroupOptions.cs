using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>The bands by which people built alike are grouped (体型分组标准).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="BodyGroupPolicy"/>. Equality is that of all members, groups in
/// order; there is no ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BodyGroupOptions>))]
public sealed record BodyGroupOptions : IPolicyOptions<BodyGroupOptions>
{
    /// <summary>What the ratio is of; centimetres of height for each kilogram of weight, from the article on two fashion shops.</summary>
    public Bilingual Ratio { get; init; } = new("height (cm) ÷ weight (kg)", "身高（厘米）÷ 体重（公斤）");

    /// <summary>The groups: one or more, ascending, each beginning where the one before ends; the first and the last may be without limit.
    /// The
    /// article gives no bands: they and their names are the library's own.</summary>
    public ImmutableArray<BodyGroup> Groups { get; init; } =
    [
        new() { Name = "full", Label = new("Full", "丰满"), Below = 2.4m },
        new() { Name = "soft", Label = new("Soft", "微胖"), From = 2.4m, Below = 2.8m },
        new() { Name = "regular", Label = new("Regular", "标准"), From = 2.8m, Below = 3.2m },
        new() { Name = "slim", Label = new("Slim", "纤细"), From = 3.2m },
    ];

    static Description<BodyGroupOptions> IPolicyOptions<BodyGroupOptions>.Description { get; } = new(
        new("body groups", "体型分组"), static () => new(),
        For<BodyGroupOptions>.Value(
            static o => o.Ratio, static (o, v) => o with { Ratio = v }, new("what the ratio is of", "比值说明"),
            BilingualForm.Instance, Source.FashionShops),
        For<BodyGroupOptions>.List(
            static o => o.Groups, static (o, v) => o with { Groups = v }, new("groups", "分组"),
            Source.Own, countMin: 1, key: static group => group.Name),
        For<BodyGroupOptions>.Rules(static o => Gaps(o.Groups)));

    /// <inheritdoc/>
    public bool Equals(BodyGroupOptions? other) => other is not null && Ratio == other.Ratio && Contents.Equal(Groups, other.Groups);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ratio, Contents.Hash(Groups));

    private static IEnumerable<Mistake> Gaps(ImmutableArray<BodyGroup> groups)
    {
        for (int i = 1; !groups.IsDefault && i < groups.Length; i++)
        {
            if (groups[i] is { } group && groups[i - 1] is { } before && (before.Below is null || group.From != before.Below))
            {
                string end = BodyGroup.Shown(before.Below).ToString();
                yield return new Mistake(
                    FormattableString.Invariant($"groups[{i}].from"),
                    PolicyReasons.NotInOrder.With(
                        BodyGroup.Shown(group.From), new Bilingual($"{end}, where the group before ends", $"等于前一组的终点 {end}")));
            }
        }
    }
}
