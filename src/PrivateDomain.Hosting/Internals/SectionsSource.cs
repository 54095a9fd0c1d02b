using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A section of the configuration with a section for each shop, whose key is the shop's name.</summary>
internal sealed class SectionsSource(IConfigurationSection section) : IShopSource
{
    public string Place => section.Path;

    public TimeSpan Delay => TimeSpan.Zero;

    public SourceReading Read()
    {
        IConfigurationSection[] shops = [.. section.GetChildren()];
        return shops.Length == 0
            ? new SourceReading(new Mistake(section.Path, HostingReasons.SectionMissing.With()))
            : new SourceReading([.. shops.Select(static shop => SectionDocument.Of(shop.Key, shop))]);
    }

    public IChangeToken Watch() => section.GetReloadToken();
}
