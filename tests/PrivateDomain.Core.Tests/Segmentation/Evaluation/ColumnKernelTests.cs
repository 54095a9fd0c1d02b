using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

[Kernel]
public sealed class ColumnKernelTests
{
    private static readonly double[] Odd =
    [
        double.NaN, 0.0, -0.0, double.Epsilon, -double.Epsilon, 1.0, double.BitIncrement(1.0), double.BitDecrement(1.0), double.MaxValue,
            double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, 90, 89.999999999999986,
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(64, 0)]
    [InlineData(64, 1)]
    [InlineData(128, 5)]
    [InlineData(8_192, 9)]
    [InlineData(8_256, 2)]
    public void AtLeast_AgreesWithThePlainForm_ToTheBit(int rows, int thresholds)
    {
        uint state = 7;
        double[] numbers = [.. Enumerable.Range(0, rows).Select(_ => Odd[Next() % Odd.Length])];
        double[] limits = [.. Enumerable.Range(0, thresholds).Select(_ => Odd[Next() % Odd.Length])];
        ulong[] words = new ulong[rows / 64 * thresholds];
        ulong[] plain = new ulong[words.Length];
        ColumnKernel.AtLeast(numbers, limits, words);
        ColumnKernel.AtLeastPlain(numbers, limits, plain);
        Assert.Equal(plain, words);

        int[] whole = [.. Enumerable.Range(0, rows).Select(_ => Whole())];
        int[] least = [.. Enumerable.Range(0, thresholds).Select(_ => Whole())];
        ColumnKernel.AtLeast(whole, least, words);
        ColumnKernel.AtLeastPlain(whole, least, plain);
        Assert.Equal(plain, words);

        int Whole() => (Next() % 6) switch { 0 => int.MinValue, 1 => int.MaxValue, 2 => int.MinValue + 1, var n => (int)n - 4 };

        uint Next() => unchecked(state = (state * 1664525) + 1013904223) >> 8;
    }

    [Fact]
    public void AtLeastPlain_SetsTheBitsOfTheRows()
    {
        double[] column = new double[64];
        column.AsSpan().Fill(double.NaN);
        (column[0], column[1], column[63]) = (2, 1.5, double.PositiveInfinity);
        ulong[] words = new ulong[2];
        ColumnKernel.AtLeastPlain<double>(column, [2, double.NegativeInfinity], words);
        Assert.Equal([0x8000_0000_0000_0001UL, 0x8000_0000_0000_0003UL], words);
    }

    [Fact]
    public void TooFewWords_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => ColumnKernel.AtLeast(new double[128], [1.0], new ulong[1]));
}
