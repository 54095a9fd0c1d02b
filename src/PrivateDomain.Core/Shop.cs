using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core;

/// <summary>What every calculation needs to know of a shop (店铺): where its days begin and in what it counts money.</summary>
/// <remarks>
/// <para>A day begins at the start of the day in <see cref="Zone"/>, whatever
/// the machine's zone; sums of money are in <see cref="Currency"/>.</para>
/// <para>Equality is that of the zone and the currency.</para>
/// </remarks>
/// <example>
/// <code>
/// var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
/// LocalDate date = shop.DateAt(Instant.FromUtc(2026, 3, 1, 18, 0)); // 2026-03-02: days are the shop's
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Shop
{
    /// <summary>Makes a shop.</summary>
    /// <param name="zone">The zone of its day boundaries, such as <c>DateTimeZoneProviders.Tzdb["Asia/Shanghai"]</c>.</param>
    /// <param name="currency">The currency of its books; not <see cref="Currency.None"/>.</param>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    /// <exception cref="ArgumentException">The currency is none.</exception>
    public Shop(DateTimeZone zone, Currency currency)
    {
        Zone = Guard.Against.Null(zone);
        Currency = currency.IsNone
            ? throw new ArgumentException("A shop counts in a currency, but it was \"XXX\".", nameof(currency))
            : currency;
    }

    /// <summary>The zone of the day boundaries.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The currency of the books.</summary>
    public Currency Currency { get; }

    /// <summary>The shop's date at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public LocalDate DateAt(Instant instant) => instant.InZone(Zone).Date;
}
