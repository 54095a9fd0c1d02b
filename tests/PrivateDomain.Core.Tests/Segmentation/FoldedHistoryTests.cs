using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>A compacted history says of every rule what the whole one says, or that it cannot be decided.</summary>
[Text]
public sealed class FoldedHistoryTests
{
    private static readonly Behaviour[] Behaviours = [.. Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None)];

    [Fact]
    public void AnyRuleAndHistory_Compacted_SaysTheSameOrUndecidable()
    {
        int undecidable = 0;
        int decided = 0;
        Check(
            from events in Some
            from seed in Gen.Choose(0, int.MaxValue)
            from horizon in Gen.Choose(0, 300)
            from asOf in Gen.Choose(0, 400)
            select (events, seed, horizon, asOf),
            x =>
            {
                var random = Chance.From(x.seed);
                CustomerHistory whole = CustomerHistory.From(Someone, x.events.DistinctBy(static e => e.Id));
                CustomerHistory compacted = whole.CompactBefore(Start + Duration.FromHours(x.horizon));
                Instant at = Start + Duration.FromHours(x.asOf);
                FactValues exact = FactValues.From(whole.FactsAt(at, TestShop));
                FactValues folded = FactValues.From(compacted.FactsAt(at, TestShop));
                for (int i = 0; i < 40; i++)
                {
                    SegmentRule rule = Rule(random, exact.Today, 3);
                    Truth truth = rule.TruthOf(folded);
                    Assert.NotEqual(Truth.Undecidable, rule.TruthOf(exact));
                    Assert.True(truth == Truth.Undecidable || truth == rule.TruthOf(exact), $"{truth} at {at}");
                    undecidable += truth == Truth.Undecidable ? 1 : 0;
                    decided += truth == Truth.Undecidable ? 0 : 1;
                }
            });
        Assert.True(decided > undecidable, $"{decided} decided, {undecidable} not");
    }

    [Fact]
    public void AnyRule_CompactedNoLaterThanItLooksBack_IsDecided() => Check(
        from events in Some
        from seed in Gen.Choose(0, int.MaxValue)
        select (events, seed),
        static x =>
        {
            var random = Chance.From(x.seed);
            CustomerHistory whole = CustomerHistory.From(Someone, x.events.DistinctBy(static e => e.Id));
            Instant at = Start + Duration.FromDays(12); // after all events
            FactValues exact = FactValues.From(whole.FactsAt(at, TestShop));
            for (int i = 0; i < 40; i++)
            {
                SegmentRule rule = Rule(random, exact.Today, 2);
                LocalDate keep = rule.LooksBackTo(exact.Today) ?? exact.Today.PlusDays(1);
                Instant horizon = Instant.Max(keep.AtStartOfDayInZone(TestShop.Zone).ToInstant(), Instant.FromUtc(1900, 1, 1, 0, 0));
                FactValues folded = FactValues.From(whole.CompactBefore(horizon).FactsAt(at, TestShop));
                Assert.Equal(rule.TruthOf(exact), rule.TruthOf(folded));
            }
        });

    [Fact]
    public void LooksBackTo_OfFactsAndRules_IsTheFirstDayThatIsNeeded()
    {
        var today = new LocalDate(2026, 5, 10);
        (SegmentRule Rule, LocalDate? Day)[] rules =
        [
            (Facts.Count(Behaviour.MessageReceived).AtLeast(1), null), // totals tell how many there ever were
            (Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(1)).AtLeast(1), today),
            (Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(30)).AtLeast(1), new LocalDate(2026, 4, 11)),
            (Facts.Count(Behaviour.MessageReceived, TimeWindow.MoreThanDaysAgo(30)).AtLeast(1), new LocalDate(2026, 4, 10)),
            (Facts.Count(Behaviour.Order, TimeWindow.LastDays(30)).AtLeast(1), null), // orders are never folded
            (Facts.Days(Behaviour.MessageReceived).AtLeast(1), new LocalDate(1899, 12, 31)),
            (Facts.Periods(Behaviour.MessageReceived, 7, 2).AtLeast(1), new LocalDate(2026, 4, 27)),
            (Facts.Last(Behaviour.MessageReceived).WithinDays(30), null),
            (Facts.Ratio(Facts.Orders, Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(2))).AtLeast(1), today.PlusDays(-1)),
            (Facts.Orders.AtLeast(2) | !Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(2)).AtLeast(1), today.PlusDays(-1)),
        ];
        Assert.All(rules, x => Assert.Equal(x.Day, x.Rule.LooksBackTo(today)));
        SegmentSet set = SegmentSet.From(
            FactSchema.BuiltIn,
                [new Segment("a", SegmentRule.InSegment("b")), new Segment("b", rules[2].Rule), new Segment("c", rules[1].Rule)]);
        Assert.Equal(new LocalDate(2026, 4, 11), set.LooksBackTo(today));
        Assert.Null(SegmentSet.From(FactSchema.BuiltIn, []).LooksBackTo(today));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules[0].Rule.LooksBackTo(today.WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void FoldedFact_EveryOperator_IsUndecidableAndSaysSo()
    {
        FactValues values = FactValues.From(Someone, new LocalDate(2026, 5, 10)).WithFolded(Facts.Orders).WithFolded(Facts.Tags);
        SegmentRule[] rules =
        [
            Facts.Orders.AtLeast(2), Facts.Orders.NotEqualTo(2), Facts.Orders.IsKnown(), Facts.Orders.IsUnknown(), Facts.Tags.NoneOf("a"),
            Facts.Ratio(Facts.Spend, Facts.Orders).NotEqualTo(0), !Facts.Orders.AtLeast(2),
            SegmentRule.AtLeastOf(1, Facts.Orders.AtLeast(2), Facts.Spend.AtLeast(2)),
        ];
        Assert.All(rules, rule => Assert.Equal(Truth.Undecidable, rule.TruthOf(values)));
        Assert.All(rules, rule => Assert.False(rule.Matches(values)));
        Assert.Equal(Truth.No, (Facts.Orders.AtLeast(2) & Facts.Spend.AtLeast(2)).TruthOf(values)); // the other part decides alone
        Assert.Equal(Truth.Yes, (Facts.Orders.AtLeast(2) | Facts.Spend.IsUnknown()).TruthOf(values));
        Assert.Equal(Truth.No, SegmentRule.NoneOf(Facts.Orders.AtLeast(2), Facts.Spend.IsUnknown()).TruthOf(values));
        Assert.Equal((Truth.No, Truth.Yes), (Facts.Tags.AnyOf().TruthOf(values), Facts.Tags.NoneOf().TruthOf(values))); // they ask nothing
        Assert.Equal(Truth.No, FactsOfRelationship.Stage.LessThan("none").TruthOf(values.WithFolded(FactsOfRelationship.Stage)));
        RuleExplanation why = Facts.Orders.AtLeast(2).Explain(values);
        Assert.Equal((Truth.Undecidable, false), (why.Truth, why.Holds));
        Assert.Equal("? orders: ≥ 2 required, history folded away found", why.Leaves[0].ToString());
        Assert.Equal("? 订单数：要求 ≥ 2，实际 历史已归并", why.Leaves[0].ToString(Language.SimplifiedChinese));
        Assert.True(values.IsFolded(Facts.Orders) && !values.Knows(Facts.Orders) && !values.IsFolded(Facts.Spend));
        Assert.Equal(Truth.Yes, Facts.Orders.AtLeast(2).TruthOf(values.With(Facts.Orders, 2))); // what is given again is known again
    }

    internal static SegmentRule Rule(Random random, LocalDate today, int depth)
    {
        if (depth > 1 && random.Next(3) > 0)
        {
            SegmentRule[] parts = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Rule(random, today, depth - 1))];
            return random.Next(5) switch
            {
                0 => SegmentRule.AllOf(parts),
                1 => SegmentRule.AnyOf(parts),
                2 => SegmentRule.NoneOf(parts),
                3 => SegmentRule.AtLeastOf(1 + random.Next(parts.Length), parts),
                _ => SegmentRule.Not(parts[0]),
            };
        }

        Behaviour what = Behaviours[random.Next(Behaviours.Length)];
        LocalDate day = today.PlusDays(-random.Next(12));
        TimeWindow window = random.Next(4) switch
        {
            0 => TimeWindow.All,
            1 => TimeWindow.LastDays(1 + random.Next(8)),
            2 => TimeWindow.MoreThanDaysAgo(random.Next(8)),
            _ => TimeWindow.Between(day, day.PlusDays(random.Next(4))),
        };
        NumberFact number = random.Next(6) switch
        {
            0 => Facts.Days(what, window),
            1 => Facts.Gap(what, window),
            2 => Facts.Periods(what, 1 + random.Next(3), 1 + random.Next(3)),
            3 => Facts.Ratio(Facts.Count(what, window), Facts.Interactions),
            4 => Facts.Nps,
            _ => Facts.Count(what, window),
        };
        DateFact date = random.Next(4) switch
        {
            0 => Facts.First(what),
            1 => Facts.LastInteraction,
            2 => Facts.LastActive,
            _ => Facts.Last(what),
        };
        return random.Next(8) switch
        {
            0 => number.IsKnown(),
            1 => number.NotEqualTo(random.Next(4)),
            2 => number.LessThan(random.Next(4)),
            3 => date.WithinDays(1 + random.Next(8)),
            4 => date.NotOn(day),
            5 => date.IsUnknown(),
            _ => number.AtLeast(random.Next(4)),
        };
    }

    private static void Check<T>(Gen<T> any, Action<T> holds, [CallerMemberName] string test = "") =>
        Prop.ForAll(any.ToArbitrary(), holds).Holds(inLongRun: 2_000, test: test);
}
