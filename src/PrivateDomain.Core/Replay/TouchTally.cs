using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.Replay;

/// <summary>Counts touches, and how customers fared after them.</summary>
internal sealed class TouchTally(ShopRules rules, ReplayQuestion question)
{
    private readonly Duration follow = Duration.FromDays(question.FollowDays);
    // Customers; those who interacted, were lost, bought: with such a touch and without.
    private readonly int[][] fared = [new int[4], new int[4]];
    private readonly int[] counts = new int[4];
    private int sent;
    private int leftOut;

    internal void Add(CustomerHistory history)
    {
        TouchSent? first = null;
        TouchSent? firstStopped = null;
        foreach (CustomerEvent happened in history.Events)
        {
            if (happened is not TouchSent touch || touch.At < question.TouchesFrom || touch.At > question.AsOf)
            {
                continue;
            }

            if ((touch.Carrier ?? question.Carrier) is var carrier && (carrier == Carrier.None || touch.At + follow > question.AsOf
                || touch.At - Duration.Epsilon < CustomerEvent.EarliestAt))
            {
                leftOut++;
                continue;
            }

            // What was known just before it went.
            CustomerFacts known = history.FactsAt(touch.At - Duration.Epsilon, rules.Shop);
            RelationshipStage? stage = rules.Ladder.Assess(RelationshipFacts.From(known)).Stage;
            OutreachOutcome outcome = stage is null ? OutreachOutcome.Undecidable
                : rules.Outreach.Decide(OutreachFacts.From(known, carrier, stage.Value), touch.Touch, touch.At).Outcome;
            sent++;
            counts[(int)outcome]++;
            first ??= touch;
            firstStopped ??= outcome is OutreachOutcome.Denied or OutreachOutcome.Deferred ? touch : null;
        }

        if ((firstStopped ?? first) is { } from && history.FactsAt(question.AsOf, rules.Shop) is var facts && facts.IsWholeSince(from.At))
        {
            Follow(facts, from.At, firstStopped is null ? 1 : 0);
        }
    }

    internal TouchReplay ToReplay() => new()
    {
        Sent = sent,
        Refused = counts[(int)OutreachOutcome.Denied],
        Deferred = counts[(int)OutreachOutcome.Deferred],
        Undecidable = counts[(int)OutreachOutcome.Undecidable],
        LeftOut = leftOut,
        Interaction = Of(1),
        LinkLost = Of(2),
        Purchase = Of(3),
    };

    private SampleDifference Of(int what) =>
        SampleDifference.Of(fared[0][what], fared[0][0], fared[1][what], fared[1][0], question.Confidence);

    private void Follow(CustomerFacts facts, Instant from, int group)
    {
        CustomerEvent[] after = [.. facts.Events.Where(e => e.At > from && e.At <= from + follow)];
        fared[group][0]++;
        fared[group][1] += Array.Exists(after, static e => Behaviours.IsInteraction(e.Kind)) ? 1 : 0;
        fared[group][2] += Array.Exists(after, static e => e is LinkLost) ? 1 : 0;
        fared[group][3] += facts.Orders.Any(order => order.Counts && order.At > from && order.At <= from + follow) ? 1 : 0;
    }
}
