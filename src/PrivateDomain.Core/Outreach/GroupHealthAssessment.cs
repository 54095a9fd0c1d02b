using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>How a group does, and why (社群健康评估).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, reasons in order; there is no ordering.</remarks>
[JsonConverter(typeof(GroupHealthAssessmentJsonConverter))]
public sealed record GroupHealthAssessment
{
    internal GroupHealthAssessment(GroupHealth health, GroupTrend trend, GroupFigures figures, ImmutableArray<Reason> reasons)
    {
        Health = health;
        Trend = trend;
        Figures = figures;
        Reasons = reasons;
    }

    /// <summary>How the group does; unknown when it is too small to say.</summary>
    public GroupHealth Health { get; }

    /// <summary>Whether more or fewer members are lost than in the window before.</summary>
    public GroupTrend Trend { get; }

    /// <summary>The figures of the window.</summary>
    public GroupFigures Figures { get; }

    /// <summary>Why it is not healthy, most important first; empty exactly when it is.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(GroupHealthAssessment? other) =>
        other is not null && Health == other.Health && Trend == other.Trend && Figures == other.Figures
            && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Health, Trend, Figures, Contents.Hash(Reasons));
}
