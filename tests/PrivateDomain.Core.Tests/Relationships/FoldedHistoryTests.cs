using FsCheck.Fluent;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

/// <summary>Folding events away never changes an answer in silence: it is the same, or undecidable.</summary>
[Text]
public sealed class FoldedHistoryTests
{
    // Linked 200 days ago, wrote 190 days ago and was answered that day, bought, gave feedback.
    private static readonly CustomerHistory Friend = History(
        static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom),
        static id => new MessageReceived(id, Customer, Days(190)),
        static id => new TouchSent(id, Customer, Days(189.9), TouchKind.ServiceReply),
        static id => new OrderPaid(id, Customer, Days(180), OrderId.From("o1"), Money.Yuan(99)),
        static id => new FeedbackVolunteered(id, Customer, Days(170)));

    [Fact]
    public void StageAndTrust_WholeAndFolded_AreTheSameOrUndecidable() =>
        Prop.ForAll(StageJourneyTests.Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(),
            static (life, horizon, ago) =>
        {
            RelationshipFacts whole = RelationshipFacts.From(life.FactsAt(Days(ago), TestShop));
            RelationshipFacts folded = RelationshipFacts.From(life.CompactBefore(Days(horizon)).FactsAt(Days(ago), TestShop));

            StageAssessment stage = LadderPolicy.Default.Assess(folded);
            Assert.True(stage.Stage is null || stage.Stage == LadderPolicy.Default.Assess(whole).Stage);
            Assert.True(stage.IsOutOfOrder is null || stage.IsOutOfOrder == LadderPolicy.Default.Assess(whole).IsOutOfOrder);
            Assert.Equal(stage.Stage is null, !stage.Reasons.IsEmpty);
            TrustAssessment trust = TrustPolicy.Default.Assess(folded);
            Assert.True(trust.Trust is null || trust == TrustPolicy.Default.Assess(whole));
            Assert.Equal(trust.Trust is null, !trust.Reasons.IsEmpty);
            foreach (Reason reason in LadderPolicy.Default.Explain(folded).Missing.Except(LadderPolicy.Default.Explain(whole).Missing))
            {
                Assert.Equal(RelationshipsReasons.EvidenceFolded, reason.Definition);
            }
        }).Holds();

    [Fact]
    public void Journey_WholeAndFolded_IsTheSameOrUndecidable() =>
        Prop.ForAll(StageJourneyTests.Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(),
            static (life, horizon, ago) =>
        {
            Answer<StageJourney> folded = StageJourney.Replay(LadderPolicy.Default, life.CompactBefore(Days(horizon)), Days(ago), TestShop);

            Assert.True(!folded.HasValue || folded == StageJourney.Replay(LadderPolicy.Default, life, Days(ago), TestShop));
        }).Holds();

    [Fact]
    public void Metrics_WholeAndFolded_AreTheSameOrUnknown() =>
        Prop.ForAll(StageJourneyTests.Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(),
            static (life, horizon, days) =>
        {
            StageMetric[] whole = StageMetricsTests.All(StageMetrics.Measure([life], Days(days), Now, TestShop));
            StageMetric[] folded =
                StageMetricsTests.All(StageMetrics.Measure([life.CompactBefore(Days(horizon))], Days(days), Now, TestShop));

            Assert.All(whole.Zip(folded), static p =>
                Assert.True(p.Second.Undecidable > 0 ? !p.Second.Ratio.IsKnown : p.First == p.Second));
        }).Holds();

    [Fact]
    public void Folded_TotalsStillCount_OnlyDaysOfConversationAreGone()
    {
        RelationshipFacts whole = RelationshipFacts.From(Friend.FactsAt(Now, TestShop));
        RelationshipFacts folded = RelationshipFacts.From(Friend.CompactBefore(Days(100)).FactsAt(Now, TestShop));

        Assert.Equal((whole.Links, whole.Interactions, whole.Feedback, whole.Purchases),
            (folded.Links, folded.Interactions, folded.Feedback, folded.Purchases));
        Assert.Equal(Evidence.From(1, Days(189.9)), whole.Conversations);
        Assert.Equal(Evidence.AtLeast(0, default), folded.Conversations);
    }

    [Fact]
    public void Folded_OneWayOnly_HidesNoConversation()
    {
        CustomerHistory silent = History(
            static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom),
            static id => new TouchSent(id, Customer, Days(190), TouchKind.Welfare),
            static id => new OrderPaid(id, Customer, Days(180), OrderId.From("o1"), Money.Yuan(99)));

        Assert.Equal(Evidence.Nothing, At(silent.CompactBefore(Days(100))));

        // Unless the customer answered on the last folded day, after the horizon.
        CustomerHistory answered = silent.Add(new MessageReceived(CustomerEventId.From("x"), Customer, Days(189.9)));
        Assert.Equal(Evidence.AtLeast(0, default), At(answered.CompactBefore(Days(189.95))));
        Assert.Equal(Evidence.From(1, Days(189.9)), At(answered));
        CustomerHistory later = silent.Add(new MessageReceived(CustomerEventId.From("x"), Customer, Days(188.9)));
        Assert.Equal(Evidence.Nothing, At(later.CompactBefore(Days(189.95))));

        static Evidence At(CustomerHistory history) => RelationshipFacts.From(history.FactsAt(Now, TestShop)).Conversations;
    }

    [Fact]
    public void Folded_SeenFromWithinATotal_IsAtLeastItsFirstEvent()
    {
        CustomerHistory twice = History(
            static id => new FeedbackVolunteered(id, Customer, Days(200)), static id => new FeedbackVolunteered(id, Customer, Days(150)))
                .CompactBefore(Days(100));

        Assert.Equal(Evidence.Nothing, At(200.1));
        Assert.Equal(Evidence.From(1, Days(200), isComplete: false), At(200));
        Assert.Equal(Evidence.From(1, Days(200), isComplete: false), At(150.1));
        Assert.Equal(Evidence.From(2, Days(150)), At(150));

        Evidence At(double ago) => RelationshipFacts.From(twice.FactsAt(Days(ago), TestShop)).Feedback;
    }

    [Fact]
    public void Replay_OfWhatTheLadderDoesNotRead_IsTold()
    {
        CustomerHistory gift = History(
            static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom), static id => new WelfareReceived(id, Customer, Days(190)))
                .CompactBefore(Days(100));

        Assert.Equal(Days(200), StageJourney.Replay(LadderPolicy.Default, gift, Now, TestShop).Value.Since);
        Assert.False(StageJourney.Replay(LadderPolicy.Default, Friend.CompactBefore(Days(100)), Now, TestShop).HasValue);
        Assert.True(StageJourney.Replay(LadderPolicy.Default, Friend.CompactBefore(Days(100)), Days(190.1), TestShop)
            .HasValue); // before anything folded
        Assert.Equal(
            "Older events were folded away, so this is unknown: interactions.",
            StageJourney.Replay(LadderPolicy.Default, Friend.CompactBefore(Days(100)), Now, TestShop).Reasons[0].ToString());
    }
}
