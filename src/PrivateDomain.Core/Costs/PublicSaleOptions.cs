using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>The figures by which a sale by livestream or influencer is judged (带货底线).</summary>
/// <remarks>Equality is that of the figures; there is no ordering. <see cref="PublicSalePolicy"/> checks them. Floor and red lines are a
/// shop's own and have no
/// default; the rules are from the article on the underlying logic of private domains, which has no figures.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<PublicSaleOptions>))]
public sealed record PublicSaleOptions : IPolicyOptions<PublicSaleOptions>
{
    /// <summary>The lowest price at which a unit may be sold (底价), 0 or more.</summary>
    public required Money PriceFloor { get; init; }

    /// <summary>The least a unit has to earn (单件利润红线), of any sign: below 0 it is a loss that is planned.</summary>
    public required Money RedLinePerUnit { get; init; }

    /// <summary>The least the whole sale has to earn (整场利润红线), of any sign.</summary>
    public required Money RedLineInAll { get; init; }

    /// <summary>The least share of buyers to become linked (沉淀率下限), from 0 to 1. The library's own figure.</summary>
    public decimal LinkedShareMin { get; init; } = 0.1m;

    /// <summary>The greatest share of expected sales that may be missing afterwards (透支率上限), from 0 to 1. The library's own
    /// figure.</summary>
    public decimal PulledForwardMax { get; init; } = 0.2m;

    static Description<PublicSaleOptions> IPolicyOptions<PublicSaleOptions>.Description { get; } = new(
        new("public sale policy", "带货底线"),
        static () => new() { PriceFloor = default, RedLinePerUnit = default, RedLineInAll = default },
        For<PublicSaleOptions>.Amount(
            static o => o.PriceFloor, static (o, v) => o with { PriceFloor = v }, new("price floor", "底价"),
            Source.RetailTraffic).Needed(),
        For<PublicSaleOptions>.Value(
            static o => o.RedLinePerUnit, static (o, v) => o with { RedLinePerUnit = v }, new("red line per unit", "单件利润红线"),
            new MoneyForm(isSigned: true, above: false), Source.UnderlyingLogic, isChecked: false).Needed(),
        For<PublicSaleOptions>.Rule("redLinePerUnit", static o => PublicSalePolicy.WrongCurrency(o.RedLinePerUnit, o.PriceFloor)),
        For<PublicSaleOptions>.Value(
            static o => o.RedLineInAll, static (o, v) => o with { RedLineInAll = v }, new("red line in all", "整场利润红线"),
            new MoneyForm(isSigned: true, above: false), Source.UnderlyingLogic, isChecked: false).Needed(),
        For<PublicSaleOptions>.Rule("redLineInAll", static o => PublicSalePolicy.WrongCurrency(o.RedLineInAll, o.PriceFloor)),
        For<PublicSaleOptions>.Share(
            static o => o.LinkedShareMin, static (o, v) => o with { LinkedShareMin = v }, new("least share linked", "沉淀率下限"),
            Source.Own),
        For<PublicSaleOptions>.Share(
            static o => o.PulledForwardMax, static (o, v) => o with { PulledForwardMax = v },
            new("greatest share pulled forward", "透支率上限"),
            Source.Own));
}
