using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>The figures by which a group counts as healthy, straining or dying (社群健康标准).</summary>
/// <remarks>
/// <para>A group that is promoted to again and again dies: leavers and deletions rise (from the article on two fashion shops). The article
/// gives no figures; all are the library's own.</para>
/// <para>Immutable, so safe on several threads; checked by <see cref="GroupHealthPolicy"/>. Equality is that of all members; there is no
/// ordering.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<GroupHealthOptions>))]
public sealed record GroupHealthOptions : IPolicyOptions<GroupHealthOptions>
{
    /// <summary>Members below which nothing is said, 1 or more; 30.</summary>
    public int MembersMin { get; init; } = 30;

    /// <summary>Members lost, leavers and deletions together, below which a group is at most straining and its trend unknown, 1 or more;
    /// 3.</summary>
    public int LossesMin { get; init; } = 3;

    /// <summary>Share of members leaving in a window from which a group strains, above 0, at most 1; 3 %.</summary>
    public decimal StrainingLeaveShare { get; init; } = 0.03m;

    /// <summary>Share of members leaving in a window from which a group is dying, from <see cref="StrainingLeaveShare"/> to 1; 10
    /// %.</summary>
    public decimal DyingLeaveShare { get; init; } = 0.10m;

    /// <summary>Share of members deleting the shop's contact from which a group strains, above 0, at most 1; 2 %.</summary>
    public decimal StrainingDeletionShare { get; init; } = 0.02m;

    /// <summary>Share of members deleting the shop's contact from which a group is dying, from <see cref="StrainingDeletionShare"/> to 1;
    /// 6 %.</summary>
    public decimal DyingDeletionShare { get; init; } = 0.06m;

    /// <summary>Reply rate below which a group strains, 0 to 1; 5 %.</summary>
    public decimal ReplyRateMin { get; init; } = 0.05m;

    /// <summary>Share of promotional messages above which a group strains, 0 to 1; 30 %.</summary>
    public decimal PromotionShareMax { get; init; } = 0.3m;

    /// <summary>From how many times the share lost before a trend counts as worsening, and the other way round as improving, 1 to 1,000;
    /// 1.5.</summary>
    public decimal WorseningFactor { get; init; } = 1.5m;

    static Description<GroupHealthOptions> IPolicyOptions<GroupHealthOptions>.Description { get; } = new(
        new("group health policy", "社群健康标准"), static () => new(),
        For<GroupHealthOptions>.Whole(
            static o => o.MembersMin, static (o, v) => o with { MembersMin = v },
            new("members below which nothing is said", "可判断的最少成员数"),
            1, int.MaxValue, Unit.Members, Source.Own),
        For<GroupHealthOptions>.Whole(
            static o => o.LossesMin, static (o, v) => o with { LossesMin = v },
            new("losses below which it is at most straining", "判为流失的最少人数"), 1, int.MaxValue, Unit.Members, Source.Own),
        For<GroupHealthOptions>.Share(
            static o => o.StrainingLeaveShare, static (o, v) => o with { StrainingLeaveShare = v },
            new("share leaving from which it strains", "紧张的退群率"), Source.Own, above: true),
        For<GroupHealthOptions>.Share(
            static o => o.DyingLeaveShare, static (o, v) => o with { DyingLeaveShare = v },
            new("share leaving from which it is dying", "衰亡的退群率"), Source.Own, above: true),
        For<GroupHealthOptions>.AtMost<decimal>(static o => o.StrainingLeaveShare, static o => o.DyingLeaveShare),
        For<GroupHealthOptions>.Share(
            static o => o.StrainingDeletionShare, static (o, v) => o with { StrainingDeletionShare = v },
            new("share deleting from which it strains", "紧张的删友率"), Source.Own, above: true),
        For<GroupHealthOptions>.Share(
            static o => o.DyingDeletionShare, static (o, v) => o with { DyingDeletionShare = v },
            new("share deleting from which it is dying", "衰亡的删友率"), Source.Own, above: true),
        For<GroupHealthOptions>.AtMost<decimal>(static o => o.StrainingDeletionShare, static o => o.DyingDeletionShare),
        For<GroupHealthOptions>.Share(
            static o => o.ReplyRateMin, static (o, v) => o with { ReplyRateMin = v }, new("least reply rate", "回复率下限"), Source.Own),
        For<GroupHealthOptions>.Share(
            static o => o.PromotionShareMax, static (o, v) => o with { PromotionShareMax = v },
            new("greatest promotion share", "推销占比上限"),
            Source.Own),
        For<GroupHealthOptions>.Number(
            static o => o.WorseningFactor, static (o, v) => o with { WorseningFactor = v },
            new("factor from which a trend worsens", "恶化倍数"), 1m, 1000m, Unit.Times, Source.Own));
}
