using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Orleans.Storage;

/// <summary>Referral programmes on PostgreSQL (裂变活动存储): three tables in a schema of their own.</summary>
/// <remarks><c>referral_journal</c> has a row an entry, by programme, shard and number: who writes a number that is taken writes nothing.
/// <c>referral_newcomer</c> has the first code of each newcomer, and <c>referral_kept</c> what was told of them before. Safe on any
/// thread.</remarks>
public sealed class PostgresReferralStore : IReferralStore
{
    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly NpgsqlDataSource source;
    private readonly string schema;

    /// <summary>Makes the store; it opens nothing.</summary>
    /// <param name="source">The database; the host ends it.</param>
    /// <param name="schema">The schema of the tables: 1 to 63 small letters, digits and underscores, the first no digit.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The schema has another form.</exception>
    public PostgresReferralStore(NpgsqlDataSource source, string schema = "private_domain")
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.schema = PostgresStore.Quoted(schema);
    }

    /// <summary>Makes the schema and its tables where they are not there yet; several silos may do so at once.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreUnavailableException">The database does not answer, or does not allow it.</exception>
    public Task CreateTables(CancellationToken cancel = default) => PostgresStore.Create(
        source,
        schema,
        $"""
        create table if not exists {schema}.referral_journal (
            programme text collate "C" not null,
            shard integer not null,
            number bigint not null,
            body bytea not null,
            primary key (programme, shard, number));
        create table if not exists {schema}.referral_newcomer (
            programme text collate "C" not null,
            referee text collate "C" not null,
            code text,
            referrer text,
            primary key (programme, referee),
            check ((code is null) = (referrer is null)));
        create table if not exists {schema}.referral_kept (
            programme text collate "C" not null,
            referee text collate "C" not null,
            id text collate "C" not null,
            body bytea not null,
            primary key (programme, referee, id, body));
        """,
        cancel);

    /// <inheritdoc/>
    public async Task<ImmutableArray<JournalEntry>> ReadJournal(string programme, int shard)
    {
        (long[] numbers, byte[][] bodies) = await PostgresStore.Run(
            source,
            $"""
            select array_agg(number order by number), array_agg(body order by number)
            from {schema}.referral_journal where programme = $1 and shard = $2
            """,
            [programme, shard],
            static row => row.IsDBNull(0) ? ([], []) : (row.GetFieldValue<long[]>(0), row.GetFieldValue<byte[][]>(1)),
            CancellationToken.None);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] != i)
            {
                throw new BrokenRowException(FormattableString.Invariant(
                    $"The journal of programme \"{programme}\", shard {shard}, lacks entry {i}; the next one is {numbers[i]}."));
            }
        }

        return [.. bodies.Select((body, i) => Read<JournalEntry>(
            body, FormattableString.Invariant($"Entry {i} of programme \"{programme}\", shard {shard},")))];
    }

    /// <inheritdoc/>
    public Task<long> CountEntries(string programme, int shard) => PostgresStore.Run(
        source,
        $"select coalesce(max(number) + 1, 0) from {schema}.referral_journal where programme = $1 and shard = $2",
        [programme, shard],
        static row => row.GetInt64(0),
        CancellationToken.None);

    /// <inheritdoc/>
    public async Task<bool> TryWrite(string programme, int shard, long count, ImmutableArray<JournalEntry> entries)
    {
        try
        {
            // The row before must be there: a number is never left out.
            return await PostgresStore.Run(
                source,
                $"""
                with stored as (
                    insert into {schema}.referral_journal (programme, shard, number, body)
                    select $1, $2, $3 + x.place - 1, x.body from unnest($4::bytea[]) with ordinality x(body, place)
                    where $3 = 0 or exists (
                        select 1 from {schema}.referral_journal where programme = $1 and shard = $2 and number = $3 - 1)
                    returning 1)
                select count(*)::int from stored
                """,
                [programme, shard, count, entries.Select(static entry => JsonSerializer.SerializeToUtf8Bytes(entry, Form)).ToArray()],
                row => row.GetInt32(0) == entries.Length,
                CancellationToken.None);
        }
        catch (VersionConflictException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<NewcomerClaim> Claim(string programme, CustomerId referee, ReferralCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return PostgresStore.Run(
            source,
            $"""
            insert into {schema}.referral_newcomer as n (programme, referee, code, referrer) values ($1, $2, $3, $4)
            on conflict (programme, referee) do update
                set code = coalesce(n.code, excluded.code), referrer = coalesce(n.referrer, excluded.referrer)
            returning code, referrer
            """,
            [programme, referee.Text, code.Text, code.Referrer.Text],
            static row => new NewcomerClaim(row.GetString(0), CustomerId.From(row.GetString(1))),
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<NewcomerClaim?> ClaimOrKeep(string programme, ReferralFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);

        // The newcomer's row is locked while the fact is kept, so that no claim comes in between and misses it.
        return PostgresStore.Run(
            source,
            $"""
            with newcomer as (
                insert into {schema}.referral_newcomer as n (programme, referee) values ($1, $2)
                on conflict (programme, referee) do update set code = n.code
                returning code, referrer),
            kept as (
                insert into {schema}.referral_kept (programme, referee, id, body) select $1, $2, $3, $4 from newcomer where code is null
                on conflict do nothing)
            select code, referrer from newcomer
            """,
            [programme, fact.Referee.Text, fact.Id.Text, JsonSerializer.SerializeToUtf8Bytes(fact, Form)],
            static row => row.IsDBNull(0) ? null : new NewcomerClaim(row.GetString(0), CustomerId.From(row.GetString(1))),
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<NewcomerClaim?> FindClaim(string programme, CustomerId referee) => PostgresStore.Run(
        source,
        $"""
        select max(code), max(referrer) from {schema}.referral_newcomer where programme = $1 and referee = $2
        """,
        [programme, referee.Text],
        static row => row.IsDBNull(0) ? null : new NewcomerClaim(row.GetString(0), CustomerId.From(row.GetString(1))),
        CancellationToken.None);

    /// <inheritdoc/>
    public async Task<ImmutableArray<ReferralFact>> ReadKept(string programme, CustomerId referee)
    {
        byte[][] bodies = await PostgresStore.Run(
            source,
            $"select array_agg(body order by id, body) from {schema}.referral_kept where programme = $1 and referee = $2",
            [programme, referee.Text],
            static row => row.IsDBNull(0) ? [] : row.GetFieldValue<byte[][]>(0),
            CancellationToken.None);
        return [.. bodies.Select(body => Read<ReferralFact>(body, $"A fact kept of newcomer \"{referee}\" of programme \"{programme}\""))];
    }

    private static T Read<T>(byte[] body, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Form) ?? throw new BrokenRowException($"{what} is empty.");
        }
        catch (JsonException exception)
        {
            throw new BrokenRowException($"{what} cannot be read: {exception.Message}", exception);
        }
    }
}
