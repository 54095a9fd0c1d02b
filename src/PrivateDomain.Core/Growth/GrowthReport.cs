using System.Collections.Immutable;

namespace PrivateDomain.Core.Growth;

/// <summary>How far a shop's private domain has come (增长阶段). From [C], D44.</summary>
/// <remarks>The default value is <see cref="ZeroToOne"/>, the strictest.</remarks>
public enum GrowthPhase
{
    /// <summary>The model is being found, and every link must hold (从 0 到 1).</summary>
    ZeroToOne = 0,

    /// <summary>The model is scaled (从 1 到 10).</summary>
    OneToTen,

    /// <summary>The model is scaled further (从 10 到 100).</summary>
    TenToHundred,
}

/// <summary>What to do (增长结论).</summary>
/// <remarks>The default value is <see cref="Hold"/>.</remarks>
public enum GrowthVerdict
{
    /// <summary>Spend no more than now: a link is not measured, or falls short by no more than is tolerated (暂缓).</summary>
    Hold = 0,

    /// <summary>Repair the failing links first, the weakest before the others (先修复).</summary>
    Repair,

    /// <summary>Scale it (放大).</summary>
    Scale,
}

/// <summary>How a measure stands (达标情况).</summary>
/// <remarks>The default value is <see cref="NotMeasured"/>.</remarks>
public enum GrowthStanding
{
    /// <summary>Not measured (未测).</summary>
    NotMeasured = 0,

    /// <summary>Short by more than is tolerated (不达标).</summary>
    Fails,

    /// <summary>Short, but tolerated in the phase (略低).</summary>
    Tolerated,

    /// <summary>Reached (达标).</summary>
    Holds,
}

/// <summary>A measure as the gate read it (环节读数).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is of no measure, and not measured.</remarks>
public readonly record struct GrowthReading
{
    internal GrowthReading(GrowthTarget target, Ratio found, Ratio attainment, GrowthStanding standing)
    {
        Target = target;
        Found = found;
        Attainment = attainment;
        Standing = standing;
    }

    /// <summary>What it has to reach.</summary>
    public GrowthTarget Target { get; }

    /// <summary>What was found; unknown when not measured, and for a payback that never comes.</summary>
    public Ratio Found { get; }

    /// <summary>Found ÷ target, or target ÷ found where less is better; 100 % or more holds, 0 % for a payback that never comes; unknown when not measured.</summary>
    public Ratio Attainment { get; }

    /// <summary>How it stands.</summary>
    public GrowthStanding Standing { get; }

    internal Reason Reason
    {
        get
        {
            bool inPeriods = Target.Measure == GrowthMeasure.PaybackPeriods;
            return Standing == GrowthStanding.NotMeasured ? GrowthReasons.NotMeasured.With(Target.Name)
                : inPeriods && !Found.IsKnown ? GrowthReasons.NeverPaidBack.With(required: Target.Value)
                : inPeriods ? Target.Definition.With(Found.Value, Target.Value)
                : Target.Definition.With(Found, Ratio.Known(Target.Value));
        }
    }
}

/// <summary>What the growth gate says (增长报告).</summary>
/// <remarks>Two reports are equal only when they are the same object.</remarks>
public sealed class GrowthReport
{
    internal GrowthReport(GrowthPhase phase, GrowthVerdict verdict, ImmutableArray<GrowthReading> readings)
    {
        Phase = phase;
        Verdict = verdict;
        Readings = readings;
        FailingLinks = LinksOf(GrowthStanding.Fails);
        UnmeasuredLinks = LinksOf(GrowthStanding.NotMeasured);
        Reasons = [.. readings.Where(static r => r.Standing != GrowthStanding.Holds).Select(static r => r.Reason)];
    }

    /// <summary>The phase it was judged for.</summary>
    public GrowthPhase Phase { get; }

    /// <summary>What to do.</summary>
    public GrowthVerdict Verdict { get; }

    /// <summary>Every measure: the failing ones, the weakest first; those that fall short and are tolerated, weakest first; not measured; then the others.</summary>
    public ImmutableArray<GrowthReading> Readings { get; }

    /// <summary>The links that fail, the weakest first.</summary>
    public ImmutableArray<GrowthLink> FailingLinks { get; }

    /// <summary>The links with a measure that was not measured.</summary>
    public ImmutableArray<GrowthLink> UnmeasuredLinks { get; }

    /// <summary>Why not to scale, in the order of the readings; empty exactly when the verdict is to scale.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    private ImmutableArray<GrowthLink> LinksOf(GrowthStanding standing) =>
        [.. Readings.Where(r => r.Standing == standing).Select(static r => r.Target.Link).Distinct()];
}
