using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>A measure with the two numbers it is made of (阶段指标).</summary>
/// <remarks>Equality is that of all numbers; there is no ordering. The default value is 0 of 0, whose ratio is unknown.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct StageMetric
{
    private StageMetric(long numerator, long denominator, long undecidable)
    {
        Numerator = numerator;
        Denominator = denominator;
        Undecidable = undecidable;
    }

    /// <summary>What is counted; below 0 only for NPS.</summary>
    public long Numerator { get; }

    /// <summary>Out of how many customers; 0 or more.</summary>
    public long Denominator { get; }

    /// <summary>How many customers could not be counted, as events that would decide it were folded away; 0 or more.</summary>
    public long Undecidable { get; }

    /// <summary>The numerator of the denominator; unknown, not 0, when nobody can be counted, and when somebody is undecidable.</summary>
    public Ratio Ratio => Undecidable > 0 ? Ratio.Unknown : Ratio.From(Numerator, Denominator);

    /// <summary>With one more customer: counted or not, hit or not; null where it is not known.</summary>
    internal StageMetric Plus(bool? isCounted, bool? isHit) => Plus(isCounted, isHit is { } hit ? hit ? 1 : 0 : null);

    /// <summary>With one more customer, who adds a number of hits when counted.</summary>
    internal StageMetric Plus(bool? isCounted, int? hits) => (isCounted, hits) switch
    {
        (false, _) => this,
        (true, { } known) => new(Numerator + known, Denominator + 1, Undecidable),
        _ => new(Numerator, Denominator, Undecidable + 1),
    };
}
