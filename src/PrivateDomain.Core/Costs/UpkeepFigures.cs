using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What a shop spends on keeping customers (维护成本构成): the figures of <see cref="Upkeep"/>.</summary>
/// <remarks>What is null is nothing spent. Equality is that of the figures; there is no ordering. <see cref="Upkeep"/> checks
/// them.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<UpkeepFigures>))]
public sealed record UpkeepFigures : IPolicyOptions<UpkeepFigures>
{
    /// <summary>An advisor's wage per year (人工年薪), 0 or more.</summary>
    public required Money WagePerYear { get; init; }

    /// <summary>How many customers one advisor serves, above 0. There is no default; the article on private traffic in retail has 300–500
    /// whose depth is kept.</summary>
    public required decimal CustomersPerAdvisor { get; init; }

    /// <summary>Content (内容) per customer and year, 0 or more.</summary>
    public Money? Content { get; init; }

    /// <summary>Benefits and hooks (福利与利益点) per customer and year, 0 or more.</summary>
    public Money? Benefits { get; init; }

    /// <summary>Membership (会员) per customer and year, 0 or more.</summary>
    public Money? Membership { get; init; }

    /// <summary>Tools (工具) per customer and year, 0 or more.</summary>
    public Money? Tools { get; init; }

    static Description<UpkeepFigures> IPolicyOptions<UpkeepFigures>.Description { get; } = new(
        new("upkeep", "维护成本"), static () => new() { WagePerYear = default, CustomersPerAdvisor = 0 },
        For<UpkeepFigures>.Amount(
            static o => o.WagePerYear, static (o, v) => o with { WagePerYear = v }, new("wage per year", "人工年薪"), Source.Own).Needed(),
        For<UpkeepFigures>.Number(
            static o => o.CustomersPerAdvisor, static (o, v) => o with { CustomersPerAdvisor = v },
            new("customers per advisor", "人均服务客户数"),
            0, null, Unit.Customers, Source.RetailTraffic, above: true).Needed(),
        For<UpkeepFigures>.Amount(static o => o.Content, static (o, v) => o with { Content = v }, new("content", "内容"), Source.Own),
        For<UpkeepFigures>.Amount(
            static o => o.Benefits, static (o, v) => o with { Benefits = v }, new("benefits and hooks", "福利与利益点"), Source.Own),
        For<UpkeepFigures>.Amount(
            static o => o.Membership, static (o, v) => o with { Membership = v }, new("membership", "会员"), Source.Own),
        For<UpkeepFigures>.Amount(static o => o.Tools, static (o, v) => o with { Tools = v }, new("tools", "工具"), Source.Own),
        For<UpkeepFigures>.Rules(Upkeep.CurrenciesOf),
        For<UpkeepFigures>.AtLast(Upkeep.SumOf));
}
