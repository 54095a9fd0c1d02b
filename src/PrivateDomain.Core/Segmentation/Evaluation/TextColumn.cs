namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Texts, as codes in the order of their first appearance.</summary>
internal sealed class TextColumn : CodedColumn
{
    private readonly TextFact fact;
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    internal TextColumn(TextFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Text(fact), Code);

    internal void Set(int row, string? text) => Set(row, text is null ? null : Code(text));

    /// <summary>The code of a text; null when no row ever had it.</summary>
    internal int? CodeOf(string text) => codes.TryGetValue(text, out int code) ? code : null;

    private protected override int? PlaceOf(string text) => Code(text);

    private int Code(string text)
    {
        if (!codes.TryGetValue(text, out int code))
        {
            code = codes.Count;
            codes.Add(text, code);
        }

        return code;
    }
}
