using System.Collections.Immutable;
using System.Security.Cryptography;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Orleans.Storage;

/// <summary>The events of customers on PostgreSQL (客户事件存储): two tables in a schema of their own.</summary>
/// <remarks>
/// <para><c>customer_event</c> has a row an event, by customer, id and a digest of its content: where one id comes with different contents,
/// all are kept, as a history keeps them. <c>customer</c> has the version and, after compaction, what the rows before were folded
/// into.</para>
/// <para>One statement a write, at the database's usual isolation (read committed). Bodies are the core's own JSON. Safe on any
/// thread.</para>
/// </remarks>
public sealed class PostgresCustomerStore : ICustomerStore
{
    private readonly NpgsqlDataSource source;
    private readonly string schema;
    private readonly string readSql;
    private readonly string versionSql;
    private readonly string appendSql;
    private readonly string decideFirstSql;
    private readonly string decideSql;
    private readonly string compactSql;

    /// <summary>Makes the store; it opens nothing.</summary>
    /// <param name="source">The database; the host ends it.</param>
    /// <param name="schema">The schema of the tables: 1 to 63 small letters, digits and underscores, the first no digit. Shops that share
    /// a database have a schema each.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The schema has another form.</exception>
    public PostgresCustomerStore(NpgsqlDataSource source, string schema = "private_domain")
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.schema = PostgresStore.Quoted(schema);
        (string customers, string events) = ($"{this.schema}.customer", $"{this.schema}.customer_event");

        readSql = $"""
            select coalesce((select version from {customers} where customer = $1), 0),
                (select base from {customers} where customer = $1),
                (select array_agg(id order by id, digest) from {events} where customer = $1),
                (select array_agg(body order by id, digest) from {events} where customer = $1)
            """;
        versionSql = $"select coalesce((select version from {customers} where customer = $1), 0)";

