namespace PrivateDomain.Core.Research;

/// <summary>When a trait of repeat buyers counts as found (用户画像分析的配置).</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="BuyerTraitPolicy"/> does.</remarks>
public sealed record BuyerTraitOptions
{
    /// <summary>From how many answers on each side a finding comes without a warning; 1 or more. 30, usual in statistics.</summary>
    public int AskedMin { get; init; } = 30;

    /// <summary>How often an interval is to hold the true share. 95 %, usual in statistics.</summary>
    public ConfidenceLevel Confidence { get; init; } = ConfidenceLevel.NinetyFive;

    internal static Bilingual Usual { get; } = Source.From("usual in statistics", "统计惯例");

    internal static Description<BuyerTraitOptions> Description { get; } = new(
        new("buyer trait policy", "用户画像策略"),
        For<BuyerTraitOptions>.Whole(static o => o.AskedMin, 1, int.MaxValue, Unit.People, Usual),
        For<BuyerTraitOptions>.Choice<ConfidenceLevel>(static o => o.Confidence, ResearchNames.Name, Usual));
}
