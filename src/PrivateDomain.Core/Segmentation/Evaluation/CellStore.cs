using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>The cells of a column of numbers: 16 bits each as long as every value is whole and fits, else as wide as the values. Which it
/// is changes no answer.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="absent">What stands for absent among wide cells.</param>
/// <param name="folded">What stands for folded among wide cells.</param>
internal sealed class CellStore<T>(T absent, T folded)
    where T : unmanaged, INumber<T>
{
    /// <summary>What stands for absent among narrow cells, below every value.</summary>
    internal const short NarrowAbsent = short.MinValue;

    /// <summary>What stands for folded among narrow cells, above every value.</summary>
    internal const short NarrowFolded = short.MaxValue;

    private static readonly T Least = T.CreateChecked(NarrowAbsent + 1);
    private static readonly T Greatest = T.CreateChecked(NarrowFolded - 1);

    private short[]? narrow = [];
    private T[] wide = [];

    /// <summary>Whether all cells are narrow. Once they are not they stay wide.</summary>
    internal bool IsNarrow => narrow is not null;

    /// <summary>The cells while they are narrow.</summary>
    internal ReadOnlySpan<short> Narrow => narrow;

    /// <summary>The cells once they are wide.</summary>
    internal ReadOnlySpan<T> Wide => wide;

    /// <summary>The narrow threshold that the same values reach.</summary>
    internal static short ToNarrow(double threshold) => (short)Math.Clamp(Math.Ceiling(threshold), NarrowAbsent + 1, NarrowFolded);

    /// <summary>Makes room, with the rows added absent.</summary>
    internal void Grow(int capacity)
    {
        if (narrow is not null)
        {
            FactColumn.Grow(ref narrow, capacity, NarrowAbsent);
        }
        else
        {
            FactColumn.Grow(ref wide, capacity, absent);
        }
    }

    /// <summary>Writes a value, neither absent nor folded.</summary>
    internal void Set(int row, T value)
    {
        if (narrow is not null)
        {
            if (IsNarrowValue(value))
            {
                narrow[row] = short.CreateTruncating(value);
                return;
            }

            Widen();
        }

        wide[row] = value;
    }

    /// <summary>Writes values into rows that follow each other, those that are not known as absent.</summary>
    internal void Set<TValue>(int firstRow, ReadOnlySpan<TValue> values, RowBits known)
        where TValue : unmanaged, INumber<TValue>
    {
        if (narrow is not null && KnownValues.FirstNot(values, known, default(IsNarrowed<TValue>)) >= 0)
        {
            Widen();
        }

        if (narrow is not null)
        {
            KnownValues.Write(values, known, narrow.AsSpan(firstRow, values.Length), NarrowAbsent);
        }
        else
        {
            KnownValues.Write(values, known, wide.AsSpan(firstRow, values.Length), absent);
        }
    }

    /// <summary>Makes cells wide that would not be narrow with this value.</summary>
    internal void MakeRoomFor(T value)
    {
        if (narrow is not null && !IsNarrowValue(value))
        {
            Widen();
        }
    }

    /// <summary>Writes the first cells of another store into rows that follow each other.</summary>
    internal void Copy(CellStore<T> from, int firstRow, int rows)
    {
        if (narrow is not null && !from.IsNarrow)
        {
            Widen();
        }

        if (narrow is not null)
        {
            from.Narrow[..rows].CopyTo(narrow.AsSpan(firstRow));
        }
        else if (from.IsNarrow)
        {
            Widen(from.Narrow[..rows], wide.AsSpan(firstRow));
        }
        else
        {
            from.Wide[..rows].CopyTo(wide.AsSpan(firstRow));
        }
    }

    /// <summary>Makes rows that follow each other absent.</summary>
    internal void Clear(int firstRow, int rows)
    {
        if (narrow is not null)
        {
            narrow.AsSpan(firstRow, rows).Fill(NarrowAbsent);
        }
        else
        {
            wide.AsSpan(firstRow, rows).Fill(absent);
        }
    }

    /// <summary>The value of a row as a wide cell has it.</summary>
    internal T At(int row) => narrow is not null ? WideOf(narrow[row]) : wide[row];

    internal void SetAbsent(int row)
    {
        if (narrow is not null)
        {
            narrow[row] = NarrowAbsent;
        }
        else
        {
            wide[row] = absent;
        }
    }

    internal void SetFolded(int row)
    {
        if (narrow is not null)
        {
            narrow[row] = NarrowFolded;
        }
        else
        {
            wide[row] = folded;
        }
    }

    private static bool IsNarrowValue(T value) => value >= Least & value <= Greatest && T.IsInteger(value);

    // Where memory does not suffice, the cells stay as they were.
    private void Widen()
    {
        var cells = new T[narrow!.Length];
        Widen(narrow, cells);
        (wide, narrow) = (cells, null);
    }

    private void Widen(ReadOnlySpan<short> from, Span<T> cells)
    {
        for (int row = 0; row < from.Length; row++)
        {
            cells[row] = WideOf(from[row]);
        }
    }

    private T WideOf(short cell) => cell switch
    {
        NarrowAbsent => absent,
        NarrowFolded => folded,
        _ => T.CreateTruncating(cell),
    };

    /// <summary>A value that a narrow cell holds.</summary>
    private readonly struct IsNarrowed<TValue> : KnownValues.ICondition<TValue>
        where TValue : unmanaged, INumber<TValue>
    {
        public bool Holds(TValue value) => IsNarrowValue(T.CreateTruncating(value));
    }
}
