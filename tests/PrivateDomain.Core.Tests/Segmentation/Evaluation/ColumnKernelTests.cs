using System.Numerics;
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
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(192)]
    [InlineData(256)]
    [InlineData(320)]
    [InlineData(8_128)]
    [InlineData(8_192)]
    [InlineData(8_256)]
    public void EveryWidth_AgreesWithThePlainForm_ToTheBit(int rows)
    {
        for (int limits = 0; limits < 10; limits++)
        {
            Random chance = Chance.From((rows * 10) + limits);
            Agrees(Numbers(rows), Numbers(limits));
            Agrees(Whole<int>(rows), Whole<int>(limits));
            Agrees(Whole<short>(rows), Whole<short>(limits));

            double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => Odd[chance.Next(Odd.Length)])];

            T[] Whole<T>(int count)
                where T : INumber<T>, IMinMaxValue<T> => [.. Enumerable.Range(0, count).Select(_ => chance.Next(6) switch
                {
                    0 => T.MinValue,
                    1 => T.MaxValue,
                    2 => T.MinValue + T.One,
                    3 => T.MaxValue - T.One,
                    _ => T.CreateChecked(chance.Next(7) - 3),
                })];
        }
    }

    private static void Agrees<T>(T[] column, T[] limits)
        where T : unmanaged, INumber<T>
    {
        ulong[] plain = [.. Enumerable.Repeat(7UL, (column.Length / 64 * limits.Length) + 1)];
        ulong[] words = [.. plain];
        foreach (int ahead in new[] { 0, 64 })
        {
            ColumnKernel.AtLeast<T>(column, limits, words, ahead);
            ColumnKernel.Plain<T, IsAtLeast>(column, limits, plain);
            Assert.Equal(plain, words);
        }

        ColumnKernel.EqualTo<T>(column, limits, words);
        ColumnKernel.Plain<T, IsEqual>(column, limits, plain);
        Assert.Equal(plain, words);
        Assert.Equal(7UL, words[^1]); // left alone
    }

    [Fact]
    public void Plain_SetsTheBitsOfTheRows()
    {
        double[] column = new double[64];
        column.AsSpan().Fill(double.NaN);
        (column[0], column[1], column[63]) = (2, 1.5, double.PositiveInfinity);
        ulong[] words = new ulong[2];
        ColumnKernel.Plain<double, IsAtLeast>(column, [2, double.NegativeInfinity], words);
        Assert.Equal([0x8000_0000_0000_0001UL, 0x8000_0000_0000_0003UL], words);
        ColumnKernel.Plain<double, IsEqual>(column, [1.5, double.NaN], words);
        Assert.Equal([0b10UL, 0UL], words);
    }

    [Fact]
    public void TooFewWords_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => ColumnKernel.AtLeast<double>(new double[128], [1.0], new ulong[1]));
}
