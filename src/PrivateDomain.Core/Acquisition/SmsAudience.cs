using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One number an SMS is to go to (短信接收人).</summary>
/// <remarks>
/// <para>Blanks, hyphens, brackets, full width and <c>+86</c>, <c>0086</c> or <c>86</c> before a Chinese mobile number do not matter:
/// 13800138000 and
/// +86 138-0013-8000 are one. A number has 7 to 15 digits; what else is written is none, and a draft to it is refused.</para>
/// <para>Equality is that of number, agreement and zone; there is no ordering. The default value is of no number, which an audience
/// refuses. The text of a
/// recipient never shows the number.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct SmsRecipient
{
    /// <summary>Makes a recipient.</summary>
    /// <param name="number">The number as it is written.</param>
    /// <param name="hasOptedIn">Whether the person agreed to get SMS; null when it is unknown.</param>
    /// <param name="zone">Where the person is, for quiet hours.</param>
    /// <exception cref="ArgumentNullException">The number or the zone is null.</exception>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public SmsRecipient(string number, bool? hasOptedIn, DateTimeZone zone)
    {
        Number = SmsText.NumberOf(Guard.Against.NullOrWhiteSpace(number));
        HasOptedIn = hasOptedIn;
        Zone = Guard.Against.Null(zone);
    }

    /// <summary>The digits of the number, with <c>+</c> before those of another country than China; null when what was written is no
    /// number.</summary>
    public string? Number { get; }

    /// <summary>Whether the person agreed to get SMS; null when it is unknown.</summary>
    public bool? HasOptedIn { get; }

    /// <summary>Where the person is.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Agreement and zone, without the number: texts end in logs.</summary>
    public override string ToString() =>
        $"SMS recipient ({HasOptedIn switch { true => "opted in", false => "not opted in", _ => "opt-in unknown" }}, " +
        $"{Zone?.Id ?? "no zone"})";
}

/// <summary>To whom an SMS is to go, in numbers (短信受众): no telephone number is kept.</summary>
/// <remarks>Immutable and safe to share between threads. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record SmsAudience
{
    private SmsAudience(int count, int notNumbers, int repeated, int refused, int unknown, ImmutableArray<DateTimeZone> zones)
    {
        Count = count;
        NotANumberCount = notNumbers;
        RepeatedCount = repeated;
        NotOptedInCount = refused;
        OptInUnknownCount = unknown;
        Zones = zones;
    }

    /// <summary>How many messages would go out.</summary>
    public int Count { get; }

    /// <summary>How many of them have no telephone number to go to.</summary>
    public int NotANumberCount { get; }

    /// <summary>How many of them go to a number that is there already, however it is written.</summary>
    public int RepeatedCount { get; }

    /// <summary>How many go to people who did not agree.</summary>
    public int NotOptedInCount { get; }

    /// <summary>How many go to people of whom it is unknown whether they agreed.</summary>
    public int OptInUnknownCount { get; }

    /// <summary>The zones of the people, each once, by id.</summary>
    public ImmutableArray<DateTimeZone> Zones { get; }

    /// <summary>Counts an audience.</summary>
    /// <param name="recipients">All recipients, in any order.</param>
    /// <exception cref="ArgumentNullException">There are no recipients.</exception>
    /// <exception cref="ArgumentException">A recipient is the default value.</exception>
    public static SmsAudience From(IEnumerable<SmsRecipient> recipients)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var zones = new SortedDictionary<string, DateTimeZone>(StringComparer.Ordinal);
        (int count, int notNumbers, int repeated, int refused, int unknown) = (0, 0, 0, 0, 0);
        foreach (SmsRecipient recipient in Guard.Against.Null(recipients))
        {
            if (recipient.Zone is null)
            {
                throw new ArgumentException("A recipient has a number, but one was the default value.", nameof(recipients));
            }

            count++;
            notNumbers += recipient.Number is null ? 1 : 0;
            repeated += recipient.Number is { } number && !seen.Add(number) ? 1 : 0;
            zones.TryAdd(recipient.Zone.Id, recipient.Zone);
            refused += recipient.HasOptedIn == false ? 1 : 0;
            unknown += recipient.HasOptedIn is null ? 1 : 0;
        }

        return new SmsAudience(count, notNumbers, repeated, refused, unknown, [.. zones.Values]);
    }

    /// <inheritdoc/>
    public bool Equals(SmsAudience? other) =>
        other is not null && Count == other.Count && NotANumberCount == other.NotANumberCount && RepeatedCount == other.RepeatedCount &&
        NotOptedInCount == other.NotOptedInCount && OptInUnknownCount == other.OptInUnknownCount && Contents.Equal(Zones, other.Zones);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, NotANumberCount, RepeatedCount, NotOptedInCount, OptInUnknownCount);
}
