using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>When a trait of repeat buyers counts as found (用户画像分析的配置).</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="BuyerTraitPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<BuyerTraitOptions>))]
public sealed record BuyerTraitOptions : IPolicyOptions<BuyerTraitOptions>
{
    /// <summary>From how many answers on each side a finding comes without a warning; 1 or more. 30, usual in statistics.</summary>
    public int AskedMin { get; init; } = 30;

    /// <summary>How often an interval is to hold the true share. 95 %, usual in statistics.</summary>
    public ConfidenceLevel Confidence { get; init; } = ConfidenceLevel.NinetyFive;

    internal static Bilingual Usual { get; } = Source.From("usual in statistics", "统计惯例");

    static Description<BuyerTraitOptions> IPolicyOptions<BuyerTraitOptions>.Description { get; } = new(
        new("buyer trait policy", "用户画像策略"), static () => new(),
        For<BuyerTraitOptions>.Whole(
            static o => o.AskedMin, static (o, v) => o with { AskedMin = v }, new("answers on each side", "每侧最少回答数"),
            1, int.MaxValue, Unit.People, Usual),
        For<BuyerTraitOptions>.Choice(
            static o => o.Confidence, static (o, v) => o with { Confidence = v }, new("confidence", "置信水平"), ResearchNames.Name,
            Usual));
}
