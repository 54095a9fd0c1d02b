using Microsoft.Extensions.Hosting;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;
using PrivateDomain.Hosting;

namespace ShopWorker;

/// <summary>Looks at the groups of all shops, again and again: each round under the rules that were in force when it began.</summary>
internal sealed class GroupRounds(ShopRegistry shops) : BackgroundService
{
    private static readonly GroupFigures July = new(members: 45, left: 7, deleted: 0, replied: 10, sent: 20, promotional: 5);

    // snippet: hosting-worker
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            ShopSnapshot round = shops.Current;
            foreach (string shop in round.Names)
            {
                ShopRules rules = round.Get(shop);
                Console.WriteLine($"{shop}: {rules.GroupHealth.Assess(July).Health} (members: {rules.GroupHealth.Options.MembersMin})");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
    // end
}
