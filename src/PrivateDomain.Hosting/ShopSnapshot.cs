using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting;

/// <summary>The rules of all shops at one moment (规则快照). What is asked of one snapshot is answered under one set of rules, whatever
/// changes meanwhile.</summary>
/// <remarks>Immutable. Equal only to itself. In a container it is scoped: one for each request or unit of work.</remarks>
public sealed class ShopSnapshot
{
    internal static readonly ShopSnapshot Empty = new(0, [], []);

    private readonly FrozenDictionary<string, ShopRules> rules;

    internal ShopSnapshot(long revision, IEnumerable<KeyValuePair<string, ShopRules>> rules, ImmutableArray<ShopReload> refused)
    {
        Revision = revision;
        this.rules = rules.ToFrozenDictionary(StringComparer.Ordinal);
        Names = [.. this.rules.Keys.Order(StringComparer.Ordinal)];
        Refused = refused;
    }

    /// <summary>How often anything has changed since the registry was made, from 0 on; a later snapshot has a greater one.</summary>
    public long Revision { get; }

    /// <summary>The names of the shops, in ordinal order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The shops whose latest change was refused, with what is wrong; in ordinal order of their names. Their old rules are in
    /// force.</summary>
    public ImmutableArray<ShopReload> Refused { get; }

    internal IReadOnlyDictionary<string, ShopRules> Rules => rules;

    /// <summary>The rules of a shop.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such shop; the message has the name.</exception>
    public ShopRules Get(string shop) =>
        TryGet(shop, out ShopRules? found) ? found : throw new KeyNotFoundException($"There is no shop \"{shop}\".");

    /// <summary>Tries to find the rules of a shop.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <param name="found">The rules, or null where there is no such shop.</param>
    /// <returns>Whether there is such a shop.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public bool TryGet(string shop, [NotNullWhen(true)] out ShopRules? found) => rules.TryGetValue(Guard.Against.Null(shop), out found);
}
