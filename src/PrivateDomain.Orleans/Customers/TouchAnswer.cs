using NodaTime;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Orleans.Customers;

/// <summary>What asking for a touch came to (触达结果).</summary>
/// <remarks>The default value is <see cref="Refused"/>.</remarks>
public enum TouchOutcome
{
    /// <summary>The guard did not say yes; nothing was recorded (未通过).</summary>
    Refused = 0,

    /// <summary>Something later than the touch is known, so the guard was not asked; nothing was recorded. Ask again at a later
    /// instant (时间已过).</summary>
    Outdated = 1,

    /// <summary>The guard said yes, and the touch is recorded (已记录).</summary>
    Recorded = 2,

    /// <summary>This very touch was recorded before (此前已记录).</summary>
    RecordedBefore = 3,
}

/// <summary>Whether a touch was allowed and is recorded (触达答复).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
[GenerateSerializer]
[Immutable]
public sealed record TouchAnswer
{
    /// <summary>Makes an answer, as the grain does; for the tests of a host, too.</summary>
    /// <param name="outcome">What it came to.</param>
    /// <param name="decision">What the guard said; null when it was not asked.</param>
    /// <param name="latestAt">The latest instant that is known of the customer, where the touch lies before it.</param>
    public TouchAnswer(TouchOutcome outcome, OutreachDecision? decision = null, Instant? latestAt = null) =>
        (Outcome, Decision, LatestAt) = (outcome, decision, latestAt);

    /// <summary>What it came to.</summary>
    [Id(0)]
    public TouchOutcome Outcome { get; }

    /// <summary>What the guard said; null when it was not asked.</summary>
    [Id(1)]
    public OutreachDecision? Decision { get; }

    /// <summary>The latest instant that is known of the customer, where the touch lies before it; else null.</summary>
    [Id(2)]
    public Instant? LatestAt { get; }

    /// <summary>Whether the touch is recorded and may be sent.</summary>
    public bool IsRecorded => Outcome is TouchOutcome.Recorded or TouchOutcome.RecordedBefore;
}
