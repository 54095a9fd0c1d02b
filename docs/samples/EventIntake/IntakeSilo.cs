using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Orleans.Configuration;
using PrivateDomain.Core;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Orleans;

namespace EventIntake;

/// <summary>One silo: the shop's customers and its referral programme, found by the others over Redis.</summary>
internal static class IntakeSilo
{
    internal const string Ready = "ready";

    internal static async Task Run(SiloOptions options)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(options.Postgres) { Pooling = true, MaxPoolSize = 16 });
        builder.UseOrleans(silo =>
        {
            silo.UseRedisClustering(options.Redis);
            silo.Configure<ClusterOptions>(Named);
            silo.ConfigureEndpoints(IPAddress.Loopback, options.SiloPort, options.GatewayPort);

            // A silo that is killed is noticed in seconds.
            silo.Configure<ClusterMembershipOptions>(static membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromSeconds(2);
                membership.TableRefreshTimeout = TimeSpan.FromSeconds(2);
                membership.NumVotesForDeathDeclaration = 1;
            });
            silo.Services.AddPrivateDomain(static shop => shop with
            {
                Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
                Currency = Currency.Cny,
                Outreach = shop.Outreach with { Caps = [new TouchCap { Max = 1, Days = 1 }], Quiet = null },
            });
            silo.AddPrivateDomainCustomers(source);
            silo.AddPrivateDomainReferrals(source, [Programme.Of(options.Newcomers)]);
        });
        using IHost host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Ready);

        // It lives as long as whoever started it keeps this open.
        await Console.In.ReadToEndAsync();
        Environment.Exit(0);
    }

    internal static void Named(ClusterOptions options) => (options.ClusterId, options.ServiceId) = ("event-intake", "event-intake");
}
