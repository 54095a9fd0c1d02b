using System.Buffers.Binary;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>One bit for each row of a column (行位图), as Arrow lays bitmaps out: the first row is the least significant bit of a
/// byte.</summary>
/// <remarks>It looks at the caller's memory and copies nothing. There is no equality and no ordering; the default value is
/// <see cref="All"/>.</remarks>
public readonly ref struct RowBits
{
    private const int ByteBits = 8;
    private const int WordBytes = ColumnKernel.RowsAWord / ByteBits;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly long firstBit;
    private readonly bool isBitmap;

    private RowBits(ReadOnlySpan<byte> bytes, long firstBit)
    {
        this.bytes = bytes;
        this.firstBit = firstBit;
        isBitmap = true;
    }

    /// <summary>The bit of every row is set, however many there are: what Arrow means where a column has no bitmap.</summary>
    public static RowBits All => default;

    /// <summary>The bits of a bitmap.</summary>
    /// <param name="bitmap">The bytes.</param>
    /// <param name="firstBit">The bit of the first row: Arrow's offset; 0 to the number of bits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first bit is negative or beyond the bitmap.</exception>
    public static RowBits From(ReadOnlySpan<byte> bitmap, int firstBit = 0) =>
        new(bitmap, Guard.Against.OutOfRange((long)firstBit, nameof(firstBit), 0, (long)bitmap.Length * ByteBits));

    /// <summary>The bits without those of the first rows.</summary>
    internal RowBits Skip(int rows) => isBitmap ? new(bytes, firstBit + rows) : this;

    /// <summary>The bits of 1 to 64 rows from one on, the first in the least significant place, all others 0.</summary>
    internal ulong Word(int row, int rows)
    {
        ulong asked = ulong.MaxValue >> (ColumnKernel.RowsAWord - rows);
        if (!isBitmap)
        {
            return asked;
        }

        long bit = firstBit + row;
        int shift = (int)(bit % ByteBits);
        ReadOnlySpan<byte> rest = bytes[(int)(bit / ByteBits)..];
        ulong word = (rest.Length >= WordBytes ? BinaryPrimitives.ReadUInt64LittleEndian(rest) : Ragged(rest)) >> shift;
        if (shift + rows > ColumnKernel.RowsAWord)
        {
            word |= (ulong)rest[WordBytes] << (ColumnKernel.RowsAWord - shift);
        }

        return word & asked;
    }

    /// <summary>Refuses a bitmap that has fewer rows than needed.</summary>
    internal void Check(int rows, string name)
    {
        if (isBitmap && (bytes.Length * (long)ByteBits) - firstBit is var given && given < rows)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{rows} rows need a bit each, but the bitmap has {given} from bit {firstBit} on."), name);
        }
    }

    private static ulong Ragged(ReadOnlySpan<byte> rest)
    {
        ulong word = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            word |= (ulong)rest[i] << (ByteBits * i);
        }

        return word;
    }
}
