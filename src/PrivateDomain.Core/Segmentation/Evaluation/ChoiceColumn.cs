namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Places of levels.</summary>
internal sealed class ChoiceColumn : CodedColumn
{
    private readonly ChoiceFact fact;

    internal ChoiceColumn(ChoiceFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Level(fact), static place => place);

    private protected override int? PlaceOf(string text) => fact.PlaceOf(text) is >= 0 and var place ? place : null;
}
