using System.Collections.Immutable;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Growth;

/// <summary>Whether to scale, hold or repair (增长闸门): from 0 to 1 one failing link breaks the whole, later the model is only scaled. From [C], D44.</summary>
/// <remarks>Two policies are equal only when they are the same object.</remarks>
public sealed class GrowthPolicy
{
    private GrowthPolicy(ImmutableArray<GrowthTarget> targets, int oneAt, int tenAt, Ratio toTen, Ratio toHundred)
    {
        Targets = targets;
        OneToTenFrom = oneAt;
        TenToHundredFrom = tenAt;
        ToleranceToTen = toTen;
        ToleranceToHundred = toHundred;
    }

    /// <summary>The default. The five links, and that all must hold from 0 to 1, are from [C], D44; reception 80 % is that of D37's default. The other figures are
    /// cautious choices of this library, to be replaced by a shop's own: payback 12 periods, acquisition a third of lifetime value, interaction 20 %, churn 10 %,
    /// conversion 5 %, repurchase 20 %, a ticket that breaks even; phases from 1,000 (the worked size of D3) and 10,000 retained customers; 10 % tolerated.</summary>
    public static GrowthPolicy Default { get; } = Create();

    /// <summary>What each measure has to reach, in the order of the measures.</summary>
    public ImmutableArray<GrowthTarget> Targets { get; }

    /// <summary>From how many retained customers on it is 1 to 10.</summary>
    public int OneToTenFrom { get; }

    /// <summary>From how many retained customers on it is 10 to 100.</summary>
    public int TenToHundredFrom { get; }

    /// <summary>By which share a measure may fall short of its target from 1 to 10 without being a failure; from 0 to 1 it is 0 %.</summary>
    public Ratio ToleranceToTen { get; }

    /// <summary>The same from 10 to 100.</summary>
    public Ratio ToleranceToHundred { get; }

    /// <summary>Makes a policy; what is left out has its default.</summary>
    /// <param name="targets">At least one for each link, at most one for each measure; null has the defaults.</param>
    /// <param name="oneToTenFrom">1 or more; default 1,000.</param>
    /// <param name="tenToHundredFrom">Above <paramref name="oneToTenFrom"/>; default 10,000.</param>
    /// <param name="toleranceToTen">A share below 1; default 10 %.</param>
    /// <param name="toleranceToHundred">A share below 1; default 10 %.</param>
    /// <exception cref="InvalidPolicyException">Parts are out of range, or a link has no target; all mistakes are named.</exception>
    public static GrowthPolicy Create(
        IEnumerable<GrowthTarget>? targets = null,
        int oneToTenFrom = 1_000,
        int tenToHundredFrom = 10_000,
        Ratio? toleranceToTen = null,
        Ratio? toleranceToHundred = null)
    {
        var policy = new GrowthPolicy(
            [.. (targets ?? Defaults).OrderBy(static t => t.Measure)], oneToTenFrom, tenToHundredFrom,
            toleranceToTen ?? Ratio.Known(0.1m), toleranceToHundred ?? Ratio.Known(0.1m));
        PolicyCheck check = new PolicyCheck()
            .Needs(!policy.Targets.Contains(default), nameof(targets), GrowthReasons.MeasureMissing, nameof(GrowthMeasure.None));
        foreach (IGrouping<GrowthMeasure, GrowthTarget> same in policy.Targets.GroupBy(static t => t.Measure))
        {
            check.Needs(same.Count() == 1, nameof(targets), GrowthReasons.TargetTwice, same.Key.ToString());
        }

        for (GrowthLink link = GrowthLink.Acquisition; link <= GrowthLink.Cost; link++)
        {
            check.Needs(policy.Targets.Any(t => t.Link == link), nameof(targets), GrowthReasons.LinkWithoutTarget, link.ToString());
        }

        check.Needs(oneToTenFrom >= 1, nameof(oneToTenFrom), GrowthReasons.TooSmall, oneToTenFrom, 1)
            .Needs(tenToHundredFrom > oneToTenFrom, nameof(tenToHundredFrom), GrowthReasons.TooSmall, tenToHundredFrom, oneToTenFrom + 1L);
        NeedsTolerance(check, policy.ToleranceToTen, nameof(toleranceToTen));
        NeedsTolerance(check, policy.ToleranceToHundred, nameof(toleranceToHundred));
        check.ThrowIfAny("growth policy");
        return policy;
    }

