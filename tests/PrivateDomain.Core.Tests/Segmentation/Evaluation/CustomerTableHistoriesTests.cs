using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Core.Tests.Segmentation.Analysis;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Many histories into a table at a time: as one after the other, all or none, and nothing allocated for one more.</summary>
[Kernel]
[Text]
public sealed class CustomerTableHistoriesTests
{
    private const int Block = 1_024;
    private const int Many = (4 * Block) + 7;
    private const int Kinds = 100;
    private static readonly LocalDate Today = new(2026, 1, 12);
    private static readonly Instant Now = RandomHistory.NowOf(Today);
    private static readonly Shop Shop = RandomEvents.TestShop;
    private static readonly TimeWindow Week = TimeWindow.LastDays(7);
    private static readonly NumberFact Age = NumberFact.From("age", new("age", "年龄")); // only the host knows it

    private static readonly NumberFact[] Numbers =
    [
        .. Facts.All.OfType<NumberFact>(), Facts.Count(Behaviour.MessageReceived, Week), Facts.Count(Behaviour.TouchSent),
        Facts.Days(Behaviour.Interaction, Week), Facts.Days(Behaviour.Order, Week), Facts.Gap(Behaviour.Interaction), Facts.SpendIn(Week),
        Facts.Periods(Behaviour.MessageReceived, 2, 4), Facts.Ratio(Facts.Spend, Facts.Orders), Facts.Bucket("summer"), Age,
    ];

    private static readonly DateFact[] Dates =
        [.. Facts.All.OfType<DateFact>(), Facts.First(Behaviour.MessageReceived), Facts.Last(Behaviour.WelfareReceived)];

