using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Outreach;

/// <summary>How does a group do under what is sent to it (社群健康度)?</summary>
/// <remarks>
/// <para>For fixed other figures a group's health never improves as its losses rise.</para>
/// <para>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// GroupHealthPolicy strict = GroupHealthPolicy.Create(new GroupHealthOptions { DyingLeaveShare = 0.06m });
/// var july = new GroupFigures(members: 200, left: 7, deleted: 2, replied: 30, sent: 20, promotional: 5);
/// GroupHealthAssessment assessment = strict.Assess(july);
/// if (assessment.Health == GroupHealth.Straining) { Show(assessment.Reasons); }
/// </code>
/// </example>
public sealed class GroupHealthPolicy : IEquatable<GroupHealthPolicy>
{
    private GroupHealthPolicy(GroupHealthOptions options) => Options = options;

    /// <summary>The policy of the default options.</summary>
    public static GroupHealthPolicy Default { get; } = new(new GroupHealthOptions());

    /// <summary>The figures the policy was made of.</summary>
    public GroupHealthOptions Options { get; }

    internal static Description<GroupHealthOptions> Description => GroupHealthOptions.Description;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">A figure is out of range; all mistakes are named.</exception>
    public static GroupHealthPolicy Create(GroupHealthOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new GroupHealthPolicy(options);
    }

    /// <summary>Makes a policy, or tells all mistakes.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        GroupHealthOptions options, [NotNullWhen(true)] out GroupHealthPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new GroupHealthPolicy(options) : null;
        return policy is not null;
    }

    /// <summary>How a group does.</summary>
    /// <remarks>
    /// <para>Straining: a share of leavers or deletions from its straining line on, a known reply rate below the least, a share of
    /// promotion above
    /// the most, or a worsening trend. Dying: leavers or deletions from their dying line on, and not too few lost to say.</para>
    /// <para>A worsening trend lowers the dying lines to the middle between straining and dying, never further. A reply rate or share that
    /// is
    /// unknown neither helps nor harms.</para>
    /// </remarks>
    /// <param name="figures">The figures of the window.</param>
    /// <param name="before">The figures of the window before, as long as this one; null when there is none, and then the trend is
    /// unknown.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public GroupHealthAssessment Assess(GroupFigures figures, GroupFigures? before = null)
    {
        Guard.Against.Null(figures);
        if (figures.Members < Options.MembersMin)
        {
            return new(
                GroupHealth.Unknown, GroupTrend.Unknown, figures,
            [OutreachReasons.GroupTooSmall.With(figures.Members, Options.MembersMin)]);
        }

        GroupTrend trend = TrendOf(figures, before);
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        AddIf(
            figures.LeaveRate >= Ratio.Known(Options.StrainingLeaveShare), OutreachReasons.LeaveShareHigh, figures.LeaveRate,
            Options.StrainingLeaveShare);
        AddIf(
            figures.DeletionRate >= Ratio.Known(Options.StrainingDeletionShare),
            OutreachReasons.DeletionShareHigh, figures.DeletionRate, Options.StrainingDeletionShare);
        AddIf(figures.ReplyRate < Ratio.Known(Options.ReplyRateMin), OutreachReasons.ReplyRateLow, figures.ReplyRate, Options.ReplyRateMin);
        AddIf(
            figures.PromotionShare > Ratio.Known(Options.PromotionShareMax),
            OutreachReasons.PromotionShareHigh, figures.PromotionShare, Options.PromotionShareMax);
        if (trend == GroupTrend.Worsening)
        {
            reasons.Add(OutreachReasons.GroupWorsening.With(figures.LossRate, before!.LossRate));
        }

        GroupHealth health = IsDying(figures, trend) ? GroupHealth.Dying : reasons.Count > 0 ? GroupHealth.Straining : GroupHealth.Healthy;
        return new GroupHealthAssessment(health, trend, figures, reasons.ToImmutable());

        void AddIf(bool holds, ReasonDefinition definition, Ratio found, decimal required)
        {
            if (holds)
            {
                reasons.Add(definition.With(found, Ratio.Known(required)));
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(GroupHealthPolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroupHealthPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private bool IsDying(GroupFigures figures, GroupTrend trend) =>
        figures.Lost >= Options.LossesMin
        && (figures.LeaveRate >= Line(Options.StrainingLeaveShare, Options.DyingLeaveShare, trend)
            || figures.DeletionRate >= Line(Options.StrainingDeletionShare, Options.DyingDeletionShare, trend));

    private static Ratio Line(decimal straining, decimal dying, GroupTrend trend) =>
        Ratio.Known(trend == GroupTrend.Worsening ? (straining + dying) / 2 : dying);

    private GroupTrend TrendOf(GroupFigures figures, GroupFigures? before)
    {
        if (before is null || before.Members < Options.MembersMin || figures.Lost < Options.LossesMin)
        {
            return GroupTrend.Unknown;
        }

        (decimal now, decimal then) = (figures.LossRate.Value, before.LossRate.Value);
        return now > then && now >= then * Options.WorseningFactor ? GroupTrend.Worsening
            : then > now && then >= now * Options.WorseningFactor ? GroupTrend.Improving
            : GroupTrend.Steady;
    }
}
