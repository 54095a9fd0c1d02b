using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Value;

/// <summary>What RFM adds to the facts that rules may ask for (RFM 事实): <see cref="FactSchema.With"/> takes <see cref="All"/>.</summary>
/// <remarks>They depend on the cohort, so their values are given: by <see cref="With(FactValues, RfmScore)"/>.</remarks>
public static class FactsOfRfm
{
    /// <summary>The recency score (近度得分).</summary>
    public static NumberFact Recency { get; } = new("rfm_recency", new("recency score", "近度得分"));

    /// <summary>The frequency score (频度得分).</summary>
    public static NumberFact Frequency { get; } = new("rfm_frequency", new("frequency score", "频度得分"));

    /// <summary>The monetary score (额度得分).</summary>
    public static NumberFact Monetary { get; } = new("rfm_monetary", new("monetary score", "额度得分"));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fact> All { get; } = [Recency, Frequency, Monetary];

    /// <summary>The values with the scores of a customer.</summary>
    /// <param name="values">The values.</param>
    /// <param name="score">The scores.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    public static FactValues With(this FactValues values, RfmScore score) => Guard.Against.Null(values)
        .With(Recency, score.Recency).With(Frequency, score.Frequency).With(Monetary, score.Monetary);
}
