using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Sets of texts: one bit for each text that ever appeared, one for whether the set is known, and one for whether it is
/// folded.</summary>
internal sealed class TextSetColumn : FactColumn, ITextMarks
{
    private readonly TextSetFact fact;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<BitColumn> texts = []; // in the order of their first appearance
    private readonly List<string> names = []; // of each
    private readonly List<int> copied = []; // of each text, its place in the column it was copied into
    private int told; // the row whose texts are told

    internal TextSetColumn(TextSetFact fact, int capacity)
    {
        this.fact = fact;
        Known = new BitColumn(capacity / ColumnKernel.RowsAWord);
    }

    internal BitColumn Known { get; }

    /// <summary>The rows that are folded; null while none ever was.</summary>
    internal BitColumn? Folded { get; private set; }

    internal override void Grow(int capacity)
    {
        // The bit of "known" last: texts that appear are as long as it.
        Folded?.Grow(capacity / ColumnKernel.RowsAWord);
        foreach (BitColumn text in texts)
        {
            text.Grow(capacity / ColumnKernel.RowsAWord);
        }

        Known.Grow(capacity / ColumnKernel.RowsAWord);
    }

    internal override void Read(int row, FactValues values)
    {
        if (values.TellerOf(fact) is { } teller)
        {
            Set(row, []);
            told = row;
            fact.Tell!(teller, this);
            return;
        }

        FactReading<ImmutableSortedSet<string>> found = values.TextSet(fact);
        if (found.IsFolded)
        {
            SetFolded(row);
        }
        else
        {
            Set(row, found.Value);
        }
    }

    public void Mark(string text, bool isIn)
    {
        if (isIn)
        {
            texts[PlaceOf(text)].Include(told);
        }
        else if (places.TryGetValue(text, out int place))
        {
            texts[place][told] = false;
        }
    }

    internal override void Copy(FactColumn from, int firstRow, int rows)
    {
        var column = (TextSetColumn)from;
        for (int i = column.copied.Count; i < column.names.Count; i++)
        {
            column.copied.Add(PlaceOf(column.names[i]));
        }

        Known.Copy(column.Known, firstRow, rows);
        for (int i = 0; i < column.texts.Count; i++)
        {
            texts[column.copied[i]].Copy(column.texts[i], firstRow, rows);
        }
    }

    internal override void Clear(int firstRow, int rows)
    {
        Known.Clear(firstRow, rows);
        Folded?.Clear(firstRow, rows);
        foreach (BitColumn text in texts)
        {
            text.Clear(firstRow, rows);
        }
    }

    internal override void SetFolded(int row)
    {
        Set(row, null);
        Folded ??= new BitColumn(Known.Words.Length);
        (Known[row], Folded[row]) = (true, true); // "folded" is above "known", as infinity is above every number
        HasFolded = true;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="set">The texts, none of them null; null is absent.</param>
    internal void Set(int row, IReadOnlyCollection<string>? set)
    {
        if (Known[row])
        {
            foreach (BitColumn text in texts)
            {
                text[row] = false;
            }
        }

        if (Folded is { } folded)
        {
            folded[row] = false;
        }

        Known[row] = set is not null;
        foreach (string text in set ?? [])
        {
            texts[PlaceOf(text)][row] = true;
        }
    }

    /// <summary>The rows that have a text; null when no row ever had it.</summary>
    internal BitColumn? Having(string text) => places.TryGetValue(text, out int place) ? texts[place] : null;

    /// <summary>Writes sets of texts of a dictionary into rows that follow each other; where something is wrong, nothing is
    /// written.</summary>
    internal void Set(int firstRow, ReadOnlySpan<int> offsets, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known)
    {
        TextCodes.Check(dictionary);
        CheckOffsets(firstRow, offsets, codes.Length);
        int[] rented = ArrayPool<int>.Shared.Rent(dictionary.Length);
        try
        {
            Span<int> used = rented.AsSpan(0, dictionary.Length);
            Mark(firstRow, offsets, codes, known, used);
            for (int i = 0; i < used.Length; i++)
            {
                used[i] = used[i] == TextCodes.Used ? PlaceOf(dictionary[i]) : used[i];
            }

            Write(firstRow, offsets, codes, known, used);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private static void CheckOffsets(int firstRow, ReadOnlySpan<int> offsets, int codes)
    {
        int before = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] < before || offsets[i] > codes)
            {
                int row = firstRow + Math.Max(0, i - 1);
                throw new ArgumentOutOfRangeException(
                    nameof(offsets), offsets[i],
                    FormattableString.Invariant($"offsets[{i}], of row {row}, is not from {before} to {codes}, the number of codes."));
            }

            before = offsets[i];
        }
    }

    private static void Mark(
        int firstRow, ReadOnlySpan<int> offsets, ReadOnlySpan<int> codes, RowBits known, Span<int> texts)
    {
        texts.Fill(TextCodes.Unused);
        for (int row = 0; row < offsets.Length - 1; row += ColumnKernel.RowsAWord)
        {
            for (ulong left = KnownRows(row, offsets.Length - 1, known); left != 0; left &= left - 1)
            {
                int one = row + BitOperations.TrailingZeroCount(left);
                for (int i = offsets[one]; i < offsets[one + 1]; i++)
                {
                    if (unchecked((uint)codes[i] >= (uint)texts.Length))
                    {
                        throw TextCodes.Outside(nameof(codes), i, codes[i], firstRow + one, texts.Length);
                    }

                    texts[codes[i]] = TextCodes.Used;
                }
            }
        }
    }

    private void Write(
        int firstRow, ReadOnlySpan<int> offsets, ReadOnlySpan<int> codes, RowBits known, ReadOnlySpan<int> textPlaces)
    {
        int rows = Math.Max(0, offsets.Length - 1);
        Span<BitColumn> columns = CollectionsMarshal.AsSpan(texts);
        foreach (BitColumn column in columns)
        {
            column.Clear(firstRow, rows);
        }

        Folded?.Clear(firstRow, rows);
        Known.Set(firstRow, rows, known, RowBits.All);
        for (int row = 0; row < rows; row += ColumnKernel.RowsAWord)
        {
            for (ulong left = KnownRows(row, rows, known); left != 0; left &= left - 1)
            {
                int one = row + BitOperations.TrailingZeroCount(left);
                foreach (int code in codes[offsets[one]..offsets[one + 1]])
                {
                    columns[textPlaces[code]].Include(firstRow + one);
                }
            }
        }
    }

    // Of at most 64 rows from one on, those that are known.
    private static ulong KnownRows(int row, int rows, RowBits known) => known.Word(row, Math.Min(ColumnKernel.RowsAWord, rows - row));

    private int PlaceOf(string text)
    {
        if (!places.TryGetValue(text, out int place))
        {
            place = texts.Count;
            texts.Add(new BitColumn(Known.Words.Length));
            names.Add(text);
            places.Add(text, place);
        }

        return place;
    }
}
