using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>What a kind of touch needs (触达规则).</summary>
/// <remarks>Equality is that of all members; there is no ordering. An outreach policy checks its rules when it is made.</remarks>
public sealed record TouchRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="kind">The kind of touch; not a service reply, which needs no rule.</param>
    /// <param name="stage">How far the relationship must have come.</param>
    /// <param name="isPromotional">Whether it sells: kept out of reception, counted in the promotional share, held to the repurchase rhythm.</param>
    /// <param name="needsPurchase">Whether only a buyer may get it.</param>
    public TouchRule(TouchKind kind, RelationshipStage stage, bool isPromotional = false, bool needsPurchase = false)
    {
        Kind = kind;
        Stage = stage;
        IsPromotional = isPromotional;
        NeedsPurchase = needsPurchase;
    }

    /// <summary>The kind of touch.</summary>
    public TouchKind Kind { get; }

    /// <summary>How far the relationship must have come.</summary>
    public RelationshipStage Stage { get; }

    /// <summary>Whether it sells.</summary>
    public bool IsPromotional { get; }

    /// <summary>Whether only a buyer may get it.</summary>
    public bool NeedsPurchase { get; }
}

/// <summary>The most messages in a number of days (频次上限), counted over everything sent on every carrier, service replies excepted.</summary>
/// <remarks>
/// <para>Days are the customer's; today is one of them. So 1 day is "today", 7 days are a week without a reset on Monday, 30 days a month.</para>
/// <para>Equality is that of all members; there is no ordering. An outreach policy checks its caps when it is made.</para>
/// </remarks>
public sealed record TouchCap
{
    /// <summary>Makes a cap.</summary>
    /// <param name="max">The most messages, 0 or more; 0 allows none ever.</param>
    /// <param name="days">In how many days, today included: 1 to 365.</param>
    /// <param name="kind">The kind that is counted; none for all kinds together.</param>
    public TouchCap(int max, int days, TouchKind kind = TouchKind.None) => (Max, Days, Kind) = (max, days, kind);

    /// <summary>The most messages.</summary>
    public int Max { get; }

    /// <summary>In how many days, today included.</summary>
    public int Days { get; }

    /// <summary>The kind that is counted; none for all kinds together.</summary>
    public TouchKind Kind { get; }

    internal Bilingual Limit => new($"{Max} in {Days} day(s)", $"{Days} 天 {Max} 条");
}
