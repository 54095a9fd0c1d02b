using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>Where a figure goes from one window to the next (趋势).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum GroupTrend
{
    /// <summary>There is no earlier window, or nothing in one (未知).</summary>
    Unknown = 0,

    /// <summary>Fewer members are lost (好转).</summary>
    Improving,

    /// <summary>As many members are lost (平稳).</summary>
    Steady,

    /// <summary>More members are lost (恶化).</summary>
    Worsening,
}

/// <summary>How a group does, and why (社群健康报告).</summary>
/// <remarks>Two reports are equal only when they are the same object.</remarks>
public sealed class GroupHealthReport
{
    internal GroupHealthReport(GroupHealth health, GroupTrend trend, GroupFigures figures, ImmutableArray<Reason> reasons)
    {
        Health = health;
        Trend = trend;
        Figures = figures;
        Reasons = reasons;
    }

    /// <summary>How the group does; unknown when it is empty.</summary>
    public GroupHealth Health { get; }

    /// <summary>Whether more or fewer members are lost than in the window before.</summary>
    public GroupTrend Trend { get; }

    /// <summary>The figures of the window.</summary>
    public GroupFigures Figures { get; }

    /// <summary>Why it is not healthy, most important first; empty exactly when it is.</summary>
    public ImmutableArray<Reason> Reasons { get; }
}

/// <summary>From which rates on a group strains or dies (社群健康标准). From [B], D10.</summary>
/// <remarks>A group that is promoted to again and again dies: leavers and deletions rise. Immutable; checked when made. Equality is that of all members.</remarks>
public sealed record GroupHealthPolicy
{
    private GroupHealthPolicy(
        decimal strainingLeaveRate, decimal dyingLeaveRate, decimal strainingDeletionRate, decimal dyingDeletionRate,
        decimal replyRateMin, decimal promotionShareMax, decimal worseningFactor)
    {
        StrainingLeaveRate = strainingLeaveRate;
        DyingLeaveRate = dyingLeaveRate;
        StrainingDeletionRate = strainingDeletionRate;
        DyingDeletionRate = dyingDeletionRate;
        ReplyRateMin = replyRateMin;
        PromotionShareMax = promotionShareMax;
        WorseningFactor = worseningFactor;
    }

    /// <summary>
    /// Straining from 3 % leavers or 2 % deletions a window, below 5 % repliers or above 30 % promotion; dying from 10 % leavers or 6 % deletions, or when a straining
    /// group loses 1.5 times as many as before. Sizes of our own for the rule of [B], D10.
    /// </summary>
    public static GroupHealthPolicy Default { get; } = Create();

    /// <summary>The leave rate from which a group strains.</summary>
    public decimal StrainingLeaveRate { get; }

    /// <summary>The leave rate from which a group dies.</summary>
    public decimal DyingLeaveRate { get; }

    /// <summary>The deletion rate from which a group strains.</summary>
    public decimal StrainingDeletionRate { get; }

    /// <summary>The deletion rate from which a group dies.</summary>
    public decimal DyingDeletionRate { get; }

    /// <summary>The reply rate below which a group strains.</summary>
    public decimal ReplyRateMin { get; }

    /// <summary>The share of promotion above which a group strains.</summary>
    public decimal PromotionShareMax { get; }

    /// <summary>How many times the members lost before make a trend worse; a straining group that gets worse dies.</summary>
    public decimal WorseningFactor { get; }

