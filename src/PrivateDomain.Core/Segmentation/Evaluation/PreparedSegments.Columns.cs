using System.Runtime.InteropServices;

namespace PrivateDomain.Core.Segmentation.Evaluation;

public sealed partial class PreparedSegments
{
    /// <summary>In which segments the customers of a table are, all segments in one pass: every column is read once, and what rules share is worked out once.</summary>
    /// <remarks>With one thread it runs on the caller's. The table must not be written meanwhile.</remarks>
    /// <param name="table">The customers, of the same day.</param>
    /// <param name="threads">How many threads may work at a time; 1 or more.</param>
    /// <exception cref="ArgumentNullException">There is no table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no threads.</exception>
    /// <exception cref="ArgumentException">The table is of another day, or lacks columns for facts that the rules ask for; all of them are named.</exception>
    public SegmentMembership Evaluate(CustomerTable table, int threads = 1)
    {
        Guard.Against.NegativeOrZero(threads);
        if (Guard.Against.Null(table).Today != Today)
        {
            throw new ArgumentException(FormattableString.Invariant($"The set is prepared for {Today:yyyy-MM-dd}, but the table is of {table.Today:yyyy-MM-dd}."), nameof(table));
        }

        Fact[] missing = [.. FactsUsed.Where(fact => table.ColumnOf(fact) is null)];
        if (missing.Length > 0)
        {
            throw new ArgumentException($"The rules ask for facts that have no column: {string.Join(", ", missing.AsEnumerable())}.", nameof(table));
        }

        var run = new ColumnRun(lowered, table, Set.IsExclusive);
        int parts = Math.Min(threads, run.BlockCount);
        if (parts <= 1)
        {
            run.Run(0, run.BlockCount);
        }
        else
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
                run.Run((int)((long)run.BlockCount * part / parts), (int)((long)run.BlockCount * (part + 1) / parts)));
        }

        return new SegmentMembership(Set, table.Count, [.. run.Output.Select(ImmutableCollectionsMarshal.AsImmutableArray)]);
    }
}
