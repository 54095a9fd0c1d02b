using NodaTime;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Orleans.Customers;

namespace PrivateDomain.Orleans.Tests.Docs;

/// <summary>The example of docs/orleans.md.</summary>
[Collection(nameof(StoreTests))]
public sealed class OrleansExample(StoreFixture database)
{
    [Fact]
    public async Task OfThePage_SendsOnce()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "example");
        Assert.Equal(1, await Greet(cluster.Grains, Cluster.Noon));
        Assert.Equal(0, await Greet(cluster.Grains, Cluster.Noon + Duration.FromHours(1)));
    }

    internal static void Configure(ISiloBuilder silo, NpgsqlDataSource source)
    {
        // snippet: orleans-silo
        silo.Services.AddPrivateDomain(static shop => shop with
        {
            Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Currency = Currency.Cny,
        });
        silo.AddPrivateDomainCustomers(source); // its tables are made when the silo starts

        // end
    }

    private static async Task<int> Greet(IGrainFactory grains, Instant now)
    {
        int sent = 0;

        // snippet: orleans
        ICustomerGrain anna = grains.GetGrain<ICustomerGrain>("anna");
        await anna.Append([new LinkMade(CustomerEventId.From("link-1"), CustomerId.From("anna"),
            Instant.FromUtc(2026, 1, 15, 2, 0), Carrier.WeCom)]);

        var touch = new TouchSent(CustomerEventId.From($"tea-{now}"), CustomerId.From("anna"), now, TouchKind.UsefulContent,
            Carrier.WeCom);
        TouchAnswer answer = await anna.TryTouch(touch);
        if (answer.IsRecorded)
        {
            sent++; // recorded: now send it
        }

        // end
        return sent;
    }
}
