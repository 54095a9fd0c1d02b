using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static ArrowColumns.CustomerColumns;

namespace ArrowColumns;

/// <summary>The segments of the shop: every column is asked for, and every kind of comparison.</summary>
internal static class ShopSegments
{
    internal static SegmentSet Set { get; } = SegmentSet.From(Schema, [.. Named(), .. Graded()]);

    private static IEnumerable<Segment> Named() =>
    [
        new("active", Facts.LastOrder.WithinDays(90) & Facts.Orders.AtLeast(2)),
        new("core", SegmentRule.InSegment("active") & Tier.AtLeast("gold") & FactsOfRelationship.Trust.AtLeast(60)),
        new("asleep", Facts.LastOrder.MoreThanDaysAgo(180) & Facts.Reachable.IsYes()),
        new("new", Facts.FirstOrder.WithinDays(60) & Facts.PurchaseDays.AtMost(1)),
        new("unknown age", Age.IsUnknown() & Facts.Linked.IsYes()),
        new("capital", City.AnyOf("城市 0", "城市 1", "城市 2") & !Facts.Channel.AnyOf("ads")),
        new("promoters", Facts.Nps.AtLeast(9) & Facts.Interactions.AtLeast(1_000)),
        new("tagged", Facts.Tags.AllOf("tag 1", "tag 2") | Facts.Tags.AnyOf("tag 3")),
        new("untagged", Facts.Tags.NoneOf("tag 4", "tag 5", "tag 6") & Facts.LastActive.WithinDays(30)),
        new("close", FactsOfRelationship.Stage.AtLeast(RelationshipStage.Rapport) & Facts.LastInteraction.WithinDays(30)),
    ];

    private static IEnumerable<Segment> Graded()
    {
        NumberFact recentOrders = Facts.Count(Behaviour.Order, TimeWindow.LastDays(90));
        NumberFact recentMessages = Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(30));
        NumberFact recentSpend = Facts.SpendIn(TimeWindow.LastDays(90));
        for (int grade = 1; grade <= 10; grade++)
        {
            yield return new Segment(FormattableString.Invariant($"grade {grade}"), SegmentRule.AtLeastOf(3,
                Facts.Spend.AtLeast(800 * grade), recentSpend.Between(100 * grade, 200 * grade), Facts.AverageTicket.AtLeast(30 * grade),
                recentOrders.AtLeast(grade % 9), recentMessages.GreaterThan(5 * grade), Facts.Links.NotEqualTo(grade % 4),
                Age.Between(16 + grade, 40 + (3 * grade)), Facts.LastActive.WithinDays(20 * grade)));
        }
    }
}
