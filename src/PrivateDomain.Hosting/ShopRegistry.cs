using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Hosting;

/// <summary>The shops of a host by their names (店铺登记): which there are, the rules of each, and their changes.</summary>
/// <remarks>
/// <para>Reading takes no lock and sees one immutable <see cref="ShopSnapshot"/>. A change replaces the snapshot as a whole or, where it is
/// wrong, leaves it. Safe on several threads.</para>
/// <para>A container has one that holds what the host registered; a program without a container makes its own and sets the shops.</para>
/// </remarks>
/// <example>
/// <code>
/// var shops = new ShopRegistry();
/// if (!shops.TrySet("north", File.ReadAllBytes("north.json"), out var mistakes)) { Show(mistakes); }
/// ShopRules rules = shops.Get("north"); // one decision, one set of rules
/// </code>
/// </example>
public sealed class ShopRegistry : IDisposable
{
    /// <summary>The name of the one shop of a host that has not named it.</summary>
    public const string DefaultShop = "default";

    private readonly Lock gate = new();
    private readonly Func<string, ShopReadingOptions> reading;
    private readonly ReloadListeners listeners;
    private readonly ImmutableArray<SourceWatch> watches;
    private volatile ShopSnapshot current = ShopSnapshot.Empty;
    private bool isDisposed;

    /// <summary>Makes a registry without shops.</summary>
    /// <param name="zones">The zones that documents may name; null: those of the tz database.</param>
    /// <param name="facts">The facts that segments may ask for; null: the library's own.</param>
    public ShopRegistry(IDateTimeZoneProvider? zones = null, FactSchema? facts = null)
    {
        var options = new ShopReadingOptions();
        options.Zones = zones ?? options.Zones;
        options.Facts = facts ?? options.Facts;
        reading = _ => options;
        listeners = new ReloadListeners(static (_, _) => { });
        watches = [];
    }

    internal ShopRegistry(
        IEnumerable<IShopSource> sources, Func<string, ShopReadingOptions> reading, TimeProvider time, ReloadListeners listeners)
    {
        this.reading = reading;
        this.listeners = listeners;
        watches = [.. sources.Select(source => new SourceWatch(source, time, Reload))];
    }

    /// <summary>The rules of all shops now.</summary>
    public ShopSnapshot Current => current;

    /// <summary>The names of the shops now, in ordinal order.</summary>
    public ImmutableArray<string> Names => current.Names;

    /// <summary>The rules of a shop now. Whoever asks several questions that belong together keeps them, or a <see cref="Current"/>, and
    /// asks that.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such shop; the message has the name.</exception>
    public ShopRules Get(string shop = DefaultShop) => current.Get(shop);

    /// <summary>Tries to find the rules of a shop.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <param name="rules">The rules now, or null where there is no such shop.</param>
    /// <returns>Whether there is such a shop.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public bool TryGet(string shop, [NotNullWhen(true)] out ShopRules? rules) => current.TryGet(shop, out rules);

    /// <summary>Adds a shop, or gives it other rules. What the host registered for it stays registered: when that changes, it is taken
    /// again.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <param name="options">What the shop decides.</param>
    /// <param name="mistakes">What is wrong with the name or the options, all of it; empty exactly when they are taken. Otherwise nothing
    /// changes but that the refusal is told.</param>
    /// <returns>Whether the rules are in force.</returns>
    /// <exception cref="ArgumentNullException">The name or the options are null.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public bool TrySet(string shop, ShopOptions options, out ImmutableArray<Mistake> mistakes) =>
        TrySet(new ShopDocument(Guard.Against.Null(shop), Guard.Against.Null(options)), out mistakes);

    /// <summary>Adds a shop, or gives it other rules, from a document such as <see cref="ShopOptionsJson"/> reads; otherwise as with
    /// options.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <param name="utf8Json">The document.</param>
    /// <param name="mistakes">What is wrong with the name or the document, all of it with path, line and column; empty exactly when it is
    /// taken.</param>
    /// <returns>Whether the rules are in force.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public bool TrySet(string shop, ReadOnlySpan<byte> utf8Json, out ImmutableArray<Mistake> mistakes) =>
        TrySet(new ShopDocument(Guard.Against.Null(shop), utf8Json.ToArray(), static mistake => mistake), out mistakes);

    /// <summary>Removes a shop. What the host registered for it stays registered: when that changes, the shop is back.</summary>
    /// <param name="shop">The shop's name, compared letter by letter.</param>
    /// <returns>Whether there was such a shop.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public bool Remove(string shop)
    {
        Guard.Against.Null(shop);
        bool isRemoved = false;
        Change(change => isRemoved = change.Remove(shop));
        return isRemoved;
    }

    /// <summary>Tells every change from now on, in order, refused ones too.</summary>
    /// <remarks>The listener is called on the thread of the change, one call at a time and without a lock, when the change is done. What it
    /// throws is logged and harms neither the change nor other listeners.</remarks>
    /// <param name="listener">What is called.</param>
    /// <returns>What ends the listening when it is disposed.</returns>
    /// <exception cref="ArgumentNullException">The listener is null.</exception>
    public IDisposable OnReload(Action<ShopReload> listener) => listeners.Add(Guard.Against.Null(listener));

    /// <summary>Watches nothing any more and takes no changes. What was read before stays readable.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
        }

        foreach (SourceWatch watch in watches)
        {
            watch.Dispose();
        }
    }

    /// <summary>Reads all that the host registered for the first time, and watches it from then on.</summary>
    /// <returns>All mistakes; with any, no shop is there.</returns>
    internal ImmutableArray<Mistake> Start()
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        Change(change =>
        {
            foreach (SourceWatch watch in watches)
            {
                watch.Start();
                change.Take(watch, isFirst: true);
            }

            mistakes.AddRange(change.Refusals.SelectMany(static refusal => refusal.Mistakes));
            change.IsVoid = mistakes.Count > 0;
        });
        return mistakes.ToImmutable();
    }

    private void Reload(SourceWatch watch)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                return;
            }

            ChangeUnderTheGate(change => change.Take(watch, isFirst: false));
        }

        listeners.Tell();
    }

    private bool TrySet(ShopDocument document, out ImmutableArray<Mistake> mistakes)
    {
        ImmutableArray<Mistake> found = [];
        Change(change => found = change.Set(document));
        mistakes = found;
        return found.IsEmpty;
    }

    private void Change(Action<RegistryChange> act)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            ChangeUnderTheGate(act);
        }

        listeners.Tell();
    }

    private void ChangeUnderTheGate(Action<RegistryChange> act)
    {
        var change = new RegistryChange(current, reading);
        act(change);
        if (!change.IsVoid)
        {
            current = change.Result();
            listeners.Enqueue(change.Reloads);
        }
    }
}
