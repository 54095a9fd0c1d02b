using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>What a touch asks of the customer's need of what it is about (需求要求).</summary>
/// <remarks>The default value is <see cref="Off"/>. Names for people: <see cref="OutreachNames"/>.</remarks>
public enum NeedDemand
{
    /// <summary>Nothing (不检查).</summary>
    Off = 0,

    /// <summary>It may go, with a warning where the need is not shown (提醒).</summary>
    Warn,

    /// <summary>It may go only to a need that is shown; undecidable while the need is unknown (必须已证实).</summary>
    Require,
}

/// <summary>What a kind of touch needs (触达规则).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a part of.</remarks>
public sealed record TouchRule
{
    /// <summary>The kind of touch; not a service reply, which needs no rule.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>The stage from which on it may be sent.</summary>
    public RelationshipStage Stage { get; init; } = RelationshipStage.Acquaintance;

    /// <summary>Whether it sells: kept out of reception, counted in the promotion share, held to the repurchase rhythm.</summary>
    public bool IsPromotional { get; init; }

    /// <summary>Whether only a buyer may get it.</summary>
    public bool NeedsPurchase { get; init; }

    /// <summary>What it asks of the customer's need of what it is about (需求验证); nothing by default, for only a shop that records
    /// products and needs can answer.</summary>
    public NeedDemand Need { get; init; }

    internal static Description<TouchRule> Description { get; } = new(
        new("touch rule", "触达规则"),
        For<TouchRule>.Choice<TouchKind>(static o => o.Kind, OutreachReasons.NameOf, Source.Own, notZero: true),
        For<TouchRule>.Rule("kind", static o =>
            o.Kind == TouchKind.ServiceReply ? PolicyReasons.UnknownChoice.With(Replies, Others) : null),
        For<TouchRule>.Choice<RelationshipStage>(static o => o.Stage, RelationshipNames.Name, Source.UnderlyingLogic),
        For<TouchRule>.Flag(static o => o.IsPromotional, Source.Own),
        For<TouchRule>.Flag(static o => o.NeedsPurchase, Source.Own),
        For<TouchRule>.Choice<NeedDemand>(static o => o.Need, OutreachNames.Name, Source.Own));

    /// <summary>Whether there must be a rule for a kind.</summary>
    internal static bool IsNeededFor(TouchKind kind) => kind is > TouchKind.ServiceReply and <= TouchKind.MembershipOffer;

    private static Bilingual Replies => new("a service reply", "服务回复");

    private static Bilingual Others => new("another kind: replies need no rule", "其他类型：服务回复无需规则");
}
