using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Writes conditions of one query with its parameters. Each is true or false, never null, for the complement is written at each
/// leaf, absent values spelled out.</summary>
internal sealed class SqlWriter(
    SqlDialect dialect, ImmutableDictionary<Fact, SqlColumn> columns, LocalDate today, HashSet<Reason> refusals)
{
    private const string True = "1 = 1";
    private const string False = "1 = 0";

    // What ClickHouse's Date32 and DateTime64 hold.
    private static readonly LocalDate ClickHouseFirst = new(1900, 1, 1);
    private static readonly LocalDate ClickHouseLast = new(2299, 12, 31);

    private readonly List<object> parameters = [];
    private readonly Dictionary<object, string> names = [];

    /// <summary>The text with the parameters, or why it cannot be.</summary>
    internal Answer<SqlText> Finish(string text)
    {
        int most = dialect switch
        {
            SqlDialect.PostgreSql or SqlDialect.DuckDb => 65_535,
            SqlDialect.Sqlite => 32_766,
            _ => 10_000,
        };
        if (parameters.Count > most)
        {
            refusals.Add(SegmentMappingReasons.TooManyParameters.With(parameters.Count, most));
        }

        return refusals.Count == 0 ? new SqlText(text, [.. parameters]) : Answer<SqlText>.Refused([.. refusals]);
    }

    internal string Write(FilterNode node) => node switch
    {
        FilterNode.Leaf leaf => Write(leaf),
        FilterNode.Group group => Fold(group.Parts.Select(Write), group.IsAny),
        _ => Write((FilterNode.Counted)node),
    };

    private string Write(FilterNode.Counted counted)
    {
        string[] ones = [.. counted.Parts.Select(part => $"case when {Write(part)} then 1 else 0 end")];
        return string.Create(CultureInfo.InvariantCulture,
            $"{Joined(ones, " + ")} {(counted.Holds ? ">=" : "<")} {counted.Count}");
    }

    private string Write(FilterNode.Leaf leaf)
    {
        SqlColumn column = columns[leaf.Fact];
        return leaf.Rule switch
        {
            NumberRule number => Number(number, column, leaf.Holds != (number.Operator == NumberOperator.NotEqual)),
            DateRule date => Date(date, column, leaf.Holds != (date.Operator == DateOperator.NotOn)),
            YesNoRule yesNo => Closed(column, $"{column.Text} = {Put(yesNo.Expected == leaf.Holds)}", leaf.Holds),
            TextRule text => In(column, [.. text.Values.Select(Put)], leaf.Holds == (text.Operator == TextOperator.AnyOf)),
            TextSetRule set => Set(set, column, leaf.Holds),
            KnownRule known when known.Fact is not ChoiceFact => known.Known == leaf.Holds ? Known(column) : Absent(column),
            _ => Level(leaf, column),
        };
    }

    private string Number(NumberRule rule, SqlColumn column, bool holds)
    {
        NumberRange<double> range = NumberRange.Of(rule);
        return column.Type switch
        {
            SqlColumnType.Whole => Range(NumberRange.Whole(range, long.MinValue, long.MaxValue), column, holds),
            // DuckDB casts a decimal to the column's own, and fails where it is too great; it has no index on ranges to lose.
            SqlColumnType.Amount when dialect != SqlDialect.DuckDb => Range(NumberRange.Decimals(range), column, holds),
            _ => Range(range, column, holds),
        };
    }

    private string Range<T>(NumberRange<T> range, SqlColumn column, bool holds)
        where T : struct, IComparable<T>
    {
        if (range.IsEmpty)
        {
            return holds ? False : True;
        }

        if (range.IsOne)
        {
            return Closed(column, $"{column.Text} {(holds ? "=" : "<>")} {Put(range.Low!.Value)}", holds);
        }

        var ends = new List<string>();
        if (range.Low is { } low)
        {
            ends.Add($"{column.Text} {(holds ? (range.HasLow ? ">=" : ">") : (range.HasLow ? "<" : "<="))} {Put(low)}");
        }

        if (range.High is { } high)
        {
            ends.Add($"{column.Text} {(holds ? (range.HasHigh ? "<=" : "<") : (range.HasHigh ? ">" : ">="))} {Put(high)}");
        }

        return Ends(column, ends, holds);
    }

    private string Date(DateRule rule, SqlColumn column, bool holds)
    {
        (LocalDate? from, LocalDate? before) = FilterPlan.DatesOf(rule, today);
        var ends = new List<string>();
        if (from is { } first)
        {
            ends.Add($"{column.Text} {(holds ? ">=" : "<")} {Put(column, first)}");
        }

        if (before is { } end)
        {
            ends.Add($"{column.Text} {(holds ? "<" : ">=")} {Put(column, end)}");
        }

        return Ends(column, ends, holds);
    }

    private string Put(SqlColumn column, LocalDate day)
    {
        if (dialect == SqlDialect.ClickHouse && (day < ClickHouseFirst || day > ClickHouseLast))
        {
            refusals.Add(SegmentMappingReasons.DateNotHeld.With(day, ClickHouseLast));
            return False;
        }

        if (column.Zone is { } zone)
        {
            Instant start = new ShopDays(zone).StartOf(ShopDays.NumberOf(day));
            return dialect == SqlDialect.DuckDb ? Put(start.ToDateTimeOffset()) : Put(start.ToDateTimeUtc());
        }

        return column.Type == SqlColumnType.Date ? Put(day.ToDateOnly()) : Put(day.ToDateTimeUnspecified());
    }

    private string Set(TextSetRule rule, SqlColumn column, bool leafHolds)
    {
        bool holds = leafHolds != (rule.Operator == TextSetOperator.NoneOf);
        bool all = rule.Operator == TextSetOperator.AllOf;
        if (rule.Values.IsEmpty)
        {
            return all ? (holds ? Known(column) : Absent(column)) : (holds ? False : True); // all of none are in every known set
        }

        string x = column.Text;
        string list = string.Join(", ", rule.Values.Select(Put));
        string has = dialect switch
        {
            SqlDialect.PostgreSql => $"{x} {(all ? "@>" : "&&")} array[{list}]::text[]",
            SqlDialect.DuckDb => $"{(all ? "list_has_all" : "list_has_any")}({x}, [{list}])",
            SqlDialect.Sqlite when all => string.Create(CultureInfo.InvariantCulture,
                $"(select count(distinct value) from json_each({x}) where value in ({list})) = {rule.Values.Length}"),
            SqlDialect.Sqlite => $"exists (select 1 from json_each({x}) where value in ({list}))",
            SqlDialect.ClickHouse => $"{(all ? "hasAll" : "hasAny")}({x}, [{list}])",
            _ => all ? $"size(array_except(array({list}), {x})) = 0" : $"exists({x}, e -> coalesce(e in ({list}), false))",
        };
        return Closed(column, holds ? has : $"not ({has})", holds);
    }

    private string Level(FilterNode.Leaf leaf, SqlColumn column)
    {
        var choice = (ChoiceFact)leaf.Fact;
        (bool isOpen, int[] places) = FilterPlan.LevelsOf(leaf);
        return In(
            column,
            [.. places.Select(place => column.Type == SqlColumnType.Place ? Put((long)place) : Put(choice.Levels[place].Name))],
            !isOpen);
    }

    // Lists are flat, whatever their length; a column of SQLite that compares otherwise is told to compare characters.
    private string In(SqlColumn column, string[] values, bool holds)
    {
        string x = dialect == SqlDialect.Sqlite && column.Type == SqlColumnType.Text ? column.Text + " collate binary" : column.Text;
        return values.Length == 0
            ? holds ? False : True
            : Closed(column, values.Length == 1
                ? $"{x} {(holds ? "=" : "<>")} {values[0]}"
                : $"{x} {(holds ? "" : "not ")}in ({string.Join(", ", values)})", holds);
    }

    private static string Ends(SqlColumn column, List<string> ends, bool holds) =>
        ends.Count == 0
            ? holds ? Known(column) : Absent(column)
            : $"({(holds ? Known(column) : Absent(column))} {(holds ? "and" : "or")} {string.Join(holds ? " and " : " or ", ends)})";

    // True needs a known value; the complement takes in the absent ones.
    private static string Closed(SqlColumn column, string value, bool holds) => Ends(column, [value], holds);

    private static string Known(SqlColumn column) => column.Known ?? column.Text + " is not null";

    private static string Absent(SqlColumn column) => column.Known is { } known ? $"not {known}" : column.Text + " is null";

    private string Fold(IEnumerable<string> parts, bool any)
    {
        int before = parameters.Count;
        var left = new List<string>();
        foreach (string part in parts)
        {
            if (part is not (True or False))
            {
                left.Add(part);
            }
            else if ((part is True) == any)
            {
                Forget(before);
                return part;
            }
        }

        return left.Count == 0 ? (any ? False : True) : Joined(left, any ? " or " : " and ");
    }

    // What was written is not needed: no database takes parameters that do not stand in the text.
    private void Forget(int before)
    {
        foreach (object value in parameters.Skip(before))
        {
            names.Remove(KeyOf(value));
        }

        parameters.RemoveRange(before, parameters.Count - before);
    }

    // An instant is equal to a wall clock's time, but a parameter of another type.
    private static object KeyOf(object value) => value is DateTime { Kind: DateTimeKind.Utc } time ? (time, time.Kind) : value;

    // Balanced and in brackets, because databases bound how deep a condition may be.
    private static string Joined(IReadOnlyList<string> parts, string between)
    {
        var text = new StringBuilder();
        Add(0, parts.Count);
        return text.ToString();

        void Add(int from, int count)
        {
            if (count == 1)
            {
                text.Append(parts[from]);
                return;
            }

            text.Append('(');
            Add(from, count / 2);
            text.Append(between);
            Add(from + (count / 2), count - (count / 2));
            text.Append(')');
        }
    }

    private string Put(object value)
    {
        object key = KeyOf(value);
        if (!names.TryGetValue(key, out string? name))
        {
            parameters.Add(value);
            string number = parameters.Count.ToString(CultureInfo.InvariantCulture);
            name = dialect switch
            {
                SqlDialect.PostgreSql or SqlDialect.DuckDb => "$" + number,
                SqlDialect.Sqlite => "@p" + number,
                SqlDialect.Spark => ":p" + number,
                _ => $"{{p{number}:{ClickHouseTypeOf(value)}}}",
            };
            names.Add(key, name);
        }

        return name;
    }

    private static string ClickHouseTypeOf(object value) => value switch
    {
        double => "Float64",
        long => "Int64",
        // It cuts off digits that a type does not hold: the wider one holds every decimal.
        decimal amount => amount.Scale <= 9 ? "Decimal(38, 9)" : "Decimal(76, 28)",
        bool => "Bool",
        DateOnly => "Date32",
        DateTime => "DateTime64(6, 'UTC')",
        _ => "String",
    };
}