        // The version's row first, in order: then no two writers wait for each other.
        appendSql = $"""
            with moved as (
                insert into {customers} as c (customer, version) select distinct x, 1::bigint from unnest($1::text[]) x order by 1
                on conflict (customer) do update set version = c.version + 1 returning version),
            turn as (select max(version) as version from moved),
            stored as (
                insert into {events} (customer, id, digest, body)
                select x.customer, x.id, x.digest, x.body
                from turn, unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) x(customer, id, digest, body)
                where turn.version is not null
                order by 1, 2, 3
                on conflict do nothing returning 1)
            select (select count(*) from stored)::int, (select version from turn)
            """;
        string decided = $"""
            , stored as (
                insert into {events} (customer, id, digest, body) select $1, $2, $3, $4 from moved on conflict do nothing returning 1)
            select (select count(*) from moved)::int, (select count(*) from stored)::int
            """;
        decideFirstSql = $"""
            with moved as (insert into {customers} (customer, version) values ($1, $5 + 1) on conflict do nothing returning 1){decided}
            """;
        decideSql = $"""
            with moved as (update {customers} set version = version + 1 where customer = $1 and version = $5 returning 1){decided}
            """;
        compactSql = $"""
            with moved as (
                update {customers} set version = version + 1, base = $2 where customer = $1 and version = $3 returning customer),
            gone as (delete from {events} where customer in (select customer from moved) returning 1)
            select (select count(*) from moved)::int, (select count(*) from gone)::int
            """;
    }

    /// <summary>Makes the schema and its tables where they are not there yet; several silos may do so at once.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreUnavailableException">The database does not answer, or does not allow it.</exception>
    public Task CreateTables(CancellationToken cancel = default) => PostgresStore.Create(
        source,
        schema,
        $"""
        create table if not exists {schema}.customer (
            customer text collate "C" primary key,
            version bigint not null check (version > 0),
            base bytea);
        create table if not exists {schema}.customer_event (
            customer text collate "C" not null,
            id text collate "C" not null,
            digest bytea not null,
            body bytea not null,
            primary key (customer, id, digest));
        """,
        cancel);

    /// <inheritdoc/>
    public async Task<StoredCustomer> Read(CustomerId customer, CancellationToken cancel = default)
    {
        (long version, byte[]? folded, string[] ids, byte[][] bodies) = await PostgresStore.Run(
            source,
            readSql,
            [Checked(customer)],
            static row => (
                row.GetInt64(0),
                row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1),
                row.IsDBNull(2) ? [] : row.GetFieldValue<string[]>(2),
                row.IsDBNull(3) ? [] : row.GetFieldValue<byte[][]>(3)),
            cancel);
        CustomerHistory history = folded is null ? CustomerHistory.Empty(customer) : HistoryOf(customer, folded);
        return new StoredCustomer(history.AddRange(ids.Zip(bodies, (id, body) => EventOf(customer, id, body))), version);
    }

    /// <inheritdoc/>
    public Task<long> ReadVersion(CustomerId customer, CancellationToken cancel = default) =>
        PostgresStore.Run(source, versionSql, [Checked(customer)], static row => row.GetInt64(0), cancel);

    /// <inheritdoc/>
    public async Task<Appended> Append(ImmutableArray<CustomerEvent> events, CancellationToken cancel = default)
    {
        CustomerEvent[] all = events.IsDefault ? [] : [.. events];
        if (Array.IndexOf(all, null) is >= 0 and int place)
        {
            throw new ArgumentNullException(nameof(events), $"Event {place} is null.");
        }

        byte[][] bodies = [.. all.Select(static e => CustomerJson.Write(e))];
        return all.Length == 0
            ? default
            : await PostgresStore.Run(
                source,
                appendSql,
                [
                    all.Select(static e => e.Customer.Text).ToArray(), all.Select(static e => e.Id.Text).ToArray(),
                    bodies.Select(static body => SHA256.HashData(body)).ToArray(), bodies,
                ],
                static row => new Appended(row.GetInt32(0), row.GetInt64(1)),
                cancel);
    }

    /// <inheritdoc/>
    public Task<bool> TryAppend(CustomerEvent decided, long version, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        byte[] body = CustomerJson.Write(decided);
        return PostgresStore.Run(
            source,
            version == 0 ? decideFirstSql : decideSql,
            [decided.Customer.Text, decided.Id.Text, SHA256.HashData(body), body, version],
            static row => row.GetInt32(0) == 1,
            cancel);
    }

    /// <inheritdoc/>
    public Task<bool> TryCompact(CustomerHistory history, long version, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return PostgresStore.Run(
            source,
            compactSql,
            [history.Customer.Text, CustomerJson.Write(history), version],
            static row => row.GetInt32(0) == 1,
            cancel);
    }

    private static string Checked(CustomerId customer) => customer.Text.Length > 0
        ? customer.Text
        : throw new ArgumentException("A customer is needed, but it was empty.", nameof(customer));

    private static CustomerHistory HistoryOf(CustomerId customer, byte[] body) =>
        CustomerJson.TryReadHistory(body, out CustomerHistory? history, out ImmutableArray<Mistake> mistakes)
            && history.Customer == customer
            ? history
            : throw new BrokenRowException(
                $"The compacted history of customer \"{customer}\" cannot be read: {SaidOf(mistakes, "it is another customer's")}");

    private static CustomerEvent EventOf(CustomerId customer, string id, byte[] body) =>
        CustomerJson.TryReadEvent(body, out CustomerEvent? read, out ImmutableArray<Mistake> mistakes)
            && read.Customer == customer && string.Equals(read.Id.Text, id, StringComparison.Ordinal)
            ? read
            : throw new BrokenRowException(
                $"Event \"{id}\" of customer \"{customer}\" cannot be read: {SaidOf(mistakes, "its content has other keys")}");

    private static string SaidOf(ImmutableArray<Mistake> mistakes, string otherwise) =>
        mistakes.IsDefaultOrEmpty ? otherwise : string.Join("; ", mistakes);
}
