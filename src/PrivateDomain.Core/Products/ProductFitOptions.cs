using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>The figures by which products are judged (选品标准): curves, weights, gate and grades.</summary>
/// <remarks>
/// <para>The four criteria and their directions are from the article on going from
/// classic to private-domain commerce; the numbers are the library's own,
/// a taste to be replaced by a shop's. <see cref="ProductFitPolicy"/> checks them.</para>
/// <para>Equality is by content; there is no ordering. Immutable, so safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ProductFitOptions
{
    /// <summary>
    /// The ticket that is worth what the ticket curve says at 1, above 0: best the break-even ticket (保本客单价), which pays a year's upkeep.
    /// Null, the default,
    /// is 100 yuan for tickets in yuan, the library's own figure; in every other currency tickets are not judged until it is stated.
    /// </summary>
    public Money? AnchorTicket { get; init; }

    /// <summary>What a ticket (客单价) is worth, by multiples of the anchor ticket: half the points at the anchor, all of them at four times
    /// it. Rising, because
    /// the cost is labour per relationship.</summary>
    public ImmutableArray<FitKnot> Ticket { get; init; } = [new(0, 0), new(0.5, 0.2), new(1, 0.5), new(2, 0.8), new(4, 1)];

    /// <summary>What a repurchase rate (复购率) is worth, by shares. Rising: without repurchase each touch is a nuisance.</summary>
    public ImmutableArray<FitKnot> Repurchase { get; init; } = [new(0, 0), new(0.1, 0.25), new(0.2, 0.5), new(0.35, 0.8), new(0.5, 1)];

    /// <summary>What a loyalty rate (忠诚度) is worth, by shares. Rising: loyal categories cost less to keep.</summary>
    public ImmutableArray<FitKnot> Loyalty { get; init; } = [new(0, 0), new(0.1, 0.2), new(0.25, 0.5), new(0.4, 0.8), new(0.6, 1)];

    /// <summary>What brand power (品牌力) is worth, by shares. Falling: weak brands earn more here, strong ones do better in public
    /// media.</summary>
    public ImmutableArray<FitKnot> BrandPower { get; init; } = [new(0, 1), new(0.25, 0.9), new(0.5, 0.6), new(0.75, 0.25), new(1, 0)];

    /// <summary>How much the ticket counts, 0 or more. Only the proportion of the four weights counts: 3 : 3 : 2 : 2 is 30 : 30 : 20 : 20
    /// points.</summary>
    public decimal TicketWeight { get; init; } = 30;

    /// <summary>How much repurchase counts, 0 or more.</summary>
    public decimal RepurchaseWeight { get; init; } = 30;

    /// <summary>How much loyalty counts, 0 or more.</summary>
    public decimal LoyaltyWeight { get; init; } = 20;

    /// <summary>How much (weak) brand power counts, 0 or more.</summary>
    public decimal BrandPowerWeight { get; init; } = 20;

    /// <summary>The gate (准入门槛): a repurchase rate at or below this bars a product whatever its score, from 0 to 1. By default 0, which
    /// bars what nobody
    /// bought again; null is no gate.</summary>
    public decimal? BarredUpTo { get; init; } = 0;

    /// <summary>The score from which a product is fair, above 0.</summary>
    public decimal FairFrom { get; init; } = 40;

    /// <summary>The score from which it is good, above <see cref="FairFrom"/>.</summary>
    public decimal GoodFrom { get; init; } = 60;

    /// <summary>The score from which it is excellent, above <see cref="GoodFrom"/> and at most 100.</summary>
    public decimal ExcellentFrom { get; init; } = 80;

    /// <inheritdoc/>
    public bool Equals(ProductFitOptions? other) =>
        other is not null && AnchorTicket == other.AnchorTicket && Contents.Equal(Ticket, other.Ticket)
        && Contents.Equal(Repurchase, other.Repurchase)
        && Contents.Equal(Loyalty, other.Loyalty) && Contents.Equal(BrandPower, other.BrandPower) && TicketWeight == other.TicketWeight
        && RepurchaseWeight == other.RepurchaseWeight && LoyaltyWeight == other.LoyaltyWeight && BrandPowerWeight == other.BrandPowerWeight
        && BarredUpTo == other.BarredUpTo && FairFrom == other.FairFrom && GoodFrom == other.GoodFrom
        && ExcellentFrom == other.ExcellentFrom;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        AnchorTicket, Contents.Hash(Ticket), Contents.Hash(Repurchase), Contents.Hash(Loyalty), Contents.Hash(BrandPower), TicketWeight,
        BarredUpTo, GoodFrom);
}
