using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <content>Rows from histories, many at a time.</content>
public sealed partial class CustomerTable
{
    /// <summary>Adds a row for each of many customers, with what their histories tell, and gives the number of the first. The same as
    /// <see cref="Append(FactValues)"/> of one after the other, but on several threads, and without allocating for each customer.</summary>
    /// <remarks>Facts that only the host knows are absent in the new rows: write their columns afterwards. With one thread it runs on the
    /// caller's. Nothing may read or write the table meanwhile; where the run is cancelled or fails, it is as it was.</remarks>
    /// <param name="histories">The histories; the order of the rows is theirs.</param>
    /// <param name="asOf">The instant of the facts, on the table's day.</param>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <param name="threads">How many threads may work at a time; 1 or more.</param>
    /// <param name="progress">Told, after each thousand rows or so, how many are done; never fewer than before. It is called on the threads
    /// that work, by one at a time; what it throws ends the run.</param>
    /// <param name="cancellation">Asked before each thousand rows or so.</param>
    /// <exception cref="ArgumentNullException">There are no histories, one of them is null, or there is no shop.</exception>
    /// <exception cref="ArgumentException">The instant is on another day of the shop than the table's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range, there are no threads, or there would be more than
    /// <see cref="RowsMax"/> rows.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for the rows.</exception>
    public int Append(
        IReadOnlyList<CustomerHistory> histories, Instant asOf, Shop shop, int threads = 1, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        int rows = Guard.Against.Null(histories).Count;
        for (int i = 0; i < rows; i++)
        {
            Guard.Against.Null(histories[i], nameof(histories));
        }

        CheckDay(asOf, Guard.Against.Null(shop));
        Guard.Against.NegativeOrZero(threads);
        cancellation.ThrowIfCancellationRequested();
        MakeRoom(rows);
        KeyValuePair<Fact, FactColumn>[] all = [.. columns];
        bool isDone = false;
        try
        {
            new TableFilling(histories, asOf, shop, all, Count, progress, cancellation).Run(threads);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                Array.ForEach(all, column => column.Value.Clear(Count, rows));
            }
        }

        Count += rows;
        return Count - rows;
    }

    private void CheckDay(Instant asOf, Shop shop)
    {
        var days = new ShopDays(shop.Zone);
        LocalDate day = ShopDays.DateOf(days.Of(CustomerEvent.CheckInstant(asOf)));
        if (day != Today)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The table is of {Today:yyyy-MM-dd}, but the instant is on {day:yyyy-MM-dd}."), nameof(asOf));
        }
    }
}
