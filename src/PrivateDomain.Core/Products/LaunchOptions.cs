using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>Which questions block a launch until they are answered (上架检查表).</summary>
/// <remarks>Equality is by content; there is no ordering. <see cref="LaunchPolicy"/> checks them.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<LaunchOptions>))]
public sealed record LaunchOptions : IPolicyOptions<LaunchOptions>
{
    /// <summary>The questions that must be answered, each once. By default all five, from the article on the steps of private-domain
    /// work.</summary>
    public ImmutableArray<LaunchQuestion> Required { get; init; } = [.. Enum.GetValues<LaunchQuestion>()];

    static Description<LaunchOptions> IPolicyOptions<LaunchOptions>.Description { get; } = new(
        new("launch policy", "上架检查表"), static () => new(),
        For<LaunchOptions>.Values(
            static o => o.Required, static (o, v) => o with { Required = v }, new("questions that must be answered", "必答问题"),
            new ChoiceForm<LaunchQuestion>(ProductsNames.Name, notZero: false),
            Source.From("the article on the steps of private-domain work", "《私域步骤》一文")),
        For<LaunchOptions>.Rules(static o => LaunchPolicy.MistakesOf(o.Required)));

    /// <inheritdoc/>
    public bool Equals(LaunchOptions? other) => other is not null && Contents.Equal(Required, other.Required);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Required);
}
