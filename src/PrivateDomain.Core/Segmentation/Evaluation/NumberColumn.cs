namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Numbers; among wide cells absent is NaN, folded is positive infinity.</summary>
internal sealed class NumberColumn : FactColumn
{
    private readonly NumberFact fact;

    internal NumberColumn(NumberFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal CellStore<double> Cells { get; } = new(double.NaN, double.PositiveInfinity);

    internal override void Grow(int capacity) => Cells.Grow(capacity);

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
        Cells.SetFolded(row);
        HasFolded = true;
    }

    internal void Set(int row, double value)
    {
        if (double.IsFinite(value))
        {
            Cells.Set(row, value);
        }
        else
        {
            Cells.SetAbsent(row);
        }
    }
}
