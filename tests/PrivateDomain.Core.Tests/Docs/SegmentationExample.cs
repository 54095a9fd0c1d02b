using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Tests.Docs;

[Kernel]
[Text]
public sealed class SegmentationExample
{
    [Fact]
    public void Segmentation()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Instant now = Instant.FromUtc(2024, 6, 10, 4, 0);
        CustomerId customer = CustomerId.From("alice");
        CustomerHistory history = CustomerHistory.From(customer, [
            new OrderPaid(CustomerEventId.From("1"), customer, now - Duration.FromDays(100), OrderId.From("o1"), Money.Yuan(80m)),
            new OrderPaid(CustomerEventId.From("2"), customer, now - Duration.FromDays(30), OrderId.From("o2"), Money.Yuan(120m)),
            new TagAdded(CustomerEventId.From("3"), customer, now - Duration.FromDays(30), "size-m"),
        ]);

        // snippet: segmentation
        // What the host knows beyond the library's facts.
        ChoiceFact tier = ChoiceFact.From(
            "tier", new("membership tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")),
            new ChoiceLevel("gold", new("gold", "金卡")));
        FactSchema schema = ShopFacts.Schema.With(tier);

        // Rules are data: facts compared, and combined with & | ! and AtLeastOf.
        SegmentSet set = SegmentSet.From(schema,
        [
            new Segment("active", Facts.LastOrder.WithinDays(90) & Facts.Orders.AtLeast(2)),
            new Segment("core", SegmentRule.InSegment("active") & tier.AtLeast("gold")),
            new Segment("back again", Behaviour.Order.RestartedWithin(days: 60, pauseDays: 60) & Facts.Tags.NoneOf("staff")),
            new Segment("a tenth", Facts.Bucket("summer").InShare(0, 10)),
        ]);

        // One customer against all segments: read once, evaluated without allocating.
        FactValues values = FactValues.From(history.FactsAt(now, shop)).With(tier, "silver");
        PreparedSegments prepared = PreparedSegments.From(set, values.Today);
        CustomerVector vector = prepared.Read(values);
        Span<ulong> segments = stackalloc ulong[prepared.WordCount];
        prepared.Evaluate(vector, segments);                             // bits 0 and 2: active, back again

        // Why not core?
        RuleExplanation why = set.Explain("core", values);
        string leaf = why.Leaves[1].ToString(Language.SimplifiedChinese); // ✗ 会员等级：要求 ≥ 金卡，实际 银卡
        // end
        Assert.Equal(0b101UL, segments[0]);
        Assert.Equal("✗ 会员等级：要求 ≥ 金卡，实际 银卡", leaf);
    }

    [Fact]
    public void Columns()
    {
        var today = new LocalDate(2026, 6, 10);
        SegmentSet set = SegmentSet.From(
            FactSchema.BuiltIn,
            [
                new Segment("active", Facts.LastOrder.WithinDays(90) & Facts.Orders.AtLeast(2)),
                new Segment("mums", Facts.Tags.AnyOf("mum")),
            ]);
        double[] orders = [3, 1, double.NaN];
        LocalDate?[] lastOrders = [today.PlusDays(-7), today, null];
        IEnumerable<string>?[] tags = [["mum", "size-m"], [], ["mum"]];
        FactValues fourth = FactValues.From(CustomerId.From("d"), today).With(Facts.Orders, 5).With(Facts.LastOrder, today);

        // snippet: segmentation-columns
        PreparedSegments prepared = PreparedSegments.From(set, today);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, today, rows: orders.Length);
        table.Set(Facts.Orders, 0, orders);               // from the host's own arrays; NaN is absent
        table.Set(Facts.LastOrder, 0, lastOrders);
        table.Set(Facts.Tags, 0, tags);
        int row = table.Append(fourth);                   // or a customer at a time

        SegmentMembership members = prepared.Evaluate(table, threads: 2);
        int active = members.Counts[set.PlaceOf("active")];
        int unclear = members.UndecidableCounts[set.PlaceOf("active")]; // whose history was folded too far: none here
        // end
        Assert.Equal(3, row);
        Assert.Equal((2, 0), (active, unclear));
        Assert.Equal([2, 2], members.Counts);
    }

    [Fact]
    public void ColumnsOfHistories()
    {
        Shop shop = new(DateTimeZone.Utc, Currency.Cny);
        Instant now = Instant.FromUtc(2026, 6, 10, 12, 0);
        LocalDate today = now.InUtc().Date;
        CustomerId anna = CustomerId.From("anna");
        CustomerHistory[] histories =
        [
            CustomerHistory.Empty(CustomerId.From("b")),
            CustomerHistory.From(anna, [new OrderPaid(CustomerEventId.From("e1"), anna, now, OrderId.From("o1"), Money.Yuan(9m))]),
        ];
        PreparedSegments prepared = PreparedSegments.From(
            SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", Facts.Orders.AtLeast(1))]), today);

        // snippet: segmentation-histories
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, today);
        int first = table.Append(histories, now, shop, threads: 2); // rows in the order of the histories
        // end
        Assert.Equal(0, first);
        Assert.Equal([1], prepared.Evaluate(table).RowsOf(0));
    }

    [Fact]
    public void ColumnsWithBitmaps()
    {
        var today = new LocalDate(2026, 6, 10);
        SegmentSet set = SegmentSet.From(
            FactSchema.BuiltIn,
            [
                new Segment("active", Facts.LastOrder.WithinDays(90) & Facts.Orders.AtLeast(2)),
                new Segment("mums", Facts.Tags.AnyOf("mum")),
                new Segment("app", Facts.Channel.AnyOf("app")),
            ]);
        PreparedSegments prepared = PreparedSegments.From(set, today);
        int[] orders = [3, 1, 0, 5];
        int[] lastOrders = [20_600, 20_614, 0, 20_614];
        byte[] ordered = [0b1011_0000];
        int[] channels = [1, 0, 0, 1];
        string[] channelNames = ["app", "shop"];
        int[] tagOffsets = [0, 2, 2, 3, 3];
        int[] tags = [0, 1, 0];
        string[] tagNames = ["mum", "size-m"];

        // snippet: segmentation-bitmaps
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, today);
        int first = table.AppendRows(orders.Length);                     // a record batch
        RowBits known = RowBits.From(ordered, firstBit: 4);              // its validity bitmap and offset
        table.Set(Facts.Orders, first, orders, RowBits.All);             // numbers of any type
        table.Set(Facts.LastOrder, first, lastOrders, known);            // days since 1970-01-01: date32
        table.Set(Facts.Channel, first, channels, channelNames, RowBits.All); // codes and dictionary
        table.Set(Facts.Tags, first, tagOffsets, tags, tagNames, RowBits.All); // a list of codes each
        SegmentMembership members = prepared.Evaluate(table);
        // end
        Assert.Equal([2, 2, 2], members.Counts);
    }
}
