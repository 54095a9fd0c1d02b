namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Texts told as places in a dictionary: what must be true of them, and which texts of the dictionary are used at all.</summary>
internal static class TextCodes
{
    /// <summary>What stands for a text that no row has.</summary>
    internal const int Unused = -1;

    /// <summary>What stands for a text that some row has, until its place in the column is known.</summary>
    internal const int Used = 0;

    /// <summary>Refuses a dictionary in which a text is null.</summary>
    internal static void Check(ReadOnlySpan<string> dictionary)
    {
        for (int i = 0; i < dictionary.Length; i++)
        {
            if (dictionary[i] is null)
            {
                throw new ArgumentException(FormattableString.Invariant($"dictionary[{i}] is null."), nameof(dictionary));
            }
        }
    }

    /// <summary>Refuses codes outside the dictionary.</summary>
    internal static void Check(ReadOnlySpan<int> codes, RowBits known, int texts, int firstRow)
    {
        int wrong = KnownValues.FirstNot(codes, known, new KnownValues.IsWithin(0, texts - 1));
        if (wrong >= 0)
        {
            throw Outside(nameof(codes), wrong, codes[wrong], firstRow + wrong, texts);
        }
    }

    /// <summary>Marks the texts that are used.</summary>
    internal static void Mark(ReadOnlySpan<int> codes, RowBits known, Span<int> texts)
    {
        texts.Fill(Unused);
        for (int i = 0; i < codes.Length; i += ColumnKernel.RowsAWord)
        {
            ReadOnlySpan<int> some = codes.Slice(i, Math.Min(ColumnKernel.RowsAWord, codes.Length - i));
            ulong word = known.Word(i, some.Length);
            for (int j = 0; j < some.Length; j++)
            {
                if (((word >> j) & 1) != 0)
                {
                    texts[some[j]] = Used;
                }
            }
        }
    }

    /// <summary>That a code is outside the dictionary.</summary>
    internal static ArgumentOutOfRangeException Outside(string name, int place, int code, int row, int texts) => new(
        name, code,
        FormattableString.Invariant($"{name}[{place}], of row {row}, is no place in the dictionary, which has {texts} texts."));
}
