using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Growth;

/// <summary>A period's goal, or what came of it, as a model (目标与数据模型): a funnel a channel, a gross margin, and what it
/// cost.</summary>
/// <remarks>
/// <para>Costs that are not stated are not known, which is not 0: without them there is no contribution.</para>
/// <para>Equality is that of all parts, of the funnels in their order; there is no ordering. Immutable.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record PlanFigures
{
    private readonly ImmutableArray<FunnelFigures> funnels;

    /// <summary>Makes a plan or its actual figures.</summary>
    /// <param name="funnels">A funnel a channel, each channel once.</param>
    /// <exception cref="ArgumentException">There is none, one is null, a channel stands twice, a level of 0 has more than 0 behind it, such
    /// as sales without orders, or the currencies differ.</exception>
    public PlanFigures(params ImmutableArray<FunnelFigures> funnels)
    {
        this.funnels = funnels.IsDefaultOrEmpty
            ? throw new ArgumentException("A plan has at least one funnel.", nameof(funnels))
            : funnels;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (FunnelFigures? funnel in funnels)
        {
            if (!seen.Add(Guard.Against.Null(funnel, nameof(funnels)).Channel))
            {
                throw new ArgumentException($"The channel \"{Quoted.Of(funnel.Channel)}\" stands twice.", nameof(funnels));
            }

            if (funnel.HasMoreBehindNothing)
            {
                throw new ArgumentException(
                    $"The channel \"{Quoted.Of(funnel.Channel)}\" has a level of 0 with more than 0 behind it.", nameof(funnels));
            }

            if (funnel.Sales.Currency != Currency)
            {
                throw new ArgumentException($"The funnels are in {Currency} and in {funnel.Sales.Currency}.", nameof(funnels));
            }
        }
    }

    /// <summary>The funnels.</summary>
    public ImmutableArray<FunnelFigures> Funnels => funnels;

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency => funnels[0].Sales.Currency;

    /// <summary>The share of sales that is left after goods, from 0 to 1; null when not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public decimal? GrossMargin
    {
        get;
        init => field = value is { } share ? Guard.Against.OutOfRange(share, nameof(GrossMargin), 0m, 1m) : null;
    }

    /// <summary>What winning the people cost, 0 or more; null when not known.</summary>
    /// <exception cref="CurrencyMismatchException">It is in another currency than the funnels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money? Acquisition { get; init => field = Cost(value); }

    /// <summary>What gifts and hooks cost, 0 or more; null when not known.</summary>
    /// <exception cref="CurrencyMismatchException">It is in another currency than the funnels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money? Hooks { get; init => field = Cost(value); }

    /// <summary>What keeping the relationships cost, 0 or more; null when not known.</summary>
    /// <exception cref="CurrencyMismatchException">It is in another currency than the funnels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money? Upkeep { get; init => field = Cost(value); }

    /// <summary>The sales of all channels.</summary>
    public Money Sales => funnels.Aggregate(Money.Zero(Currency), static (sum, funnel) => sum + funnel.Sales);

    /// <summary>The followers of all channels; null when one did not count them.</summary>
    public decimal? Followers => Sum(static funnel => funnel.Followers);

    /// <summary>The buyers of all channels; null when one did not count them.</summary>
    public decimal? Buyers => Sum(static funnel => funnel.Buyers);

    /// <summary>Sales × gross margin less acquisition, hooks and upkeep (贡献); no value while one of them is not known.</summary>
    public Answer<Money> Contribution =>
        GrossMargin is { } margin && Acquisition is { } acquisition && Hooks is { } hooks && Upkeep is { } upkeep
            ? (Sales * margin) - acquisition - hooks - upkeep
            : Answer<Money>.Refused(GrowthReasons.CostsUnknown.With());

    /// <summary>When what the buyers cost comes back (回本): acquisition and hooks a buyer against a buyer's sales × margin less
    /// upkeep.</summary>
    /// <param name="retentionRate">The share of buyers who survive a period like this one, from 0 to 1.</param>
    /// <returns>The payback in periods; no value while a figure is not known, there are no buyers, or the rate is not from 0 to
    /// 1.</returns>
    public Answer<Payback> Payback(Ratio retentionRate)
    {
        if (GrossMargin is not { } margin || Acquisition is not { } acquisition || Hooks is not { } hooks || Upkeep is not { } upkeep
            || Buyers is not { } buyers)
        {
            return Answer<Payback>.Refused(GrowthReasons.CostsUnknown.With());
        }

        return (acquisition + hooks).Per(buyers)
            .Combine(((Sales * margin) - upkeep).Per(buyers), static (cost, each) => (cost, each))
            .Then(each => ExpectedContribution.Of(each.each, retentionRate).Then(expected => Costs.Payback.Of(each.cost, expected)));
    }

    /// <inheritdoc />
    public bool Equals(PlanFigures? other) =>
        other is not null && Contents.Equal(funnels, other.funnels) && GrossMargin == other.GrossMargin && Acquisition == other.Acquisition
            && Hooks == other.Hooks && Upkeep == other.Upkeep;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(funnels), GrossMargin, Acquisition, Hooks, Upkeep);

    private Money? Cost(Money? value)
    {
        if (value is { } cost)
        {
            if (cost.Currency != Currency)
            {
                throw new CurrencyMismatchException(Currency, cost.Currency);
            }

            Guard.Against.OutOfRange(cost.Amount, nameof(value), 0m, FunnelFigures.LevelMax);
        }

        return value;
    }

    private decimal? Sum(Func<FunnelFigures, decimal?> level) =>
        funnels.All(funnel => level(funnel) is not null) ? funnels.Sum(level) : null;
}
