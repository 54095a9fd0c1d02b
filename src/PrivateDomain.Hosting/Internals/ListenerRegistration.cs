namespace PrivateDomain.Hosting.Internals;

/// <summary>A listener to changes that the host registered.</summary>
internal sealed class ListenerRegistration(Action<ShopReload> listener)
{
    internal Action<ShopReload> Listener => listener;
}
