using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Makes the facts that follow from other facts or from the customer's id.</summary>
internal static class DerivedFact
{
    /// <summary>A number that is no ratio.</summary>
    internal static NumberFact Plain(NumberFact fact, string name) =>
        Guard.Against.Null(fact, name).Name.StartsWith("ratio(", StringComparison.Ordinal)
            ? throw new ArgumentException($"A ratio is not made of ratios, but one of its facts was \"{fact}\".", name)
            : fact;

    internal static NumberFact Ratio(NumberFact numerator, NumberFact denominator) => new(
        $"ratio({numerator.Name}, {denominator.Name})",
        new($"{numerator.Label.English} ÷ {denominator.Label.English}", $"{numerator.Label.Chinese} ÷ {denominator.Label.Chinese}"),
        values => RatioOf(values.Number(numerator), values.Number(denominator)),
        today => Earliest(numerator.EventsFrom(today), denominator.EventsFrom(today)),
        numerator, denominator);

    internal static NumberFact Bucket(string salt)
    {
        string quoted = QuotedText.Write(salt);
        return new($"bucket({quoted})", new($"bucket {quoted}", $"分流桶 {quoted}"), values => BucketOf(values.Customer, salt));
    }

    /// <summary>The earlier of two dates; null stands for none.</summary>
    internal static LocalDate? Earliest(LocalDate? left, LocalDate? right) =>
        left is { } a && right is { } b ? LocalDate.Min(a, b) : left ?? right;

    private static FactReading<double> RatioOf(FactReading<double> part, FactReading<double> whole)
    {
        if (part.IsFolded || whole.IsFolded)
        {
            return FactReading<double>.Folded;
        }

        double ratio = part.IsKnown && whole.IsKnown ? part.Value / whole.Value : double.NaN;
        return double.IsFinite(ratio) ? FactReading<double>.Of(ratio + 0.0) : default;
    }

    private static FactReading<double> BucketOf(CustomerId customer, string salt) =>
        customer.Text.Length == 0 ? default : FactReading<double>.Of(StableSplit.PlaceOf(customer, salt));
}
