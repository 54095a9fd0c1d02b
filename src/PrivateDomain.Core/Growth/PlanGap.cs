using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>The gap between a plan and what came of it, split among its factors (目标差距): the parts add up to the gap exactly, the
/// largest lever first.</summary>
/// <remarks>
/// <para>The part of a factor is <c>L(A, P) · ln(a ÷ p)</c> with the logarithmic mean L of the two sales: an unchanged factor gets 0, the
/// order of factors does not matter, and plan and actual exchanged change every sign. Sales are split within each channel, and the parts of
/// one factor added. A factor of 0 takes the whole gap of its channel; two factors of 0 leave no answer.</para>
/// <para>As money the parts are the gap shared out by largest remainder of the exact parts, equals by the factor's name.</para>
/// <para>Equality is that of all parts. Immutable.</para>
/// </remarks>
/// <example>
/// <code>
/// if (PlanGap.Of(plan, actual).TryGet(out PlanGap? gap)) { Show(gap.SalesParts[0].Sentence); }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record PlanGap
{
    private PlanGap(
        Money sales, ImmutableArray<GapPart> salesParts, ImmutableSortedDictionary<string, ImmutableArray<GapPart>> byChannel,
        Answer<Money> contribution, ImmutableArray<GapPart> contributionParts)
    {
        Sales = sales;
        SalesParts = salesParts;
        ByChannel = byChannel;
        Contribution = contribution;
        ContributionParts = contributionParts;
    }

    /// <summary>Actual sales less planned sales.</summary>
    public Money Sales { get; }

    /// <summary>The factors of the sales of all channels, the one with the largest part first, equals by name.</summary>
    public ImmutableArray<GapPart> SalesParts { get; }

    /// <summary>The same within each channel, ordinal by its name.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<GapPart>> ByChannel { get; }

    /// <summary>Actual contribution less planned contribution; no value while costs or margin of either are not known, or where
    /// two factors of it are 0.</summary>
    public Answer<Money> Contribution { get; }

    /// <summary>The factors and cost lines of the contribution, the one with the largest part first; empty without one.</summary>
    public ImmutableArray<GapPart> ContributionParts { get; }

    /// <summary>Splits the gap.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="actual">What came of it, in the same currency; a channel that stands in one of the two only has nothing in the
    /// other.</param>
    /// <returns>The gap; no value where two factors of one channel are 0, so that nobody can tell which of them it was.</returns>
    /// <exception cref="ArgumentNullException">Plan or actual is missing.</exception>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static Answer<PlanGap> Of(PlanFigures plan, PlanFigures actual)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(actual);
        if (plan.Currency != actual.Currency)
        {
            throw new CurrencyMismatchException(plan.Currency, actual.Currency);
        }

        Answer<ImmutableArray<GapSplit>> split = Splits(plan, actual, withMargin: false);
        if (!split.TryGet(out ImmutableArray<GapSplit> channels))
        {
            return Answer<PlanGap>.Refused([.. split.Reasons]);
        }

        Money gap = actual.Sales - plan.Sales;
        Answer<Money> contribution = actual.Contribution.Combine(plan.Contribution, static (was, wanted) => was - wanted);
        ImmutableArray<GapPart> parts = [];
        if (contribution.TryGet(out Money lost))
        {
            (string Name, Money Planned, Money Actual)[] costs =
            [
                ("acquisition", plan.Acquisition!.Value, actual.Acquisition!.Value), ("hooks", plan.Hooks!.Value, actual.Hooks!.Value),
                ("upkeep", plan.Upkeep!.Value, actual.Upkeep!.Value),
            ];
            Answer<ImmutableArray<GapSplit>> withMargin = Splits(plan, actual, withMargin: true);
            if (withMargin.TryGet(out ImmutableArray<GapSplit> earned))
            {
                parts = GapSplit.Together(earned, lost, costs);
            }
            else
            {
                contribution = Answer<Money>.Refused([.. withMargin.Reasons]); // the sales have an answer nevertheless
            }
        }

        return new PlanGap(
            gap, GapSplit.Together(channels, gap, []),
            channels.ToImmutableSortedDictionary(
                static channel => channel.Channel, channel => GapSplit.Together([channel], channel.Gap, []), StringComparer.Ordinal),
            contribution, parts);
    }

    /// <inheritdoc />
    public bool Equals(PlanGap? other) =>
        other is not null && Sales == other.Sales && Contents.Equal(SalesParts, other.SalesParts) && Contribution == other.Contribution
            && Contents.Equal(ContributionParts, other.ContributionParts)
            && ByChannel.Count == other.ByChannel.Count
            && ByChannel.All(
                each => other.ByChannel.TryGetValue(each.Key, out ImmutableArray<GapPart> same) && Contents.Equal(each.Value, same));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Sales, Contents.Hash(SalesParts), Contribution, ByChannel.Count);

    private static Answer<ImmutableArray<GapSplit>> Splits(PlanFigures plan, PlanFigures actual, bool withMargin)
    {
        var splits = ImmutableArray.CreateBuilder<GapSplit>();
        string[] channels =
        [
            .. plan.Funnels.Concat(actual.Funnels).Select(static funnel => funnel.Channel).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        foreach (string channel in channels)
        {
            FunnelFigures? wanted = plan.Funnels.FirstOrDefault(funnel => string.Equals(funnel.Channel, channel, StringComparison.Ordinal));
            FunnelFigures? was = actual.Funnels.FirstOrDefault(funnel => string.Equals(funnel.Channel, channel, StringComparison.Ordinal));
            Answer<GapSplit> split = GapSplit.Of(
                channel, plan.Currency, wanted, was, withMargin ? plan.GrossMargin : null, withMargin ? actual.GrossMargin : null);
            if (!split.TryGet(out GapSplit? found))
            {
                return Answer<ImmutableArray<GapSplit>>.Refused([.. split.Reasons]);
            }

            splits.Add(found);
        }

        return splits.ToImmutable();
    }
}
