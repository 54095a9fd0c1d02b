using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>The steps of a good reception, in their order (承接步骤).</summary>
/// <remarks>The default value is <see cref="None"/>. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum ReceptionStep
{
    /// <summary>No step (未说明).</summary>
    None = 0,

    /// <summary>The request is accepted (通过好友).</summary>
    Accepted,

    /// <summary>The first conversation is held, both ways (首次沟通).</summary>
    Talked,

    /// <summary>The basic facts are learned (了解基本信息).</summary>
    Learned,

    /// <summary>The tags are set (打标签).</summary>
    Tagged,
}

/// <summary>How a service-level clock stands (时效状态).</summary>
/// <remarks>The default value is <see cref="NotStarted"/>. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum ClockState
{
    /// <summary>The step before it is not done, so it does not run (未开始).</summary>
    NotStarted = 0,

    /// <summary>It runs, and there is time (进行中).</summary>
    Running,

    /// <summary>The step was done in time (按时完成).</summary>
    Met,

    /// <summary>The step was done, but late (超时完成).</summary>
    Late,

    /// <summary>The step is not done, and the time is over (已逾期).</summary>
    Overdue,

    /// <summary>The newcomer was lost before the time was over, so the step need not be done (已取消).</summary>
    Stopped,
}

/// <summary>How well a newcomer was received (承接结论).</summary>
/// <remarks>The default value is <see cref="Open"/>. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum ReceptionQuality
{
    /// <summary>The time is not over, and nothing bad happened (未到期).</summary>
    Open = 0,

    /// <summary>Accepted, and not deleted, blocked or muted in time (良好).</summary>
    Good,

    /// <summary>Deleted, blocked or muted in time, or never accepted (不佳).</summary>
    Poor,
}

/// <summary>One service-level clock of a newcomer (服务时效).</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value is of no step and has not started.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReceptionClock
{
    internal ReceptionClock(CustomerId customer, ReceptionStep step, ClockState state, Instant? dueAt, Instant? doneAt)
    {
        Customer = customer;
        Step = step;
        State = state;
        DueAt = dueAt;
        DoneAt = doneAt;
    }

    /// <summary>Whose clock it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>The step.</summary>
    public ReceptionStep Step { get; }

    /// <summary>How it stands.</summary>
    public ClockState State { get; }

    /// <summary>By when the step is to be done, that instant included; null before the clock starts.</summary>
    public Instant? DueAt { get; }

    /// <summary>When it was done; null when it is not.</summary>
    public Instant? DoneAt { get; }
}

/// <summary>How a newcomer was received (承接评估).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReceptionAssessment
{
    internal ReceptionAssessment(
        ReceptionFacts facts, ImmutableArray<ReceptionClock> clocks, ReceptionQuality quality, Instant verdictAt,
            ImmutableArray<Reason> reasons)
    {
        Facts = facts;
        Clocks = clocks;
        Quality = quality;
        VerdictAt = verdictAt;
        Reasons = reasons;
    }

    /// <summary>Who was received, and what was done.</summary>
    public ReceptionFacts Facts { get; }

    /// <summary>The clocks, one for each step, in the order of the steps.</summary>
    public ImmutableArray<ReceptionClock> Clocks { get; }

    /// <summary>How well. From <see cref="VerdictAt"/> on it does not change any more; poor may be said before.</summary>
    public ReceptionQuality Quality { get; }

    /// <summary>When the time of the verdict is over.</summary>
    public Instant VerdictAt { get; }

    /// <summary>What went wrong, most important first: losses or a request never accepted, then overdue and late steps. Empty when nothing
    /// did.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(ReceptionAssessment? other) =>
        other is not null && Facts == other.Facts && Quality == other.Quality && VerdictAt == other.VerdictAt &&
        Contents.Equal(Clocks, other.Clocks) && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Facts, Quality, VerdictAt);
}

/// <summary>How a cohort of newcomers was received (承接率).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReceptionFigures
{
    internal ReceptionFigures(int good, int poor, int open, ImmutableArray<ReceptionClock> overdue) =>
        (Good, Poor, Open, Overdue) = (good, poor, open, overdue);

    /// <summary>How many of those who asked long enough ago were received well.</summary>
    public int Good { get; }

    /// <summary>How many of those who asked long enough ago were not: lost in time, or never accepted.</summary>
    public int Poor { get; }

    /// <summary>How many asked too short a time ago to count, lost early or not.</summary>
    public int Open { get; }

    /// <summary>The reception rate (承接率): good ÷ (good + poor); unknown when nobody asked long enough ago.</summary>
    public Ratio Rate => Ratio.From(Good, (decimal)Good + Poor);

    /// <summary>The steps that are overdue, the longest overdue first, then by customer and step (逾期清单).</summary>
    public ImmutableArray<ReceptionClock> Overdue { get; }

    /// <inheritdoc/>
    public bool Equals(ReceptionFigures? other) =>
        other is not null && (Good, Poor, Open) == (other.Good, other.Poor, other.Open) && Contents.Equal(Overdue, other.Overdue);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Good, Poor, Open, Contents.Hash(Overdue));
}
