using System.Linq.Expressions;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Segmentation.Queries;

/// <summary>Members are compared in their own type, and answer as the plain reading does.</summary>
[Text]
public sealed class MemberTypeTests
{
    private static readonly LocalDate Today = RandomRules.Today;
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];

    private static readonly double[] Ends =
    [
        -1e300, -7.9e28, -9.3e18, -2147483648.5, -2.5, -double.Epsilon, 0, double.Epsilon, 0.1, 0.3, 1, 2, 2.0000000000000004, 2.5,
        2147483647, 2147483648, 9.3e18, 7.9e28, double.MaxValue,
    ];

    [Fact]
    public void Filter_NumbersOfEveryType_AgreeWithThePlainReading()
    {
        SegmentMapping<Row> mapping = SegmentMapping<Row>.Empty;
        int?[] ints = [null, int.MinValue, -3, -2, 0, 1, 2, 3, int.MaxValue];
        long?[] longs = [null, -(1L << 53), -3, 0, 2, 3, 1L << 53];
        decimal?[] decimals = [null, -12.34m, -0.01m, 0, 0.1m, 0.3m, 2, 2.01m, 999_999_999_999.99m];
        foreach (SegmentRule rule in Rules())
        {
            Agree(mapping.Map(Facts.Orders, row => row.Int), rule, ints, static x => new Row(Int: x), static x => x);
            Agree(mapping.Map(Facts.Orders, row => row.Long), rule, longs, static x => new Row(Long: x), static x => x);
            Agree(mapping.Map(Facts.Orders, row => row.Decimal), rule, decimals, static x => new Row(Decimal: x), static x => (double?)x);
        }
    }

    [Fact]
    public void Filter_AWholeMember_IsNotCast()
    {
        string text = SegmentMapping<Row>.Empty.Map(Facts.Orders, row => row.Int).Filter(Facts.Orders.AtLeast(1.5), Today).Value.ToString();
        Assert.DoesNotContain("Double", text, StringComparison.Ordinal);
        Assert.Contains("row.Int >= ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_DatesOfNodaTime_AgreeWithThePlainReading()
    {
        var shop = new Shop(Zone, Currency.Cny);
        Instant first = Zone.AtStartOfDay(new LocalDate(2018, 2, 16)).ToInstant(); // the clock goes back over midnight on the 18th
        var someone = CustomerId.From("someone");
        SegmentMapping<Row> instants = SegmentMapping<Row>.Empty.Map(Facts.LastOrder, row => row.Instant, Zone);
        SegmentMapping<Row> dates = SegmentMapping<Row>.Empty.Map(Facts.LastOrder, row => row.Date);
        SegmentMapping<Row> times = SegmentMapping<Row>.Empty.Map(Facts.LastOrder, row => row.Time);
        for (int n = 0; n < 200; n++)
        {
            Instant at = first + Duration.FromMinutes(30 * n);
            FactValues values = FactValues.From(CustomerHistory.From(someone,
                [new OrderPaid(CustomerEventId.From("e"), someone, at, OrderId.From("o"), Money.From(1, Currency.Cny))])
                .FactsAt(first + Duration.FromDays(6), shop));
            LocalDate day = values.DateOf(Facts.LastOrder)!.Value;
            var row = new Row(Instant: at, Date: day, Time: day.At(new LocalTime(23, 59)));
            foreach (SegmentRule rule in new[]
            {
                Facts.LastOrder.On(new LocalDate(2018, 2, 17)), Facts.LastOrder.Before(new LocalDate(2018, 2, 18)),
                Facts.LastOrder.WithinDays(4), Facts.LastOrder.NotOn(new LocalDate(2018, 2, 18)),
            })
            {
                Assert.Equal(rule.Matches(values), instants.Filter(rule, values.Today).Value.Compile()(row));
                Assert.Equal(rule.Matches(values), dates.Filter(rule, values.Today).Value.Compile()(row));
                Assert.Equal(rule.Matches(values), times.Filter(rule, values.Today).Value.Compile()(row));
            }
        }
    }

    [Fact]
    public void Filter_DaysBeyondTheCalendarsEnd_AreAnOpenEnd()
    {
        SegmentRule rule = Facts.LastOrder.WithinNextDays(36_525);
        Func<Row, bool> filter =
            SegmentMapping<Row>.Empty.Map(Facts.LastOrder, row => row.Date).Filter(rule, new LocalDate(9999, 1, 1)).Value.Compile();
        Assert.True(filter(new Row(Date: LocalDate.MaxIsoValue)));
        Assert.False(filter(new Row()));
    }

    [Fact]
    public void Filter_CountsWithinCounts_GrowWithTheRuleAndNotWithEachLevel()
    {
        // One of two and two of two, 30 deep: as sums of ones and zeros a provider's work doubled with every level.
        SegmentRule rule = Facts.Orders.AtLeast(1);
        for (int n = 0; n < 30; n++)
        {
            rule = SegmentRule.AtLeastOf((n % 2) + 1, rule, Facts.Orders.AtMost(n));
        }

        var counter = new Counter();
        counter.Visit(SegmentMapping<Row>.Empty.Map(Facts.Orders, row => row.Int).Filter(rule, Today).Value.Body);
        Assert.Equal(0, counter.Conditions);
        Assert.InRange(counter.Nodes, 1, 31 * 12);
    }

    private static void Agree<T>(
        SegmentMapping<Row> mapping, SegmentRule rule, T[] values, Func<T, Row> row, Func<T, double?> number)
    {
        Func<Row, bool> filter = mapping.Filter(rule, Today).Value.Compile();
        foreach (T value in values)
        {
            FactValues known = FactValues.From(default, Today);
            known = number(value) is { } x ? known.With(Facts.Orders, x) : known;
            Assert.True(rule.Matches(known) == filter(row(value)), $"{rule} of {value}");
        }
    }

    private static IEnumerable<SegmentRule> Rules()
    {
        foreach (double end in Ends)
        {
            SegmentRule[] rules =
            [
                Facts.Orders.LessThan(end), Facts.Orders.AtMost(end), Facts.Orders.AtLeast(end), Facts.Orders.GreaterThan(end),
                Facts.Orders.EqualTo(end), Facts.Orders.NotEqualTo(end), Facts.Orders.Between(Math.Min(end, 0.1), Math.Max(end, 2)),
            ];
            foreach (SegmentRule rule in rules)
            {
                yield return rule;
                yield return !rule;
            }
        }
    }

    private sealed class Counter : ExpressionVisitor
    {
        internal int Nodes { get; private set; }

        internal int Conditions { get; private set; }

        public override Expression? Visit(Expression? node)
        {
            Nodes += node is null ? 0 : 1;
            Conditions += node is ConditionalExpression ? 1 : 0;
            return base.Visit(node);
        }
    }

    private sealed record Row(
        int? Int = null, long? Long = null, decimal? Decimal = null, LocalDate? Date = null, LocalDateTime? Time = null,
        Instant? Instant = null);
}
