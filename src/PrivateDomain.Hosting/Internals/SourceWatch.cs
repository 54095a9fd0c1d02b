using Microsoft.Extensions.Primitives;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A source with what it said last, looked at again when it changes.</summary>
internal sealed class SourceWatch : IDisposable
{
    private readonly ITimer? timer;
    private readonly Action changed;
    private IDisposable? registration;

    internal SourceWatch(IShopSource source, TimeProvider time, Action<SourceWatch> reload)
    {
        Source = source;
        if (source.Delay > TimeSpan.Zero)
        {
            timer = time.CreateTimer(_ => reload(this), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            changed = () => timer.Change(source.Delay, Timeout.InfiniteTimeSpan);
        }
        else
        {
            changed = () => reload(this);
        }
    }

    internal IShopSource Source { get; }

    /// <summary>What the source said last, by shop.</summary>
    internal Dictionary<string, ShopDocument> Last { get; } = new(StringComparer.Ordinal);

    /// <summary>The shops that it names and another place does too.</summary>
    internal HashSet<string> Twice { get; } = new(StringComparer.Ordinal);

    internal void Start() => registration ??= ChangeToken.OnChange(Source.Watch, changed);

    public void Dispose()
    {
        registration?.Dispose();
        timer?.Dispose();
    }
}
