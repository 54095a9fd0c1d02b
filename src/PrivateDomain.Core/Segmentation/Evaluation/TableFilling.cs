using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Reads histories into rows of a table. A thread reads a block at a time into a small table of its own, with values that it uses
/// again and again, and then copies the block; so only copying is done by one at a time.</summary>
/// <param name="histories">The histories.</param>
/// <param name="asOf">The instant of their facts.</param>
/// <param name="shop">The shop of their facts.</param>
/// <param name="columns">The columns to fill.</param>
/// <param name="firstRow">The row of the first history; all rows are absent.</param>
/// <param name="progress">Told how many rows are done.</param>
/// <param name="cancellation">Asked before each block.</param>
internal sealed class TableFilling(
    IReadOnlyList<CustomerHistory> histories, Instant asOf, Shop shop, KeyValuePair<Fact, FactColumn>[] columns, int firstRow,
    IProgress<int>? progress, CancellationToken cancellation)
{
    private const int BlockRows = 1_024;
    private readonly RowProgress done = new(progress);
    private readonly Lock writing = new();
    private int next;

    internal void Run(int threads)
    {
        int blocks = (histories.Count + BlockRows - 1) / BlockRows;
        InParts.Run(Math.Min(threads, blocks), (_, hasFailed) => Run(blocks, hasFailed), cancellation);
    }

    private void Run(int blocks, Func<bool> hasFailed)
    {
        var values = FactValues.ToReadAnew(asOf, shop);
        FactColumn[] own = [.. columns.Select(static column => FactColumn.For(column.Key, BlockRows))];
        while (!hasFailed() && Interlocked.Increment(ref next) - 1 is var block && block < blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = block * BlockRows;
            int rows = Math.Min(BlockRows, histories.Count - first);
            Array.ForEach(own, static column => column.Clear(0, BlockRows));
            for (int row = 0; row < rows; row++)
            {
                values.ReadAnew(histories[first + row]);
                foreach (FactColumn column in own)
                {
                    column.Read(row, values);
                }
            }

            lock (writing)
            {
                for (int i = 0; i < own.Length; i++)
                {
                    columns[i].Value.Copy(own[i], firstRow + first, rows);
                }
            }

            done.Add(rows);
        }
    }
}
