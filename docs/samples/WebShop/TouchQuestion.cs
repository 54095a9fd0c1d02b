using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace WebShop;

/// <summary>Whether a customer may be written to: what the caller knows of them. A host with histories has these facts.</summary>
public sealed record TouchQuestion
{
    /// <summary>What is to be sent.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>How far the relationship has come.</summary>
    public required RelationshipStage Stage { get; init; }

    /// <summary>How many days ago the customer was linked.</summary>
    public required int LinkedDays { get; init; }

    /// <summary>Whether the customer wants no messages.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>Asks the guard of a shop.</summary>
    public OutreachDecision Decide(ShopRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var facts = new OutreachFacts(
            now,
            rules.Shop.Zone,
            Stage,
            LinkState.Active,
            linkedSince: now - Duration.FromDays(LinkedDays),
            isOptedOut: IsOptedOut,
            sent: []);
        return rules.Outreach.Decide(facts, Kind, now);
    }
}
