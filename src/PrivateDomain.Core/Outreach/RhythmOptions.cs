using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>How long before its cause a customer is written to (触达节奏).</summary>
/// <remarks>Immutable, so safe on several threads; checked by <see cref="RhythmPolicy"/>. Equality is that of all members; there is no
/// ordering.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<RhythmOptions>))]
public sealed record RhythmOptions : IPolicyOptions<RhythmOptions>
{
    /// <summary>How many days before the next purchase is due, 0 to 365; 3. The library's own figure for the rule of the article on the
    /// steps of
    /// the private domain.</summary>
    public int RepurchaseLeadDays { get; init; } = 3;

    /// <summary>How many days before an occasion or a promotion, 0 to 365; 3. The library's own figure.</summary>
    public int OccasionLeadDays { get; init; } = 3;

    static Description<RhythmOptions> IPolicyOptions<RhythmOptions>.Description { get; } = new(
        new("rhythm policy", "触达节奏"), static () => new(),
        For<RhythmOptions>.Whole(
            static o => o.RepurchaseLeadDays, static (o, v) => o with { RepurchaseLeadDays = v },
            new("days before the next purchase is due", "复购到期前的天数"), 0, 365, Unit.Days, Source.Own),
        For<RhythmOptions>.Whole(
            static o => o.OccasionLeadDays, static (o, v) => o with { OccasionLeadDays = v },
            new("days before an occasion", "时机前的天数"),
            0, 365, Unit.Days, Source.Own));
}
