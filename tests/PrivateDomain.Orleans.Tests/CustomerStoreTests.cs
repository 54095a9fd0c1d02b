using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>The store keeps what a history keeps, whoever writes in whatever order, and a decision only on the version it was made
/// on.</summary>
[Collection(nameof(StoreTests))]
public sealed class CustomerStoreTests(StoreFixture database)
{
    private static readonly CustomerId Someone = RandomEvents.Someone;

    [Fact]
    public async Task CreateTables_ManyAtOnceAndAgain_AreThereOnce()
    {
        var store = new PostgresCustomerStore(database.Source, "created");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.CreateTables()));
        await store.CreateTables();
        Assert.Equal(new StoredCustomer(CustomerHistory.Empty(Someone), 0), await store.Read(Someone));
    }

    [Fact]
    public async Task Append_DeliveredManyTimesWithConflictsByManyWriters_IsTheHistoryOfAll()
    {
        PostgresCustomerStore store = await database.Store("delivered");
        Random random = Chance.From(11);
        CustomerEvent[] all = Some(Chance.Cases(200, 2_000), random);
        CustomerEvent[][] deliveries = [.. all.Concat(all.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).Chunk(7)];
        Appended[] appended = await Task.WhenAll(deliveries.Select(batch => store.Append([.. batch])));

        StoredCustomer stored = await store.Read(Someone);
        Assert.Equal(CustomerHistory.From(Someone, all), stored.History);
        Assert.NotEmpty(stored.History.Conflicts);
        Assert.Equal(all.Distinct().Count(), appended.Sum(static a => a.NewCount));
        Assert.Equal(deliveries.Length, stored.Version);
        Assert.Equal(Enumerable.Range(1, deliveries.Length), appended.Select(static a => (int)a.Version).Order());
    }

    [Fact]
    public async Task Append_BatchesOfManyCustomersAtOnce_NeverWaitForEachOther()
    {
        PostgresCustomerStore store = await database.Store("batches");
        Random random = Chance.From(12);
        CustomerEvent[] all = [.. Enumerable.Range(0, 20).SelectMany(static c => Enumerable.Range(0, 20).Select(n =>
            Cluster.Message($"c{c}", $"m{n}", Cluster.Noon + Duration.FromMinutes(n))))];
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => store.Append([.. all.OrderBy(_ => random.Next())])));
        foreach (CustomerHistory expected in CustomerHistory.GroupByCustomer(all))
        {
            Assert.Equal(new StoredCustomer(expected, 12), await store.Read(expected.Customer));
        }
    }

    [Fact]
    public async Task TryAppend_OnAnotherVersion_WritesNothing()
    {
        PostgresCustomerStore store = await database.Store("fenced");
        TouchSent first = Cluster.Touch("c1", "t1");
        Assert.False(await store.TryAppend(first, 1));
        Assert.True(await store.TryAppend(first, 0));
        foreach (long version in new long[] { 0, 2, 3 })
        {
            Assert.False(await store.TryAppend(Cluster.Touch("c1", "t2"), version));
        }

        Assert.Equal(new StoredCustomer(CustomerHistory.From(Someone, [first]), 1), await store.Read(Someone));
        Assert.Equal(1, await store.ReadVersion(Someone));
    }

    [Fact]
    public async Task TryAppend_ManyOnOneVersion_OneIsRecorded()
    {
        PostgresCustomerStore store = await database.Store("raced");
        for (long version = 0; version < 20; version++)
        {
            bool[] recorded = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
                store.TryAppend(Cluster.Touch("c1", FormattableString.Invariant($"t{version}-{n}")), version)));
            Assert.Single(recorded, static r => r);
        }

        StoredCustomer stored = await store.Read(Someone);
        Assert.Equal((20, 20), (stored.History.Events.Count, (int)stored.Version));
    }

    [Fact]
    public async Task TryCompact_PutsTheHistoryInThePlaceOfTheRows_AndLateEventsCome()
    {
        PostgresCustomerStore store = await database.Store("compacted");
        CustomerEvent[] all = Some(100, Chance.From(13));
        await store.Append([.. all]);
        Instant horizon = RandomEvents.Start + Duration.FromHours(100);
        CustomerHistory folded = CustomerHistory.From(Someone, all).CompactBefore(horizon);
        Assert.False(await store.TryCompact(folded, 2));
        Assert.True(await store.TryCompact(folded, 1));
        Assert.Equal(new StoredCustomer(folded, 2), await store.Read(Someone));

        MessageReceived late = Cluster.Message("c1", "late", RandomEvents.Start + Duration.FromHours(500));
        MessageReceived tooLate = Cluster.Message("c1", "too late", RandomEvents.Start);
        await store.Append([late, tooLate]);
        Assert.Equal(new StoredCustomer(folded.Add(late), 3), await store.Read(Someone));
    }

    [Fact]
    public async Task Read_ABrokenRow_NamesItAndReadsNothing()
    {
        PostgresCustomerStore store = await database.Store("broken");
        await store.Append([Cluster.Linked("c1"), Cluster.Touch("c1", "t1")]);
        await database.Run("update broken.customer_event set body = '{\"kind\":1}' where id = 't1'");
        BrokenRowException broken = await Assert.ThrowsAsync<BrokenRowException>(() => store.Read(Someone));
        Assert.Contains("Event \"t1\" of customer \"c1\"", broken.Message, StringComparison.Ordinal);

        await database.Run("update broken.customer_event set body = (select body from broken.customer_event where id = 'linked')");
        broken = await Assert.ThrowsAsync<BrokenRowException>(() => store.Read(Someone));
        Assert.Contains("other keys", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoTables_IsAStoreThatDoesNotAnswer()
    {
        var store = new PostgresCustomerStore(database.Source, "nowhere");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Read(Someone));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append([Cluster.Linked("c1")]));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.TryAppend(Cluster.Linked("c1"), 0));
    }

    [Fact]
    public async Task Misuse_IsNamed()
    {
        PostgresCustomerStore store = await database.Store("misused");
        Assert.Throws<ArgumentException>(() => new PostgresCustomerStore(database.Source, "a\"b"));
        Assert.Throws<ArgumentException>(() => new PostgresCustomerStore(database.Source, "1a"));
        Assert.Throws<ArgumentException>(() => new PostgresCustomerStore(database.Source, ""));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Read(default));
        await Assert.ThrowsAsync<ArgumentNullException>(() => store.Append([Cluster.Linked("c1"), null!]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.TryAppend(Cluster.Linked("c1"), -1));
        Assert.Equal(default, await store.Append([]));
        Assert.Equal(default, await store.Append(default(ImmutableArray<CustomerEvent>)));
    }

    private static CustomerEvent[] Some(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => RandomEvents.Make(
        (EventKind)random.Next((int)EventKind.LinkMade, (int)EventKind.TouchSent + 1),
        CustomerEventId.From(FormattableString.Invariant($"e{random.Next(60)}")),
        RandomEvents.Start + Duration.FromHours(random.Next(40) * 7),
        random.Next(4),
        random.Next(6)))];
}
