using System.Numerics;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Products;

/// <summary>A flag by which a kernel is compiled twice.</summary>
internal interface IFitFlag
{
    static abstract bool On { get; }
}

/// <summary>Columns of products in blocks: which kernel, on how many threads, until when.</summary>
internal static class FitBatch
{
    /// <summary>Rows a block, a whole number of turns of every kernel: cancellation and progress come between blocks.</summary>
    internal const int Block = 1 << 16;

    /// <summary>From so many rows on figures are fetched ahead and scores are written past the caches: 21 MB, of which 4 MiB are
    /// scores.</summary>
    internal const int FarRows = 1 << 20;

    private const int CacheLine = 64;

    /// <summary>Scores all rows, block by block.</summary>
    internal static void Score(
        FitTable table, FitColumns columns, int rows, int threads, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        // Blocks begin where the scores begin a cache line, where that counts: only the first begins raggedly, and only the last ends so.
        int head = rows < FarRows ? 0 : RowsToCacheLine(columns);
        int blocks = Math.Max(1, (rows - head + Block - 1) / Block);
        if (threads == 1 || blocks == 1)
        {
            for (int block = 0; block < blocks; block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Score(table, columns, rows, head, block);
                progress?.Report(Math.Min(rows, head + ((block + 1L) * Block)));
            }

            return;
        }

        InParallel(table, columns, rows, head, blocks, threads, progress, cancellationToken);
    }

    /// <summary>Scores rows with the kernel of the machine.</summary>
    /// <param name="table">The coefficients.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row behind the last.</param>
    /// <param name="far">Whether the columns exceed the caches; the first row's score begins a cache line then.</param>
    internal static void Score(FitTable table, FitColumns columns, nint from, nint to, bool far)
    {
        nint rest = (to - from) % Turn;
        Turns(table, columns, from, to - rest, far);
        Tail(table, columns, from, to, rest);
    }

    /// <summary>Whole turns with vectors of 512 bits.</summary>
    internal static void ScoreWide(FitTable table, FitColumns columns, nint from, nint to, bool isShort, bool far)
    {
        switch (isShort, far)
        {
            case (true, true):
                FitKernel512.Score<On, On>(table, columns, from, to);
                break;
            case (true, false):
                FitKernel512.Score<On, Off>(table, columns, from, to);
                break;
            case (false, true):
                FitKernel512.Score<Off, On>(table, columns, from, to);
                break;
            default:
                FitKernel512.Score<Off, Off>(table, columns, from, to);
                break;
        }
    }

    /// <summary>Whole turns with the vectors there are.</summary>
    internal static void ScoreAnyWidth(FitTable table, FitColumns columns, nint from, nint to, bool isShort, bool far)
    {
        switch (isShort, far)
        {
            case (true, true):
                FitKernelAnyWidth.Score<On, On>(table, columns, from, to);
                break;
            case (true, false):
                FitKernelAnyWidth.Score<On, Off>(table, columns, from, to);
                break;
            case (false, true):
                FitKernelAnyWidth.Score<Off, On>(table, columns, from, to);
                break;
            default:
                FitKernelAnyWidth.Score<Off, Off>(table, columns, from, to);
                break;
        }
    }

    private static void InParallel(
        FitTable table, FitColumns columns, int rows, int head, int blocks, int threads,
        IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, blocks, options, block =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            Score(table, columns, rows, head, block);
            long scored = Math.Min(rows, head + ((block + 1L) * Block)) - (block == 0 ? 0 : head + ((long)block * Block));
            long sum = Interlocked.Add(ref done, scored);
            progress?.Report(sum);
        });
    }

    private static void Score(FitTable table, FitColumns columns, int rows, int head, int block)
    {
        bool far = rows >= FarRows && BeginsCacheLine(columns, head);
        long from = head + ((long)block * Block);
        long to = Math.Min(rows, from + Block);
        if (block == 0)
        {
            Head(table, columns, head, (nint)to);
        }

        Score(table, columns, (nint)from, (nint)to, far);
    }

    private static nint Turn =>
        Vector512.IsHardwareAccelerated ? FitKernel512.Turn : Vector.IsHardwareAccelerated ? FitKernelAnyWidth.Turn : int.MaxValue;

    // The rows before the first cache line. Whole turns reach over them where there are enough rows, and what follows scores these
    // again, to the same values.
    private static void Head(FitTable table, FitColumns columns, nint rows, nint to)
    {
        nint reached = (rows + Turn - 1) / Turn * Turn;
        if (reached <= to)
        {
            Turns(table, columns, 0, reached, far: false);
        }
        else
        {
            columns.ScoreRows(table, 0, rows);
        }
    }

    // The rows behind the last whole turn, likewise.
    private static void Tail(FitTable table, FitColumns columns, nint from, nint to, nint rows)
    {
        if (rows > 0 && to - from >= Turn)
        {
            Turns(table, columns, to - Turn, to, far: false);
        }
        else
        {
            columns.ScoreRows(table, to - rows, to);
        }
    }

    private static void Turns(FitTable table, FitColumns columns, nint from, nint to, bool far)
    {
        if (from == to)
        {
            return;
        }

        bool isShort = table.Terms == FitTable.TermsATurn;
        if (Vector512.IsHardwareAccelerated)
        {
            ScoreWide(table, columns, from, to, isShort, far);
        }
        else
        {
            ScoreAnyWidth(table, columns, from, to, isShort, far);
        }
    }

    private static unsafe int RowsToCacheLine(FitColumns columns) =>
        (int)((CacheLine - ((nuint)columns.Scores % CacheLine)) % CacheLine) / sizeof(float);

    // Always, but for a caller's own memory that does not stand at a multiple of four bytes.
    private static unsafe bool BeginsCacheLine(FitColumns columns, int head) => (nuint)(columns.Scores + head) % CacheLine == 0;

    private readonly struct On : IFitFlag
    {
        static bool IFitFlag.On => true;
    }

    private readonly struct Off : IFitFlag
    {
        static bool IFitFlag.On => false;
    }
}
