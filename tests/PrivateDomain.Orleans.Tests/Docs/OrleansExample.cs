using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Referrals;

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

    [Fact]
    public async Task OfThePage_GrantsTheReward()
    {
        ReferralProgramme summer = Summer.Of(5_000m, 1).Programme;
        await using Cluster cluster = await Cluster.Start(database.Source, "example_referrals", configure: silo =>
            Configure(silo, database.Source, summer));
        Assert.True((await Invite(cluster.Grains, summer)).IsAllowed);
    }

    [Fact]
    public async Task OfThePage_TellsTheAdvisor()
    {
        var tasks = new AdvisorTasks();
        var clock = new FakeClock(Cluster.Noon);
        await using Cluster cluster = await Cluster.Start(database.Source, "example_outlook", configure: silo =>
        {
            silo.Services.AddSingleton<IClock>(clock);
            silo.Services.AddSingleton<IAdvisorTasks>(tasks);
            ConfigureOutlook(silo);
        });
        var answered = new SurveyAnswered(CustomerEventId.From("s1"), CustomerId.From("anna"), Cluster.Noon);
        await cluster["anna"].Append([Cluster.Linked("anna"), answered]);
        Instant silent = Cluster.Noon + Duration.FromDays(90);
        Assert.Equal(silent, await cluster["anna"].Watch());
        clock.Reset(silent);
        for (int times = 0; times < 2; times++)
        {
            await cluster["anna"].AsReference<IRemindable>().ReceiveReminder($"outlook {silent}", default);
        }

        Assert.Equal($"anna {silent}", Assert.Single(tasks.Put).Key);
    }

    private static void ConfigureOutlook(ISiloBuilder silo)
    {
        // snippet: orleans-outlook-silo
        silo.UseInMemoryReminderService(); // in a shop, one that lasts: Redis, ADO.NET
        silo.AddPrivateDomainOutlook<Advisors>();

        // end
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

    private static void Configure(ISiloBuilder silo, NpgsqlDataSource source, ReferralProgramme summer)
    {
        // snippet: orleans-referrals-silo
        silo.AddPrivateDomainReferrals(source, [new ShardedProgramme(summer, shards: 8)]);

        // end
    }

    private static async Task<Decision> Invite(IGrainFactory grains, ReferralProgramme summer)
    {
        Instant june = Instant.FromUtc(2026, 6, 2, 4, 0);
        ReferralCode anna = ReferralCode.From("ANNA-7", summer, CustomerId.From("anna"));

        // snippet: orleans-referrals
        IReferralGrain programme = grains.GetGrain<IReferralGrain>("summer");
        CustomerId bob = CustomerId.From("bob");
        await programme.Tell(ReferralFact.Opened(CustomerEventId.From("open-1"), june, bob, anna));
        await programme.Tell(ReferralFact.Joined(CustomerEventId.From("join-1"), june + Duration.FromHours(1), bob));
        Decision granted = await programme.Tell(ReferralFact.Granted(
            CustomerEventId.From("grant-1"), june + Duration.FromDays(1), bob, anna.Text, summer.Options.Reward));

        // end
        return granted;
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

/// <summary>What an advisor is to do; a key that is there stays as it is.</summary>
internal interface IAdvisorTasks
{
    Task Put(string key, string what);
}

internal sealed class AdvisorTasks : IAdvisorTasks
{
    internal ConcurrentDictionary<string, string> Put { get; } = [];

    Task IAdvisorTasks.Put(string key, string what)
    {
        Put.TryAdd(key, what);
        return Task.CompletedTask;
    }
}

// snippet: orleans-outlook
internal sealed class Advisors(IAdvisorTasks tasks) : ICustomerOutlookReceiver
{
    public async Task Receive(CustomerId customer, ImmutableArray<OutlookChange> changes)
    {
        foreach (OutlookChange change in changes.Where(static change => change.Kind == OutlookKind.Stage))
        {
            await tasks.Put($"{customer} {change.At}", change.Why.ToString(Language.SimplifiedChinese)); // the same key twice is one task
        }
    }
}

// end
