using System.Collections.Immutable;

namespace PrivateDomain.Core.Products;

/// <summary>Which questions block a launch until they are answered (上架检查表).</summary>
/// <remarks>Equality is by content; there is no ordering. <see cref="LaunchPolicy"/> checks them.</remarks>
public sealed record LaunchOptions
{
    /// <summary>The questions that must be answered, each once. By default all five, from the article on the steps of private-domain
    /// work.</summary>
    public ImmutableArray<LaunchQuestion> Required { get; init; } = [.. Enum.GetValues<LaunchQuestion>()];

    /// <inheritdoc/>
    public bool Equals(LaunchOptions? other) => other is not null && Contents.Equal(Required, other.Required);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Required);
}
