using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>The figures by which a customer may refer (推荐人门槛).</summary>
/// <remarks>Not checked: <see cref="ReferrerPolicy"/> does. Equality is that of all parts.</remarks>
public sealed record ReferrerOptions
{
    /// <summary>The least number of orders that count; 0 or more. From the article on the underlying logic of private domains: fission is
    /// of consumption, by consumers; with 0, people who never bought may refer, and about 90 % of whom they bring are freeloaders
    /// (羊毛党).</summary>
    public int OrdersMin { get; init; } = 1;

    /// <summary>The lowest stage of the relationship. Rapport, the stage of buyers, is the library's own choice.</summary>
    public RelationshipStage StageMin { get; init; } = RelationshipStage.Rapport;

    internal static Description<ReferrerOptions> Description { get; } = new(
        new("referrer policy", "推荐人规则"),
        For<ReferrerOptions>.Whole(static o => o.OrdersMin, 0, int.MaxValue, Unit.Orders, Source.UnderlyingLogic),
        For<ReferrerOptions>.Choice<RelationshipStage>(static o => o.StageMin, RelationshipNames.Name, Source.Own));
}
