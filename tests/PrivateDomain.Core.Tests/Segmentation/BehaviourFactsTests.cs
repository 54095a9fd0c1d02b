using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Value;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Segmentation;

[Kernel]
[Text]
public sealed class BehaviourFactsTests
{
    private static readonly Behaviour[] All = [.. Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None)];
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 10, 4, 0); // 12:00 in Shanghai

    [Fact]
    public void OverTime_ThePhrasesOfTheDomain_SayWhatTheySay()
    {
        // Orders 0, 5, 40, 100, 130, 160 and 400 days ago.
        FactValues values = Orders(0, 5, 40, 100, 130, 160, 400);

        Assert.True(Behaviour.Order.Done(TimeWindow.LastDays(1)).Matches(values));
        Assert.False(Behaviour.Order.NotDone(TimeWindow.LastDays(90)).Matches(values));
        Assert.True(Behaviour.ComplaintMade.NotDone().Matches(values));
        Assert.True(Behaviour.Order.DoneTimes(2, 5, TimeWindow.LastDays(90)).Matches(values));
        Assert.False(Behaviour.Order.DoneTimes(4, 5, TimeWindow.LastDays(90)).Matches(values));
        Assert.True(Behaviour.Order.Done(TimeWindow.MoreThanDaysAgo(399)).Matches(values));
        Assert.False(Behaviour.Order.Done(TimeWindow.MoreThanDaysAgo(400)).Matches(values));
        Assert.True(Behaviour.Order.FirstDoneWithin(401).Matches(values));
        Assert.False(Behaviour.Order.FirstDoneWithin(400).Matches(values));
        // The second period, 30 to 59 days ago, has one; 60 to 89 has none.
        Assert.Equal(5, values.NumberOf(Facts.Periods(Behaviour.Order, 30, 6)));
        Assert.True(Behaviour.Order.DoneRegularly(least: 5, periods: 6, days: 30).Matches(values));
        Assert.False(Behaviour.Order.DoneRegularly(least: 6, periods: 6, days: 30).Matches(values));
        Assert.False(Behaviour.Order.StoppedFor(60).Matches(values));
        Assert.True(Behaviour.Order.StoppedFor(60).Matches(Orders(61)));
        Assert.False(Behaviour.Order.StoppedFor(60).Matches(Orders(60)));
        Assert.False(Behaviour.Order.StoppedFor(60).Matches(Orders())); // who never began has not stopped
    }

    [Theory]
    [InlineData(new[] { 5, 40, 140 }, 35d, 100d)]
    [InlineData(new[] { 10, 5, 110 }, 100d, 100d)] // restarted 10 days ago, and bought once more since
    [InlineData(new[] { 0, 0 }, null, null)] // twice on one day is no pause
    [InlineData(new[] { 31, 200 }, null, 169d)] // the pause ended before the window
    [InlineData(new int[0], null, null)]
    public void Gap_IsTheLongestPauseThatEndedInTheWindow(int[] daysAgo, double? last30, double? ever)
    {
        FactValues values = Orders(daysAgo);
        Assert.Equal(last30, values.NumberOf(Facts.Gap(Behaviour.Order, TimeWindow.LastDays(30))));
        Assert.Equal(ever, values.NumberOf(Facts.Gap(Behaviour.Order)));
        Assert.Equal(last30 >= 90, Behaviour.Order.RestartedWithin(30, pauseDays: 90).Matches(values));
    }

    [Fact]
    public void LastSevenDays_AtTheShopsMidnight_BeginAndEndWithTheShopsDay()
    {
        Instant midnight = Instant.FromUtc(2026, 5, 3, 16, 0); // 2026-05-04 00:00 in Shanghai, six days before today
        foreach ((Instant at, bool within) in new[] { (midnight, true), (midnight - Duration.Epsilon, false), (Noon, true) })
        {
            FactValues values = FactValues.From(CustomerHistory.From(Someone, [Paid(0, at)]).FactsAt(Noon, TestShop));
            Assert.Equal(within, Facts.LastOrder.WithinDays(7).Matches(values));
            Assert.Equal(within, Behaviour.Order.Done(TimeWindow.LastDays(7)).Matches(values));
        }
    }

    [Fact]
    public void Count_AsTimeGoesBy_FallsBackToZero()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Paid(0, Noon)]);
        SegmentRule recent = Facts.Count(Behaviour.Order, TimeWindow.LastDays(2)).AtLeast(1);
        SegmentSet set = SegmentSet.From(FactSchema.BuiltIn,
            [new Segment("recent", recent), new Segment("none", Facts.Count(Behaviour.Order, TimeWindow.LastDays(2)).EqualTo(0))]);
        var found = new List<ulong>();
        foreach (int day in Enumerable.Range(-1, 5))
        {
            FactValues values = FactValues.From(history.FactsAt(Noon + Duration.FromDays(day), TestShop));
            PreparedSegments prepared = PreparedSegments.From(set, values.Today);
            ulong[] words = new ulong[1];
            prepared.Evaluate(prepared.Read(values), words);
            found.Add(words[0]);
        }

        Assert.Equal([0b10, 0b01, 0b01, 0b10, 0b10], found);
    }

    [Fact]
    public void AnyHistory_EveryBehaviour_IsWhatAPlainCountSays()
    {
        Check(Histories.Where(static h => h.Checkpoint is null), static history =>
        {
            CustomerFacts facts = history.FactsAt(Start + Duration.FromDays(9), TestShop);
            FactValues values = FactValues.From(facts);
            foreach (Behaviour behaviour in All.Where(static b => b != Behaviour.Order))
            {
                int[] days = [.. facts.Events.ToArray()
                    .Where(e => e.Kind >= Behaviours.KindsOf(behaviour).First && e.Kind <= Behaviours.KindsOf(behaviour).Last)
                    .Select(e => Period.DaysBetween(TestShop.DateAt(e.At), values.Today))];
                Assert.Equal(days.Length, values.NumberOf(Facts.Count(behaviour)));
                Assert.Equal(days.Count(static d => d < 4), values.NumberOf(Facts.Count(behaviour, TimeWindow.LastDays(4))));
                Assert.Equal(days.Count(static d => d > 4), values.NumberOf(Facts.Count(behaviour, TimeWindow.MoreThanDaysAgo(4))));
                Assert.Equal(days.Where(static d => d < 4).Distinct().Count(),
                    values.NumberOf(Facts.Days(behaviour, TimeWindow.LastDays(4))));
                Assert.Equal(days.Where(static d => d < 6).Select(static d => d / 2).Distinct().Count(),
                    values.NumberOf(Facts.Periods(behaviour, 2, 3)));
                Assert.Equal(days.Length == 0 ? null : values.Today.PlusDays(-days.Min()), values.DateOf(Facts.Last(behaviour)));
                Assert.Equal(days.Length == 0 ? null : values.Today.PlusDays(-days.Max()), values.DateOf(Facts.First(behaviour)));
                Assert.Equal(
                    Facts.Last(behaviour).WithinDays(3).Matches(values), behaviour.Done(TimeWindow.LastDays(3)).Matches(values));
            }

            Assert.Equal(Facts.LastOrder.WithinDays(3).Matches(values), Behaviour.Order.Done(TimeWindow.LastDays(3)).Matches(values));
            Assert.Equal(Facts.FirstOrder.MoreThanDaysAgo(3).Matches(values),
                Behaviour.Order.Done(TimeWindow.MoreThanDaysAgo(3)).Matches(values));
        });
    }

    [Fact]
    public void FoldedHistory_KnowsTheTruthOrNothing()
    {
        NumberFact[] facts =
        [
            .. All.SelectMany(static b => new[]
            {
                Facts.Count(b), Facts.Count(b, TimeWindow.LastDays(5)), Facts.Count(b, TimeWindow.MoreThanDaysAgo(5)), Facts.Days(b),
                    Facts.Days(b, TimeWindow.LastDays(5)),
                Facts.Gap(b), Facts.Gap(b, TimeWindow.LastDays(5)), Facts.Periods(b, 2, 3),
            }),
        ];
        // Each id once: of conflicting events, folding takes the one that stands and leaves the other.
        Check(Some.Select(static events => events.DistinctBy(static e => e.Id)), events =>
        {
            CustomerHistory whole = CustomerHistory.From(Someone, events);
            foreach (int hour in (ReadOnlySpan<int>)[30, 100, 200])
            {
                Instant asOf = Start + Duration.FromDays(12);
                FactValues exact = FactValues.From(whole.FactsAt(asOf, TestShop));
                FactValues folded = FactValues.From(whole.CompactBefore(Start + Duration.FromHours(hour)).FactsAt(asOf, TestShop));
                Assert.All(facts, fact =>
                    Assert.True(folded.IsFolded(fact) || folded.NumberOf(fact).Equals(exact.NumberOf(fact)), fact.Name));
                Assert.All(All, b => Assert.Equal(exact.DateOf(Facts.Last(b)), folded.DateOf(Facts.Last(b))));
                Assert.All(All, b => Assert.Equal(exact.DateOf(Facts.First(b)), folded.DateOf(Facts.First(b))));
            }
        });
    }

    [Fact]
    public void EveryBuiltInFact_OfOneCustomer_IsThatOfTheHistory()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [
            Paid(1, Noon - Duration.FromDays(20)), Paid(2, Noon - Duration.FromDays(10)),
                new LinkMade(CustomerEventId.From("l1"), Someone, Noon - Duration.FromDays(30), Carrier.WeCom, "parcel card"),
            new TagAdded(CustomerEventId.From("t1"), Someone, Noon, "mum"),
                new GroupJoined(CustomerEventId.From("g1"), Someone, Noon - Duration.FromDays(3), "五月群"),
            new NpsAnswered(CustomerEventId.From("n1"), Someone, Noon, 9),
        ]);
        FactValues values = FactValues.From(history.FactsAt(Noon, TestShop));
        (SegmentRule Rule, string Found)[] expected =
        [
            (Facts.Orders.IsKnown(), "2"), (Facts.Spend.IsKnown(), "20"), (Facts.AverageTicket.IsKnown(), "10"),
                (Facts.PurchaseDays.IsKnown(), "2"),
            (Facts.FirstOrder.IsKnown(), "2026-04-20"), (Facts.LastOrder.IsKnown(), "2026-04-30"), (Facts.DaysSinceOrder.IsKnown(), "10"),
            (Facts.RepurchaseDays.IsKnown(), "unknown"), (Facts.Interactions.IsKnown(), "1"),
            (Facts.LastInteraction.IsKnown(), "2026-05-10"),
            (Facts.LastActive.IsKnown(), "2026-05-10"), (Facts.Nps.IsKnown(), "9"), (Facts.Links.IsKnown(), "1"),
                (Facts.Linked.IsKnown(), "yes"),
            (Facts.Reachable.IsKnown(), "yes"), (Facts.Carriers.IsKnown(), "we_com"), (Facts.Channel.IsKnown(), "parcel card"),
                (Facts.Tags.IsKnown(), "mum"),
            (Facts.Groups.IsKnown(), "五月群"), (Facts.SpendIn(TimeWindow.LastDays(11)).IsKnown(), "10"),
                (FactsOfRelationship.Stage.IsKnown(), "unknown"),
                (FactsOfRelationship.Trust.IsKnown(), "unknown"),
            (FactsOfRfm.Recency.IsKnown(), "unknown"),
        ];
        Assert.All(expected, x => Assert.Equal(x.Found, Assert.Single(x.Rule.Explain(values).Leaves).Found.ToString()));
        Assert.Equal("yes", FactsOfRelationship.Stage.AtLeast("none").Explain(values.With(FactsOfRelationship.Stage, "none")).Holds ? "yes"
            : "no");
    }

    [Theory]
    [InlineData("alice", "summer", 34.573109805251725)]
    [InlineData("bob", "summer", 97.1956074231294)]
    [InlineData("alice", "winter", 47.86183583733203)]
    [InlineData("客户一", "夏季", 47.64152971274255)]
    public void Bucket_PublishedVectors(string customer, string salt, double bucket)
    {
        FactValues values = FactValues.From(CustomerId.From(customer), RandomRules.Today);
        Assert.Equal(bucket, values.NumberOf(Facts.Bucket(salt)));
        Assert.True(Facts.Bucket(salt).InShare(bucket, 100).Matches(values));
        Assert.False(Facts.Bucket(salt).InShare(0, bucket).Matches(values));
    }

    [Fact]
    public void Bucket_TenThousandCustomers_AreSplitEvenlyWithoutGapOrOverlap()
    {
        int tenth = 0;
        for (int i = 0; i < 10_000; i++)
        {
            FactValues values = FactValues.From(CustomerId.From($"customer-{i}"), RandomRules.Today);
            NumberFact bucket = Facts.Bucket("summer");
            Assert.Equal(1, new[] { (0, 10), (10, 50), (50, 100) }.Count(x => bucket.InShare(x.Item1, x.Item2).Matches(values)));
            tenth += bucket.InShare(0, 10).Matches(values) ? 1 : 0;
        }

        Assert.Equal(997, tenth);
        Assert.False(Facts.Bucket("summer").IsKnown().Matches(FactValues.From(default, RandomRules.Today)));
        Assert.True(Facts.Bucket("x").InShare(50, 100).Matches(FactValues.From(default, RandomRules.Today).With(Facts.Bucket("x"), 100)));
    }

    [Fact]
    public void Ratio_NothingToDivideBy_IsUnknown()
    {
        NumberFact ratio = Facts.Ratio(Facts.Spend, Facts.Orders);
        FactValues none = FactValues.From(default, RandomRules.Today);
        Assert.Equal(2.5, none.With(Facts.Spend, 5).With(Facts.Orders, 2).NumberOf(ratio));
        Assert.All(
            new[] { none.With(Facts.Spend, 5), none.With(Facts.Orders, 2), none.With(Facts.Spend, 5).With(Facts.Orders, 0),
                none.With(Facts.Spend, 0).With(Facts.Orders, 0) },
            values => Assert.False(values.Knows(ratio)));
        Assert.False(none.With(Facts.Spend, double.MaxValue).With(Facts.Orders, 0.1).Knows(ratio)); // not finite
        Assert.Throws<ArgumentException>(() => Facts.Ratio(ratio, Facts.Orders));
    }

    [Fact]
    public void Misuse_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Count(Behaviour.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Last((Behaviour)99));
        Assert.Throws<ArgumentException>(() => Facts.Count(Behaviour.Order, TimeWindow.Rolling(Duration.FromHours(5))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Periods(Behaviour.Order, 36_525, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Periods(Behaviour.Order, 30, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Behaviour.Order.DoneRegularly(7, 6, 30));
        Assert.Throws<ArgumentException>(() => Facts.Bucket(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Bucket("a").InShare(0, 101));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.Bucket("a").InShare(20, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => FactValues.From(default, RandomRules.Today.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            FactValues.From(default, RandomRules.Today).With(FactsOfRelationship.Trust, double.NaN));
        Assert.Throws<ArgumentException>(() => FactValues.From(default, RandomRules.Today).With(FactsOfRelationship.Stage, "Rapport"));
    }

    private static void Check<T>(Gen<T> any, Action<T> holds, [CallerMemberName] string test = "") =>
        Prop.ForAll(any.ToArbitrary(), holds).Holds(test: test);

    private static FactValues Orders(params int[] daysAgo) => FactValues.From(
        CustomerHistory.From(Someone, daysAgo.Select((days, i) => Paid(i, Noon - Duration.FromDays(days)))).FactsAt(Noon, TestShop));

    private static OrderPaid Paid(int number, Instant at) =>
        new(CustomerEventId.From($"p{number}"), Someone, at, OrderId.From($"o{number}"), Money.Yuan(10m));
}
