using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>How newcomers are to be received, and how well they were (承接标准).</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are.</remarks>
/// <example>
/// <code>
/// var newcomer = new ReceptionFacts(CustomerId.From("li-hua"), asked, acceptedAt: asked + Duration.FromHours(1));
/// ReceptionAssessment assessment = ReceptionPolicy.Default.Assess(newcomer, now);
/// Ratio rate = ReceptionPolicy.Default.Measure([newcomer], now).Rate;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReceptionPolicy : Policy<ReceptionPolicy, ReceptionOptions>, IPolicy<ReceptionPolicy, ReceptionOptions>
{
    private ReceptionPolicy(ReceptionOptions options)
        : base(options)
    {
    }

    /// <summary>How far before the instant asked about events are needed one by one (回看时长) by newcomers whose verdict is still open:
    /// the time to the verdict.</summary>
    public Duration LookBack => Options.VerdictAfter;

    static ReceptionPolicy IPolicy<ReceptionPolicy, ReceptionOptions>.Make(ReceptionOptions options) => new(options);

    /// <summary>How a newcomer was received up to an instant.</summary>
    /// <remarks>Good is: accepted by the time of the verdict, that instant included, and not deleted, blocked or muted before it. A loss at
    /// that instant or later is no
    /// fault of the reception.</remarks>
    /// <param name="facts">Who, and what was done.</param>
    /// <param name="at">The instant; not before anything in the facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The facts speak of the future.</exception>
    public ReceptionAssessment Assess(ReceptionFacts facts, Instant at)
    {
        Guard.Against.Null(facts);
        if (at < facts.LatestAt)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at,
                $"The facts speak of {facts.LatestAt}: an instant from there on is needed.");
        }

        Instant verdictAt = After(facts.RequestedAt, Options.VerdictAfter);
        var findings = default(Findings);
        FindLosses(facts, at, verdictAt, ref findings);
        ReceptionQuality quality = !findings.IsEmpty ? ReceptionQuality.Poor : at >= verdictAt ? ReceptionQuality.Good
            : ReceptionQuality.Open;
        ImmutableArray<ReceptionClock> clocks =
        [
            ClockOf(facts, ReceptionStep.Accepted, facts.RequestedAt, Options.AcceptWithin, facts.AcceptedAt, at),
            ClockOf(facts, ReceptionStep.Talked, facts.AcceptedAt, Options.TalkWithin, facts.TalkedAt, at),
            ClockOf(facts, ReceptionStep.Learned, facts.AcceptedAt, Options.LearnWithin, facts.LearnedAt, at),
            ClockOf(facts, ReceptionStep.Tagged, facts.AcceptedAt, Options.TagWithin, facts.TaggedAt, at),
        ];
        foreach (ReceptionClock clock in clocks)
        {
            if (clock.State is ClockState.Overdue or ClockState.Late)
            {
                ReasonDefinition definition = clock.State == ClockState.Late ? AcquisitionReasons.StepLate : AcquisitionReasons.StepOverdue;
                findings.Deny(definition.With(clock.Step.Name(), clock.DueAt!.Value));
            }
        }

        return new ReceptionAssessment(facts, clocks, quality, verdictAt, findings.ToReasons());
    }

    /// <summary>How a cohort was received: the rate is of those whose time of the verdict is over, from the request on; younger ones are
    /// open.</summary>
    /// <param name="cohort">Everybody who asked, accepted or not; in any order.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentNullException">There is no cohort.</exception>
    /// <exception cref="ArgumentException">Facts are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Facts speak of the future.</exception>
    public ReceptionFigures Measure(IEnumerable<ReceptionFacts> cohort, Instant at)
    {
        (int good, int poor, int open) = (0, 0, 0);
        var overdue = new List<ReceptionClock>();
        foreach (ReceptionFacts facts in Guard.Against.Null(cohort))
        {
            ReceptionAssessment assessment = Assess(facts
                ?? throw new ArgumentException("The facts of a newcomer are null.", nameof(cohort)), at);

            // Early losses of a young cohort are not counted before its survivors can be: else the rate starts at 0 %.
            bool isDue = at >= assessment.VerdictAt;
            open += isDue ? 0 : 1;
            good += isDue && assessment.Quality == ReceptionQuality.Good ? 1 : 0;
            poor += isDue && assessment.Quality == ReceptionQuality.Poor ? 1 : 0;
            overdue.AddRange(assessment.Clocks.Where(static clock => clock.State == ClockState.Overdue));
        }

        return new ReceptionFigures(
            good, poor, open,
            [.. overdue.OrderBy(static clock => clock.DueAt).ThenBy(static clock => clock.Customer).ThenBy(static clock => clock.Step)]);
    }

    private static void FindLosses(ReceptionFacts facts, Instant at, Instant verdictAt, ref Findings findings)
    {
        if (at >= verdictAt && !(facts.AcceptedAt <= verdictAt))
        {
            findings.Deny(AcquisitionReasons.NeverAccepted.With(facts.RequestedAt, verdictAt));
        }

        Lost(AcquisitionReasons.NewcomerBlocked, facts.BlockedAt, ref findings);
        Lost(AcquisitionReasons.NewcomerDeleted, facts.DeletedAt, ref findings);
        Lost(AcquisitionReasons.NewcomerMuted, facts.MutedAt, ref findings);

        void Lost(ReasonDefinition definition, Instant? lostAt, ref Findings found)
        {
            if (lostAt is { } lost && lost < verdictAt)
            {
                found.Deny(definition.With(lost, verdictAt));
            }
        }
    }

    // No later than time itself.
    private static Instant After(Instant from, Duration within) => within > Instant.MaxValue - from ? Instant.MaxValue : from + within;

    private static ReceptionClock ClockOf(ReceptionFacts facts, ReceptionStep step, Instant? from, Duration within, Instant? done,
        Instant at)
    {
        Instant? due = from is { } start ? After(start, within) : null;
        Instant? lostAt = facts is { DeletedAt: { } deleted, BlockedAt: { } blocked } ? Instant.Min(deleted, blocked) : facts.DeletedAt
            ?? facts.BlockedAt;
        ClockState state =
            due is null ? ClockState.NotStarted
            : done is not null ? (done <= due ? ClockState.Met : ClockState.Late)
            : lostAt <= due ? ClockState.Stopped
            : at > due ? ClockState.Overdue
            : ClockState.Running;
        return new ReceptionClock(facts.Customer, step, state, due, done);
    }
}
