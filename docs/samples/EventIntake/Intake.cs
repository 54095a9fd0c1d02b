using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using PrivateDomain.Orleans;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;
using PrivateDomain.Testing;

namespace EventIntake;

/// <summary>Starts the servers and the silos, feeds, kills, compares, says what came of it, and leaves nothing behind.</summary>
internal static class Intake
{
    private const int Right = 0;
    private const int Wrong = 1;
    private const int Missing = 2;
    private const int Interrupted = 3;

    internal static async Task<int> Run(IntakeOptions options)
    {
        using var stop = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        string folder = Directory.CreateTempSubdirectory("event-intake-").FullName;
        try
        {
            using var database = new LocalPostgres(isDurable: true);
            await using var redis = new RedisServer();
            await redis.Start();
            if (database.Connection is null || redis.Connection is null)
            {
                Console.WriteLine(database.Connection is null ? database.Missing : redis.Missing);
                return Missing;
            }

            // Whatever hangs, it ends.
            stop.CancelAfter(TimeSpan.FromSeconds(options.Seconds) + TimeSpan.FromMinutes(4));
            ImmutableArray<SiloProcess> silos = [.. Enumerable.Range(1, options.Silos).Select(
                n => new SiloProcess(n, database.Connection, redis.Connection, options.Newcomers, folder))];
            try
            {
                await Task.WhenAll(silos.Select(silo => silo.Start(stop.Token)));
                return await Run(options, database, redis.Connection, silos, stop.Token);
            }
            finally
            {
                foreach (SiloProcess silo in silos)
                {
                    await silo.DisposeAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Interrupted.");
            return Interrupted;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Run(
        IntakeOptions options, LocalPostgres database, string redis, ImmutableArray<SiloProcess> silos, CancellationToken stop)
    {
        using IHost client = await Client(redis, stop);
        IGrainFactory grains = client.Services.GetRequiredService<IGrainFactory>();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.Connection) { Pooling = true, MaxPoolSize = 4 });
        ShardedProgramme programme = Programme.Of(options.Newcomers);
        var deliveries = new Deliveries(options);
        var feeders = new Feeders(grains, programme, options);
        var disturbances = new Disturbances(silos, database, options.Kills, deliveries.Shuffled.Length);
        await feeders.Deliver(deliveries.Links, static _ => { }, CancellationToken.None, stop);
        feeders.EventTimes.Clear();

        // Ends as a whole when one part fails.
        using var timeIsUp = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        using var fed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = Stopwatch.StartNew();
        Task disturbing = disturbances.Run(fed.Token);
        Task feeding = feeders.Deliver(deliveries.Shuffled, disturbances.Answered, timeIsUp.Token, stop);
        try
        {
            if (await Task.WhenAny(disturbing, feeding) == disturbing)
            {
                await disturbing;
            }

            await feeding;
        }
        catch
        {
            // What was begun ends before the servers do.
            await fed.CancelAsync();
            await disturbing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        TimeSpan took = watch.Elapsed;
        bool isAll = feeders.Done.Count == deliveries.Links.Length + deliveries.Shuffled.Length;
        if (!isAll)
        {
            await fed.CancelAsync();
        }

        try
        {
            await disturbing;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // There was no time for all of it: the table says so.
        }

        Comparison compared = await Comparison.Of(
            feeders, grains, new PostgresCustomerStore(source), programme, options.Newcomers, isAll, stop);
        bool isDisturbed = disturbances.KilledCount == options.Kills && disturbances.IsDatabaseRestarted;
        int delivered = feeders.Done.Skip(deliveries.Links.Length).Sum(static one => one.Events.Length);
        Say("deliveries", $"{feeders.Done.Count - deliveries.Links.Length} of {deliveries.Shuffled.Length} in {took.TotalSeconds:0.0} s");
        Say("silos killed", $"{disturbances.KilledCount} of {options.Kills}, of {options.Silos}");
        Say("database crashed and started", $"{(disturbances.IsDatabaseRestarted ? "once" : "not")}");
        Say("events", $"{delivered}, {delivered / took.TotalSeconds:0} a second; a call {Times(feeders.EventTimes)}");
        int decisions = feeders.DecisionTimes.Count;
        Say("decisions", $"{decisions}, {decisions / took.TotalSeconds:0} a second; a call {Times(feeders.DecisionTimes)}");
        Say("touches recorded", $"{feeders.Touched.Count}");
        Say("rewards granted", $"{feeders.Granted.Count} of {Programme.GrantsMax(programme, options.Newcomers)} that the budget allows");
        Say("retries", $"{feeders.Retries}");
        Say("lost", $"{compared.Lost}");
        Say("doubled", $"{compared.Doubled}");
        Say("caps and budgets broken", $"{compared.CapsBroken}");
        Say("histories that differ", $"{compared.DifferentHistories}");
        if (!isDisturbed)
        {
            Console.WriteLine("There was no time for everything that was to die: more --seconds or fewer --events are needed.");
        }

        return compared.IsRight && isDisturbed ? Right : Wrong;
    }

    private static async Task<IHost> Client(string redis, CancellationToken stop)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client =>
        {
            client.UseRedisClustering(redis);
            client.Configure<ClusterOptions>(IntakeSilo.Named);
            client.Configure<GatewayOptions>(static gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
            client.Configure<ClientMessagingOptions>(static messages => messages.ResponseTimeout = TimeSpan.FromSeconds(10));
            client.AddPrivateDomain();
        });
        IHost host = builder.Build();
        await host.StartAsync(stop);
        return host;
    }

    private static void Say(string what, FormattableString value) =>
        Console.WriteLine(FormattableString.Invariant($"{what,-30}") + FormattableString.Invariant(value));

    private static string Times(ConcurrentQueue<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? "-" : FormattableString.Invariant(
            $"p50 {sorted[sorted.Length / 2]:0} ms, p99 {sorted[sorted.Length * 99 / 100]:0} ms");
    }
}
