using System.Text.Json.Serialization;
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
[JsonConverter(typeof(OptionsJsonConverter<TouchRule>))]
public sealed record TouchRule : IPolicyOptions<TouchRule>
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

    static Description<TouchRule> IPolicyOptions<TouchRule>.Description { get; } = new(
        new("touch rule", "触达规则"), static () => new() { Kind = TouchKind.None },
        For<TouchRule>.Choice(
            static o => o.Kind, static (o, v) => o with { Kind = v }, new("kind of touch", "触达类型"),
            OutreachReasons.NameOf, Source.Own, notZero: true).Needed(),
        For<TouchRule>.Rule("kind", static o =>
            o.Kind == TouchKind.ServiceReply ? PolicyReasons.UnknownChoice.With(Replies, Others) : null),
        For<TouchRule>.Choice(
            static o => o.Stage, static (o, v) => o with { Stage = v }, new("stage from which on", "起始阶段"),
            RelationshipNames.Name, Source.UnderlyingLogic),
        For<TouchRule>.Flag(static o => o.IsPromotional, static (o, v) => o with { IsPromotional = v }, new("sells", "属于推销"),
            Source.Own),
        For<TouchRule>.Flag(
            static o => o.NeedsPurchase, static (o, v) => o with { NeedsPurchase = v }, new("for buyers only", "仅限已购客户"), Source.Own),
        For<TouchRule>.Choice(
            static o => o.Need, static (o, v) => o with { Need = v }, new("asks of the need", "需求要求"), OutreachNames.Name, Source.Own));

    /// <summary>Whether there must be a rule for a kind.</summary>
    internal static bool IsNeededFor(TouchKind kind) => kind is > TouchKind.ServiceReply and <= TouchKind.MembershipOffer;

    private static Bilingual Replies => new("a service reply", "服务回复");

    private static Bilingual Others => new("another kind: replies need no rule", "其他类型：服务回复无需规则");
}
