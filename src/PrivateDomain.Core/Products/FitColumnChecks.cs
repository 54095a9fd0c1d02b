using System.Runtime.InteropServices;

namespace PrivateDomain.Core.Products;

/// <summary>The checks of columns, before the kernel reads them unchecked.</summary>
internal static class FitColumnChecks
{
    /// <summary>Refuses a column of another length than the scores, or one that shares memory with an output.</summary>
    internal static void Check(ReadOnlySpan<float> column, ReadOnlySpan<float> scores, ReadOnlySpan<FitGrade> grades, string name)
    {
        if (column.Length != scores.Length)
        {
            throw new ArgumentException($"The column needs {scores.Length} rows like the scores, but it has {column.Length}.", name);
        }

        if (column.Overlaps(scores) || MemoryMarshal.AsBytes(column).Overlaps(MemoryMarshal.AsBytes(grades)))
        {
            throw new ArgumentException($"The column must not share memory with the scores or grades, but its {column.Length} rows do.", name);
        }
    }

    /// <summary>Refuses outputs of different lengths, or which share memory.</summary>
    internal static void Check(ReadOnlySpan<float> scores, ReadOnlySpan<FitGrade> grades)
    {
        if (grades.Length != scores.Length)
        {
            throw new ArgumentException($"The column needs {scores.Length} rows like the scores, but it has {grades.Length}.", nameof(grades));
        }

        if (MemoryMarshal.AsBytes(scores).Overlaps(MemoryMarshal.AsBytes(grades)))
        {
            throw new ArgumentException($"The grades must not share memory with the scores, but their {grades.Length} rows do.", nameof(grades));
        }
    }
}
