using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PrivateDomain.Hosting.Internals;

/// <summary>What is counted and measured, by the names of <see cref="ShopMetrics"/>.</summary>
internal sealed class ShopMeters : IDisposable
{
    private readonly Meter? own;
    private readonly Counter<long> decisions;
    private readonly Histogram<double> durations;
    private readonly Counter<long> reloads;
    private ShopRegistry? observed;

    /// <summary>Makes the instruments with the host's factory; without one, with a meter of its own.</summary>
    internal ShopMeters(IMeterFactory? factory)
    {
        Meter meter = factory?.Create(new MeterOptions(ShopMetrics.MeterName)) ?? (own = new Meter(ShopMetrics.MeterName));
        decisions = meter.CreateCounter<long>(ShopMetrics.Decisions, "{decision}", "Decisions by shop, question, outcome, reason.");
        durations = meter.CreateHistogram<double>(ShopMetrics.DecisionDuration, "s", "How long a decision takes.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10] });
        reloads = meter.CreateCounter<long>(ShopMetrics.Reloads, "{reload}", "Changes of rules by shop and outcome.");
        meter.CreateObservableGauge(
            ShopMetrics.Shops, () => observed?.Current.Names.Length ?? 0, "{shop}", "Shops whose rules are in force.");
        meter.CreateObservableGauge(
            ShopMetrics.ShopsRefused, () => observed?.Current.Refused.Length ?? 0, "{shop}", "Shops whose latest change was refused.");
    }

    internal bool AreHeard => decisions.Enabled || durations.Enabled;

    internal void Observe(ShopRegistry registry) => observed = registry;

    internal void Count(ShopReload reload) => reloads.Add(
        1, new(ShopMetrics.ShopTag, reload.Shop), new(ShopMetrics.OutcomeTag, OutcomeOf(reload.Outcome)));

    internal void Count(string shop, string question, string outcome, string? reason, TimeSpan took)
    {
        var tags = new TagList
        {
            { ShopMetrics.ShopTag, shop }, { ShopMetrics.QuestionTag, question }, { ShopMetrics.OutcomeTag, outcome },
        };
        durations.Record(took.TotalSeconds, tags);
        if (reason is not null)
        {
            tags.Add(ShopMetrics.ReasonTag, reason);
        }

        decisions.Add(1, tags);
    }

    public void Dispose() => own?.Dispose();

    private static string OutcomeOf(ShopReloadOutcome outcome) => outcome switch
    {
        ShopReloadOutcome.Unchanged => "unchanged",
        ShopReloadOutcome.Changed => "changed",
        ShopReloadOutcome.Added => "added",
        ShopReloadOutcome.Removed => "removed",
        _ => "refused",
    };
}
