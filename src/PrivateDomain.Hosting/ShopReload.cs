using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting;

/// <summary>What happened to the rules of one shop while the host runs (规则变更记录): taken, refused, or gone.</summary>
/// <remarks>It is an event and not a value: equal only to itself. Immutable.</remarks>
public sealed class ShopReload
{
    private readonly Lazy<ImmutableArray<FigureDifference>> differences;

    internal ShopReload(string shop, ShopReloadOutcome outcome, ShopRules? before, ShopRules? after, ImmutableArray<Mistake> mistakes)
    {
        Shop = shop;
        Outcome = outcome;
        Before = before;
        After = after;
        Mistakes = mistakes;
        differences = new(() => Before is null || After is null ? [] : ShopOptions.Compare(Before.Options, After.Options));
    }

    /// <summary>The shop's name.</summary>
    public string Shop { get; }

    /// <summary>What became of it.</summary>
    public ShopReloadOutcome Outcome { get; }

    /// <summary>The rules that were in force; null where there were none.</summary>
    public ShopRules? Before { get; }

    /// <summary>The rules in force from now on: those before, where the change was refused; null where the shop is gone.</summary>
    public ShopRules? After { get; }

    /// <summary>What is wrong with a refused change, all of it; otherwise empty. A place is a key of the configuration, or a file and the
    /// path in it.</summary>
    public ImmutableArray<Mistake> Mistakes { get; }

    /// <summary>What differs between the rules before and after, in words; empty where one is missing or nothing changed.</summary>
    public ImmutableArray<FigureDifference> Differences => differences.Value;

    /// <summary>The shop and the outcome.</summary>
    public override string ToString() => $"{Shop}: {Outcome}";
}
