using NodaTime;
using PrivateDomain.Core.Acquisition;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class AcquisitionExample
{
    [Fact]
    public void Reception()
    {
        // snippet: reception
        Instant asked = Instant.FromUtc(2026, 3, 1, 1, 0);
        Newcomer newcomer = Newcomer.Create(
            CustomerId.From("li-hua"), asked, acceptedAt: asked + Duration.FromHours(1), talkedAt: asked + Duration.FromHours(5));

        Instant now = asked + Duration.FromDays(4);
        ReceptionReport report = ReceptionPolicy.Default.Assess(newcomer, now); // accepted and talked to in time, verdict pending
        var overdue = ReceptionPolicy.Default.Overdue([newcomer], now);         // basics not learned, tags not set
        Ratio rate = ReceptionPolicy.Default.CohortRate([newcomer], now);       // unknown: nobody's 30 days are over
        // end
        Assert.Equal(ReceptionVerdict.Pending, report.Verdict);
        Assert.Equal([ClockState.Met, ClockState.Met, ClockState.Overdue, ClockState.Overdue], report.Clocks.Select(static c => c.State));
        Assert.Equal([ReceptionStep.Learned, ReceptionStep.Tagged], overdue.Select(static c => c.Step));
        Assert.Equal(Ratio.Unknown, rate);
    }
}
