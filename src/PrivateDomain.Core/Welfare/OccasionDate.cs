using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>An occasion on its day (时机日期).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the occasion and the day; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OccasionDate
{
    internal OccasionDate(Occasion occasion, LocalDate first) => (Occasion, First) = (occasion, first);

    /// <summary>The occasion.</summary>
    public Occasion Occasion { get; }

    /// <summary>Its first day.</summary>
    public LocalDate First { get; }

    /// <summary>Its last day.</summary>
    public LocalDate Last => First.PlusDays(Occasion.Days - 1);

    /// <summary>Whether it is a promotion: a shopping day or a sale (促销).</summary>
    public bool IsPromotion => Occasion.Theme == OccasionTheme.Shopping;
}
