namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Whole numbers of which, among wide cells, the least is absent and the greatest folded: days since 1970, places of levels, codes
/// of texts.</summary>
internal abstract class IntColumn : FactColumn
{
    internal const int Absent = int.MinValue;
    internal const int Folded = int.MaxValue;

    internal CellStore<int> Cells { get; } = new(Absent, Folded);

    internal override void Grow(int capacity) => Cells.Grow(capacity);

    internal override void Copy(FactColumn from, int firstRow, int rows)
    {
        Cells.Copy(((IntColumn)from).Cells, firstRow, rows);
        HasFolded |= from.HasFolded;
    }

    internal override void Clear(int firstRow, int rows) => Cells.Clear(firstRow, rows);

    internal override void SetFolded(int row)
    {
        Cells.SetFolded(row);
        HasFolded = true;
    }

    internal void Set(int row, int? value)
    {
        if (value is { } known)
        {
            Cells.Set(row, known);
        }
        else
        {
            Cells.SetAbsent(row);
        }
    }

    private protected void Set<T>(int row, FactReading<T> found, Func<T, int> number)
    {
        if (found.IsFolded)
        {
            SetFolded(row);
        }
        else
        {
            Set(row, found.IsKnown ? number(found.Value!) : null);
        }
    }
}
