using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>In what time a newcomer is to be received, and when it is said how well (承接标准). From [A], D26.</summary>
/// <remarks>Immutable; checked when made. Equality is that of all members.</remarks>
public sealed record ReceptionPolicy
{
    private static readonly Duration LimitMax = Duration.FromDays(365);

    private ReceptionPolicy(Duration accept, Duration talk, Duration learn, Duration tag, Duration verdict)
    {
        AcceptWithin = accept;
        TalkWithin = talk;
        LearnWithin = learn;
        TagWithin = tag;
        VerdictAfter = verdict;
    }

    /// <summary>Accepted within 2 hours, talked to within 24 hours after that, basics learned and tags set within 3 days, verdict after 30 days. The month is from [A], D26;
    /// the other times are of our own.</summary>
    public static ReceptionPolicy Default { get; } = Create();

    /// <summary>From the request to its acceptance.</summary>
    public Duration AcceptWithin { get; }

    /// <summary>From the acceptance to the first conversation.</summary>
    public Duration TalkWithin { get; }

    /// <summary>From the acceptance to the basic facts.</summary>
    public Duration LearnWithin { get; }

    /// <summary>From the acceptance to the tags.</summary>
    public Duration TagWithin { get; }

    /// <summary>From the acceptance to the verdict.</summary>
    public Duration VerdictAfter { get; }

    /// <summary>Makes a policy; what is left out is that of <see cref="Default"/>. Each time is above 0 and at most 365 days.</summary>
    /// <param name="acceptWithin">From the request to its acceptance.</param>
    /// <param name="talkWithin">From the acceptance to the first conversation.</param>
    /// <param name="learnWithin">From the acceptance to the basic facts.</param>
    /// <param name="tagWithin">From the acceptance to the tags.</param>
    /// <param name="verdictAfter">From the acceptance to the verdict.</param>
    /// <exception cref="InvalidPolicyException">A time is out of range; all mistakes are named.</exception>
    public static ReceptionPolicy Create(
        Duration? acceptWithin = null,
        Duration? talkWithin = null,
        Duration? learnWithin = null,
        Duration? tagWithin = null,
        Duration? verdictAfter = null)
    {
        var policy = new ReceptionPolicy(
            acceptWithin ?? Duration.FromHours(2),
            talkWithin ?? Duration.FromHours(24),
            learnWithin ?? Duration.FromDays(3),
            tagWithin ?? Duration.FromDays(3),
            verdictAfter ?? Duration.FromDays(30));
        var check = new PolicyCheck();
        foreach ((string path, Duration limit) in new[]
        {
            (nameof(acceptWithin), policy.AcceptWithin), (nameof(talkWithin), policy.TalkWithin), (nameof(learnWithin), policy.LearnWithin),
            (nameof(tagWithin), policy.TagWithin), (nameof(verdictAfter), policy.VerdictAfter),
        })
        {
            check.Needs(limit > Duration.Zero && limit <= LimitMax, path, AcquisitionReasons.LimitOutOfRange, limit, LimitMax);
        }

        check.ThrowIfAny("reception policy");
        return policy;
    }

