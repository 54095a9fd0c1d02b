using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport;

/// <summary>Asks the outreach guard of the shop's rules about every customer.</summary>
internal sealed class OutreachAnalysis(ShopRules rules)
{
    private static readonly ImmutableArray<TouchKind> Kinds = [TouchKind.Promotion, TouchKind.Welfare, TouchKind.ReferralInvitation];

    public OutreachPart Of(ShopData data, ImmutableArray<Standing> customers)
    {
        ImmutableArray<(Standing Customer, OutreachFacts Facts)> all =
            [.. customers.Select(each => (each, FactsOf(each, data.Files.Touches is not null)))];
        ILookup<OutreachOutcome, Asked> promotion = Ask(all, Kinds[0], data.Now).ToLookup(static each => each.Decision.Outcome);
        return new OutreachPart(
            data.Now,
            [.. Kinds.Select(kind => Count(kind, Ask(all, kind, data.Now)))],
            Named(promotion[OutreachOutcome.Allowed]),
            [
                .. promotion[OutreachOutcome.Deferred]
                    .OrderBy(static each => each.Decision.Until)
                    .ThenBy(static each => each.Customer.Facts.Customer)
                    .Take(RelationshipAnalysis.NamedMax),
            ],
            Named(promotion[OutreachOutcome.Denied]),
            Named(promotion[OutreachOutcome.Undecidable]),
            data.Files.Touches is not null);
    }

    /// <summary>What the guard says of one customer, in the order in which kinds are asked for here.</summary>
    public ImmutableArray<(TouchKind Kind, OutreachDecision Decision)> Decide(
        ShopData data, Standing customer, params ImmutableArray<TouchKind> kinds)
    {
        OutreachFacts facts = FactsOf(customer, data.Files.Touches is not null);
        return [.. kinds.Select(kind => (kind, rules.Outreach.Decide(facts, kind, data.Now)))];
    }

    // On the best link there is: active before muted before lost, then the one that is not opted out of.
    private static OutreachFacts FactsOf(Standing customer, bool areTouchesKnown)
    {
        CustomerFacts facts = customer.Facts;
        Carrier carrier = facts.Links
            .OrderByDescending(static link => link.State)
            .ThenBy(link => facts.IsOptedOutOn(link.Carrier))
            .Select(static link => link.Carrier)
            .FirstOrDefault(Carrier.WeCom);
        return OutreachFacts.From(facts, carrier, customer.Stage, hasRecordOfTouches: areTouchesKnown);
    }

    private IEnumerable<Asked> Ask(ImmutableArray<(Standing Customer, OutreachFacts Facts)> customers, TouchKind kind, Instant now) =>
        customers.Select(each => new Asked(each.Customer, rules.Outreach.Decide(each.Facts, kind, now)));

    private static TouchPart Count(TouchKind kind, IEnumerable<Asked> asked)
    {
        int[] outcomes = new int[(int)OutreachOutcome.Allowed + 1];
        var reasons = new Dictionary<string, (ReasonDefinition Reason, int Count)>(StringComparer.Ordinal);
        foreach (Asked each in asked)
        {
            outcomes[(int)each.Decision.Outcome]++;
            if (!each.Decision.IsAllowed)
            {
                ReasonDefinition first = each.Decision.Reasons[0].Definition;
                reasons[first.Code] = (first, reasons.GetValueOrDefault(first.Code).Count + 1);
            }
        }

        return new TouchPart(
            kind,
            outcomes[(int)OutreachOutcome.Allowed],
            outcomes[(int)OutreachOutcome.Deferred],
            outcomes[(int)OutreachOutcome.Denied],
            outcomes[(int)OutreachOutcome.Undecidable],
            [.. reasons.Values.OrderByDescending(static each => each.Count)
                .ThenBy(static each => each.Reason.Code, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<Asked> Named(IEnumerable<Asked> asked) =>
    [
        .. asked.OrderByDescending(static each => each.Customer.Facts.Spend)
            .ThenBy(static each => each.Customer.Facts.Customer)
            .Take(RelationshipAnalysis.NamedMax),
    ];
}
