namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>The values of one fact for all rows of a table. The capacity is in whole words of 64 rows, and rows never written are
/// absent.</summary>
/// <remarks>Mutable; any number of threads may read it, or one may write. Growing never makes it smaller, and one that failed may be
/// repeated.</remarks>
internal abstract class FactColumn
{
    /// <summary>Whether a row was ever written as folded.</summary>
    internal bool HasFolded { get; private protected set; }

    /// <summary>A column for a fact.</summary>
    internal static FactColumn For(Fact fact, int capacity) => fact switch
    {
        NumberFact number => new NumberColumn(number, capacity),
        DateFact date => new DateColumn(date, capacity),
        YesNoFact yesNo => new YesNoColumn(yesNo, capacity),
        TextFact text => new TextColumn(text, capacity),
        TextSetFact set => new TextSetColumn(set, capacity),
        _ => new ChoiceColumn((ChoiceFact)fact, capacity),
    };

    internal abstract void Grow(int capacity);

    internal abstract void Read(int row, FactValues values);

    /// <summary>Writes the first rows of another column of the same fact into rows that are absent and follow each other. One column
    /// is always copied into the same other.</summary>
    internal abstract void Copy(FactColumn from, int firstRow, int rows);

    /// <summary>Makes rows that follow each other absent.</summary>
    internal abstract void Clear(int firstRow, int rows);

    /// <summary>Writes that the value of a row cannot be told any more.</summary>
    internal abstract void SetFolded(int row);

    /// <summary>Makes room, with the rows added absent.</summary>
    internal static void Grow<T>(ref T[] cells, int capacity, T absent)
    {
        int before = cells.Length;
        if (capacity > before)
        {
            Array.Resize(ref cells, capacity);
            cells.AsSpan(before).Fill(absent);
        }
    }
}
