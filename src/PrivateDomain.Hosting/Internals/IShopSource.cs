using Microsoft.Extensions.Primitives;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Where rules of shops are kept: looked at again when its token says that it changed.</summary>
internal interface IShopSource
{
    /// <summary>Where it is, in the host's words.</summary>
    string Place { get; }

    /// <summary>How long after a change it is looked at.</summary>
    TimeSpan Delay { get; }

    /// <summary>What it says now.</summary>
    SourceReading Read();

    /// <summary>A token that tells the next change.</summary>
    IChangeToken Watch();
}
