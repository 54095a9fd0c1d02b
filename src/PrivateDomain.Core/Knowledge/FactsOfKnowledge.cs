using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Knowledge;

/// <summary>What needs and profiles add to the facts that rules may ask for (需求与了解事实): <see cref="FactSchema.With"/> takes
/// <see cref="All"/>.</summary>
/// <remarks>They depend on policies, so their values are given: by <see cref="With(FactValues, ImmutableArray{NeedAssessment})"/> and
/// <see cref="With(FactValues, ProfileAssessment)"/>.</remarks>
public static class FactsOfKnowledge
{
    /// <summary>The product groups whose need is shown (已证实需求).</summary>
    public static TextSetFact NeedsShown { get; } = TextSetFact.From("needs_shown", new("needs shown", "已证实需求"));

    /// <summary>The product groups whose need is satisfied for now (已满足需求).</summary>
    public static TextSetFact NeedsSatisfied { get; } = TextSetFact.From("needs_satisfied", new("needs satisfied", "已满足需求"));

    /// <summary>The product groups whose need is unknown (未知需求); a group in none of the three sets has no known need.</summary>
    public static TextSetFact NeedsUnknown { get; } = TextSetFact.From("needs_unknown", new("needs unknown", "未知需求"));

    /// <summary>How well the customer is known, from 0 to 1 (服务深度).</summary>
    public static NumberFact Depth { get; } = new(
        "depth", new("depth of service", "服务深度"), isAssessed: true, least: 0, most: 1);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fact> All { get; } = [NeedsShown, NeedsSatisfied, NeedsUnknown, Depth];

    /// <summary>The values with the needs of a customer.</summary>
    /// <param name="values">The values.</param>
    /// <param name="needs">The needs of all groups.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="ArgumentException">The needs were never set, or one of them is null.</exception>
    public static FactValues With(this FactValues values, ImmutableArray<NeedAssessment> needs)
    {
        Guard.Against.Null(values);
        if (needs.IsDefault || needs.Any(static need => need is null))
        {
            throw new ArgumentException("The needs are null, or one of them is.", nameof(needs));
        }

        return values.With(NeedsShown, In(NeedState.Shown)).With(NeedsSatisfied, In(NeedState.Satisfied))
            .With(NeedsUnknown, In(NeedState.Unknown));

        IEnumerable<string> In(NeedState state) =>
            needs.Where(need => need.State == state).Select(static need => need.ProductGroup).OfType<string>();
    }

    /// <summary>The values with the depth of a customer's profile.</summary>
    /// <param name="values">The values.</param>
    /// <param name="profile">What is known of the customer.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static FactValues With(this FactValues values, ProfileAssessment profile) =>
        Guard.Against.Null(values).With(Depth, (double)Guard.Against.Null(profile).Depth.Value);
}
