using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A section of the configuration that holds the rules of one shop.</summary>
internal sealed class SectionSource(string shop, IConfigurationSection section) : IShopSource
{
    public string Place => section.Path;

    public TimeSpan Delay => TimeSpan.Zero;

    public SourceReading Read() => new([SectionDocument.Of(shop, section)]);

    public IChangeToken Watch() => section.GetReloadToken();
}
