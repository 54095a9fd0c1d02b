using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>What the links have to reach, and when a shop counts as how far (增长闸门参数).</summary>
/// <remarks>
/// <para>Plain figures: <see cref="GrowthPolicy"/> checks them. The five links are those of the article on clear goals and how to
/// land them, which gives no figures.
/// A target of null is not asked for; each link has at least one.</para>
/// <para>Equality is that of all figures.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<GrowthOptions>))]
public sealed record GrowthOptions : IPolicyOptions<GrowthOptions>
{
    /// <summary>The most periods until the cost of winning a customer is back, above 0. The library's own figure.</summary>
    public decimal? PaybackPeriodsMax { get; init; } = 12m;

    /// <summary>The most that winning a customer may cost of what one is worth, above 0. The library's own figure.</summary>
    public decimal? AcquisitionShareMax { get; init; } = 1m / 3m;

    /// <summary>The least share of newcomers received well, above 0 and at most 1. The library's own figure, that of the referral
    /// programme's readiness.</summary>
    public decimal? ReceptionRateMin { get; init; } = 0.8m;

    /// <summary>The least share of friends who interact in the window, above 0 and at most 1. The library's own figure.</summary>
    public decimal? InteractionRateMin { get; init; } = 0.2m;

    /// <summary>The greatest share of friends who leave in the window, above 0 and at most 1. The library's own figure.</summary>
    public decimal? FriendChurnMax { get; init; } = 0.1m;

    /// <summary>The least share of friends who buy first in the window, above 0 and at most 1. The library's own figure.</summary>
    public decimal? ConversionRateMin { get; init; } = 0.05m;

    /// <summary>The least share of buyers who buy again, above 0 and at most 1. The library's own figure.</summary>
    public decimal? RepurchaseRateMin { get; init; } = 0.2m;

    /// <summary>The least ticket, as a multiple of the break-even ticket, above 0. The library's own figure: the ticket breaks
    /// even.</summary>
    public decimal? TicketCoverMin { get; init; } = 1m;

    /// <summary>From how many retained customers on it is 1 to 10: 1 or more. The library's own figure, the size of the worked example on
    /// retained volume.</summary>
    public int OneToTenFrom { get; init; } = 1_000;

    /// <summary>From how many retained customers on it is 10 to 100: above <see cref="OneToTenFrom"/>. The library's own figure.</summary>
    public int TenToHundredFrom { get; init; } = 10_000;

    /// <summary>By which share a measure may fall short from 1 to 10 without failing: 0 or more, below 1. From 0 to 1 it is 0. The
    /// library's own figure.</summary>
    public decimal ToleranceToTen { get; init; } = 0.1m;

    /// <summary>The same from 10 to 100. The library's own figure.</summary>
    public decimal ToleranceToHundred { get; init; } = 0.1m;

    static Description<GrowthOptions> IPolicyOptions<GrowthOptions>.Description { get; } = new(
        new("growth policy", "增长闸门"), static () => new(),
        For<GrowthOptions>.Number(
            static o => o.PaybackPeriodsMax, static (o, v) => o with { PaybackPeriodsMax = v },
            new("most periods until payback", "回本期数上限"),
            0, null, Unit.Periods, Source.Own, above: true),
        For<GrowthOptions>.Number(
            static o => o.AcquisitionShareMax, static (o, v) => o with { AcquisitionShareMax = v },
            new("greatest share of the value spent on winning", "获客成本占价值上限"), 0, null, Unit.Share, Source.Own, above: true),
        For<GrowthOptions>.Share(
            static o => o.ReceptionRateMin, static (o, v) => o with { ReceptionRateMin = v }, new("least reception rate", "承接率下限"),
            Source.Own, above: true),
        For<GrowthOptions>.Share(
            static o => o.InteractionRateMin, static (o, v) => o with { InteractionRateMin = v },
            new("least interaction rate", "互动率下限"),
            Source.Own, above: true),
        For<GrowthOptions>.Share(
            static o => o.FriendChurnMax, static (o, v) => o with { FriendChurnMax = v },
            new("greatest churn of friends", "好友流失率上限"),
            Source.Own, above: true),
        For<GrowthOptions>.Share(
            static o => o.ConversionRateMin, static (o, v) => o with { ConversionRateMin = v }, new("least conversion rate", "转化率下限"),
            Source.Own, above: true),
        For<GrowthOptions>.Share(
            static o => o.RepurchaseRateMin, static (o, v) => o with { RepurchaseRateMin = v }, new("least repurchase rate", "复购率下限"),
            Source.Own, above: true),
        For<GrowthOptions>.Number(
            static o => o.TicketCoverMin, static (o, v) => o with { TicketCoverMin = v },
            new("least ticket as a multiple of break-even", "客单价对保本价的倍数下限"), 0, null, Unit.Times, Source.Own, above: true),
        For<GrowthOptions>.Whole(
            static o => o.OneToTenFrom, static (o, v) => o with { OneToTenFrom = v }, new("1 to 10 from", "1 到 10 的起点"),
            1, int.MaxValue, Unit.Customers, Source.Own),
        For<GrowthOptions>.Whole(
            static o => o.TenToHundredFrom, static (o, v) => o with { TenToHundredFrom = v }, new("10 to 100 from", "10 到 100 的起点"),
            1, int.MaxValue, Unit.Customers, Source.Own),
        For<GrowthOptions>.Below<int>(static o => o.OneToTenFrom, static o => o.TenToHundredFrom),
        For<GrowthOptions>.Share(
            static o => o.ToleranceToTen, static (o, v) => o with { ToleranceToTen = v }, new("tolerance from 1 to 10", "1 到 10 的容差"),
            Source.Own, below: true),
        For<GrowthOptions>.Share(
            static o => o.ToleranceToHundred, static (o, v) => o with { ToleranceToHundred = v },
            new("tolerance from 10 to 100", "10 到 100 的容差"), Source.Own, below: true),
        For<GrowthOptions>.Rules(GrowthPolicy.LinksWithoutTarget));
}
