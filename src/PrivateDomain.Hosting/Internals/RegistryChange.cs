using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A change of the registry while it is made: it begins with one snapshot and ends with the next.</summary>
internal sealed class RegistryChange
{
    private readonly ShopSnapshot before;
    private readonly Func<string, ShopReadingOptions> reading;
    private readonly Dictionary<string, ShopRules> rules;
    private readonly SortedDictionary<string, ShopReload> refused;
    private readonly List<ShopReload> reloads = [];

    internal RegistryChange(ShopSnapshot before, Func<string, ShopReadingOptions> reading)
    {
        this.before = before;
        this.reading = reading;
        rules = new(before.Rules, StringComparer.Ordinal);
        refused = new(before.Refused.ToDictionary(static r => r.Shop, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What happened, in order.</summary>
    internal IReadOnlyList<ShopReload> Reloads => reloads;

    internal IEnumerable<ShopReload> Refusals => reloads.Where(static reload => reload.Outcome == ShopReloadOutcome.Refused);

    /// <summary>Whether the whole change is given up.</summary>
    internal bool IsVoid { get; set; }

    internal ShopSnapshot Result() =>
        reloads.Count == 0 ? before : new ShopSnapshot(before.Revision + 1, rules, [.. refused.Values]);

    /// <summary>Takes what a source says now, where that differs from what it said last.</summary>
    internal void Take(SourceWatch watch, bool isFirst)
    {
        SourceReading now = SourceReading.Settled(watch.Source);
        if (now.Failure is { } failure)
        {
            string[] shops = isFirst ? [""] : [.. watch.Last.Keys.Order(StringComparer.Ordinal)];
            now = new SourceReading([.. shops.Select(shop => new ShopDocument(shop, failure))]);
        }

        string[] settled = [.. watch.Twice];
        watch.Twice.Clear();
        foreach (ShopDocument document in now.Documents)
        {
            bool isKnown = watch.Last.TryGetValue(document.Shop, out ShopDocument? last);
            if (!isKnown && rules.ContainsKey(document.Shop))
            {
                watch.Twice.Add(document.Shop);
                Refuse(document.Shop, [new Mistake($"{watch.Source.Place} {document.Shop}", HostingReasons.ShopTwice.With())]);
            }
            else if (!document.Equals(last))
            {
                watch.Last[document.Shop] = document;
                Set(document);
            }
        }

        foreach (string shop in settled.Where(shop => !watch.Twice.Contains(shop)))
        {
            Mend(shop);
        }

        HashSet<string> named = new(now.Documents.Select(static document => document.Shop), StringComparer.Ordinal);
        foreach (string gone in watch.Last.Keys.Where(shop => !named.Contains(shop)).Order(StringComparer.Ordinal).ToArray())
        {
            watch.Last.Remove(gone);
            Remove(gone);
        }
    }

    internal ImmutableArray<Mistake> Set(ShopDocument document)
    {
        string shop = document.Shop;
        if (document.ToRules(reading(shop), out ImmutableArray<Mistake> mistakes) is not { } made)
        {
            Refuse(shop, mistakes);
            return mistakes;
        }

        rules.TryGetValue(shop, out ShopRules? old);
        if (made.Equals(old))
        {
            Mend(shop);
            return [];
        }

        refused.Remove(shop);
        rules[shop] = made;
        reloads.Add(new ShopReload(shop, old is null ? ShopReloadOutcome.Added : ShopReloadOutcome.Changed, old, made, []));
        return [];
    }

    internal bool Remove(string shop)
    {
        bool was = rules.Remove(shop, out ShopRules? old);
        if (refused.Remove(shop) || was)
        {
            reloads.Add(new ShopReload(shop, ShopReloadOutcome.Removed, old, null, []));
        }

        return was;
    }

    // What was refused is taken back: the rules in force are what is asked for.
    private void Mend(string shop)
    {
        if (refused.Remove(shop) && rules.TryGetValue(shop, out ShopRules? old))
        {
            reloads.Add(new ShopReload(shop, ShopReloadOutcome.Unchanged, old, old, []));
        }
    }

    private void Refuse(string shop, ImmutableArray<Mistake> mistakes)
    {
        rules.TryGetValue(shop, out ShopRules? old);
        var reload = new ShopReload(shop, ShopReloadOutcome.Refused, old, old, mistakes);
        refused[shop] = reload;
        reloads.Add(reload);
    }
}
