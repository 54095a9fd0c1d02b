using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>What the figures of docs/orleans.md are: counted in small size each time, printed, and in large size in a long run, where the
/// database waits for its disk.</summary>
[Collection(nameof(StoreTests))]
public sealed class FiguresTests(StoreFixture database, ITestOutputHelper output)
{
    private static readonly int Size = Chance.Cases(1, 20);

    [Fact]
    public async Task Customers_EventsAndDecisions_AsManyAsAsked()
    {
        PostgresCustomerStore store = await database.Store("figures");
        string[] customers = [.. Enumerable.Range(0, 50 * Size).Select(static n => FormattableString.Invariant($"c{n}"))];
        CustomerEvent[] events = [.. customers.SelectMany(static customer => Enumerable.Range(0, 20).Select(n => (CustomerEvent)
            Cluster.Message(customer, FormattableString.Invariant($"m{n}"), Cluster.Noon - Duration.FromHours(n + 1))))];
        await Measure("linked, told to the store in batches of 500", customers.Select(Cluster.Linked).Chunk(500), 4,
            batch => store.Append([.. batch]), customers.Length);
        await Measure("events told to the store in batches of 500", events.Chunk(500), 4, batch => store.Append([.. batch]), events.Length);

        var counting = new CountingStore(store);
        await using Cluster here = await Cluster.Start(database.Source, "figures", counting);
        await using Cluster there = await Cluster.Start(database.Source, "figures", counting);
        CustomerEvent[] more = [.. customers.SelectMany(static customer => Enumerable.Range(0, 4).Select(n => (CustomerEvent)
            Cluster.Message(customer, FormattableString.Invariant($"n{n}"), Cluster.Noon - Duration.FromHours(n + 30))))];
        await Measure("events told to grains one by one", more, 16, e => here[e.Customer.Text].Append([e]), more.Length);

        var recorded = new ConcurrentBag<string>();
        await Measure("touches decided by one cluster", customers, 16, async customer =>
        {
            if ((await here[customer].TryTouch(Cluster.Touch(customer, "today"))).IsRecorded)
            {
                recorded.Add(customer);
            }
        }, customers.Length);
        Assert.Equal(customers.Length, recorded.Count);
        Assert.Equal(0, counting.Conflicts);

        recorded.Clear();
        var twice = customers.SelectMany(static customer => new[] { (customer, 0), (customer, 1) });
        await Measure("touches decided by two clusters at once", twice, 16, async asked =>
        {
            (string customer, int side) = asked;
            TouchSent touch = Cluster.Touch(
                customer, FormattableString.Invariant($"tomorrow-{side}"), Cluster.Noon + Duration.FromDays(1));
            if ((await (side == 0 ? here : there)[customer].TryTouch(touch)).IsRecorded)
            {
                recorded.Add(customer);
            }
        }, customers.Length * 2);
        Assert.Equal(customers.Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));
        output.WriteLine($"conflicts, each decided again: {counting.Conflicts}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Referrals_Grants_AsManyAsAsked(int shards)
    {
        string schema = FormattableString.Invariant($"figures_{shards}");
        NpgsqlDataSource source = database.Source;
        string[] newcomers = [.. Enumerable.Range(0, 50 * Size).Select(static n => FormattableString.Invariant($"n{n}"))];
        ShardedProgramme programme = Summer.Of(10m * newcomers.Length * shards, shards);
        await using Cluster cluster = await Cluster.Start(source, schema, configure: silo =>
            silo.AddPrivateDomainReferrals(source, [programme], schema));
        IReferralGrain summer = cluster.Grains.GetGrain<IReferralGrain>("summer");
        await Measure($"invitations, {shards} shards", newcomers, 16, async n =>
            Assert.True((await summer.Tell(Summer.Opened(programme, n, "of-" + n))).IsAllowed), newcomers.Length);
        await Measure($"joinings, {shards} shards", newcomers, 16, async n =>
            Assert.True((await summer.Tell(Summer.Joined(n))).IsAllowed), newcomers.Length);
        await Measure($"grants, {shards} shards", newcomers, 16, async n =>
            Assert.True((await summer.Tell(Summer.Granted(n, "of-" + n))).IsAllowed), newcomers.Length);
        Assert.Equal(Summer.Reward * newcomers.Length, (await summer.Ledger()).StateAt(Summer.End).Committed);
    }

    private async Task Measure<T>(string what, IEnumerable<T> asked, int atOnce, Func<T, Task> ask, int count)
    {
        var times = new ConcurrentBag<double>();
        var all = Stopwatch.StartNew();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) =>
        {
            long start = Stopwatch.GetTimestamp();
            await ask(one);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });
        double[] sorted = [.. times.Order()];
        output.WriteLine(FormattableString.Invariant(
            $"{what}: {count} in {all.Elapsed.TotalSeconds:0.00} s, {count / all.Elapsed.TotalSeconds:0} a second; ")
            + FormattableString.Invariant($"p50 {sorted[sorted.Length / 2]:0.0} ms, p99 {sorted[sorted.Length * 99 / 100]:0.0} ms"));
    }

    private sealed class CountingStore(ICustomerStore store) : ICustomerStore
    {
        private int conflicts;

        internal int Conflicts => conflicts;

        public Task<StoredCustomer> Read(CustomerId customer, CancellationToken cancel = default) => store.Read(customer, cancel);

        public Task<long> ReadVersion(CustomerId customer, CancellationToken cancel = default) => store.ReadVersion(customer, cancel);

        public Task<Appended> Append(ImmutableArray<CustomerEvent> events, CancellationToken cancel = default) =>
            store.Append(events, cancel);

        public async Task<bool> TryAppend(CustomerEvent decided, long version, CancellationToken cancel = default)
        {
            bool recorded = await store.TryAppend(decided, version, cancel);
            if (!recorded)
            {
                Interlocked.Increment(ref conflicts);
            }

            return recorded;
        }

        public Task<bool> TryCompact(CustomerHistory history, long version, CancellationToken cancel = default) =>
            store.TryCompact(history, version, cancel);
    }
}