    /// <summary>The phase of a shop.</summary>
    /// <param name="retainedCustomers">How many customers have bought and are linked (留量), D3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public GrowthPhase PhaseOf(int retainedCustomers) =>
        Guard.Against.Negative(retainedCustomers) >= TenToHundredFrom ? GrowthPhase.TenToHundred
        : retainedCustomers >= OneToTenFrom ? GrowthPhase.OneToTen
        : GrowthPhase.ZeroToOne;

    /// <summary>Judges the links.</summary>
    /// <param name="metrics">The measures of the other areas.</param>
    /// <param name="phase">The phase; one that is none of the three is judged as 0 to 1.</param>
    /// <returns>Repair when a link fails; else hold when one is not measured or falls short within the tolerance; else scale.</returns>
    /// <exception cref="ArgumentNullException">There are no measures.</exception>
    public GrowthReport Judge(GrowthMetrics metrics, GrowthPhase phase)
    {
        Guard.Against.Null(metrics);
        decimal least = 1m - Tolerance(phase);
        ImmutableArray<GrowthReading> readings =
        [
            .. Targets.Select(target => Read(target, metrics, least)).OrderBy(static r => Place(r.Standing)).ThenBy(static r => r.Attainment),
        ];
        GrowthVerdict verdict = readings[0].Standing switch
        {
            GrowthStanding.Fails => GrowthVerdict.Repair,
            GrowthStanding.Holds => GrowthVerdict.Scale,
            _ => GrowthVerdict.Hold,
        };
        return new GrowthReport(phase, verdict, readings);
    }

    private static IEnumerable<GrowthTarget> Defaults =>
    [
        new(GrowthMeasure.PaybackPeriods, 12m),
        new(GrowthMeasure.AcquisitionShare, 1m / 3m),
        new(GrowthMeasure.ReceptionRate, 0.8m),
        new(GrowthMeasure.InteractionRate, 0.2m),
        new(GrowthMeasure.FriendChurn, 0.1m),
        new(GrowthMeasure.ConversionRate, 0.05m),
        new(GrowthMeasure.RepurchaseRate, 0.2m),
        new(GrowthMeasure.TicketCover, 1m),
    ];

    private static GrowthReading Read(GrowthTarget target, GrowthMetrics metrics, decimal least)
    {
        Ratio found = metrics.Of(target.Measure);
        bool neverBack = target.Measure == GrowthMeasure.PaybackPeriods && metrics.Payback is { Outcome: not PaybackOutcome.PaidBack };
        if (!found.IsKnown && !neverBack)
        {
            return new GrowthReading(target, found, Ratio.Unknown, GrowthStanding.NotMeasured);
        }

        bool holds = target.IsMost ? found.ValueOr(decimal.MaxValue) <= target.Value : found.Value >= target.Value;
        Ratio attainment = neverBack ? Ratio.Known(0m)
            : !target.IsMost ? Ratio.Of(found.Value, target.Value)
            : found.Value <= 0m ? Ratio.Known(1m)
            : Ratio.Of(target.Value, found.Value);
        return new GrowthReading(
            target, found, attainment, holds ? GrowthStanding.Holds : attainment.Value >= least && attainment.Value < 1m ? GrowthStanding.Tolerated : GrowthStanding.Fails);
    }

    private static int Place(GrowthStanding standing) => standing switch
    {
        GrowthStanding.Fails => 0,
        GrowthStanding.Tolerated => 1,
        GrowthStanding.NotMeasured => 2,
        _ => 3,
    };

    private static void NeedsTolerance(PolicyCheck check, Ratio tolerance, string path) =>
        check.Needs(tolerance is { IsKnown: true, Value: >= 0m }, path, GrowthReasons.TooSmall, tolerance, Ratio.Known(0m))
            .Needs(tolerance is not { IsKnown: true, Value: >= 1m }, path, GrowthReasons.TooGreat, tolerance, Ratio.Known(1m));

    private decimal Tolerance(GrowthPhase phase) => phase switch
    {
        GrowthPhase.OneToTen => ToleranceToTen.Value,
        GrowthPhase.TenToHundred => ToleranceToHundred.Value,
        _ => 0m,
    };
}
