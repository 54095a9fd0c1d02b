using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>The figures by which a customer may refer (推荐人门槛).</summary>
/// <remarks>Not checked: <see cref="ReferrerPolicy"/> does. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferrerOptions>))]
public sealed record ReferrerOptions : IPolicyOptions<ReferrerOptions>
{
    /// <summary>The least number of orders that count; 0 or more. From the article on the underlying logic of private domains: fission is
    /// of consumption, by consumers; with 0, people who never bought may refer, and about 90 % of whom they bring are freeloaders
    /// (羊毛党).</summary>
    public int OrdersMin { get; init; } = 1;

    /// <summary>The lowest stage of the relationship. Rapport, the stage of buyers, is the library's own choice.</summary>
    public RelationshipStage StageMin { get; init; } = RelationshipStage.Rapport;

    static Description<ReferrerOptions> IPolicyOptions<ReferrerOptions>.Description { get; } = new(
        new("referrer policy", "推荐人规则"), static () => new(),
        For<ReferrerOptions>.Whole(
            static o => o.OrdersMin, static (o, v) => o with { OrdersMin = v }, new("least orders", "最少有效订单"),
            0, int.MaxValue, Unit.Orders, Source.UnderlyingLogic),
        For<ReferrerOptions>.Choice(
            static o => o.StageMin, static (o, v) => o with { StageMin = v }, new("least stage", "最低阶段"),
            RelationshipNames.Name, Source.Own));
}
