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
[JsonConverter(typeof(OptionsJsonConverter<ProductFitOptions>))]
public sealed record ProductFitOptions : IPolicyOptions<ProductFitOptions>
{
    /// <summary>
    /// The ticket that is worth what the ticket curve says at 1, above 0: best the break-even ticket (保本客单价), which pays a year's
    /// upkeep. Null, the default,
    /// is 100 yuan for tickets in yuan, the library's own figure; in every other currency tickets are not judged until it is stated.
    /// </summary>
    public Money? AnchorTicket { get; init; }

    /// <summary>What a ticket (客单价) is worth, by multiples of the anchor ticket: half the points at the anchor, all of them at four
    /// times it. Rising, because
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

    static Description<ProductFitOptions> IPolicyOptions<ProductFitOptions>.Description { get; } = new(
        new("product fit policy", "选品模型"), static () => new(),
        For<ProductFitOptions>.Amount(
            static o => o.AnchorTicket, static (o, v) => o with { AnchorTicket = v }, new("anchor ticket", "锚定客单价"),
            Source.Own, above: true),
        For<ProductFitOptions>.Values(
            static o => o.Ticket, static (o, v) => o with { Ticket = v }, new("curve of the ticket", "客单价曲线"),
            KnotForm.Instance, Source.Own),
        For<ProductFitOptions>.Rules(static o => FitCurve.MistakesOf("ticket", o.Ticket, ProductFitPolicy.UnitOf(o))),
        For<ProductFitOptions>.Values(
            static o => o.Repurchase, static (o, v) => o with { Repurchase = v }, new("curve of repurchase", "复购率曲线"),
            KnotForm.Instance, Source.Own),
        For<ProductFitOptions>.Rules(static o => FitCurve.MistakesOf("repurchase", o.Repurchase)),
        For<ProductFitOptions>.Values(
            static o => o.Loyalty, static (o, v) => o with { Loyalty = v }, new("curve of loyalty", "忠诚度曲线"),
            KnotForm.Instance, Source.Own),
        For<ProductFitOptions>.Rules(static o => FitCurve.MistakesOf("loyalty", o.Loyalty)),
        For<ProductFitOptions>.Values(
            static o => o.BrandPower, static (o, v) => o with { BrandPower = v }, new("curve of brand power", "品牌力曲线"),
            KnotForm.Instance, Source.Own),
        For<ProductFitOptions>.Rules(static o => FitCurve.MistakesOf("brandPower", o.BrandPower)),
        For<ProductFitOptions>.Number(
            static o => o.TicketWeight, static (o, v) => o with { TicketWeight = v }, new("weight of the ticket", "客单价权重"),
            0, null, Unit.None, Source.Own),
        For<ProductFitOptions>.Number(
            static o => o.RepurchaseWeight, static (o, v) => o with { RepurchaseWeight = v }, new("weight of repurchase", "复购率权重"),
            0, null, Unit.None, Source.Own),
        For<ProductFitOptions>.Number(
            static o => o.LoyaltyWeight, static (o, v) => o with { LoyaltyWeight = v }, new("weight of loyalty", "忠诚度权重"),
            0, null, Unit.None, Source.Own),
        For<ProductFitOptions>.Number(
            static o => o.BrandPowerWeight, static (o, v) => o with { BrandPowerWeight = v }, new("weight of brand power", "品牌力权重"),
            0, null, Unit.None, Source.Own),
        For<ProductFitOptions>.Rule("weights", static o => FitWeights.Of(o).Sum > 0
            ? null
            : PolicyReasons.WrongSum.With(ReasonValue.From(FitWeights.Of(o).Sum), new Bilingual("a sum above 0", "大于 0 的合计"))),
        For<ProductFitOptions>.Share(
            static o => o.BarredUpTo, static (o, v) => o with { BarredUpTo = v },
            new("barred up to this repurchase rate", "准入门槛（复购率）"),
            Source.Own),
        For<ProductFitOptions>.Number(
            static o => o.FairFrom, static (o, v) => o with { FairFrom = v }, new("fair from", "合格起点"),
            0, 100, Unit.Points, Source.Own, above: true),
        For<ProductFitOptions>.Number(
            static o => o.GoodFrom, static (o, v) => o with { GoodFrom = v }, new("good from", "良好起点"),
            0, 100, Unit.Points, Source.Own, above: true),
        For<ProductFitOptions>.Number(
            static o => o.ExcellentFrom, static (o, v) => o with { ExcellentFrom = v }, new("excellent from", "优秀起点"),
            0, 100, Unit.Points, Source.Own, above: true),
        For<ProductFitOptions>.Below<decimal>(static o => o.FairFrom, static o => o.GoodFrom),
        For<ProductFitOptions>.Below<decimal>(static o => o.GoodFrom, static o => o.ExcellentFrom),
        For<ProductFitOptions>.AtLast(static o => new FitTable(o, ProductFitPolicy.UnitOf(o)).MistakesOf(o, ProductFitPolicy.UnitOf(o))));

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