    private static readonly SegmentSet Set = SegmentSet.From(FactSchema.BuiltIn.With(Age), Rules().Select(static (rule, i) =>
        new Segment($"s{i}", rule)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(Block - 1, 1)]
    [InlineData(Block, 2)]
    [InlineData(Block + 1, 2)]
    [InlineData(Many, 1)]
    [InlineData(Many, 3)]
    [InlineData(Many, 64)]
    public void Append_Histories_SaysWhatOneAfterTheOtherSays(int customers, int threads)
    {
        PreparedSegments prepared = Set.Prepare(Today);
        CustomerTable one = Begun(prepared);
        CustomerTable many = Begun(prepared);
        CustomerHistory[] histories = Histories(customers);
        foreach (CustomerHistory history in histories)
        {
            one.Append(FactValues.From(history.FactsAt(Now, Shop)));
        }

        Assert.Equal(77, many.Append(histories, Now, Shop, threads));
        Assert.Equal(77 + customers, many.Count);
        AreEqual(prepared.Evaluate(one), prepared.Evaluate(many));
        Assert.True(customers < Kinds || prepared.Evaluate(many).Counts.Count(static count => count > 0) > 100);
    }

    [Fact]
    public void Append_WholeNumbersThenAmounts_AndTextsSeenBefore()
    {
        PreparedSegments prepared = Set.Prepare(Today);
        CustomerTable one = CustomerTable.From(prepared.FactsUsed, Today);
        CustomerTable many = CustomerTable.From(prepared.FactsUsed, Today);
        foreach (CustomerHistory[] some in new[] { Histories(3), [.. Histories(100).Reverse()], Histories(70) })
        {
            many.Append(some, Now, Shop);
            Array.ForEach(some, history => one.Append(FactValues.From(history.FactsAt(Now, Shop))));
        }

        AreEqual(prepared.Evaluate(one), prepared.Evaluate(many));
    }

    [Fact]
    public void Append_OneHistoryMore_AllocatesNothing()
    {
        PreparedSegments prepared = Set.Prepare(Today);
        CustomerHistory[] few = Histories(200);
        CustomerHistory[] many = Histories(1_000); // the table's first rows are as many
        Assert.Equal(Allocations.Of(() => Fill(few)), Allocations.Of(() => Fill(many)));

        void Fill(CustomerHistory[] histories) => CustomerTable.From(prepared.FactsUsed, Today).Append(histories, Now, Shop);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void Progress_GrowsToAllRows(int threads)
    {
        var told = new Told(static _ => { });
        CustomerTable.From([Facts.Orders], Today).Append(Histories(Many), Now, Shop, threads, told);
        Assert.Equal(Many, told.Rows[^1]);
        Assert.Equal(5, told.Rows.Count);
        Assert.Equal(told.Rows.Distinct().Order(), told.Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Append_CancelledOrFailed_LeavesTheTableAsItWas(int threads)
    {
        PreparedSegments prepared = Set.Prepare(Today);
        CustomerTable table = Begun(prepared);
        using var source = new CancellationTokenSource();
        var told = new Told(_ => source.Cancel());
        OperationCanceledException cancelled = Assert.ThrowsAny<OperationCanceledException>(
            () => table.Append(Histories(Many), Now, Shop, threads, told, source.Token));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.InRange(told.Rows.Count, 1, threads);
        Assert.ThrowsAny<OperationCanceledException>(() => table.Append(Histories(1), Now, Shop, cancellation: source.Token));
        Assert.Throws<InvalidOperationException>(() => table.Append(
            Histories(Many), Now, Shop, threads, new Told(static _ => throw new InvalidOperationException())));
        Assert.Equal(77, table.Count);
        AreEqual(prepared.Evaluate(Begun(prepared)), prepared.Evaluate(table));

        // The rows are absent again, and can be filled.
        CustomerTable longer = Begun(prepared);
        longer.AppendRows(Many);
        table.AppendRows(Many);
        AreEqual(prepared.Evaluate(longer), prepared.Evaluate(table));
        Assert.Equal(77 + Many, table.Append(Histories(Many), Now, Shop, threads));
        longer.Append(Histories(Many), Now, Shop);
        AreEqual(prepared.Evaluate(longer), prepared.Evaluate(table));
    }

    [Fact]
    public void Misuse_IsNamed_AndTheTableIsAsItWas()
    {
        CustomerTable table = CustomerTable.From([Facts.Orders], Today);
        CustomerHistory[] some = Histories(2);
        Assert.Throws<ArgumentNullException>("histories", () => table.Append(null!, Now, Shop));
        Assert.Throws<ArgumentNullException>("histories", () => table.Append([some[0], null!], Now, Shop));
        Assert.Throws<ArgumentNullException>("shop", () => table.Append(some, Now, null!));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => table.Append(some, Now, Shop, 0));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => table.Append(some, CustomerEvent.LatestAt + Duration.Epsilon, Shop));
        Instant midnight = Shop.Zone.AtStartOfDay(Today).ToInstant();
        Assert.Throws<ArgumentException>("asOf", () => table.Append(some, midnight - Duration.Epsilon, Shop));
        Assert.Throws<ArgumentException>("asOf", () => table.Append(some, midnight + Duration.FromDays(1), Shop));
        Assert.Equal(0, table.Count);
        Assert.Equal(0, table.Append(some, midnight, Shop));
        Assert.Equal(2, table.Append(some, midnight + Duration.FromDays(1) - Duration.Epsilon, Shop));
        Assert.Equal(4, table.Append(some, Now, Shop));
    }

    private static void AreEqual(SegmentMembership expected, SegmentMembership found)
    {
        Assert.Equal(expected.RowCount, found.RowCount);
        for (int i = 0; i < Set.Segments.Length; i++)
        {
            Assert.True(expected.Bitmaps[i].SequenceEqual(found.Bitmaps[i]), $"{Set.Segments[i].Rule}");
            Assert.True(expected.Undecidable[i].SequenceEqual(found.Undecidable[i]), $"{Set.Segments[i].Rule}");
        }
    }

    // Some rows of the host's: no number that 64 divides, with a fact that histories do not tell.
    private static CustomerTable Begun(PreparedSegments prepared)
    {
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today, rows: 77);
        table.Set(Age, 0, [.. Enumerable.Range(0, 77).Select(static i => i % 5.0)]);
        table.Set(Facts.Channel, 0, [.. Enumerable.Repeat("渠道2", 40)]);
        table.Set(Facts.Tags, 0, [.. Enumerable.Repeat<IEnumerable<string>>(["mum", "other"], 70)]);
        return table;
    }

    // New ones, of which nobody asked facts yet.
    private static CustomerHistory[] Histories(int count)
    {
        CustomerHistory[] kinds = [.. Enumerable.Range(0, Kinds).Select(Kind)];
        return [.. Enumerable.Range(0, count).Select(i => kinds[i % Kinds])];
    }

    // Every kind of event, refunds and deliveries of all sorts, and every third history compacted.
    private static CustomerHistory Kind(int number)
    {
        Random random = Chance.From(number);
        if (number % 4 == 3)
        {
            return RandomHistory.Of(random, number, Today);
        }

        IEnumerable<CustomerEvent> events = Enumerable.Range(0, random.Next(60)).Select(i => RandomEvents.Make(
            (EventKind)random.Next((int)EventKind.LinkMade, (int)EventKind.TouchSent + 1), CustomerEventId.From($"e{i}"),
            RandomEvents.Start + Duration.FromHours(random.Next(41) * 7), random.Next(4), random.Next(6)));
        CustomerHistory history = CustomerHistory.From(RandomEvents.Someone, events);
        return number % 3 == 0 ? history.CompactBefore(RandomEvents.Start + Duration.FromDays(random.Next(12))) : history;
    }

    private static IEnumerable<SegmentRule> Rules()
    {
        foreach (NumberFact fact in Numbers)
        {
            foreach (double limit in new[] { 0, 0.5, 1, 1.5, 2, 3, 5, 8, 20, 60, 100 })
            {
                yield return fact.AtLeast(limit);
            }
        }

        foreach (DateFact fact in Dates)
        {
            foreach (int days in new[] { 0, 1, 3, 6, 9, 30, 90 })
            {
                yield return fact.OnOrAfter(Today.PlusDays(-days));
            }
        }

        foreach (Fact fact in Numbers.Concat<Fact>(Dates).Concat([Facts.Linked, Facts.Reachable, Facts.Channel, Facts.Tags, Facts.Groups]))
        {
            yield return fact.IsKnown();
        }

        yield return Facts.Linked.IsYes();
        yield return Facts.Reachable.IsYes();
        yield return Facts.Carriers.AllOf("we_com", "personal_we_chat");
        yield return Facts.Carriers.NoneOf("we_com");
        foreach (int i in Enumerable.Range(0, 6))
        {
            yield return Facts.Channel.AnyOf($"渠道{i}");
            yield return Facts.Groups.AnyOf($"g{i}");
            yield return Facts.Tags.AnyOf($"标签 <{i}> \"😀\"");
        }

        yield return Facts.Tags.AnyOf("mum") & Facts.Orders.AtLeast(1);
        yield return Facts.Tags.NoneOf("other", "mum");
    }
}
