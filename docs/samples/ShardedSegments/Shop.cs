using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Queries;

namespace ShardedSegments;

/// <summary>The shop's facts, its segments, and which column holds which fact.</summary>
internal static class Shop
{
    internal static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    internal static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 4, 0);
    internal static readonly LocalDate Today = Now.InZone(Zone).Date;
    internal static readonly TextFact City = TextFact.From("city", new("city", "城市"));
    internal static readonly ChoiceFact Tier = ChoiceFact.From(
        "tier", new("membership tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")),
        new ChoiceLevel("gold", new("gold", "金卡")), new ChoiceLevel("black", new("black", "黑卡")));

    internal static readonly SqlMapping Mapping = SqlMapping.From(SqlDialect.PostgreSql, "c")
        .Map(Facts.Orders, "orders", SqlColumnType.Whole).Map(Facts.Spend, "spend", SqlColumnType.Amount)
        .Map(Facts.LastOrder, "last_order_at", Zone).Map(Facts.Linked, "linked", SqlColumnType.YesNo)
        .Map(City, "city", SqlColumnType.Text).Map(Tier, "tier", SqlColumnType.Text).Map(Facts.Tags, "tags", SqlColumnType.Texts);

    internal static readonly SegmentSet Segments = SegmentSet.From(ShopFacts.Schema.With(City, Tier), [.. Named(), .. Graded()]);

    /// <summary>Which customers are in which segment, worked out in this process.</summary>
    internal static SegmentMembership MembersOf(Customer[] customers)
    {
        PreparedSegments prepared = PreparedSegments.From(Segments, Today);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today, customers.Length);
        table.Set(Facts.Orders, 0, [.. customers.Select(static c => c.Orders ?? double.NaN)]);
        table.Set(Facts.Spend, 0, [.. customers.Select(static c => (double?)c.Spend ?? double.NaN)]);
        table.Set(Facts.LastOrder, 0, [.. customers.Select(static c => c.LastOrderAt?.InZone(Zone).Date)]);
        table.Set(Facts.Linked, 0, [.. customers.Select(static c => c.IsLinked)]);
        table.Set(City, 0, [.. customers.Select(static c => c.City)]);
        table.Set(Tier, 0, [.. customers.Select(static c => c.Tier is { } tier ? Tier.PlaceOf(tier) : -1)]);
        table.Set(Facts.Tags, 0, [.. customers.Select(static c => (IEnumerable<string>?)c.Tags)]);
        return prepared.Evaluate(table);
    }

    private static IEnumerable<Segment> Named() =>
    [
        new("active", Facts.LastOrder.WithinDays(90) & Facts.Orders.AtLeast(2)),
        new("core", SegmentRule.InSegment("active") & Tier.AtLeast("gold") & Facts.Spend.AtLeast(3_000)),
        new("asleep", Facts.LastOrder.MoreThanDaysAgo(180) & Facts.Linked.IsYes()),
        new("never", Facts.Orders.EqualTo(0) | Facts.LastOrder.IsUnknown()),
        new("capital", City.AnyOf("城市 0", "城市 1", "城市 2") & !Tier.AtMost("silver")),
        new("tagged", Facts.Tags.AllOf("tag 1", "tag 2") | Facts.Tags.AnyOf("tag 3")),
        new("untagged", Facts.Tags.NoneOf("tag 4", "tag 5") & City.NoneOf("城市 7")),
        new("lost", !Facts.Linked.IsYes() & Facts.Spend.GreaterThan(5_000)),
    ];

    private static IEnumerable<Segment> Graded()
    {
        for (int grade = 1; grade <= 8; grade++)
        {
            yield return new Segment(FormattableString.Invariant($"grade {grade}"), SegmentRule.AtLeastOf(2,
                Facts.Spend.AtLeast(1_000 * grade), Facts.Orders.Between(3 * grade, 4 * grade), Facts.LastOrder.WithinDays(30 * grade),
                Tier.NotEqualTo("silver")));
        }
    }
}
