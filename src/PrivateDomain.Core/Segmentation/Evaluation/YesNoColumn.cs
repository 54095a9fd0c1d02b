namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Yes, no or absent, as two bits; folded is a third, beside both.</summary>
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

    /// <summary>The rows that are folded; null while none ever was.</summary>
    internal BitColumn? Folded { get; private set; }

    internal override void Grow(int capacity)
    {
        Known.Grow(capacity / ColumnKernel.RowsAWord);
        Yes.Grow(capacity / ColumnKernel.RowsAWord);
        Folded?.Grow(capacity / ColumnKernel.RowsAWord);
    }

    internal override void Read(int row, FactValues values)
    {
        FactReading<bool> found = values.YesNo(fact);
        if (found.IsFolded)
        {
            SetFolded(row);
        }
        else
        {
            Set(row, found.IsKnown ? found.Value : null);
        }
    }

    internal override void Copy(FactColumn from, int firstRow, int rows)
    {
        var column = (YesNoColumn)from;
        Known.Copy(column.Known, firstRow, rows);
        Yes.Copy(column.Yes, firstRow, rows);
        if (column.Folded is { } folded)
        {
            Folded ??= new BitColumn(Known.Words.Length);
            Folded.Copy(folded, firstRow, rows);
            HasFolded = true;
        }
    }

    internal override void Clear(int firstRow, int rows)
    {
        Known.Clear(firstRow, rows);
        Yes.Clear(firstRow, rows);
        Folded?.Clear(firstRow, rows);
    }

    internal override void SetFolded(int row)
    {
        // Above yes and no, as infinity is above numbers.
        Folded ??= new BitColumn(Known.Words.Length);
        (Known[row], Yes[row], Folded[row]) = (true, true, true);
        HasFolded = true;
    }

    /// <summary>Writes yes or no into rows that follow each other.</summary>
    internal void Set(int firstRow, int rows, RowBits yes, RowBits known)
    {
        Known.Set(firstRow, rows, known, RowBits.All);
        Yes.Set(firstRow, rows, yes, known);
        Folded?.Clear(firstRow, rows);
    }

    internal void Set(int row, bool? value)
    {
        Known[row] = value is not null;
        Yes[row] = value == true;
        if (Folded is { } folded)
        {
            folded[row] = false;
        }
    }
}
