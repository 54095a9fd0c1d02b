using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Core.Tests.Segmentation;

namespace PrivateDomain.Core.Tests.Rules;

/// <summary>What is folded before the day that a shop's rules look back to is not missed by any of their answers.</summary>
[Text]
public sealed class LooksBackToTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 10, 9, 30);

    // Without days of conversation, of which those of any age count.
    private static readonly ShopOptions Shop = new()
    {
        Zone = RandomEvents.Shanghai,
        Currency = Currency.Cny,
        Ladder = new LadderOptions { Rapport = [new([new(EvidenceKind.Purchase)]), new([new(EvidenceKind.Feedback)])] },
        Trust = new TrustOptions
        {
            Terms = [new(EvidenceKind.Interaction, Points: 60, FullAt: 5, HalfLifeDays: 90), new(EvidenceKind.Purchase, Points: 40)],
        },
    };

    [Fact]
    public void WithoutSegments_ItIsTheLongestCapOrTheNewcomersVerdict()
    {
        ShopRules rules = ShopRules.Create(Shop);
        Assert.Equal(Now - Duration.Max(rules.Outreach.LookBack, Duration.FromDays(30)), rules.LooksBackTo(Now));

        ShopRules patient = ShopRules.Create(Shop with { Reception = new ReceptionOptions { VerdictAfter = Duration.FromDays(90) } });
        Assert.Equal(Now - Duration.FromDays(90), patient.LooksBackTo(Now));
        Assert.Equal(CustomerEvent.EarliestAt, patient.LooksBackTo(CustomerEvent.EarliestAt + Duration.FromDays(90)));
        Assert.Equal(CustomerEvent.EarliestAt, patient.LooksBackTo(CustomerEvent.EarliestAt));
    }

    [Fact]
    public void DaysOfConversation_CountAtAnyAge()
    {
        Assert.Equal(CustomerEvent.EarliestAt, ShopRules.Create(Shop with { Ladder = new LadderOptions() }).LooksBackTo(Now));
        Assert.Equal(CustomerEvent.EarliestAt, ShopRules.Create(Shop with { Trust = new TrustOptions() }).LooksBackTo(Now));
    }

    [Fact]
    public void WithSegments_ItIsTheFirstDayThatAnyOfThemNeeds()
    {
        ShopRules With(SegmentRule rule) =>
            ShopRules.Create(Shop with { Segments = SegmentSet.From(ShopFacts.Schema, [new("one", rule)]) });
        ShopRules none = ShopRules.Create(Shop);
        Assert.Equal(
            new LocalDate(2025, 5, 11).AtStartOfDayInZone(RandomEvents.Shanghai).ToInstant(),
            With(Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(365)).AtLeast(1)).LooksBackTo(Now));
        Assert.Equal(none.LooksBackTo(Now), With(Facts.Count(Behaviour.MessageReceived).AtLeast(1)).LooksBackTo(Now)); // totals tell
        Assert.Equal(none.LooksBackTo(Now), With(Facts.Orders.AtLeast(1)).LooksBackTo(Now)); // orders are never folded
        Assert.Equal(CustomerEvent.EarliestAt, With(Facts.Days(Behaviour.MessageReceived).AtLeast(1)).LooksBackTo(Now));
    }

    [Fact]
    public void Instants_AreThoseOfFacts()
    {
        ShopRules rules = ShopRules.Create(Shop);
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.LooksBackTo(CustomerEvent.LatestAt + Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.LooksBackTo(CustomerEvent.EarliestAt - Duration.Epsilon));
    }

    [Fact]
    public void AnyRulesAndHistory_CompactedAsFarAsTheyLookBack_AnswerTheSame()
    {
        Random random = Chance.From(57);
        int folded = 0;
        int later = 0;
        for (int i = 0; i < Chance.Cases(usual: 150, inLongRun: 20_000); i++)
        {
            ShopRules rules = Rules(random);
            CustomerHistory whole = History(random, i);
            Instant horizon = rules.LooksBackTo(Now);
            CustomerHistory compacted = whole.CompactBefore(horizon);
            folded += compacted.Checkpoint is { Totals.IsEmpty: false } ? 1 : 0;
            later += horizon > CustomerEvent.EarliestAt ? 1 : 0;
            foreach (Instant at in (Instant[])[Now, Now + Duration.FromHours(random.Next(1, 24 * 40))])
            {
                Assert.Equal(Ask(rules, whole, at), Ask(rules, compacted, at));
            }
        }

        Assert.True(folded > 50 && later > 75, $"{folded} were folded, {later} rules forget");
    }

    // Everything that is answered of one customer now.
    private static string[] Ask(ShopRules rules, CustomerHistory history, Instant at)
    {
        CustomerFacts facts = history.FactsAt(at, rules.Shop);
        RelationshipFacts evidence = RelationshipFacts.From(facts);
        StageAssessment stage = rules.Ladder.Assess(evidence);
        TrustAssessment trust = rules.Trust.Assess(evidence);
        FactValues values = FactValues.From(facts).With(stage).With(trust);
        OutreachFacts outreach = OutreachFacts.From(facts, Carrier.WeCom, stage.Stage!.Value);
        Instant? accepted = history.FactsAt(at, rules.Shop).Events.OfType<LinkMade>().FirstOrDefault(l => l.Carrier == Carrier.WeCom)?.At;
        bool isNew = accepted + rules.Reception.Options.VerdictAfter > at;
        return
        [
            $"{stage.Stage} {string.Join(" / ", stage.Reasons)}",
            $"{trust.Trust!.Value.Value:R} {string.Join(" / ", trust.Reasons)}",
            .. rules.Segments!.Segments.Select(s => $"{s.Name} {s.Rule.TruthOf(values)}"),
            $"{rules.Membership!.Assess(MemberEarnings.From(facts, EarnedBasis.Spend))}",
            $"{rules.Rhythm.Select(RhythmFacts.From(facts))}",
            $"{rules.Profile.Assess(facts)}",
            isNew ? Received(rules, facts, at) : "",
            .. Enum.GetValues<TouchKind>().Where(static kind => kind != TouchKind.None)
                .Select(kind => rules.Outreach.Decide(outreach, kind, at))
                .Select(static d => $"{d.Outcome} {d.Until} {string.Join(" / ", d.Reasons)}"),
        ];
    }

    private static string Received(ShopRules rules, CustomerFacts facts, Instant at) =>
        ReceptionFacts.From(facts, Carrier.WeCom) is { HasValue: true, Value: var received } && received.LatestAt <= at
            ? string.Join(" / ", rules.Reception.Assess(received, at).Clocks)
            : "folded";

    private static ShopRules Rules(Random random)
    {
        LocalDate today = Now.InZone(RandomEvents.Shanghai).Date;
        return ShopRules.Create(Shop with
        {
            Outreach = new OutreachOptions { Caps = [new TouchCap { Max = random.Next(1, 3), Days = random.Next(1, 60) }] },
            Reception = new ReceptionOptions { VerdictAfter = Duration.FromDays(random.Next(4, 50)) },
            Segments = SegmentSet.From(ShopFacts.Schema,
                [new("one", FoldedHistoryTests.Rule(random, today, 2)), new("two", FoldedHistoryTests.Rule(random, today, 2))]),
            Membership = new MembershipOptions
            {
                Basis = EarnedBasis.Spend,
                Period = EarningPeriod.RollingDays(20),
                ValidityDays = 15,
                Tiers = [new MembershipTier { Code = "base", Threshold = 0m }, new MembershipTier { Code = "gold", Threshold = 200m }],
            },
        });
    }

    // Months of everything, many and few, up to some days after now.
    private static CustomerHistory History(Random random, int number)
    {
        int days = random.Next(2, 300);
        var kinds = Enumerable.Range((int)EventKind.LinkMade, (int)EventKind.TouchSent).Select(static k => (EventKind)k).ToImmutableArray();
        return CustomerHistory.From(RandomEvents.Someone, Enumerable.Range(0, random.Next(2, 60)).Select(i => RandomEvents.Make(
            kinds[random.Next(kinds.Length)],
            CustomerEventId.From($"e{number}.{i}"),
            Now + Duration.FromHours(random.Next(-24 * days, 24 * 5)),
            random.Next(4),
            random.Next(6))));
    }
}
