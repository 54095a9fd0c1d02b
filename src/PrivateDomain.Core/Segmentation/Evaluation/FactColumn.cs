using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>The values of one fact for all rows of a table. The capacity is in whole words of 64 rows, and rows never written are absent.</summary>
internal abstract class FactColumn
{
    /// <summary>A column for a fact.</summary>
    internal static FactColumn For(Fact fact, int capacity) => fact switch
    {
        NumberFact number => new NumberColumn(number, capacity),
        DateFact date => new DateColumn(date, capacity),
        YesNoFact yesNo => new YesNoColumn(yesNo, capacity),
        TextFact text => new TextColumn(text, capacity),
        TextSetFact set => new TextSetColumn(set, capacity),
        _ => new ChoiceColumn((ChoiceFact)fact, capacity),
    };

    internal abstract void Grow(int capacity);

    internal abstract void Read(int row, FactValues values);

    /// <summary>Makes room, with the rows added absent.</summary>
    private protected static void Grow<T>(ref T[] cells, int capacity, T absent)
    {
        int before = cells.Length;
        Array.Resize(ref cells, capacity);
        cells.AsSpan(before).Fill(absent);
    }
}

/// <summary>Numbers; absent is NaN.</summary>
internal sealed class NumberColumn : FactColumn
{
    private readonly NumberFact fact;
    private double[] cells = [];

    internal NumberColumn(NumberFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal ReadOnlySpan<double> Cells => cells;

    internal override void Grow(int capacity) => Grow(ref cells, capacity, double.NaN);

    internal override void Read(int row, FactValues values) => Set(row, values.Number(fact));

    internal void Set(int row, double value) => cells[row] = double.IsFinite(value) ? value : double.NaN;
}

/// <summary>Whole numbers of which <see cref="int.MinValue"/> is absent: days since 1970, places of levels, codes of texts.</summary>
internal abstract class IntColumn : FactColumn
{
    internal const int Absent = int.MinValue;
    private int[] cells = [];

    internal ReadOnlySpan<int> Cells => cells;

    internal override void Grow(int capacity) => Grow(ref cells, capacity, Absent);

    internal void Set(int row, int? value) => cells[row] = value ?? Absent;
}

/// <summary>Dates, as days since 1970.</summary>
internal sealed class DateColumn : IntColumn
{
    private readonly DateFact fact;

    internal DateColumn(DateFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Date(fact) is { } date ? ShopDays.NumberOf(date) : null);
}

/// <summary>Places of levels.</summary>
internal sealed class ChoiceColumn : IntColumn
{
    private readonly ChoiceFact fact;

    internal ChoiceColumn(ChoiceFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Level(fact) is >= 0 and var place ? place : null);
}

/// <summary>Texts, as codes in the order of their first appearance.</summary>
internal sealed class TextColumn : IntColumn
{
    private readonly TextFact fact;
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    internal TextColumn(TextFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Text(fact));

    internal void Set(int row, string? text)
    {
        if (text is not null && !codes.ContainsKey(text))
        {
            codes.Add(text, codes.Count);
        }

        Set(row, text is null ? null : codes[text]);
    }

    /// <summary>The code of a text; null when no row ever had it.</summary>
    internal int? CodeOf(string text) => codes.TryGetValue(text, out int code) ? code : null;
}

/// <summary>Yes, no or absent, as two bits.</summary>
internal sealed class YesNoColumn : FactColumn
{
    private readonly YesNoFact fact;

    internal YesNoColumn(YesNoFact fact, int capacity)
    {
        this.fact = fact;
        Known = new BitColumn(capacity / ColumnKernel.RowsAWord);
        Yes = new BitColumn(capacity / ColumnKernel.RowsAWord);
    }

    internal BitColumn Known { get; }

    internal BitColumn Yes { get; }

    internal override void Grow(int capacity)
    {
        Known.Grow(capacity / ColumnKernel.RowsAWord);
        Yes.Grow(capacity / ColumnKernel.RowsAWord);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.YesNo(fact));

    internal void Set(int row, bool? value)
    {
        Known[row] = value is not null;
        Yes[row] = value == true;
    }
}

/// <summary>Sets of texts: one bit for each text that ever appeared, and one for whether the set is known.</summary>
internal sealed class TextSetColumn : FactColumn
{
    private readonly TextSetFact fact;
    private readonly Dictionary<string, BitColumn> texts = new(StringComparer.Ordinal);
    private int capacity;

    internal TextSetColumn(TextSetFact fact, int capacity)
    {
        this.fact = fact;
        this.capacity = capacity;
        Known = new BitColumn(capacity / ColumnKernel.RowsAWord);
    }

    internal BitColumn Known { get; }

    internal override void Grow(int capacity)
    {
        this.capacity = capacity;
        Known.Grow(capacity / ColumnKernel.RowsAWord);
        foreach (BitColumn text in texts.Values)
        {
            text.Grow(capacity / ColumnKernel.RowsAWord);
        }
    }

    internal override void Read(int row, FactValues values) => Set(row, values.TextSet(fact));

    internal void Set(int row, IEnumerable<string>? set)
    {
        if (Known[row])
        {
            foreach (BitColumn text in texts.Values)
            {
                text[row] = false;
            }
        }

        Known[row] = set is not null;
        foreach (string text in set ?? [])
        {
            if (!texts.TryGetValue(Guard.Against.Null(text, nameof(set)), out BitColumn? bits))
            {
                texts.Add(text, bits = new BitColumn(capacity / ColumnKernel.RowsAWord));
            }

            bits[row] = true;
        }
    }

    /// <summary>The rows that have a text; null when no row ever had it.</summary>
    internal BitColumn? Having(string text) => texts.GetValueOrDefault(text);
}
