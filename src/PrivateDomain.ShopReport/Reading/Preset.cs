using System.Collections.Immutable;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>The export of a known system: by which columns it is known, and which of them holds what.</summary>
internal sealed record Preset
{
    public required string Name { get; init; }

    /// <summary>Which file of a shop it is; see <see cref="Fields"/>.</summary>
    public required string File { get; init; }

    /// <summary>The columns that all must be there.</summary>
    public required ImmutableArray<string> Signature { get; init; }

    /// <summary>The carrier of all its rows, for friends.</summary>
    public string? Carrier { get; init; }

    /// <summary>The columns of a field, the best first.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> Columns { get; init; }
}
