using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Tests;

public sealed class ReloadUnderLoadTests
{
    private static readonly ReasonDefinition Mixed = new("test.mixed", "The rules are mixed.", "规则混杂。");

    // Three figures far apart in the document are equal in each right version, so a mixture shows. Each second change is broken. The
    // threads are not timed: a change waits until every thread has decided under what it left.
    [Fact]
    public async Task OneHundredChanges_HalfOfThemBroken_WhileAllCoresDecide_NoDecisionIsUnderMixedRules()
    {
        int changes = Chance.Cases(100, 2_000);
        var configuration = new ChangingConfiguration(Shop(1, 1));
        int refused = 0;
        using ServiceProvider provider = new ServiceCollection().AddPrivateDomain(configuration.Root.GetSection("Shop"))
            .OnReload(reload => refused += reload.Outcome == ShopReloadOutcome.Refused ? 1 : 0).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        ShopDecider decider = provider.GetRequiredService<ShopDecider>();
        int workers = Math.Max(2, Environment.ProcessorCount);
        long[] decided = new long[workers];
        int[] seen = new int[workers];
        bool isOver = false;
        Task<int>[] threads = [.. Enumerable.Range(0, workers).Select(worker => Task.Factory.StartNew(
            () => Work(worker), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        int version = 1;
        try
        {
            for (int change = 2; change <= changes + 1; change++)
            {
                bool isBroken = change % 2 == 1;
                version = isBroken ? version : change;
                configuration.Change(isBroken ? Shop(change, -1) : Shop(change, change));
                Assert.Equal(version, shops.Get().PaybackPeriodsMax);
                Assert.Equal(isBroken ? 1 : 0, shops.Current.Refused.Length);
                WaitUntilAllDecidedUnder(version);
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
        }

        Assert.All(await Task.WhenAll(threads).WaitAsync(TimeSpan.FromMinutes(5)), static mixed => Assert.Equal(0, mixed));
        Assert.Equal(changes / 2, refused);
        TestContext.Current.TestOutputHelper?.WriteLine($"{decided.Sum()} decisions on {workers} threads during {changes} changes");

        // How many decisions were under mixed rules.
        int Work(int worker)
        {
            int mixed = 0;
            while (!Volatile.Read(ref isOver))
            {
                int found = 0;
                Decision decision = decider.Decide(ShopRegistry.DefaultShop, "all alike", rules =>
                {
                    found = rules.PaybackPeriodsMax;
                    return rules.GroupHealth.Options.MembersMin == found && rules.BuyerTraits.Options.AskedMin == found
                        ? Decision.Allowed : Decision.Denied(Mixed.With());
                });
                mixed += decision.IsAllowed ? 0 : 1;
                Volatile.Write(ref seen[worker], found);
                Interlocked.Increment(ref decided[worker]);
            }

            return mixed;
        }

        void WaitUntilAllDecidedUnder(int wanted)
        {
            long from = Stopwatch.GetTimestamp();
            while (Enumerable.Range(0, workers).Any(worker => Volatile.Read(ref seen[worker]) != wanted))
            {
                Assert.True(Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(5), "A thread has not decided for five minutes.");
                Assert.DoesNotContain(threads, static thread => thread.IsCompleted);
                Thread.Yield();
            }
        }
    }

    private static string Shop(int figure, int last) =>
        $$"""
        { "Shop": { "version": 1, "zone": "Asia/Shanghai", "currency": "CNY", "paybackPeriodsMax": {{figure}},
          "groupHealth": { "membersMin": {{figure}} }, "buyerTraits": { "askedMin": {{last}} } } }
        """;
}
