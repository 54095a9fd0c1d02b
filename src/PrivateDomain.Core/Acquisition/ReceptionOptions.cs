using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>In what time a newcomer is to be received, and when it is said how well (承接标准). Each time is above 0 and at most 365
/// days.</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="ReceptionPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReceptionOptions>))]
public sealed record ReceptionOptions : IPolicyOptions<ReceptionOptions>
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

    static Description<ReceptionOptions> IPolicyOptions<ReceptionOptions>.Description { get; } = new(
        new("reception policy", "承接标准"), static () => new(),
        For<ReceptionOptions>.Time(
            static o => o.AcceptWithin, static (o, v) => o with { AcceptWithin = v }, new("accepted within", "通过好友时限"),
            Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(
            static o => o.TalkWithin, static (o, v) => o with { TalkWithin = v }, new("talked within", "首次对话时限"),
            Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(
            static o => o.LearnWithin, static (o, v) => o with { LearnWithin = v }, new("learned within", "了解基本情况时限"),
            Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(
            static o => o.TagWithin, static (o, v) => o with { TagWithin = v }, new("tagged within", "打标签时限"),
            Duration.Zero, TimeMax, Source.Own, above: true),
        For<ReceptionOptions>.Time(
            static o => o.VerdictAfter, static (o, v) => o with { VerdictAfter = v }, new("verdict after", "判定期"),
            Duration.Zero, TimeMax, Source.TraditionalToPrivate, above: true));
}
