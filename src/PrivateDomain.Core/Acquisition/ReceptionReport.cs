using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>The steps of a good reception, in their order (承接步骤). From [A], D26.</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
public enum ReceptionStep
{
    /// <summary>No step.</summary>
    None = 0,

    /// <summary>The request is accepted (通过好友).</summary>
    Accepted,

    /// <summary>The first conversation is held (首次沟通).</summary>
    Talked,

    /// <summary>The basic facts are learned (了解基本信息).</summary>
    Learned,

    /// <summary>The tags are set (打标签).</summary>
    Tagged,
}

/// <summary>How a service-level clock stands (时效状态).</summary>
/// <remarks>The default value is <see cref="NotStarted"/>.</remarks>
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

/// <summary>What became of a newcomer within the time of the verdict (承接结论).</summary>
/// <remarks>The default value is <see cref="Pending"/>.</remarks>
public enum ReceptionVerdict
{
    /// <summary>Not accepted yet, or the time is not over and nothing bad happened (待定).</summary>
    Pending = 0,

    /// <summary>No deletion, block or muting in time (良好).</summary>
    Good,

    /// <summary>Deleted, blocked or muted in time (不佳).</summary>
    Poor,
}

/// <summary>One service-level clock of a newcomer (服务时效).</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value is of no step and has not started.</remarks>
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

/// <summary>How a newcomer was received (承接报告).</summary>
/// <remarks>Two reports are equal only when they are the same object.</remarks>
public sealed class ReceptionReport
{
    internal ReceptionReport(Newcomer newcomer, ImmutableArray<ReceptionClock> clocks, ReceptionVerdict verdict, Instant? verdictAt, ImmutableArray<Reason> reasons)
    {
        Newcomer = newcomer;
        Clocks = clocks;
        Verdict = verdict;
        VerdictAt = verdictAt;
        Reasons = reasons;
    }

    /// <summary>Who was received.</summary>
    public Newcomer Newcomer { get; }

    /// <summary>The clocks, one for each step, in the order of the steps.</summary>
    public ImmutableArray<ReceptionClock> Clocks { get; }

    /// <summary>What became of the newcomer.</summary>
    public ReceptionVerdict Verdict { get; }

    /// <summary>When the time of the verdict is over; null before the request is accepted.</summary>
    public Instant? VerdictAt { get; }

    /// <summary>What went wrong, most important first: the losses, then overdue and late steps. Empty when nothing did.</summary>
    public ImmutableArray<Reason> Reasons { get; }
}
