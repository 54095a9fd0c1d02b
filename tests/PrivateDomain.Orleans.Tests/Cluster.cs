using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Orleans.TestingHost;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>Silos and a client of one cluster in this process, without ports, over a schema of the tests' database. Two of them over one
/// schema know nothing of each other: each has its own activation of every grain.</summary>
internal sealed class Cluster(InProcessTestCluster cluster) : IAsyncDisposable
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 3, 4, 4, 0);

    internal IGrainFactory Grains => cluster.Client;

    internal ShopRules Rules => cluster.Silos[0].ServiceProvider.GetRequiredService<ShopRules>();

    internal ICustomerGrain this[string customer] => Grains.GetGrain<ICustomerGrain>(customer);

    /// <summary>A cluster whose shop allows one touch a day.</summary>
    internal static async Task<Cluster> Start(NpgsqlDataSource source, string schema, ICustomerStore? store = null,
        Action<ISiloBuilder>? configure = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddPrivateDomain(static shop => shop with
            {
                Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
                Currency = Currency.Cny,
                Outreach = shop.Outreach with { Caps = [new TouchCap { Max = 1, Days = 1 }], Quiet = null },
            });
            if (store is not null)
            {
                silo.Services.AddSingleton(store);
            }

            configure?.Invoke(silo);
            silo.AddPrivateDomainCustomers(source, schema);
        });
        builder.ConfigureClient(static client => client.AddPrivateDomain());
        InProcessTestCluster made = builder.Build();
        await made.DeployAsync();
        return new Cluster(made);
    }

    /// <summary>Ends the silo as a crash does: nothing is said to anybody, and no grain is told.</summary>
    internal Task Kill() => cluster.KillSiloAsync(cluster.Silos[0]);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    internal static LinkMade Linked(string customer) =>
        new(CustomerEventId.From("linked"), CustomerId.From(customer), Noon - Duration.FromDays(30), Carrier.WeCom);

    internal static TouchSent Touch(string customer, string id, Instant? at = null) =>
        new(CustomerEventId.From(id), CustomerId.From(customer), at ?? Noon, TouchKind.UsefulContent, Carrier.WeCom);

    internal static MessageReceived Message(string customer, string id, Instant at) =>
        new(CustomerEventId.From(id), CustomerId.From(customer), at, Carrier.WeCom);
}
