using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <content>Columns as Arrow and Parquet have them: values, and a bit for each row that says whether it is known.</content>
public sealed partial class CustomerTable
{
    /// <summary>Writes numbers into rows that follow each other.</summary>
    /// <typeparam name="T">Any type of numbers; they become numbers of double precision.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">The numbers; any where not known.</param>
    /// <param name="known">Which of them are known; the others are absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, the bitmap is too short, or a number that is
    /// known is NaN or infinite; nothing is written.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for cells as wide as the numbers; nothing is written.</exception>
    public void Set<T>(NumberFact fact, int firstRow, ReadOnlySpan<T> values, RowBits known)
        where T : unmanaged, INumber<T>
    {
        NumberColumn column = ColumnOf<NumberColumn>(fact, firstRow, values.Length);
        known.Check(values.Length, nameof(known));
        column.Set(firstRow, values, known);
    }

    /// <summary>Writes dates into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="days">The dates as days since 1970-01-01, from −4,371,222 (−9998-01-01) to 2,932,896 (9999-12-31); any where not
    /// known.</param>
    /// <param name="known">Which of them are known; the others are absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, the bitmap is too short, or a day that is
    /// known is out of range; nothing is written.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for cells as wide as the days; nothing is written.</exception>
    public void Set(DateFact fact, int firstRow, ReadOnlySpan<int> days, RowBits known)
    {
        DateColumn column = ColumnOf<DateColumn>(fact, firstRow, days.Length);
        known.Check(days.Length, nameof(known));
        column.Set(firstRow, days, known);
    }

    /// <summary>Writes yes or no into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="rows">How many rows; 0 or more.</param>
    /// <param name="yes">Of which it is so; any where not known.</param>
    /// <param name="known">Of which it is known; the others are absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, or a bitmap is too short; nothing is
    /// written.</exception>
    public void Set(YesNoFact fact, int firstRow, int rows, RowBits yes, RowBits known)
    {
        YesNoColumn column = ColumnOf<YesNoColumn>(fact, firstRow, Guard.Against.Negative(rows));
        yes.Check(rows, nameof(yes));
        known.Check(rows, nameof(known));
        column.Set(firstRow, rows, yes, known);
    }

    /// <summary>Writes texts into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="codes">The text of each row, as its place in the dictionary; any number where not known.</param>
    /// <param name="dictionary">The texts; one may be there twice, or not be used.</param>
    /// <param name="known">Which of them are known; the others are absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, the bitmap is too short, a text is null, or
    /// a code that is known is outside the dictionary; nothing is written.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for cells as wide as the codes; nothing is written.</exception>
    public void Set(TextFact fact, int firstRow, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known)
    {
        TextColumn column = ColumnOf<TextColumn>(fact, firstRow, codes.Length);
        known.Check(codes.Length, nameof(known));
        column.Set(firstRow, codes, dictionary, known);
    }

    /// <summary>Writes levels into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="codes">The level of each row, as the place of its name in the dictionary; any number where not known.</param>
    /// <param name="dictionary">Names of levels, in any order; one may be there twice, and one that no row uses need not be one.</param>
    /// <param name="known">Which of them are known; the others are absent.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, the bitmap is too short, a name is null or,
    /// where a row uses it, none of a level, or a code that is known is outside the dictionary; nothing is written.</exception>
    public void Set(ChoiceFact fact, int firstRow, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known)
    {
        ChoiceColumn column = ColumnOf<ChoiceColumn>(fact, firstRow, codes.Length);
        known.Check(codes.Length, nameof(known));
        column.Set(firstRow, codes, dictionary, known);
    }

    /// <summary>Writes sets of texts into rows that follow each other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="offsets">Where the codes of each row begin, and one more at the end: never below the one before, nor above the number
    /// of codes. None at all are no rows.</param>
    /// <param name="codes">The texts of all rows, as places in the dictionary; one may be there twice. Any number where a row is not
    /// known.</param>
    /// <param name="dictionary">The texts; one may be there twice, or not be used.</param>
    /// <param name="known">Of which rows the set is known; the others are absent. A known one may be empty.</param>
    /// <exception cref="ArgumentException">The fact has no column, there are not so many rows, the bitmap is too short, an offset is out of
    /// range, a text is null, or a code of a row that is known is outside the dictionary; nothing is written.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for the bits of a new text; nothing is written.</exception>
    public void Set(
        TextSetFact fact, int firstRow, ReadOnlySpan<int> offsets, ReadOnlySpan<int> codes, ReadOnlySpan<string> dictionary, RowBits known)
    {
        int rows = Math.Max(0, offsets.Length - 1);
        TextSetColumn column = ColumnOf<TextSetColumn>(fact, firstRow, rows);
        known.Check(rows, nameof(known));
        column.Set(firstRow, offsets, codes, dictionary, known);
    }
}
