using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>What one decision of the outreach guard costs, and one screening of a clean draft of 2,000 characters.</summary>
[MemoryDiagnoser]
public class OutreachBenchmarks
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 4, 0);

    private static readonly OutreachFacts Facts = new(
        Noon,
        DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        RelationshipStage.Interaction,
        LinkState.Active,
        Noon - Duration.FromDays(60),
        sent: Enumerable.Range(1, 4).Select(static i => new SentTouch(Noon - Duration.FromDays(5 * i), TouchKind.UsefulContent)),
        lastOrderAt: Noon - Duration.FromDays(20),
        repurchaseCycle: Duration.FromDays(30));

    private static readonly LocalDate Today = new(2026, 11, 20);

    private static readonly string Draft =
        string.Concat(Enumerable.Repeat("换季护肤小知识：先清洁，再补水，Moisturize daily。", 80))[..2000];

    /// <summary>The kind asked about.</summary>
    [Params(TouchKind.ServiceReply, TouchKind.UsefulContent, TouchKind.Promotion)]
    public TouchKind Kind { get; set; }

    /// <summary>Fails when a decision measured is not the allowed one.</summary>
    [GlobalSetup]
    public void Check()
    {
        if (!Decide() || !Assess())
        {
            throw new InvalidOperationException("The benchmark measures what is allowed and clean.");
        }
    }

    /// <summary>One decision.</summary>
    [Benchmark]
    public bool Decide() => OutreachPolicy.Default.Decide(Facts, Kind, Noon).IsAllowed;

    /// <summary>The next occasion after a day.</summary>
    [Benchmark]
    public bool NextOccasion() => WelfareCalendar.Default.NextAfter(Today).HasValue;

    /// <summary>One screening.</summary>
    [Benchmark]
    public bool Assess() => CompliancePolicy.Default.Assess(Draft).Compliance == Compliance.Clean;
}
