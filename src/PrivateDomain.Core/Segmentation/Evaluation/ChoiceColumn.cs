namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Places of levels.</summary>
internal sealed class ChoiceColumn : IntColumn
{
    private readonly ChoiceFact fact;

    internal ChoiceColumn(ChoiceFact fact, int capacity)
    {
        this.fact = fact;
        Grow(capacity);
    }

    internal override void Read(int row, FactValues values) => Set(row, values.Level(fact), static place => place);
}
