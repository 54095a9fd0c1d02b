using System.Runtime.InteropServices;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Products;

/// <summary>Every kernel against the scalar specification, to the bit: kernels that this machine would not choose too.</summary>
[Kernel]
[Text]
public sealed unsafe class FitBatchTests
{
    private const int Longest = 257;
    private const int Guarded = 64; // floats and bytes on both sides of the outputs that nobody may write

    private static readonly float[] Odd =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue,
            float.MinValue, 0.5f,
    ];

    private delegate void Kernel(FitTable table, FitColumns columns, nint from, nint to, bool isShort, bool far);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void WholeTurns_OfEveryKernel_AreTheSpecification(bool isLong, bool far)
    {
        FitTable table = isLong ? FitTables.Long : FitTables.Default;
        foreach ((Kernel kernel, int turn) in new (
            Kernel, int)[] { (FitBatch.ScoreWide, FitKernel512.Turn), (FitBatch.ScoreAnyWidth, FitKernelAnyWidth.Turn) })
        {
            for (int turns = 1; turns * turn <= 256; turns++)
            {
                int rows = turns * turn;
                AssertSame(table, rows, (t, columns) => kernel(t, columns, 0, rows, !isLong, far));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_OfEveryLength_AreTheSpecification(bool far)
    {
        foreach (FitTable table in new[] { FitTables.Default, FitTables.Long })
        {
            for (int rows = 0; rows <= Longest; rows++)
            {
                int length = rows;
                AssertSame(table, rows, (t, columns) => FitBatch.Score(t, columns, 0, length, far));
            }
        }
    }

    [Theory]
    [InlineData(FitBatch.Block - 1, 1)]
    [InlineData(FitBatch.Block, 1)]
    [InlineData(FitBatch.Block + 1, 1)]
    [InlineData(FitBatch.Block + 1, 2)]
    [InlineData((2 * FitBatch.Block) + 33, 3)]
    [InlineData(FitBatch.FarRows - 1, 2)]
    [InlineData(FitBatch.FarRows, 1)]
    [InlineData(FitBatch.FarRows + 31, 2)]
    public void Blocks_AtTheirBorders_AreTheSpecification(int rows, int threads)
    {
        foreach (int shift in rows < FitBatch.FarRows ? [0] : new[] { 0, 4, 60 })
        {
            AssertSame(FitTables.Default, rows, (t, columns) =>
                FitBatch.Score(t, columns, rows, threads, null, CancellationToken.None), shift);
        }
    }

    [Fact]
    public void Scores_AtNoMultipleOfFourBytes_AreStillScored() => AssertSame(
        FitTables.Default, FitBatch.FarRows, (t, columns) =>
            FitBatch.Score(t, columns, FitBatch.FarRows, 1, null, CancellationToken.None), 2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Progress_TellsRowsAfterEachBlock_UpToAll(int threads)
    {
        const int Rows = (3 * FitBatch.Block) + 5;
        var told = new Told();
        AssertSame(FitTables.Default, Rows, (t, columns) => FitBatch.Score(t, columns, Rows, threads, told, CancellationToken.None));
        Assert.Equal(4, told.Rows.Count);
        Assert.Equal(Rows, told.Rows.Max());
        Assert.All(told.Rows, static rows => Assert.InRange(rows, 1, Rows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancellation_StopsBetweenBlocks(int threads)
    {
        const int Rows = 16 * FitBatch.Block;
        using var source = new CancellationTokenSource();
        var told = new Told(source.Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => AssertSame(
            FitTables.Default, Rows, (t, columns) => FitBatch.Score(t, columns, Rows, threads, told, source.Token)));
        Assert.InRange(told.Rows.Count, 1, threads); // each thread cancels when it has told of its block
    }

    private static void AssertSame(FitTable table, int rows, Action<FitTable, FitColumns> score, int shift = 0)
    {
        nuint size = (nuint)((rows + (2 * Guarded)) * sizeof(float)) + 64;
        float* block = (float*)NativeMemory.AlignedAlloc(size, 64);
        byte* graded = (byte*)NativeMemory.AlignedAlloc(size, 64);
        float[][] figures = [Column(rows, 1, 480f), Column(rows, 2, 1.2f), Column(rows, 3, 1.2f), Column(rows, 4, 1.2f)];
        try
        {
            new Span<byte>(block, (int)size).Fill(0xCD);
            new Span<byte>(graded, (int)size).Fill(0xCD);
            float* scores = (float*)((byte*)(block + Guarded) + shift);
            byte* grades = graded + Guarded;
            fixed (float* t = figures[0], r = figures[1], l = figures[2], b = figures[3])
            {
                score(table, new FitColumns(t, r, l, b, scores, grades));
            }

            for (int row = 0; row < rows; row++)
            {
                float expected = FitKernel.ScoreOne(
                    table, new FitRow(figures[0][row], figures[1][row], figures[2][row], figures[3][row]), out _, out FitGrade grade);
                if (BitConverter.SingleToUInt32Bits(expected) != BitConverter.SingleToUInt32Bits(scores[row]) || (byte)grade != grades[row])
                {
                    Assert.Fail($"Row {row} of {rows}: {expected} {grade}, but it was {scores[row]} {(FitGrade)grades[row]}.");
                }
            }

            Assert.All(new Span<byte>(scores + rows, Guarded).ToArray(), static x => Assert.Equal(0xCD, x));
            Assert.All(new Span<byte>(scores - (Guarded / 2), Guarded).ToArray(), static x => Assert.Equal(0xCD, x));
            Assert.All(new Span<byte>(grades + rows, Guarded).ToArray(), static x => Assert.Equal(0xCD, x));
            Assert.All(new Span<byte>(graded, Guarded).ToArray(), static x => Assert.Equal(0xCD, x));
        }
        finally
        {
            NativeMemory.AlignedFree(block);
            NativeMemory.AlignedFree(graded);
        }
    }

    // Every seventh value is an odd one; the others spread over a little more than the curves.
    private static float[] Column(int rows, int seed, float most)
    {
        float[] column = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            uint mixed = unchecked((((uint)row * 2654435761u) ^ ((uint)seed * 40503u)) * 2246822519u);
            column[row] = mixed % 7 == 0 ? Odd[(mixed >> 8) % Odd.Length] : ((mixed >> 8) / (float)(1 << 24) * most) - (most / 12);
        }

        return column;
    }

    private sealed class Told(Action? then = null) : IProgress<long>
    {
        public System.Collections.Concurrent.ConcurrentBag<long> Rows { get; } = [];

        public void Report(long value)
        {
            Rows.Add(value);
            then?.Invoke();
        }
    }
}

/// <summary>Tables of the default curves and of long ones.</summary>
internal static class FitTables
{
    internal static FitTable Default { get; } = ProductFitPolicy.Default.Table;

    internal static FitTable Long { get; } = ProductFitPolicy.Create(new ProductFitOptions
    {
        Ticket = [.. Enumerable.Range(0, 11).Select(static i => new FitKnot((i * 0.3) - 0.6, (i % 3) / 3.0))],
        BarredUpTo = 0.2m,
    }).Table;
}
