using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>In what time a newcomer is to be received, and when it is said how well (承接标准). Each time is above 0 and at most 365
/// days.</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="ReceptionPolicy"/> does.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReceptionOptions
{
    private static readonly Duration TimeMax = Duration.FromDays(365);

    /// <summary>From the request to its acceptance; 2 hours, the library's own figure.</summary>
    public Duration AcceptWithin { get; init; } = Duration.FromHours(2);

    /// <summary>From the acceptance to the first conversation, both ways; 24 hours, the library's own figure.</summary>
    public Duration TalkWithin { get; init; } = Duration.FromHours(24);

    /// <summary>From the acceptance to the basic facts; 3 days, the library's own figure.</summary>
    public Duration LearnWithin { get; init; } = Duration.FromDays(3);

    /// <summary>From the acceptance to the tags; 3 days, the library's own figure.</summary>
    public Duration TagWithin { get; init; } = Duration.FromDays(3);

    /// <summary>From the request to the verdict; 30 days, the month of the article on going from classic to private-domain
    /// commerce.</summary>
    public Duration VerdictAfter { get; init; } = Duration.FromDays(30);

    internal static Description<ReceptionOptions> Description { get; } = new(
        new("reception policy", "承接标准"),
        For<ReceptionOptions>.Time(static o => o.AcceptWithin, Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(static o => o.TalkWithin, Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(static o => o.LearnWithin, Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(static o => o.TagWithin, Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(static o => o.VerdictAfter, Duration.Zero, TimeMax, Source.TraditionalToPrivate, above: true));
}
