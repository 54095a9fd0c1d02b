using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>How far a shop's private domain has come (增长阶段).</summary>
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

/// <summary>What to do (增长结论): the greater, the better the shop stands.</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum GrowthVerdict
{
    /// <summary>Nothing was assessed; no policy says this (未知).</summary>
    Unknown = 0,

    /// <summary>Repair the failing links first, the weakest before the others (先修复).</summary>
    Repair,

    /// <summary>Spend no more than now: a link is not measured, or falls short by no more than is tolerated (暂缓).</summary>
    Hold,

    /// <summary>Scale it (放大).</summary>
    Scale,
}

/// <summary>What the growth gate says (增长评估): the verdict, every measure, and the act that helps most.</summary>
/// <remarks>Equality is that of all parts. The object is immutable, so threads may share it.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record GrowthAssessment
{
    internal GrowthAssessment(GrowthPhase phase, GrowthVerdict verdict, ImmutableArray<GrowthReading> readings,
        ImmutableArray<Reason> reasons, GrowthAct? act)
    {
        Phase = phase;
        Verdict = verdict;
        Readings = readings;
        Reasons = reasons;
        Act = act;
    }

    /// <summary>The phase it was judged for.</summary>
    public GrowthPhase Phase { get; }

    /// <summary>What to do.</summary>
    public GrowthVerdict Verdict { get; }

    /// <summary>Every measure: the failing ones, the weakest first; those that fall short and are tolerated, weakest first; not measured;
    /// then the others.</summary>
    public ImmutableArray<GrowthReading> Readings { get; }

    /// <summary>Which channel, campaign or group moves the weakest failing figure most when it is left out (首要动作); null when nothing
    /// fails, or no parts that would help are known.</summary>
    public GrowthAct? Act { get; }

    /// <summary>The links that fail, the weakest first.</summary>
    public ImmutableArray<GrowthLink> FailingLinks => LinksOf(GrowthStanding.Fails);

    /// <summary>The links with a measure that was not measured.</summary>
    public ImmutableArray<GrowthLink> UnmeasuredLinks => LinksOf(GrowthStanding.NotMeasured);

    /// <summary>Why not to scale, in the order of the readings; empty exactly when the verdict is to scale.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(GrowthAssessment? other) =>
        other is not null && Phase == other.Phase && Verdict == other.Verdict && Contents.Equal(Readings, other.Readings) &&
        Contents.Equal(Reasons, other.Reasons) && Act == other.Act;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Phase, Verdict, Contents.Hash(Readings), Act);

    private ImmutableArray<GrowthLink> LinksOf(GrowthStanding standing) =>
        [.. Readings.Where(r => r.Standing == standing).Select(static r => r.Link).Distinct()];
}
