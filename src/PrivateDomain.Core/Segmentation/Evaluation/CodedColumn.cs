using System.Buffers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Texts or names of levels, as whole numbers of the column's own.</summary>
internal abstract class CodedColumn : IntColumn
{
    private const int Block = 256;

    /// <summary>Writes texts of a dictionary into rows that follow each other; where something is wrong, nothing is written.</summary>
    internal void Set(int firstRow, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known)
    {
        TextCodes.Check(dictionary);
        TextCodes.Check(codes, known, dictionary.Length, firstRow);
        int[] rented = ArrayPool<int>.Shared.Rent(dictionary.Length);
        try
        {
            Span<int> places = rented.AsSpan(0, dictionary.Length);
            TextCodes.Mark(codes, known, places);
            int greatest = 0;
            for (int i = 0; i < places.Length; i++)
            {
                if (places[i] == TextCodes.Used)
                {
                    places[i] = PlaceOf(dictionary[i]) ?? throw NoPlace(firstRow, codes, dictionary, known, i);
                    greatest = Math.Max(greatest, places[i]);
                }
            }

            Cells.MakeRoomFor(greatest);
            Write(firstRow, codes, places, known);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    /// <summary>The number of a text, 0 or more; null where the fact cannot have it.</summary>
    private protected abstract int? PlaceOf(string text);

    private void Write(int firstRow, ReadOnlySpan<int> codes, ReadOnlySpan<int> places, RowBits known)
    {
        Span<int> block = stackalloc int[Block];
        for (int start = 0; start < codes.Length; start += Block)
        {
            ReadOnlySpan<int> some = codes.Slice(start, Math.Min(Block, codes.Length - start));
            for (int j = 0; j < some.Length; j++)
            {
                // What is not known may have any code.
                block[j] = unchecked((uint)some[j] < (uint)places.Length) ? places[some[j]] : 0;
            }

            Cells.Set(firstRow + start, (ReadOnlySpan<int>)block[..some.Length], known.Skip(start));
        }
    }

    private static ArgumentException NoPlace(
        int firstRow, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known, int code)
    {
        int row = 0;
        while (codes[row] != code || known.Word(row, 1) == 0)
        {
            row++;
        }

        return new ArgumentException(
            FormattableString.Invariant(
                $"dictionary[{code}], of row {firstRow + row}, is no level, but \"{Quoted.Of(dictionary[code])}\"."),
            nameof(dictionary));
    }
}
