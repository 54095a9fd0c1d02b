namespace PrivateDomain.Hosting.Internals;

/// <summary>Who is told of changes: in order, one at a time, without the registry's lock.</summary>
internal sealed class ReloadListeners
{
    private readonly Lock gate = new();
    private readonly Queue<ShopReload> waiting = new();
    private readonly Action<Exception, ShopReload> failed;
    private readonly List<Action<ShopReload>> listeners = [];
    private bool isTelling;

    internal ReloadListeners(Action<Exception, ShopReload> failed) => this.failed = failed;

    internal IDisposable Add(Action<ShopReload> listener)
    {
        var own = new Action<ShopReload>(listener.Invoke); // so that one listener may listen twice
        lock (gate)
        {
            listeners.Add(own);
        }

        return new Listening(this, own);
    }

    internal void Enqueue(IEnumerable<ShopReload> reloads)
    {
        lock (gate)
        {
            foreach (ShopReload reload in reloads)
            {
                waiting.Enqueue(reload);
            }
        }
    }

    /// <summary>Tells what waits, unless another call is at it: that one tells this too.</summary>
    internal void Tell()
    {
        while (Next() is var (reload, told))
        {
            foreach (Action<ShopReload> listener in told)
            {
                try
                {
                    listener(reload);
                }
#pragma warning disable CA1031 // a listener is the host's: its fault must not end the change, the thread of a timer or the process
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failed(exception, reload);
                }
            }

            lock (gate)
            {
                isTelling = false;
            }
        }
    }

    private (ShopReload Reload, Action<ShopReload>[] Told)? Next()
    {
        lock (gate)
        {
            if (isTelling || !waiting.TryDequeue(out ShopReload? reload))
            {
                return null;
            }

            isTelling = true;
            return (reload, [.. listeners]);
        }
    }

    private void Remove(Action<ShopReload> listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
        }
    }

    private sealed class Listening(ReloadListeners owner, Action<ShopReload> listener) : IDisposable
    {
        public void Dispose() => owner.Remove(listener);
    }
}
