using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>A customer on one cluster.</summary>
[Collection(nameof(StoreTests))]
public sealed class CustomerGrainTests(StoreFixture database)
{
    [Fact]
    public async Task Customer_IsToldAskedAndFolded()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "told");
        ICustomerGrain customer = cluster["c1"];
        Assert.Equal(CustomerHistory.Empty(CustomerId.From("c1")), await customer.History());
        Assert.Equal(RelationshipStage.None, (await customer.Stage(Cluster.Noon)).Stage);

        CustomerEvent[] told = [Cluster.Linked("c1"), Cluster.Message("c1", "m1", Cluster.Noon - Duration.FromDays(20))];
        Assert.Equal(2, await customer.Append([.. told]));
        Assert.Equal(0, await customer.Append([.. told]));
        CustomerHistory history = CustomerHistory.From(CustomerId.From("c1"), told);
        Assert.Equal(history, await customer.History());
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Assert.Equal(
            LadderPolicy.Default.Assess(RelationshipFacts.From(history.FactsAt(Cluster.Noon, shop))), await customer.Stage(Cluster.Noon));
        Assert.True((await customer.Facts(Cluster.Noon, shop)).IsLinked);

        await customer.Compact(Cluster.Noon - Duration.FromDays(10));
        Assert.Equal(history.CompactBefore(Cluster.Noon - Duration.FromDays(10)), await customer.History());
    }

    [Fact]
    public async Task TryTouch_OneADay_IsRecordedOnce_AndSaysWhyNot()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "touched");
        ICustomerGrain customer = cluster["c1"];
        TouchSent first = Cluster.Touch("c1", "t1");
        Assert.Equal(OutreachOutcome.Denied, (await customer.TryTouch(first)).Decision!.Value.Outcome);

        await customer.Append([Cluster.Linked("c1")]);
        Assert.True((await customer.MayTouch(first)).IsAllowed);
        Assert.Equal(TouchOutcome.Recorded, (await customer.TryTouch(first)).Outcome);
        Assert.Equal(TouchOutcome.RecordedBefore, (await customer.TryTouch(first)).Outcome);

        Instant soon = Cluster.Noon + Duration.FromHours(1);
        TouchAnswer second = await customer.TryTouch(Cluster.Touch("c1", "t2", soon));
        Assert.Equal((TouchOutcome.Refused, false), (second.Outcome, second.IsRecorded));
        Assert.Equal(OutreachOutcome.Deferred, second.Decision!.Value.Outcome);
        Assert.Equal(second.Decision, await customer.MayTouch(Cluster.Touch("c1", "t2", soon)));
        Assert.Equal(TouchOutcome.Recorded, (await customer.TryTouch(Cluster.Touch("c1", "t2", second.Decision.Value.Until))).Outcome);
        Assert.Equal(3, (await customer.History()).Events.Count);
    }

    [Fact]
    public async Task TryTouch_BeforeWhatIsKnown_IsNotAnswered()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "outdated");
        ICustomerGrain customer = cluster["c1"];
        Instant later = Cluster.Noon + Duration.FromMinutes(1);
        var optedOut = new OptedOut(CustomerEventId.From("out"), CustomerId.From("c1"), later, Carrier.WeCom);
        await customer.Append([Cluster.Linked("c1"), optedOut]);
        TouchAnswer answer = await customer.TryTouch(Cluster.Touch("c1", "t1"));
        Assert.Equal((TouchOutcome.Outdated, null, later), (answer.Outcome, answer.Decision, answer.LatestAt));
        answer = await customer.TryTouch(Cluster.Touch("c1", "t1", later));
        Assert.Equal((TouchOutcome.Refused, OutreachOutcome.Denied), (answer.Outcome, answer.Decision!.Value.Outcome));
    }

    [Fact]
    public async Task Misuse_IsNamed_AndNothingIsRecorded()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "misused_grain");
        ICustomerGrain customer = cluster["c1"];
        await customer.Append([Cluster.Linked("c1")]);
        await Assert.ThrowsAsync<ArgumentException>(() => customer.Append([Cluster.Linked("c2")]));
        await Assert.ThrowsAsync<ArgumentException>(() => customer.TryTouch(Cluster.Touch("c2", "t1")));
        await Assert.ThrowsAsync<ArgumentException>(() => customer.TryTouch(
            new TouchSent(CustomerEventId.From("t1"), CustomerId.From("c1"), Cluster.Noon, TouchKind.UsefulContent)));
        ArgumentException used = await Assert.ThrowsAsync<ArgumentException>(() => customer.TryTouch(Cluster.Touch("c1", "linked")));
        Assert.Contains("\"linked\" was used for something else", used.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => customer.Stage(Instant.MaxValue));
        Assert.Single((await customer.History()).Events);
    }

    [Fact]
    public async Task LostStore_IsATypedError_AndNothingAcknowledgedIsLost()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "lost");
        ICustomerGrain customer = cluster["c1"];
        await customer.Append([Cluster.Linked("c1")]);
        await database.Run("alter table lost.customer_event rename to away");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => customer.TryTouch(Cluster.Touch("c1", "t1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => customer.MayTouch(Cluster.Touch("c1", "t1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => customer.Append([Cluster.Message("c1", "m1", Cluster.Noon)]));
        await database.Run("alter table lost.away rename to customer_event");
        Assert.Equal(TouchOutcome.Recorded, (await customer.TryTouch(Cluster.Touch("c1", "t1"))).Outcome);
        Assert.Equal(2, (await customer.History()).Events.Count);
    }

    [Fact]
    public async Task BrokenRow_IsATypedError_UntilItIsRepaired()
    {
        PostgresCustomerStore store = await database.Store("broken_grain");
        await store.Append([Cluster.Linked("c1")]);
        await database.Run("update broken_grain.customer_event set body = 'x' || body");
        await using Cluster cluster = await Cluster.Start(database.Source, "broken_grain");
        ICustomerGrain customer = cluster["c1"];
        for (int times = 0; times < 2; times++)
        {
            await Assert.ThrowsAsync<BrokenRowException>(() => customer.TryTouch(Cluster.Touch("c1", "t1")));
            await Assert.ThrowsAsync<BrokenRowException>(() => customer.Append([Cluster.Message("c1", "m1", Cluster.Noon)]));
        }

        Assert.Equal(1, await store.ReadVersion(CustomerId.From("c1")));
        await database.Run("update broken_grain.customer_event set body = substring(body from 2)");
        Assert.True((await customer.TryTouch(Cluster.Touch("c1", "t1"))).IsRecorded);
    }

    [Fact]
    public async Task LostAnswer_AskedAgain_IsRecordedOnce()
    {
        PostgresCustomerStore store = await database.Store("lost_answer");
        await store.Append([Cluster.Linked("c1")]);
        var losing = new LosingStore(store) { LosesAnswers = true };
        await using Cluster cluster = await Cluster.Start(database.Source, "lost_answer", losing);
        ICustomerGrain customer = cluster["c1"];
        await Assert.ThrowsAsync<StoreUnavailableException>(() => customer.TryTouch(Cluster.Touch("c1", "t1")));
        losing.LosesAnswers = false;
        Assert.Equal(TouchOutcome.RecordedBefore, (await customer.TryTouch(Cluster.Touch("c1", "t1"))).Outcome);
        Assert.Equal(2, (await store.Read(CustomerId.From("c1"))).History.Events.Count);
    }

    [Fact]
    public async Task OthersAlwaysFaster_IsATypedError_AndNothingIsRecorded()
    {
        PostgresCustomerStore store = await database.Store("always_faster");
        await store.Append([Cluster.Linked("c1")]);
        var conflicting = new LosingStore(store) { AlwaysConflicts = true };
        await using Cluster cluster = await Cluster.Start(database.Source, "always_faster", conflicting);
        await Assert.ThrowsAsync<VersionConflictException>(() => cluster["c1"].TryTouch(Cluster.Touch("c1", "t1")));
        Assert.Single((await store.Read(CustomerId.From("c1"))).History.Events);
    }

    [Fact]
    public async Task FactsOfTheHost_DecideWhereItHasSome()
    {
        await using Cluster cluster = await Cluster.Start(database.Source, "own_facts", configure: static silo =>
            silo.Services.AddSingleton<IOutreachFactsSource>(new NoRecord()));
        ICustomerGrain customer = cluster["c1"];
        await customer.Append([Cluster.Linked("c1")]);
        Assert.Equal(OutreachOutcome.Undecidable, (await customer.TryTouch(Cluster.Touch("c1", "t1"))).Decision!.Value.Outcome);
    }

    private sealed class NoRecord : IOutreachFactsSource
    {
        public OutreachFacts From(ShopRules rules, CustomerFacts facts, TouchSent touch) =>
            OutreachFacts.From(facts, touch.Carrier!.Value, RelationshipStage.Alliance, hasRecordOfTouches: false);
    }
}

/// <summary>A store that writes and loses the answer, or that finds another writer each time.</summary>
internal sealed class LosingStore(ICustomerStore store) : ICustomerStore
{
    internal volatile bool LosesAnswers;
    internal volatile bool AlwaysConflicts;

    public Task<StoredCustomer> Read(CustomerId customer, CancellationToken cancel = default) => store.Read(customer, cancel);

    public Task<long> ReadVersion(CustomerId customer, CancellationToken cancel = default) => store.ReadVersion(customer, cancel);

    public Task<Appended> Append(ImmutableArray<CustomerEvent> events, CancellationToken cancel = default) => store.Append(events, cancel);

    public async Task<bool> TryAppend(CustomerEvent decided, long version, CancellationToken cancel = default)
    {
        bool recorded = !AlwaysConflicts && await store.TryAppend(decided, version, cancel);
        return LosesAnswers
            ? throw new StoreUnavailableException("The answer was lost on the way " + version.ToString(CultureInfo.InvariantCulture))
            : recorded;
    }

    public Task<bool> TryCompact(CustomerHistory history, long version, CancellationToken cancel = default) =>
        store.TryCompact(history, version, cancel);
}
