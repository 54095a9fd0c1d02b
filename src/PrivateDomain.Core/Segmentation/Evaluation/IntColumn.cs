namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Whole numbers of which the least is absent and the greatest folded: days since 1970, places of levels, codes of
/// texts.</summary>
internal abstract class IntColumn : FactColumn
{
    internal const int Absent = int.MinValue;
    internal const int Folded = int.MaxValue;
    private int[] cells = [];

    internal ReadOnlySpan<int> Cells => cells;

    internal override void Grow(int capacity) => Grow(ref cells, capacity, Absent);

    internal override void SetFolded(int row)
    {
        cells[row] = Folded;
        HasFolded = true;
    }

    internal void Set(int row, int? value) => cells[row] = value ?? Absent;

    private protected void Set<T>(int row, FactReading<T> found, Func<T, int> number)
    {
        if (found.IsFolded)
        {
            SetFolded(row);
        }
        else
        {
            cells[row] = found.IsKnown ? number(found.Value!) : Absent;
        }
    }
}
