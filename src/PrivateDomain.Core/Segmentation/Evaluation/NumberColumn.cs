namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Numbers; absent is NaN, folded is positive infinity.</summary>
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

    internal override void Read(int row, FactValues values)
    {
        FactReading<double> found = values.Number(fact);
        if (found.IsFolded)
        {
            SetFolded(row);
        }
        else
        {
            Set(row, found.IsKnown ? found.Value : double.NaN);
        }
    }

    internal override void SetFolded(int row)
    {
        cells[row] = double.PositiveInfinity;
        HasFolded = true;
    }

    internal void Set(int row, double value) => cells[row] = double.IsFinite(value) ? value : double.NaN;
}
