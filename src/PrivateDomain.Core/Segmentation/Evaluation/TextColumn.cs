namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Texts, as codes in the order of their first appearance.</summary>
internal sealed class TextColumn : CodedColumn
{
    private readonly TextFact fact;
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> texts = []; // of each code
    private readonly Func<string, int> code;
    private readonly List<int> copied = []; // of each code, that of the column it was copied into

    internal TextColumn(TextFact fact, int capacity)
    {
        this.fact = fact;
        code = Code;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Text(fact), code);

    internal override void Copy(FactColumn from, int firstRow, int rows)
    {
        var column = (TextColumn)from;
        for (int i = column.copied.Count; i < column.texts.Count; i++)
        {
            column.copied.Add(Code(column.texts[i]));
        }

        for (int row = 0; row < rows; row++)
        {
            if (column.Cells.At(row) is var cell && cell is not (Absent or Folded))
            {
                Cells.Set(firstRow + row, column.copied[cell]);
            }
        }
    }

    internal void Set(int row, string? text) => Set(row, text is null ? null : Code(text));

    /// <summary>The code of a text; null when no row ever had it.</summary>
    internal int? CodeOf(string text) => codes.TryGetValue(text, out int known) ? known : null;

    private protected override int? PlaceOf(string text) => Code(text);

    private int Code(string text)
    {
        if (!codes.TryGetValue(text, out int known))
        {
            known = codes.Count;
            codes.Add(text, known);
            texts.Add(text);
        }

        return known;
    }
}
