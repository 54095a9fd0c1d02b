using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Sets of texts: one bit for each text that ever appeared, one for whether the set is known, and one for whether it is
/// folded.</summary>
internal sealed class TextSetColumn : FactColumn
{
    private readonly TextSetFact fact;
    private readonly Dictionary<string, BitColumn> texts = new(StringComparer.Ordinal);

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
        foreach (BitColumn text in texts.Values)
        {
            text.Grow(capacity / ColumnKernel.RowsAWord);
        }

        Known.Grow(capacity / ColumnKernel.RowsAWord);
    }

    internal override void Read(int row, FactValues values)
    {
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
            foreach (BitColumn text in texts.Values)
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
            if (!texts.TryGetValue(text, out BitColumn? bits))
            {
                texts.Add(text, bits = new BitColumn(Known.Words.Length));
            }

            bits[row] = true;
        }
    }

    /// <summary>The rows that have a text; null when no row ever had it.</summary>
    internal BitColumn? Having(string text) => texts.GetValueOrDefault(text);
}
