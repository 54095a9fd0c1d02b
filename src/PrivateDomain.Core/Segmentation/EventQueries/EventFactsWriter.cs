using System.Collections.Immutable;
using System.Text;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation.Analysis;
using PrivateDomain.Core.Segmentation.Queries;
using static System.FormattableString;

namespace PrivateDomain.Core.Segmentation.EventQueries;

/// <summary>Writes facts as columns of one query: what is counted is counted in one pass over the events and one over the orders.</summary>
internal sealed class EventFactsWriter
{
    private readonly bool isPostgres;
    private readonly int today;
    private readonly string seen;
    private readonly List<object> parameters = [];
    private readonly List<string> ofEvents = [];
    private readonly List<string> ofOrders = [];
    private readonly SortedDictionary<string, string> tables = new(StringComparer.Ordinal);
    private readonly string currency;

    /// <param name="dialect">Whose SQL is written.</param>
    /// <param name="table">The table, quoted.</param>
    /// <param name="columns">Its columns, quoted, in their order.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="shop">The shop.</param>
    internal EventFactsWriter(SqlDialect dialect, string table, ImmutableArray<string> columns, Instant asOf, Shop shop)
    {
        isPostgres = dialect == SqlDialect.PostgreSql;
        today = new ShopDays(shop.Zone).Of(asOf);
        currency = Parameter(shop.Currency.Code);
        string micros = isPostgres ? $"(extract(epoch from {columns[2]}) * 1000000)::bigint" : $"epoch_us({columns[2]})";
        string day = ZoneDays.Write("us", shop.Zone, asOf, isPostgres ? "/" : "//");
        seen = Invariant($"""
            with raw as (select {columns[0]} as customer, {columns[1]} as id, {micros} as us, {columns[3]} as kind,
            {columns[4]} as order_id, {columns[5]} as amount, {columns[6]} as currency, {columns[7]} as carrier, {columns[8]} as channel,
            {columns[9]} as tag, {columns[10]} as community, {columns[11]} as rating from {table}),
            seen as (select *, {day} as day, row_number() over (partition by customer order by us, id{Bytes}) as n
            from raw where us <= {ZoneDays.MicrosOf(asOf)})
            """);
    }

    // Ordinal order, whatever the column's own is.
    private string Bytes => isPostgres ? " collate \"C\"" : "";

    internal static string NameOf(int place) => Invariant($"f{place}");

    /// <summary>The column of a fact; null where it does not follow from events.</summary>
    internal string? Write(Fact fact) => fact switch
    {
        NumberFact number => NumberOf(number) is { } text ? $"({text})::double precision" : null,
        DateFact => DayOf(fact) is { } day ? $"date '1970-01-01' + ({day})::integer" : null,
        _ => OtherOf(FactMeaning.Of(fact, today).Kind),
    };

    /// <summary>The query.</summary>
    internal SqlText Finish(IReadOnlyList<string> results)
    {
        var text = new StringBuilder(seen);
        if (ofEvents.Count > 0)
        {
            tables["did"] = $"select customer, {Named(ofEvents, "e")} from seen group by customer";
        }

        if (ofOrders.Count > 0)
        {
            UseOrders();
            tables["ordered"] = $"select customer, {Named(ofOrders, "o")} from kept group by customer";
        }

        // Later tables use earlier ones, and their names are in that order; those of orders come first.
        foreach (string name in OrderTables.Where(tables.ContainsKey).Concat(tables.Keys.Except(OrderTables, StringComparer.Ordinal)))
        {
            text.Append(",\n").Append(name).Append(" as (").Append(tables[name]).Append(')');
        }

        text.Append("\nselect c.customer, ").AppendJoin(", ", results.Select(static (result, i) => $"{result} as {NameOf(i)}"))
            .Append("\nfrom (select distinct customer from raw) c");
        foreach (string name in tables.Keys.Except(OrderTables, StringComparer.Ordinal))
        {
            text.Append(Invariant($" left join {name} on {name}.customer = c.customer"));
        }

        return new SqlText(text.ToString(), [.. parameters]);
    }

