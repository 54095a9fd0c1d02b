using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Dates, as days since 1970.</summary>
internal sealed class DateColumn : IntColumn
{
    private readonly DateFact fact;

    internal DateColumn(DateFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Date(fact), static date => ShopDays.NumberOf(date));
}
