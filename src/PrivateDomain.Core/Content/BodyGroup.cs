using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>A band of a body ratio (体型分组): from a value, included, to one, excluded.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a
/// part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BodyGroup>))]
public sealed record BodyGroup : IPolicyOptions<BodyGroup>
{
    /// <summary>The name for programs.</summary>
    public required string Name { get; init; }

    /// <summary>The name for people.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>The least ratio in it; null is without limit.</summary>
    public decimal? From { get; init; }

    /// <summary>The ratio at which it has ended, above <see cref="From"/>; null is without limit.</summary>
    public decimal? Below { get; init; }

    static Description<BodyGroup> IPolicyOptions<BodyGroup>.Description { get; } = new(
        new("body group", "体型分组"), static () => new() { Name = null!, Label = default },
        For<BodyGroup>.Text(
            static o => o.Name, static (o, v) => o with { Name = v }, new("name for programs", "程序用名"), Source.Own).Needed(),
        For<BodyGroup>.Value(
            static o => o.Label, static (o, v) => o with { Label = v }, new("name for people", "显示名"),
            BilingualForm.Instance, Source.Own).Needed(),
        For<BodyGroup>.Number(
            static o => o.From, static (o, v) => o with { From = v }, new("from", "起点"), null, null, Unit.None, Source.Own),
        For<BodyGroup>.Number(
            static o => o.Below, static (o, v) => o with { Below = v }, new("below", "终点"), null, null, Unit.None, Source.Own),
        For<BodyGroup>.Rule("below", static o =>
            o.Below <= o.From ? PolicyReasons.NotInOrder.With(Shown(o.Below), MoreThan(o.From)) : null));

    /// <summary>A bound as sentences show it.</summary>
    internal static ReasonValue Shown(decimal? bound) => bound is { } value ? value : new Bilingual("no limit", "无限制");

    /// <summary>Whether a ratio is in the group.</summary>
    internal bool Has(decimal ratio) => !(ratio < From) && !(ratio >= Below);

    private static Bilingual MoreThan(decimal? from)
    {
        string bound = Shown(from).ToString();
        return new($"more than {bound}", $"大于 {bound}");
    }
}
