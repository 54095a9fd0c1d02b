using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Dates, as days since 1970.</summary>
internal sealed class DateColumn : IntColumn
{
    private static readonly int First = ShopDays.NumberOf(LocalDate.MinIsoValue);
    private static readonly int Last = ShopDays.NumberOf(LocalDate.MaxIsoValue);
    private readonly DateFact fact;

    internal DateColumn(DateFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Date(fact), static date => ShopDays.NumberOf(date));

    /// <summary>Writes days into rows that follow each other; where one is no day of the calendar, nothing is written.</summary>
    internal void Set(int firstRow, ReadOnlySpan<int> days, RowBits known)
    {
        int wrong = KnownValues.FirstNot(days, known, new KnownValues.IsWithin(First, Last));
        if (wrong >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(days), days[wrong],
                FormattableString.Invariant(
                    $"days[{wrong}], of row {firstRow + wrong}, is not from {First} to {Last} days after 1970-01-01."));
        }

        Cells.Set(firstRow, days, known);
    }
}
