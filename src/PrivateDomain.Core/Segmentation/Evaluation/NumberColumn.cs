using System.Globalization;
using System.Numerics;

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

    internal override void Copy(FactColumn from, int firstRow, int rows)
    {
        Cells.Copy(((NumberColumn)from).Cells, firstRow, rows);
        HasFolded |= from.HasFolded;
    }

    internal override void Clear(int firstRow, int rows) => Cells.Clear(firstRow, rows);

    internal override void SetFolded(int row)
    {
        Cells.SetFolded(row);
        HasFolded = true;
    }

    /// <summary>Writes numbers into rows that follow each other; where one is not finite, nothing is written.</summary>
    internal void Set<T>(int firstRow, ReadOnlySpan<T> values, RowBits known)
        where T : unmanaged, INumber<T>
    {
        int wrong = KnownValues.FirstNot(values, known, default(KnownValues.IsFinite<T>));
        if (wrong >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(values), values[wrong].ToString(null, CultureInfo.InvariantCulture),
                FormattableString.Invariant($"values[{wrong}], of row {firstRow + wrong}, is known and must be finite."));
        }

        Cells.Set(firstRow, values, known);
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
