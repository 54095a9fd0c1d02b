namespace PrivateDomain.Core.Outreach;

/// <summary>The figures by which a group counts as healthy, straining or dying (社群健康标准).</summary>
/// <remarks>
/// <para>A group that is promoted to again and again dies: leavers and deletions rise (from the article on two fashion shops). The article
/// gives no figures; all are the library's own.</para>
/// <para>Immutable, so safe on several threads; checked by <see cref="GroupHealthPolicy"/>. Equality is that of all members; there is no
/// ordering.</para>
/// </remarks>
public sealed record GroupHealthOptions
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

    internal static Description<GroupHealthOptions> Description { get; } = new(
        new("group health policy", "社群健康标准"),
        For<GroupHealthOptions>.Whole(static o => o.MembersMin, 1, int.MaxValue, Unit.Members, Source.Own),
        For<GroupHealthOptions>.Whole(static o => o.LossesMin, 1, int.MaxValue, Unit.Members, Source.Own),
        For<GroupHealthOptions>.Share(static o => o.StrainingLeaveShare, Source.Own, above: true),
        For<GroupHealthOptions>.Share(static o => o.DyingLeaveShare, Source.Own, above: true),
        For<GroupHealthOptions>.AtMost<decimal>(static o => o.StrainingLeaveShare, static o => o.DyingLeaveShare),
        For<GroupHealthOptions>.Share(static o => o.StrainingDeletionShare, Source.Own, above: true),
        For<GroupHealthOptions>.Share(static o => o.DyingDeletionShare, Source.Own, above: true),
        For<GroupHealthOptions>.AtMost<decimal>(static o => o.StrainingDeletionShare, static o => o.DyingDeletionShare),
        For<GroupHealthOptions>.Share(static o => o.ReplyRateMin, Source.Own),
        For<GroupHealthOptions>.Share(static o => o.PromotionShareMax, Source.Own),
        For<GroupHealthOptions>.Number(static o => o.WorseningFactor, 1m, 1000m, Unit.Times, Source.Own));
}
