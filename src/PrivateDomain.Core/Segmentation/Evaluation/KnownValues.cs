using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Goes through the known ones of many values, 64 at a time and without a branch a value.</summary>
internal static class KnownValues
{
    /// <summary>The place of the first known value for which a condition does not hold; −1 when there is none.</summary>
    internal static int FirstNot<T, TCondition>(ReadOnlySpan<T> values, RowBits known, TCondition condition)
        where TCondition : struct, ICondition<T>
    {
        for (int i = 0; i < values.Length; i += ColumnKernel.RowsAWord)
        {
            ReadOnlySpan<T> some = values.Slice(i, Math.Min(ColumnKernel.RowsAWord, values.Length - i));
            ulong word = known.Word(i, some.Length);
            bool holds = true;
            for (int j = 0; j < some.Length; j++)
            {
                holds &= condition.Holds(some[j]) | ((word >> j) & 1) == 0;
            }

            for (int j = 0; !holds && j < some.Length; j++)
            {
                if (((word >> j) & 1) != 0 && !condition.Holds(some[j]))
                {
                    return i + j;
                }
            }
        }

        return -1;
    }

    /// <summary>Writes values into cells of another type that all known ones fit into.</summary>
    internal static void Write<T, TCell>(ReadOnlySpan<T> values, RowBits known, Span<TCell> cells, TCell absent)
        where T : unmanaged, INumber<T>
        where TCell : unmanaged, INumber<TCell>
    {
        for (int i = 0; i < values.Length; i += ColumnKernel.RowsAWord)
        {
            ReadOnlySpan<T> some = values.Slice(i, Math.Min(ColumnKernel.RowsAWord, values.Length - i));
            Span<TCell> into = cells.Slice(i, some.Length);
            ulong word = known.Word(i, some.Length);
            if (word == ulong.MaxValue >> (ColumnKernel.RowsAWord - some.Length))
            {
                for (int j = 0; j < some.Length; j++)
                {
                    into[j] = TCell.CreateTruncating(some[j]);
                }

                continue;
            }

            for (int j = 0; j < some.Length; j++)
            {
                TCell cell = TCell.CreateTruncating(some[j]);
                into[j] = ((word >> j) & 1) != 0 ? cell : absent;
            }
        }
    }

    /// <summary>What may be asked of a value.</summary>
    internal interface ICondition<T>
    {
        bool Holds(T value);
    }

    /// <summary>A number, and not an infinite one.</summary>
    internal readonly struct IsFinite<T> : ICondition<T>
        where T : unmanaged, INumber<T>
    {
        public bool Holds(T value) => T.IsFinite(value);
    }

    /// <summary>A whole number within a range, both ends included.</summary>
    internal readonly struct IsWithin(int least, int greatest) : ICondition<int>
    {
        public bool Holds(int value) => value >= least & value <= greatest;
    }
}