    private static readonly ImmutableArray<string> OrderTables = ["payment", "paid", "refund", "kept"];

    private static string Named(List<string> sums, string prefix) =>
        string.Join(", ", sums.Select((sum, i) => Invariant($"{sum} as {prefix}{i}")));

    private string? NumberOf(NumberFact fact)
    {
        if (!fact.Parts.IsEmpty)
        {
            return NumberOf(fact.Parts[0]) is { } part && NumberOf(fact.Parts[1]) is { } whole
                ? $"case when ({whole}) <> 0 then ({part})::double precision / ({whole})::double precision + 0.0 end"
                : null;
        }

        FactMeaning meaning = FactMeaning.Of(fact, today);
        return meaning.Kind switch
        {
            MeaningKind.Count => Counted(meaning, "*"),
            MeaningKind.DayCount => Counted(meaning, "distinct day"),
            MeaningKind.Periods => Counted(
                meaning, Invariant($"distinct ({today} - day) {(isPostgres ? "/" : "//")} {meaning.Length}")),
            MeaningKind.Gap => Joined(GapOf(meaning)),
            MeaningKind.Spend => SpendOf(meaning),
            MeaningKind.AverageTicket => TicketOf(),
            MeaningKind.DaysSince => Invariant($"{today} - {Ordered("max(day)")}"),
            MeaningKind.Cycle => Joined(CycleOf()),
            MeaningKind.Nps => Joined(LastRow("answer", "rating", "kind = 'npsAnswered'", "n desc")),
            MeaningKind.Links => $"coalesce({Joined(LinkTable(), "linked")}, 0)",
            MeaningKind.Bucket => BucketOf(QuotedText.Read(fact.Name.AsSpan("bucket(".Length)[..^1])!),
            _ => null,
        };
    }

    private string? DayOf(Fact fact)
    {
        FactMeaning meaning = FactMeaning.Of(fact, today);
        return meaning.Kind switch
        {
            MeaningKind.First when meaning.Behaviour == Behaviour.Order => Ordered("min(day)"),
            MeaningKind.First => Done($"min(day) filter (where {Kinds(meaning.Behaviour)})"),
            MeaningKind.Last when meaning.Behaviour == Behaviour.Order => Ordered("max(day)"),
            MeaningKind.Last => Done($"max(day) filter (where {Kinds(meaning.Behaviour)})"),
            MeaningKind.LastActive =>
                $"greatest({Ordered("max(day)")}, {Done($"max(day) filter (where {Kinds(Behaviour.Interaction)})")})",
            _ => null,
        };
    }

    private string? OtherOf(MeaningKind kind) => kind switch
    {
        MeaningKind.Linked => $"coalesce({Joined(LinkTable(), "linked")}, 0) > 0",
        MeaningKind.Reachable => $"coalesce({Joined(LinkTable(), "reachable")}, 0) > 0",
        MeaningKind.Carriers => Set(Joined(LinkTable(), "carriers")),
        MeaningKind.Channel => Joined(LastRow("channel", "channel", "kind = 'linkMade' and channel is not null", "n")),
        MeaningKind.Tags => Set(Joined(StandingTable("tags", "tag", EventKind.TagAdded, EventKind.TagRemoved))),
        MeaningKind.Groups => Set(Joined(StandingTable("communities", "community", EventKind.GroupJoined, EventKind.GroupLeft))),
        _ => null,
    };

    private string Counted(FactMeaning meaning, string what) => meaning.Behaviour == Behaviour.Order
        ? $"coalesce({Ordered($"count({what}) filter (where {Days(meaning)})")}, 0)"
        : $"coalesce({Done($"count({what}) filter (where {Kinds(meaning.Behaviour)} and {Days(meaning)})")}, 0)";

    // DuckDB's own way from a decimal to a double rounds twice where there are many digits; reading the text rounds once.
    private string SpendOf(FactMeaning meaning) =>
        $"coalesce({Ordered($"sum(rest) filter (where currency = {currency} and {Days(meaning)})")}, 0){(isPostgres ? "" : "::varchar")}";

    private string TicketOf()
    {
        string spend = Ordered($"sum(rest) filter (where currency = {currency})");
        string orders = Ordered($"nullif(count(*) filter (where currency = {currency}), 0)");
        if (isPostgres)
        {
            return $"{spend}::numeric(60, 30) / {orders}";
        }

        // DuckDB divides no decimals: whole ten-thousand-millionths are divided, and read as a text of nineteen places.
        string units = $"replace({spend}::decimal(38, 10)::varchar, '.', '')::hugeint * 1000000000 // {orders}";
        const string Whole = "10000000000000000000";
        return $"(({units}) // {Whole})::varchar || '.' || lpad((({units}) % {Whole})::varchar, 19, '0')";
    }

    private string BucketOf(string salt)
    {
        string text = $"c.customer || chr(10) || {Parameter(salt)}";
        return isPostgres
            ? "(select (get_byte(h, 0) + get_byte(h, 1) * 256::bigint + get_byte(h, 2) * 65536::bigint + get_byte(h, 3) * 16777216::bigint)"
                + $"::double precision / 4294967295 * 100 from (select sha256(convert_to({text}, 'UTF8')) as h) hashed)"
            : $"(select ('0x' || substr(h, 7, 2) || substr(h, 5, 2) || substr(h, 3, 2) || substr(h, 1, 2))::bigint::double precision "
                + $"/ 4294967295 * 100 from (select sha256({text}) as h) hashed)";
    }

    private string GapOf(FactMeaning meaning)
    {
        bool isOrder = meaning.Behaviour == Behaviour.Order;
        string days = isOrder ? "kept" : $"seen where {Kinds(meaning.Behaviour)}";
        if (isOrder)
        {
            UseOrders();
        }

        string text = $"select customer, max(day - earlier) filter (where {Days(meaning)}) as value from (select customer, day, "
            + "lag(day) over (partition by customer order by day) as earlier "
            + $"from (select distinct customer, day from {days}) each_day) pauses group by customer";
        return Table("gap", text);
    }

    private string CycleOf()
    {
        UseOrders();
        return Table("cycle", "select customer, percentile_cont(0.5) within group (order by pause) as value from (select customer, "
            + "day - lag(day) over (partition by customer order by day) as pause from (select distinct customer, day from kept) each_day) "
            + "pauses where pause is not null group by customer having count(*) >= 2");
    }

    private string LastRow(string name, string value, string where, string order) => Table(
        name,
        $"select customer, {value} as value from (select customer, {value}, row_number() over (partition by customer order by {order}) "
            + $"as place from seen where {where}) placed where place = 1");

    // A link is made, lost, hidden and shown again by the last event of each kind on its carrier; what is made again is no longer hidden.
    private string LinkTable()
    {
        string Last(EventKind kind) => $"coalesce(max(n) filter (where kind = '{EnumNames<EventKind>.Of(kind)}'), 0)";
        string carrier = "case carrier " + string.Concat(Enum.GetValues<Carrier>().Where(static c => c != default)
            .Select(static c => $"when '{EnumNames<Carrier>.Of(c)}' then '{SnakeNames<Carrier>.Of(c)}' ")) + "end";
        string linked = "made > lost";
        string reachable = $"{linked} and muted <= greatest(made, unmuted) and opted_out <= opted_in";
        return Table("link", $"select customer, count(*) filter (where {linked}) as linked, "
            + $"count(*) filter (where {reachable}) as reachable, {List("carrier", linked)} as carriers "
            + $"from (select customer, {carrier} as carrier, {Last(EventKind.LinkMade)} as made, {Last(EventKind.LinkLost)} as lost, "
            + $"{Last(EventKind.LinkMuted)} as muted, {Last(EventKind.LinkUnmuted)} as unmuted, "
            + $"{Last(EventKind.OptedOut)} as opted_out, {Last(EventKind.OptedIn)} as opted_in "
            + "from seen where carrier is not null group by customer, carrier) states group by customer");
    }

    private string StandingTable(string name, string column, EventKind begins, EventKind ends)
    {
        (string begun, string ended) = (EnumNames<EventKind>.Of(begins), EnumNames<EventKind>.Of(ends));
        return Table(name, $"select customer, {List(column, $"kind = '{begun}'")} as value from (select customer, {column}, kind, "
            + $"row_number() over (partition by customer, {column} order by n desc) as place from seen "
            + $"where kind in ('{begun}', '{ended}')) placed where place = 1 group by customer");
    }

    private string List(string column, string where) => isPostgres
        ? $"array_agg({column} order by {column}{Bytes}) filter (where {where})"
        : $"list({column} order by {column}) filter (where {where})";

    private string Set(string list) => isPostgres ? $"coalesce({list}::text[], array[]::text[])" : $"coalesce({list}, []::varchar[])";

    // An order is what its payments in the currency of its first left, from that payment on; a refund without an amount takes back all.
    private void UseOrders()
    {
        if (tables.ContainsKey("kept"))
        {
            return;
        }

        tables["payment"] = "select *, first_value(currency) over (partition by customer, order_id order by n) as own from seen "
            + $"where kind = '{EnumNames<EventKind>.Of(EventKind.OrderPaid)}' and amount > 0";
        tables["paid"] = "select customer, order_id, own as currency, min(day) as day, sum(amount) as amount from payment "
            + "where currency = own group by customer, order_id, own";
        tables["refund"] = "select s.customer, s.order_id, sum(s.amount) as amount, count(*) - count(s.amount) as wholes "
            + "from seen s join paid p on p.customer = s.customer and p.order_id = s.order_id "
            + $"where s.kind = '{EnumNames<EventKind>.Of(EventKind.OrderRefunded)}' and (s.amount is null or s.currency = p.currency) "
            + "group by s.customer, s.order_id";
        tables["kept"] = "select p.customer, p.currency, p.day, p.amount - coalesce(r.amount, 0) as rest from paid p left join refund r "
            + "on r.customer = p.customer and r.order_id = p.order_id "
            + "where coalesce(r.wholes, 0) = 0 and p.amount > coalesce(r.amount, 0)";
    }

    private string Days(FactMeaning meaning) => meaning.From <= FactMeaning.FirstDay && meaning.To == today
        ? "true"
        : Invariant($"day between {meaning.From} and {meaning.To}");

    private static string Kinds(Behaviour behaviour)
    {
        (EventKind first, EventKind last) = Behaviours.KindsOf(behaviour);
        string kinds = string.Join(", ", Enum.GetValues<EventKind>().Where(kind => kind >= first && kind <= last)
            .Select(static kind => $"'{EnumNames<EventKind>.Of(kind)}'"));
        return $"kind in ({kinds})";
    }

    private string Ordered(string sum) => "ordered.o" + PlaceOf(ofOrders, sum);

    private string Done(string sum) => "did.e" + PlaceOf(ofEvents, sum);

    private static string PlaceOf(List<string> sums, string sum)
    {
        int place = sums.IndexOf(sum);
        if (place < 0)
        {
            place = sums.Count;
            sums.Add(sum);
        }

        return Invariant($"{place}");
    }

    private static string Joined(string table, string column = "value") => $"{table}.{column}";

    // A table of a text is made once; a second one with another text gets another name.
    private string Table(string name, string text)
    {
        string unique = name;
        for (int i = 2; tables.TryGetValue(unique, out string? there); i++)
        {
            if (string.Equals(there, text, StringComparison.Ordinal))
            {
                return unique;
            }

            unique = Invariant($"{name}{i}");
        }

        tables[unique] = text;
        return unique;
    }

    private string Parameter(object value)
    {
        int place = parameters.IndexOf(value);
        if (place < 0)
        {
            place = parameters.Count;
            parameters.Add(value);
        }

        return Invariant($"${place + 1}");
    }
}
