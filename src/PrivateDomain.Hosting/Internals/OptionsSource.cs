using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A shop whose rules the host states in code: they never change by themselves.</summary>
internal sealed class OptionsSource(string shop, ShopOptions options) : IShopSource
{
    public string Place => shop;

    public TimeSpan Delay => TimeSpan.Zero;

    public SourceReading Read() => new([new ShopDocument(shop, options)]);

    public IChangeToken Watch() => NullChangeToken.Singleton;
}
