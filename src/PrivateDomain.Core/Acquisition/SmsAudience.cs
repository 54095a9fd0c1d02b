using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One number an SMS is to go to (短信接收人).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is of no number, which an audience refuses.</remarks>
public readonly record struct SmsRecipient
{
    /// <summary>Makes a recipient.</summary>
    /// <param name="number">The number as the host writes it, or its hash: two that are written alike are one.</param>
    /// <param name="hasOptedIn">Whether the person agreed to get SMS; null when it is not known.</param>
    /// <param name="zone">Where the person is, for quiet hours.</param>
    /// <exception cref="ArgumentNullException">The number or the zone is null.</exception>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public SmsRecipient(string number, bool? hasOptedIn, DateTimeZone zone)
    {
        Number = Guard.Against.NullOrWhiteSpace(number);
        HasOptedIn = hasOptedIn;
        Zone = Guard.Against.Null(zone);
    }

    /// <summary>The number as the host writes it, or its hash.</summary>
    public string Number { get; }

    /// <summary>Whether the person agreed to get SMS; null when it is not known.</summary>
    public bool? HasOptedIn { get; }

    /// <summary>Where the person is.</summary>
    public DateTimeZone Zone { get; }
}

/// <summary>To whom an SMS is to go, in numbers (短信受众): no telephone number is kept.</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
public sealed class SmsAudience
{
    private SmsAudience(int count, int repeated, int refused, int unknown, ImmutableArray<DateTimeZone> zones)
    {
        Count = count;
        RepeatedCount = repeated;
        NotOptedInCount = refused;
        OptInUnknownCount = unknown;
        Zones = zones;
    }

    /// <summary>How many messages would go out.</summary>
    public int Count { get; }

    /// <summary>How many of them go to a number that is there already.</summary>
    public int RepeatedCount { get; }

    /// <summary>How many go to people who did not agree.</summary>
    public int NotOptedInCount { get; }

    /// <summary>How many go to people of whom it is not known.</summary>
    public int OptInUnknownCount { get; }

    /// <summary>The zones of the people, each once, by id.</summary>
    public ImmutableArray<DateTimeZone> Zones { get; }

    /// <summary>Counts an audience.</summary>
    /// <param name="recipients">All recipients, in any order.</param>
    /// <exception cref="ArgumentNullException">There are no recipients.</exception>
    /// <exception cref="ArgumentException">A recipient is the default value.</exception>
    public static SmsAudience Of(IEnumerable<SmsRecipient> recipients)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var zones = new SortedDictionary<string, DateTimeZone>(StringComparer.Ordinal);
        (int count, int refused, int unknown) = (0, 0, 0);
        foreach (SmsRecipient recipient in Guard.Against.Null(recipients))
        {
            if (recipient.Number is null)
            {
                throw new ArgumentException("A recipient has a number, but one was the default value.", nameof(recipients));
            }

            count++;
            seen.Add(recipient.Number);
            zones.TryAdd(recipient.Zone.Id, recipient.Zone);
            refused += recipient.HasOptedIn == false ? 1 : 0;
            unknown += recipient.HasOptedIn is null ? 1 : 0;
        }

        return new SmsAudience(count, count - seen.Count, refused, unknown, [.. zones.Values]);
    }
}
