using System.Collections.Immutable;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Growth;

/// <summary>What the growth gate reads (增长数据): figures of the other rooms, and what they are made of.</summary>
/// <remarks>
/// <para>What is left out, an answer without a value and an unknown ratio are not measured, and never taken for 0. A figure that is not
/// stated but whose parts are is theirs.</para>
/// <para>Equality is that of all figures and of the parts in order. The object is immutable, so threads may share it.</para>
/// </remarks>
public sealed record GrowthFigures
{
    /// <summary>How many customers have bought and are linked (留量); null when unknown, and then the shop is judged as from 0 to 1, the
    /// strictest.</summary>
    public long? RetainedCustomers { get; init; }

    /// <summary>When the cost of winning a customer is back.</summary>
    public Answer<Payback> Payback { get; init; }

    /// <summary>What winning a customer costs.</summary>
    public Answer<Money> CustomerCost { get; init; }

    /// <summary>What a customer is worth; 0 or less is a known loss and fails.</summary>
    public Answer<Money> LifetimeValue { get; init; }

    /// <summary>The share of newcomers received well (承接率).</summary>
    public Ratio ReceptionRate { get; init; }

    /// <summary>The share of friends who interacted (互动率).</summary>
    public Ratio InteractionRate { get; init; }

    /// <summary>The share of friends who left (好友流失率).</summary>
    public Ratio FriendChurn { get; init; }

    /// <summary>The share of friends who bought first (转化率).</summary>
    public Ratio ConversionRate { get; init; }

    /// <summary>The share of buyers who bought again (复购率).</summary>
    public Ratio RepurchaseRate { get; init; }

    /// <summary>The average ticket (客单价).</summary>
    public Answer<Money> AverageTicket { get; init; }

    /// <summary>The break-even ticket (保本客单价); at 0 or less every ticket pays the upkeep.</summary>
    public Answer<Money> BreakEvenTicket { get; init; }

    /// <summary>The channels, campaigns and groups that figures are made of; those of one figure make up the whole of it.</summary>
    public ImmutableArray<FigurePart> Parts { get; init; } = [];

    /// <summary>The four rates that stages are measured by.</summary>
    /// <param name="stages">The measures of the stages.</param>
    /// <exception cref="ArgumentNullException">There are no measures.</exception>
    public static GrowthFigures From(StageMetrics stages)
    {
        Guard.Against.Null(stages);
        return new GrowthFigures
        {
            InteractionRate = stages.Interaction.Ratio,
            FriendChurn = stages.FriendChurn.Ratio,
            ConversionRate = stages.Conversion.Ratio,
            RepurchaseRate = stages.Repurchase.Ratio,
        };
    }

    /// <inheritdoc/>
    public bool Equals(GrowthFigures? other) =>
        other is not null && RetainedCustomers == other.RetainedCustomers && Payback == other.Payback &&
        CustomerCost == other.CustomerCost &&
        LifetimeValue == other.LifetimeValue && ReceptionRate == other.ReceptionRate && InteractionRate == other.InteractionRate &&
        FriendChurn == other.FriendChurn && ConversionRate == other.ConversionRate && RepurchaseRate == other.RepurchaseRate &&
        AverageTicket == other.AverageTicket && BreakEvenTicket == other.BreakEvenTicket && Contents.Equal(Parts, other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(RetainedCustomers, CustomerCost, LifetimeValue, ReceptionRate, InteractionRate, RepurchaseRate, AverageTicket,
            Contents.Hash(Parts));
}
