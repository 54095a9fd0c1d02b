using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class ReferrerPolicyTests
{
    private static readonly ReasonDefinition[] Order =
        Sample.Catalogue(typeof(ReferralReasons)).TakeWhile(static r => !r.Equals(ReferralReasons.CodeOfAnotherProgramme)).ToArray();

    [Fact]
    public void Decide_GoodReferrer_IsAllowed() => Assert.True(Decide(Sample.GoodReferrer()).IsAllowed);

    [Fact]
    public void Decide_NeverBought_IsDeniedByDefault()
    {
        Decision decision = Decide(Facts(0, false, true, RelationshipStage.Alliance, false, 0));
        Assert.Equal(["referral.referrer_has_not_bought"], Sample.Codes(decision));
        Assert.Contains("只有购买过的人才能推荐", decision.Reasons[0].ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
        Assert.True(
            ReferrerPolicy.Create(new ReferrerOptions { OrdersMin = 0 }).Decide(
                Facts(0, false, true, RelationshipStage.Alliance, false, 0)).IsAllowed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_Walk_FromTheTop_ReasonsKeepTheirOrder(bool after)
    {
        ReasonDefinition[] expected = [.. Order.Where(r => !r.Equals(
            after ? ReferralReasons.ProgrammeNotBegun : ReferralReasons.ProgrammeEnded))];
        Assert.Equal(8, expected.Length);
        for (int right = 0; right <= expected.Length; right++)
        {
            Assert.Equal(Sample.Codes(expected.AsSpan(right)), Sample.Codes(Decide(i => i < right, after)));
        }

        Assert.All(
            Enumerable.Range(0, expected.Length), wrong => Assert.Equal(
                [expected[wrong].Code], Sample.Codes(Decide(i => i != wrong, after))));
    }

    [Fact]
    public void Decide_NothingKnown_IsUndecidableAndAsksForAll()
    {
        Decision decision = Decide(Facts());
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(
            ["number of orders", "flag", "link", "stage", "open refunds", "rewards so far"], decision.Reasons.Select(
                static r => r.Found.ToString()));
    }

    [Fact]
    public void Decide_OneFailsAndOneIsUnknown_IsDeniedAndTheUnknownComesLast() => Assert.Equal(
        ["referral.referrer_has_open_refund", "referral.fact_unknown"],
        Sample.Codes(Decide(Facts(null, false, true, RelationshipStage.Rapport, true, 0))));

    [Fact]
    public void Decide_EveryKnownOrUnknownCombination_AgreesWithThePlainRule()
    {
        bool?[] tri = [null, false, true];
        foreach ((bool? bought, bool? flagged, bool? linked, bool? near, bool? refund, bool? capped) in
            from a in tri from b in tri from c in tri from d in tri from e in tri from f in tri select (a, b, c, d, e, f))
        {
            Decision decision = Decide(Facts(
                bought is { } x ? (x ? 3 : 0) : null, flagged, linked,
                near is { } n ? (n ? RelationshipStage.Alliance : RelationshipStage.None) : null, refund, capped is { } c ? (c ? 10 : 2)
                    : null));
            bool no = bought is false || flagged is true || linked is false || near is false || refund is true || capped is true;
            bool unknown = bought is null || flagged is null || linked is null || near is null || refund is null || capped is null;
            Assert.Equal(no ? DecisionOutcome.Denied : unknown ? DecisionOutcome.Undecidable : DecisionOutcome.Allowed, decision.Outcome);
        }
    }

    [Fact]
    public void Decide_AllowedOrRefused_AllocatesNothingUntilTheReasonsAreRead()
    {
        ReferrerFacts good = Sample.GoodReferrer();
        ReferrerFacts bad = Facts(0, true, false, RelationshipStage.None, true, 99, Sample.Now);
        ReferrerFacts unknown = Facts();
        int allowed = 0;
        Assert.Equal(0, Allocations.Of(() => allowed = Ask(good, bad, unknown, 100)));
        Assert.Equal(100, allowed);
        Assert.Equal(7, ReferrerPolicy.Default.Decide(bad).Reasons.Length);
    }

    [Fact]
    public void Facts_StageOutsideTheEnumeration_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("stage", static () => Facts(stage: (RelationshipStage)99));
        Assert.Throws<ArgumentOutOfRangeException>("stage", static () => Facts(stage: (RelationshipStage)(-1)));
    }

    [Fact]
    public void From_AHistoryWithoutEvents_IsAStrangerWhoMayNotRefer()
    {
        CustomerFacts nobody = CustomerHistory.Empty(Sample.Referrer).FactsAt(Sample.Now, new Shop(DateTimeZone.Utc, Currency.Cny));
        Assert.Equal(
            ["referral.referrer_has_not_bought", "referral.referrer_has_no_link", "referral.referrer_stage_too_low",
                "referral.fact_unknown"],
            Sample.Codes(Decide(ReferrerFacts.From(Sample.Programme(), nobody, RelationshipStage.None, isFlagged: false,
                hasOpenRefund: false))));
    }

    [Fact]
    public void Create_EverythingWrong_NamesAllMistakesTogether()
    {
        Assert.Equal(2, Assert.Throws<InvalidPolicyException>(
            static () => ReferrerPolicy.Create(new ReferrerOptions { OrdersMin = -1, StageMin = (RelationshipStage)9 })).Mistakes.Length);
        Assert.Throws<ArgumentOutOfRangeException>("orders", static () => Facts(orders: -1));
        Assert.Throws<ArgumentOutOfRangeException>("rewards", static () => Facts(rewards: -1));
    }

    private static int Ask(ReferrerFacts good, ReferrerFacts bad, ReferrerFacts unknown, int times)
    {
        int allowed = 0;
        for (int i = 0; i < times; i++)
        {
            allowed += ReferrerPolicy.Default.Decide(good).IsAllowed ? 1 : 0;
            allowed += ReferrerPolicy.Default.Decide(bad).IsAllowed ? 1 : 0;
            allowed += ReferrerPolicy.Default.Decide(unknown).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    private static Decision Decide(Func<int, bool> isRight, bool after)
    {
        Instant at = isRight(0) ? Sample.Now : after ? Sample.Ends : Sample.Begins - Duration.Epsilon;
        var facts = new ReferrerFacts(
            Sample.Programme(),
            at,
            orders: isRight(1) ? 1 : 0,
            isFlagged: !isRight(2),
            isLinked: isRight(3),
            stage: isRight(4) ? RelationshipStage.Rapport : RelationshipStage.Interaction,
            hasOpenRefund: !isRight(5),
            rewards: isRight(6) ? 9 : 10,
            lastReferralAt: isRight(7) ? at - Duration.FromHours(1) : at - Duration.FromHours(1) + Duration.Epsilon);
        return ReferrerPolicy.Default.Decide(facts);
    }

    private static ReferrerFacts Facts(
        int? orders = null, bool? isFlagged = null, bool? isLinked = null, RelationshipStage? stage = null, bool? hasOpenRefund = null,
        int? rewards = null,
        Instant? lastReferralAt = null) =>
        new(Sample.Programme(), Sample.Now, orders, isFlagged, isLinked, stage, hasOpenRefund, rewards, lastReferralAt);

    private static Decision Decide(ReferrerFacts facts) => ReferrerPolicy.Default.Decide(facts);
}
