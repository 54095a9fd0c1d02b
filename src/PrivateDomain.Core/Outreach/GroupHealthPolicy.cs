using System.Collections.Immutable;
using System.Text.Json.Serialization;

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
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class GroupHealthPolicy : Policy<GroupHealthPolicy, GroupHealthOptions>, IPolicy<GroupHealthPolicy, GroupHealthOptions>
{
    private GroupHealthPolicy(GroupHealthOptions options)
        : base(options)
    {
    }

    static GroupHealthPolicy IPolicy<GroupHealthPolicy, GroupHealthOptions>.Make(GroupHealthOptions options) => new(options);

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
            figures.LeaveRate >= Ratio.From(Options.StrainingLeaveShare), OutreachReasons.LeaveShareHigh, figures.LeaveRate,
            Options.StrainingLeaveShare);
        AddIf(
            figures.DeletionRate >= Ratio.From(Options.StrainingDeletionShare),
            OutreachReasons.DeletionShareHigh, figures.DeletionRate, Options.StrainingDeletionShare);
        AddIf(figures.ReplyRate < Ratio.From(Options.ReplyRateMin), OutreachReasons.ReplyRateLow, figures.ReplyRate, Options.ReplyRateMin);
        AddIf(
            figures.PromotionShare > Ratio.From(Options.PromotionShareMax),
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
                reasons.Add(definition.With(found, Ratio.From(required)));
            }
        }
    }

    private bool IsDying(GroupFigures figures, GroupTrend trend) =>
        figures.Lost >= Options.LossesMin
        && (figures.LeaveRate >= Line(Options.StrainingLeaveShare, Options.DyingLeaveShare, trend)
            || figures.DeletionRate >= Line(Options.StrainingDeletionShare, Options.DyingDeletionShare, trend));

    private static Ratio Line(decimal straining, decimal dying, GroupTrend trend) =>
        Ratio.From(trend == GroupTrend.Worsening ? (straining + dying) / 2 : dying);

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
