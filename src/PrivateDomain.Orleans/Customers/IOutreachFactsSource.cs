using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Orleans.Customers;

/// <summary>How a grain comes to what the outreach guard needs (触达依据来源). A host that knows more than the history, such as the
/// customer's own zone, the health of a group or a need, registers one of its own.</summary>
public interface IOutreachFactsSource
{
    /// <summary>The facts for one touch. Pure: it is asked again after a conflict.</summary>
    /// <param name="rules">The shop's rules.</param>
    /// <param name="facts">The customer at the touch's instant.</param>
    /// <param name="touch">The touch; it has a carrier.</param>
    OutreachFacts From(ShopRules rules, CustomerFacts facts, TouchSent touch);
}

/// <summary>By the history alone: the stage of the shop's ladder, the customer's own cycle, the shop's zone.</summary>
internal sealed class HistoryOutreachFacts : IOutreachFactsSource
{
    // A stage that nobody can decide is none.
    public OutreachFacts From(ShopRules rules, CustomerFacts facts, TouchSent touch) => OutreachFacts.From(
        facts,
        touch.Carrier!.Value,
        rules.Ladder.Assess(RelationshipFacts.From(facts)).Stage ?? RelationshipStage.None);
}
