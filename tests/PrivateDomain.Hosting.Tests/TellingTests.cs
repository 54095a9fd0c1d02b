using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

/// <summary>What a host is told of decisions and changes: metrics, logs, health.</summary>
public sealed class TellingTests
{
    private static readonly ReasonDefinition Sold = new("test.sold_out", "It is sold out.", "已售罄。");

    [Fact]
    public void Decisions_AreCountedByOutcomeAndReason_AndTimed()
    {
        using ServiceProvider provider = Built(out _);
        using var heard = new Heard(provider);
        ShopDecider decider = provider.GetRequiredService<ShopDecider>();
        Assert.True(decider.Decide("north", "gift", static _ => Decision.Allowed).IsAllowed);
        decider.Decide("north", "gift", static _ => Decision.Denied(Sold.With(), RulesReasons.NameEmpty.With()));
        decider.Decide("north", "gift", static _ => Decision.Undecidable(Sold.With()));
        Assert.Throws<NotSupportedException>(
            () => decider.Decide("north", "gift", new Func<ShopRules, Decision>(static _ => throw new NotSupportedException())));
        Assert.Equal(
            [
                "private_domain.decisions 1 shop=north question=gift outcome=allowed",
                "private_domain.decisions 1 shop=north question=gift outcome=denied reason=test.sold_out",
                "private_domain.decisions 1 shop=north question=gift outcome=undecidable reason=test.sold_out",
                "private_domain.decisions 1 shop=north question=gift outcome=failed",
            ],
            heard.Counts.Where(static count => count.StartsWith(ShopMetrics.Decisions, StringComparison.Ordinal)));
        Assert.Equal(4, heard.Durations.Count);
        Assert.All(heard.Durations, static seconds => Assert.True(seconds >= 0));
    }

    [Fact]
    public void ATouch_ThatIsDeferred_SaysSo_UnderTheShopsOwnRules()
    {
        using ServiceProvider provider = Built(out _);
        using var heard = new Heard(provider);
        Instant night = Instant.FromUtc(2026, 3, 10, 14, 0); // 22:00 in Shanghai
        OutreachFacts facts = new(
            night, Documents.Yuan.Zone!, RelationshipStage.Interaction, LinkState.Active, linkedSince: night - Duration.FromDays(60),
            sent: []);
        OutreachDecision decision = provider.GetRequiredService<ShopDecider>().Decide(
            "north", "touch", rules => rules.Outreach.Decide(facts, TouchKind.UsefulContent, night));
        Assert.Equal(OutreachOutcome.Deferred, decision.Outcome);
        Assert.Equal(
            $"private_domain.decisions 1 shop=north question=touch outcome=deferred reason={decision.Reasons[0].Code}",
            heard.Counts[^1]);
    }

    [Fact]
    public void Changes_AreCountedAndLogged_WithTheMistakesAndTheDifferences()
    {
        using ServiceProvider provider = Built(out Logged logged);
        using var heard = new Heard(provider);
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        shops.TrySet("north", Documents.OptionsWithMembersMin(60), out _);
        shops.TrySet("north", Documents.OptionsWithMembersMin(-1), out _);
        Assert.Equal(
            ["private_domain.shops 1", "private_domain.shops.refused 1"],
            heard.Gauges());
        shops.TrySet("north", Documents.OptionsWithMembersMin(60), out _);
        shops.Remove("north");
        Assert.Equal(
            ["added", "changed", "refused", "unchanged", "removed"],
            heard.Counts.Select(static count => count.Split('=')[^1]));
        Assert.All(heard.Counts, static count =>
            Assert.StartsWith("private_domain.reloads 1 shop=north outcome=", count, StringComparison.Ordinal));
        Assert.Equal(
            ["1 ShopAdded Information", "2 ShopChanged Information", "3 ShopRefused Error", "4 ShopMended Information",
                "5 ShopRemoved Warning"],
            logged.Events);
        Assert.Contains("became 60", logged.Texts[1], StringComparison.Ordinal);
        Assert.Contains("groupHealth.membersMin", logged.Texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void AListenerThatThrows_IsLogged()
    {
        using ServiceProvider provider = Built(out Logged logged, static _ => throw new NotSupportedException());
        Assert.Equal(["north"], provider.GetRequiredService<ShopRegistry>().Names);
        Assert.Equal(["1 ShopAdded Information", "6 ListenerFailed Error"], logged.Events);
    }

    [Fact]
    public async Task Health_IsDegraded_WhileTheLatestChangeIsRefused_AndTellsTheMistakesInBothLanguages()
    {
        using ServiceProvider provider = Built(out _);
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        HealthCheckService health = provider.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        shops.TrySet("north", """{ "version": 1, "zone": "Mars", "currency": "CNY" }"""u8, out var mistakes);
        HealthReportEntry entry = Assert.Single((await health.CheckHealthAsync()).Entries).Value;
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("north", entry.Description, StringComparison.Ordinal);
        string told = Assert.Single(Assert.IsType<string[]>(entry.Data["north"]));
        Assert.Contains(mistakes[0].ToString(Language.English), told, StringComparison.Ordinal);
        Assert.Contains(mistakes[0].ToString(Language.SimplifiedChinese), told, StringComparison.Ordinal);
        shops.TrySet("north", Documents.Yuan, out _);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
    }

    private static ServiceProvider Built(out Logged logged, Action<ShopReload>? listener = null)
    {
        Logged provider = new();
        logged = provider;
        IServiceCollection services = new ServiceCollection().AddMetrics()
            .AddLogging(logging => logging.AddFilter<Logged>("PrivateDomain", LogLevel.Information).AddProvider(provider));
        services.AddPrivateDomain().AddShop("north", Documents.Yuan).OnReload(listener ?? (static _ => { }));
        services.AddHealthChecks().AddCheck<ShopRulesHealthCheck>("shop rules");
        return services.BuildServiceProvider();
    }

    // What one host's meter says; other tests have meters of the same name.
    private sealed class Heard : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly List<string> gauges = [];

        internal Heard(IServiceProvider provider)
        {
            Meter own = provider.GetRequiredService<IMeterFactory>().Create(ShopMetrics.MeterName);
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, own))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Counts.Add(Text(instrument, value, tags)));
            listener.SetMeasurementEventCallback<double>((_, value, _, _) => Durations.Add(value));
            listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => gauges.Add(Text(instrument, value, tags)));
            listener.Start();
        }

        internal List<string> Counts { get; } = [];

        internal List<double> Durations { get; } = [];

        internal List<string> Gauges()
        {
            listener.RecordObservableInstruments();
            return gauges;
        }

        public void Dispose() => listener.Dispose();

        private static string Text(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = FormattableString.Invariant($"{instrument.Name} {value}");
            foreach ((string name, object? tag) in tags)
            {
                text += $" {name.Split('.')[^1]}={tag}";
            }

            return text;
        }
    }

    private sealed class Logged : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<(string Event, string Text)> entries = new();

        internal string[] Events => [.. entries.Select(static entry => entry.Event)];

        internal string[] Texts => [.. entries.Select(static entry => entry.Text)];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((FormattableString.Invariant($"{eventId.Id} {eventId.Name} {logLevel}"), formatter(state, exception)));

        public void Dispose() => entries.TryPeek(out _);
    }
}
