namespace PrivateDomain.Hosting.Internals;

/// <summary>A place of rules that the host registered; the name of its shop, or null where it names several.</summary>
internal sealed class SourceRegistration(string? shop, Func<IServiceProvider, IShopSource> make)
{
    internal string? Shop => shop;

    internal IShopSource Make(IServiceProvider services) => make(services);
}
