using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Hosting;

/// <summary>How the rules of a shop are read (规则读取选项). Named options: the name is the shop's.</summary>
public sealed class ShopReadingOptions
{
    /// <summary>The zones that a shop may name. The default are those of the tz database that NodaTime ships.</summary>
    /// <exception cref="ArgumentNullException">The zones are null.</exception>
    public IDateTimeZoneProvider Zones
    {
        get;
        set => field = Guard.Against.Null(value);
    } = DateTimeZoneProviders.Tzdb;

    /// <summary>The facts that a shop's segments may ask for. The default are the library's own, <see cref="ShopFacts.Schema"/>.</summary>
    /// <exception cref="ArgumentNullException">The facts are null.</exception>
    public FactSchema Facts
    {
        get;
        set => field = Guard.Against.Null(value);
    } = ShopFacts.Schema;

    /// <summary>How long after a change a file is read, so that whoever writes it in steps is done, from 0 to a day. The default is
    /// 250 milliseconds. A section of the configuration is read at once: its provider waits itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is out of range.</exception>
    public TimeSpan FileDelay
    {
        get;
        set => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is from 0 to a day.");
    } = TimeSpan.FromMilliseconds(250);
}