    /// <summary>Makes a policy; what is left out is that of <see cref="Default"/>.</summary>
    /// <param name="strainingLeaveRate">The leave rate from which a group strains; above 0, up to 1.</param>
    /// <param name="dyingLeaveRate">The leave rate from which a group dies; from <paramref name="strainingLeaveRate"/> to 1.</param>
    /// <param name="strainingDeletionRate">The deletion rate from which a group strains; above 0, up to 1.</param>
    /// <param name="dyingDeletionRate">The deletion rate from which a group dies; from <paramref name="strainingDeletionRate"/> to 1.</param>
    /// <param name="replyRateMin">The reply rate below which a group strains; 0 to 1.</param>
    /// <param name="promotionShareMax">The share of promotion above which a group strains; 0 to 1.</param>
    /// <param name="worseningFactor">How many times the members lost before make a trend worse; 1 or more.</param>
    /// <exception cref="InvalidPolicyException">Something is out of range; all mistakes are named.</exception>
    public static GroupHealthPolicy Create(
        decimal strainingLeaveRate = 0.03m,
        decimal dyingLeaveRate = 0.10m,
        decimal strainingDeletionRate = 0.02m,
        decimal dyingDeletionRate = 0.06m,
        decimal replyRateMin = 0.05m,
        decimal promotionShareMax = 0.3m,
        decimal worseningFactor = 1.5m)
    {
        var check = new PolicyCheck();
        Within(nameof(strainingLeaveRate), strainingLeaveRate, strainingLeaveRate is > 0 and <= 1, "> 0, ≤ 1");
        Within(nameof(dyingLeaveRate), dyingLeaveRate, dyingLeaveRate >= strainingLeaveRate && dyingLeaveRate <= 1, "≥ strainingLeaveRate, ≤ 1");
        Within(nameof(strainingDeletionRate), strainingDeletionRate, strainingDeletionRate is > 0 and <= 1, "> 0, ≤ 1");
        Within(
            nameof(dyingDeletionRate), dyingDeletionRate, dyingDeletionRate >= strainingDeletionRate && dyingDeletionRate <= 1, "≥ strainingDeletionRate, ≤ 1");
        Within(nameof(replyRateMin), replyRateMin, replyRateMin is >= 0 and <= 1, Wanted.Share);
        Within(nameof(promotionShareMax), promotionShareMax, promotionShareMax is >= 0 and <= 1, Wanted.Share);
        Within(nameof(worseningFactor), worseningFactor, worseningFactor is >= 1 and <= 1000, Wanted.From("1", "1000"));
        check.ThrowIfAny("group health policy");
        return new GroupHealthPolicy(
            strainingLeaveRate, dyingLeaveRate, strainingDeletionRate, dyingDeletionRate, replyRateMin, promotionShareMax, worseningFactor);

        void Within(string path, decimal value, bool holds, ReasonValue needed) =>
            check.Needs(holds, path, EngagementReasons.PolicyOutOfRange, value, needed);
    }

    /// <summary>How a group does.</summary>
    /// <param name="current">The figures of the window.</param>
    /// <param name="previous">The figures of the window before, as long as this one; null when there is none, and then the trend is unknown.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public GroupHealthReport Assess(GroupFigures current, GroupFigures? previous = null)
    {
        Guard.Against.Null(current);
        if (current.Members == 0)
        {
            return new GroupHealthReport(GroupHealth.Unknown, GroupTrend.Unknown, current, [EngagementReasons.GroupEmpty.With()]);
        }

        var reasons = ImmutableArray.CreateBuilder<Reason>();
        Add(EngagementReasons.LeaveRateHigh, current.LeaveRate, StrainingLeaveRate, current.LeaveRate >= Ratio.Known(StrainingLeaveRate));
        Add(EngagementReasons.DeletionRateHigh, current.DeletionRate, StrainingDeletionRate, current.DeletionRate >= Ratio.Known(StrainingDeletionRate));
        Add(EngagementReasons.ReplyRateLow, current.ReplyRate, ReplyRateMin, current.ReplyRate < Ratio.Known(ReplyRateMin));
        Add(EngagementReasons.PromotionShareHigh, current.PromotionShare, PromotionShareMax, current.PromotionShare > Ratio.Known(PromotionShareMax));

        GroupTrend trend = TrendOf(current.LossRate, previous?.LossRate ?? Ratio.Unknown);
        bool dies = current.LeaveRate >= Ratio.Known(DyingLeaveRate) || current.DeletionRate >= Ratio.Known(DyingDeletionRate);
        if (reasons.Count > 0 && trend == GroupTrend.Worsening)
        {
            dies = true;
            reasons.Add(EngagementReasons.GroupWorsening.With(current.LossRate, previous!.LossRate));
        }

        GroupHealth health = dies ? GroupHealth.Dying : reasons.Count > 0 ? GroupHealth.Straining : GroupHealth.Healthy;
        return new GroupHealthReport(health, trend, current, reasons.ToImmutable());

        void Add(ReasonDefinition definition, Ratio found, decimal required, bool holds)
        {
            if (holds)
            {
                reasons.Add(definition.With(found, Ratio.Known(required)));
            }
        }
    }

    private GroupTrend TrendOf(Ratio now, Ratio before) =>
        !now.IsKnown || !before.IsKnown ? GroupTrend.Unknown
        : now.Value > before.Value && now.Value >= before.Value * WorseningFactor ? GroupTrend.Worsening
        : before.Value > now.Value && before.Value >= now.Value * WorseningFactor ? GroupTrend.Improving
        : GroupTrend.Steady;
}
