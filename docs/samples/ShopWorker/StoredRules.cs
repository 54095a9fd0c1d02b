using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using PrivateDomain.Core;
using PrivateDomain.Hosting;

namespace ShopWorker;

/// <summary>Takes the rules from the store when the host starts, and looks for others each second.</summary>
internal sealed class StoredRules(ShopStore store, ShopRegistry shops) : BackgroundService
{
    // snippet: hosting-stored
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach ((string shop, byte[] document) in store.Read())
        {
            if (!shops.TrySet(shop, document, out ImmutableArray<Mistake> mistakes))
            {
                throw new InputFormatException($"rules of {shop}", mistakes); // the host does not start
            }
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach ((string shop, byte[] document) in store.Read())
            {
                shops.TrySet(shop, document, out _); // wrong ones are refused, logged and counted; equal ones change nothing
            }
        }
    }
    // end
}