    /// <summary>How a newcomer was received up to an instant.</summary>
    /// <remarks>A loss at or after the time of the verdict is no fault of the reception.</remarks>
    /// <param name="newcomer">Who.</param>
    /// <param name="now">The instant; not before anything in the record.</param>
    /// <exception cref="ArgumentNullException">There is no newcomer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The record speaks of the future.</exception>
    public ReceptionReport Assess(Newcomer newcomer, Instant now)
    {
        Guard.Against.Null(newcomer);
        if (newcomer.LatestAt() is var latest && latest > now)
        {
            throw new ArgumentOutOfRangeException(nameof(newcomer), latest, $"An event from the future: now is {now}.");
        }

        Instant? verdictAt = newcomer.AcceptedAt + VerdictAfter;
        ImmutableArray<Reason> losses = LossesBefore(newcomer, verdictAt);
        ReceptionVerdict verdict = losses.Length > 0 ? ReceptionVerdict.Poor : now >= verdictAt ? ReceptionVerdict.Good : ReceptionVerdict.Pending;
        Instant? lostAt = Earlier(newcomer.DeletedAt, newcomer.BlockedAt);
        ImmutableArray<ReceptionClock> clocks =
        [
            Clock(ReceptionStep.Accepted, newcomer.RequestedAt, AcceptWithin, newcomer.AcceptedAt),
            Clock(ReceptionStep.Talked, newcomer.AcceptedAt, TalkWithin, newcomer.TalkedAt),
            Clock(ReceptionStep.Learned, newcomer.AcceptedAt, LearnWithin, newcomer.LearnedAt),
            Clock(ReceptionStep.Tagged, newcomer.AcceptedAt, TagWithin, newcomer.TaggedAt),
        ];
        return new ReceptionReport(newcomer, clocks, verdict, verdictAt, [.. losses, .. Delays(clocks, now)]);

        ReceptionClock Clock(ReceptionStep step, Instant? from, Duration within, Instant? done)
        {
            Instant? due = from + within;
            ClockState state =
                due is null ? ClockState.NotStarted
                : done is not null ? (done <= due ? ClockState.Met : ClockState.Late)
                : lostAt <= due ? ClockState.Stopped
                : now > due ? ClockState.Overdue
                : ClockState.Running;
            return new ReceptionClock(newcomer.Customer, step, state, due, done);
        }
    }

    /// <summary>The steps that are overdue at an instant, the longest overdue first, then by customer and step (逾期清单).</summary>
    /// <param name="newcomers">The newcomers.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ArgumentNullException">There are no newcomers, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A record speaks of the future.</exception>
    public ImmutableArray<ReceptionClock> Overdue(IEnumerable<Newcomer> newcomers, Instant now) =>
    [
        .. Guard.Against.Null(newcomers)
            .SelectMany(newcomer => Assess(newcomer, now).Clocks)
            .Where(static clock => clock.State == ClockState.Overdue)
            .OrderBy(static clock => clock.DueAt)
            .ThenBy(static clock => clock.Customer)
            .ThenBy(static clock => clock.Step),
    ];

    /// <summary>The part of a cohort that was received well: good verdicts ÷ newcomers whose time of the verdict is over (承接率).</summary>
    /// <remarks>Whose time is not over counts nowhere, lost early or not; unknown when nobody's is.</remarks>
    /// <param name="newcomers">The cohort.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ArgumentNullException">There are no newcomers, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A record speaks of the future.</exception>
    public Ratio CohortRate(IEnumerable<Newcomer> newcomers, Instant now)
    {
        int good = 0;
        int decided = 0;
        foreach (Newcomer newcomer in Guard.Against.Null(newcomers))
        {
            ReceptionReport report = Assess(newcomer, now);

            // Early losses of a young cohort are not counted before its survivors can be: else the rate starts at 0 %.
            if (now >= report.VerdictAt)
            {
                decided++;
                good += report.Verdict == ReceptionVerdict.Good ? 1 : 0;
            }
        }

        return Ratio.Of(good, decided);
    }

    private static ImmutableArray<Reason> LossesBefore(Newcomer newcomer, Instant? verdictAt)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        Add(AcquisitionReasons.NewcomerBlocked, newcomer.BlockedAt);
        Add(AcquisitionReasons.NewcomerDeleted, newcomer.DeletedAt);
        Add(AcquisitionReasons.NewcomerMuted, newcomer.MutedAt);
        return reasons.ToImmutable();

        void Add(ReasonDefinition definition, Instant? at)
        {
            if (at is { } lost && verdictAt is { } until && lost < until)
            {
                reasons.Add(definition.With(lost, until));
            }
        }
    }

    private static IEnumerable<Reason> Delays(ImmutableArray<ReceptionClock> clocks, Instant now) => clocks
        .Where(static clock => clock.State is ClockState.Overdue or ClockState.Late)
        .Select(clock => clock.State == ClockState.Overdue
            ? AcquisitionReasons.StepOverdue.With(now, clock.DueAt!.Value)
            : AcquisitionReasons.StepLate.With(clock.DoneAt!.Value, clock.DueAt!.Value));

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is { } left && other is { } right ? Instant.Min(left, right) : one ?? other;
}
