namespace PrivateDomain.Core.Content;

/// <summary>A band of a body ratio (体型分组): from a value, included, to one, excluded.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a
/// part of.</remarks>
public sealed record BodyGroup
{
    /// <summary>The name for programs.</summary>
    public required string Name { get; init; }

    /// <summary>The name for people.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>The least ratio in it; null is without limit.</summary>
    public decimal? From { get; init; }

    /// <summary>The ratio at which it has ended, above <see cref="From"/>; null is without limit.</summary>
    public decimal? Below { get; init; }

    internal static Description<BodyGroup> Description { get; } = new(
        new("body group", "体型分组"),
        For<BodyGroup>.Text(static o => o.Name, Source.Own),
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
