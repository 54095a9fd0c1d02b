using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>What one factor of a plan adds to the gap (差距分项).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. Immutable.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record GapPart
{
    internal GapPart(
        ImmutableArray<FunnelStep> steps, string? cost, decimal? planned, decimal? actual, Money part, decimal? needed, decimal? times,
        bool isEnoughAlone)
    {
        NeededTimes = times;
        IsEnoughAlone = isEnoughAlone;
        Steps = steps;
        CostLine = cost;
        Planned = planned;
        Actual = actual;
        Part = part;
        Needed = needed;
    }

    /// <summary>The factor; several where it was measured only together with its neighbours. Empty for a cost line.</summary>
    public ImmutableArray<FunnelStep> Steps { get; }

    /// <summary>The cost line, such as <c>acquisition</c>; null for a factor.</summary>
    public string? CostLine { get; }

    /// <summary>The factor or the cost as planned; null for a factor over several channels, and where nothing came so far.</summary>
    public decimal? Planned { get; }

    /// <summary>The factor or the cost as it was; null for a factor over several channels, and where nothing came so far.</summary>
    public decimal? Actual { get; }

    /// <summary>What it adds to the gap: below 0 where it took from the goal.</summary>
    public Money Part { get; }

    /// <summary>The value that the factor or the cost needs for the goal, with the others as they are; null for a factor over several
    /// channels (see <see cref="NeededTimes"/>), and where the others bring nothing. Above 1 for a share, or below 0 for a cost, it cannot
    /// be.</summary>
    public decimal? Needed { get; }

    /// <summary>By what the factor has to be multiplied in each of its channels for the goal, with the others as they are; null for a cost
    /// line, and where the others bring nothing.</summary>
    public decimal? NeededTimes { get; }

    /// <summary>Whether it can close the gap by itself: a share cannot exceed 1 in any channel, a cost not be below 0
    /// (仅靠该环节无法补足).</summary>
    public bool IsEnoughAlone { get; }

    /// <summary>The name of the factor or cost line.</summary>
    public Bilingual Name => PlanSentences.Name(this);

    /// <summary>What it adds, and what would close the gap, in both languages.</summary>
    public Bilingual Sentence => PlanSentences.Sentence(this);

    /// <inheritdoc />
    public bool Equals(GapPart? other) =>
        other is not null
            && Contents.Equal(Steps, other.Steps)
            && string.Equals(CostLine, other.CostLine, StringComparison.Ordinal)
            && Planned == other.Planned && Actual == other.Actual && Part == other.Part && Needed == other.Needed
            && NeededTimes == other.NeededTimes && IsEnoughAlone == other.IsEnoughAlone;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(Steps), CostLine, Planned, Actual, Part, Needed);

    internal static bool IsShare(FunnelStep step) =>
        step is FunnelStep.AddRate or FunnelStep.Acceptance or FunnelStep.FirstPurchase or FunnelStep.GrossMargin;
}
