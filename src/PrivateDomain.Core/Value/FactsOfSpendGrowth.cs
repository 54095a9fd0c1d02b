using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Value;

/// <summary>What two periods of spend add to the facts that rules may ask for (消费变化事实): <see cref="FactSchema.With"/> takes
/// <see cref="All"/>.</summary>
/// <remarks>They depend on the periods, so their values are given: by <see cref="With(FactValues, SpendGrowthFacts)"/>.</remarks>
public static class FactsOfSpendGrowth
{
    /// <summary>How the spend changed (消费变化): none, won, returned, grown, kept, shrunk, stopped.</summary>
    public static ChoiceFact Change { get; } = new(
        "spend_change", new("change of spend", "消费变化"),
        [.. Enum.GetValues<SpendChange>().Select(static change =>
            new ChoiceLevel(SnakeNames<SpendChange>.Of(change), change.Name()))],
        isAssessed: true);

    /// <summary>What was spent in the second period less what was spent in the first, in the shop's currency (消费增量).</summary>
    public static NumberFact Growth { get; } = new(
        "spend_growth", new("growth of spend", "消费增量"), isAssessed: true, least: double.MinValue, most: double.MaxValue);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fact> All { get; } = [Change, Growth];

    /// <summary>The values with a customer's spend in two periods.</summary>
    /// <param name="values">The values.</param>
    /// <param name="spend">The spend.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static FactValues With(this FactValues values, SpendGrowthFacts spend)
    {
        Guard.Against.Null(spend);
        return Guard.Against.Null(values)
            .With(Change, SnakeNames<SpendChange>.Of(SpendGrowth.ChangeOf(spend)))
            .With(Growth, (double)((spend.Second?.Amount ?? 0m) - (spend.First?.Amount ?? 0m)));
    }
}
