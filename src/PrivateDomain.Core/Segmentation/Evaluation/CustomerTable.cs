using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>What is known of many customers on one day, in columns, for evaluating segments over all of them at once
/// (客户列存表).</summary>
/// <remarks>
/// <para>One column a fact, one row a customer; rows are added and rewritten, never removed. A row never written has every fact absent.
/// A column of numbers, dates, levels or texts takes 2 bytes a row as long as all its values are whole and fit; the first that is not makes
/// it one of 8 bytes (numbers) or 4, for good. Yes or no takes 2 bits, a set of texts 1 bit for each text that ever appeared and 1
/// more.</para>
/// <para>It is working memory, not a value: any number of threads may read it at a time, or one may write. Two tables are equal only when
/// they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// CustomerTable table = CustomerTable.From(prepared.FactsUsed, today);
/// foreach (CustomerFacts facts in everybody)
/// {
///     table.Append(FactValues.From(facts));
/// }
/// 
/// SegmentMembership members = prepared.Evaluate(table, threads: 2);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed partial class CustomerTable
{
    /// <summary>The greatest number of rows.</summary>
    public const int RowsMax = 2_000_000_000;

    private const int SmallestCapacity = 1_024;
    private readonly Dictionary<Fact, FactColumn> columns = [];
    private int capacity;

    /// <summary>A table whose columns are made as told.</summary>
    internal CustomerTable(ImmutableArray<Fact> facts, LocalDate today, int rows, Func<Fact, int, FactColumn> make)
    {
        Facts = facts;
        Today = today;
        capacity = RoundUp(rows);
        Count = rows;
        foreach (Fact fact in facts)
        {
            columns.Add(fact, make(fact, capacity));
        }
    }

    /// <summary>The facts that have a column, each once, in the order given.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The shop's date on which the rows hold.</summary>
    public LocalDate Today { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Makes a table.</summary>
    /// <param name="facts">The facts that get a column; see <see cref="PreparedSegments.FactsUsed"/> for those that segments need. One
    /// given twice counts once.</param>
    /// <param name="today">The shop's date on which the rows hold.</param>
    /// <param name="rows">How many rows it has from the start, every fact absent.</param>
    /// <exception cref="ArgumentNullException">The facts or one of them is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative or above <see cref="RowsMax"/>.</exception>
    public static CustomerTable From(IEnumerable<Fact> facts, LocalDate today, int rows = 0) => new(
        [.. Guard.Against.Null(facts).Select(static fact => Guard.Against.Null(fact, nameof(facts))).Distinct()],
        DateRule.CheckToday(today),
        Guard.Against.OutOfRange(rows, nameof(rows), 0, RowsMax),
        FactColumn.For);

    /// <summary>States that the rows hold on another date. Facts that depend on the date,
    /// such as counts in the last days, are the caller's to rewrite.</summary>
    /// <param name="today">The shop's date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public void MoveTo(LocalDate today) => Today = DateRule.CheckToday(today);

    /// <summary>Adds a row with what is known of a customer, and gives its number.</summary>
    /// <param name="values">What is known, on the table's day.</param>
    /// <exception cref="ArgumentNullException">There are no values.</exception>
    /// <exception cref="ArgumentException">The values are of another day.</exception>
    public int Append(FactValues values)
    {
        CheckDay(values);
        int row = AppendRows(1);
        Read(row, values);
        return row;
    }

    /// <summary>Adds rows with every fact absent, and gives the number of the first.</summary>
    /// <param name="rows">How many; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or there would be more than <see cref="RowsMax"/>
    /// rows.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for them; the table is as it was.</exception>
    public int AppendRows(int rows)
    {
        MakeRoom(rows);
        Count += rows;
        return Count - rows;
    }

    /// <summary>Rewrites a row with what is known of a customer; a fact that is not known becomes absent.</summary>
    /// <param name="row">The row.</param>
    /// <param name="values">What is known, on the table's day.</param>
    /// <exception cref="ArgumentNullException">There are no values.</exception>
    /// <exception cref="ArgumentException">The values are of another day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Update(int row, FactValues values)
    {
        CheckDay(values);
        CheckRows(row, 1);
        Read(row, values);
    }

    /// <summary>Writes numbers into rows that follow each other; NaN and infinities are absent.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">The numbers.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(NumberFact fact, int firstRow, ReadOnlySpan<double> values)
    {
        NumberColumn column = ColumnOf<NumberColumn>(fact, firstRow, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            column.Set(firstRow + i, values[i]);
        }
    }

    /// <summary>Writes dates into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">The ISO dates; null is absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(DateFact fact, int firstRow, ReadOnlySpan<LocalDate?> values)
    {
        DateColumn column = ColumnOf<DateColumn>(fact, firstRow, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            column.Set(firstRow + i, values[i] is { } date ? ShopDays.NumberOf(date) : null);
        }
    }

    /// <summary>Writes yes or no into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">Yes or no; null is absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(YesNoFact fact, int firstRow, ReadOnlySpan<bool?> values)
    {
        YesNoColumn column = ColumnOf<YesNoColumn>(fact, firstRow, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            column.Set(firstRow + i, values[i]);
        }
    }

    /// <summary>Writes texts into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">The texts; null is absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(TextFact fact, int firstRow, ReadOnlySpan<string?> values)
    {
        TextColumn column = ColumnOf<TextColumn>(fact, firstRow, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            column.Set(firstRow + i, values[i]);
        }
    }

    /// <summary>Writes sets of texts into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">The sets; null is absent, an empty one is known. They are read before anything is written.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(TextSetFact fact, int firstRow, ReadOnlySpan<IEnumerable<string>?> values)
    {
        TextSetColumn column = ColumnOf<TextSetColumn>(fact, firstRow, values.Length);
        var all = new string[]?[values.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = values[i]?.Select(static text => Guard.Against.Null(text, nameof(values))).ToArray();
        }

        for (int i = 0; i < all.Length; i++)
        {
            column.Set(firstRow + i, all[i]);
        }
    }

    /// <summary>Writes levels into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="places">The places of the levels, as <see cref="ChoiceFact.PlaceOf"/> gives them; any other number is absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void Set(ChoiceFact fact, int firstRow, ReadOnlySpan<int> places)
    {
        ChoiceColumn column = ColumnOf<ChoiceColumn>(fact, firstRow, places.Length);
        for (int i = 0; i < places.Length; i++)
        {
            column.Set(firstRow + i, places[i] >= 0 && places[i] < fact.Levels.Length ? places[i] : null);
        }
    }

    /// <summary>Writes that a fact cannot be told any more in rows that follow each other (已归并), because the host folded what would tell
    /// it; rules that depend on it are undecidable there.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="rows">How many rows; 0 or more.</param>
    /// <exception cref="ArgumentException">The fact has no column, or there are not so many rows.</exception>
    public void SetFolded(Fact fact, int firstRow, int rows)
    {
        FactColumn column = ColumnOf<FactColumn>(fact, firstRow, Guard.Against.Negative(rows));
        for (int i = 0; i < rows; i++)
        {
            column.SetFolded(firstRow + i);
        }
    }

    /// <summary>The column of a fact; null when there is none.</summary>
    internal FactColumn? ColumnOf(Fact fact) => columns.GetValueOrDefault(fact);

    private static int RoundUp(int rows) =>
        (Math.Max(rows, SmallestCapacity) + ColumnKernel.RowsAWord - 1) / ColumnKernel.RowsAWord * ColumnKernel.RowsAWord;

    private void MakeRoom(int rows)
    {
        int needed = Count + Guard.Against.OutOfRange(rows, nameof(rows), 0, RowsMax - Count);
        if (needed > capacity)
        {
            // Where memory does not suffice for a column, the table stays as it was; columns that grew are only longer than they need.
            int wanted = RoundUp((int)Math.Max(needed, Math.Min((long)RowsMax, capacity * 2L)));
            foreach (FactColumn column in columns.Values)
            {
                column.Grow(wanted);
            }

            capacity = wanted;
        }
    }

    private void Read(int row, FactValues values)
    {
        foreach (FactColumn column in columns.Values)
        {
            column.Read(row, values);
        }
    }

    private void CheckDay(FactValues values)
    {
        if (Guard.Against.Null(values).Today != Today)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The table is of {Today:yyyy-MM-dd}, but the values are of {values.Today:yyyy-MM-dd}."),
                    nameof(values));
        }
    }

    private T ColumnOf<T>(Fact fact, int firstRow, int rows)
        where T : FactColumn
    {
        CheckRows(firstRow, rows);
        return ColumnOf(Guard.Against.Null(fact)) as T
            ?? throw new ArgumentException(
                $"The table has no column for {fact.Name}; its facts are {Quoted.Of(string.Join(", ", Facts))}.", nameof(fact));
    }

    private void CheckRows(int firstRow, int rows, [CallerArgumentExpression(nameof(firstRow))] string name = "")
    {
        if (firstRow < 0 || firstRow > Count - rows)
        {
            throw new ArgumentOutOfRangeException(name, firstRow,
                FormattableString.Invariant($"The table has {Count} rows, but {rows} from there on are needed."));
        }
    }
}
