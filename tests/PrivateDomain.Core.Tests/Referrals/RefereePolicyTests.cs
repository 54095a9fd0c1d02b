using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class RefereePolicyTests
{
    private static readonly Instant Joined = Sample.Now - Duration.FromDays(20);

    // The order of the catalogue. A code is too early or too late, and a purchase is missing or young, so each pair needs a walk of its
    // own.
    private static readonly ReasonDefinition[] Order = [.. Sample.Catalogue(typeof(ReferralReasons))
        .SkipWhile(static r => !r.Equals(ReferralReasons.CodeOfAnotherProgramme)).TakeWhile(
            static r => !r.Equals(ReferralReasons.FactUnknown))];

    private static readonly ReferralCode Code = ReferralCode.From("A1", Sample.Programme(), Sample.Referrer);

    [Fact]
    public void Decide_GoodNewcomer_IsAllowed()
    {
        RefereeFacts facts = Facts(99, late: false, bought: true);
        Assert.True(Decide(facts).IsAllowed);
        Assert.Equal(RefereeConsequence.Counts, RefereePolicy.Default.Assess(facts).Consequence);
        Assert.Empty(RefereePolicy.Default.Assess(facts).Reasons);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Decide_Walk_FromTheTop_ReasonsKeepTheirOrder(bool late, bool bought)
    {
        ReasonDefinition[] expected = Walked(late, bought);
        Assert.Equal(15, expected.Length);
        for (int right = 0; right <= expected.Length; right++)
        {
            Assert.Equal(Sample.Codes(expected.AsSpan(right)), Sample.Codes(Decide(Facts(right, late, bought))));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Decide_OneConditionWrong_IsThatReasonAlone(bool late, bool bought)
    {
        ReasonDefinition[] walked = Walked(late, bought);
        Assert.All(Enumerable.Range(0, walked.Length), wrong =>
            Assert.Equal([walked[wrong].Code], Sample.Codes(Decide(Facts(i => i != wrong, late, bought)))));
    }

    [Fact]
    public void Decide_OneFactUnknown_IsUndecidable() => Assert.All(Enumerable.Range(0, 9), static unknown =>
    {
        Decision decision = Decide(Facts(static _ => true, late: false, bought: true, unknown));
        Assert.Equal((DecisionOutcome.Undecidable, 1), (decision.Outcome, decision.Reasons.Length));
    });

    [Fact]
    public void Decide_NothingKnownButAPurchase_IsUndecidableAndAsksForAll()
    {
        var facts = new RefereeFacts(Sample.Programme(), Sample.Now, Sample.Referrer, Sample.Referee, Code, Joined, purchasedAt: Joined);
        Decision decision = Decide(facts);
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(9, decision.Reasons.Length);
        Assert.Equal(RefereeConsequence.Wait, RefereePolicy.Default.Assess(facts).Consequence);
        Assert.Equal(decision.Reasons, RefereePolicy.Default.Assess(facts).Reasons);
    }

    [Theory]
    [InlineData(14, RefereeConsequence.Wait)]
    [InlineData(13, RefereeConsequence.Review)]
    [InlineData(12, RefereeConsequence.Reject)]
    [InlineData(11, RefereeConsequence.Reject)]
    [InlineData(10, RefereeConsequence.Reject)]
    [InlineData(0, RefereeConsequence.Reject)]
    public void Assess_TheGravestConsequence_SaysWhatToDo(int right, RefereeConsequence expected) =>
        Assert.Equal(expected, RefereePolicy.Default.Assess(Facts(right, late: false, bought: false)).Consequence);

    [Fact]
    public void Decide_ReturnWindowAndTestPeriod_AreOverAtTheirLastInstant()
    {
        Assert.Equal(["referral.return_window_open"], Sample.Codes(At(purchasedAt: Sample.Now - Duration.FromDays(7) + Duration.Epsilon)));
        Assert.True(At(purchasedAt: Sample.Now - Duration.FromDays(7)).IsAllowed);
        Assert.Equal(["referral.referee_deleted_early"], Sample.Codes(At(lost: Joined + Duration.FromDays(30) - Duration.Epsilon)));
        Assert.True(At(lost: Joined + Duration.FromDays(30)).IsAllowed);
    }

    [Fact]
    public void Decide_SameAddressAsTheReferrer_IsLeftToTheHouseholdCap()
    {
        Assert.True(At(shared: IdentityKinds.Address).IsAllowed);
        Decision decision = At(shared: IdentityKinds.Address | IdentityKinds.Phone | IdentityKinds.Device);
        Assert.Equal("推荐人与新客共用：手机号、设备。", decision.Reasons.Single().ToString(Language.SimplifiedChinese));
        Assert.Equal("Referrer and newcomer share: phone, device.", decision.Reasons[0].ToString());
    }

    [Fact]
    public void Decide_AllowedOrRefused_AllocatesNothingUntilTheReasonsAreRead()
    {
        RefereeFacts good = Facts(99, late: false, bought: true);
        RefereeFacts bad = Facts(0, late: false, bought: false);
        int allowed = 0;
        Assert.Equal(0, Allocations.Of(() => allowed = Ask(good, bad, 100)));
        Assert.Equal(100, allowed);
    }

    [Fact]
    public void EveryReasonOfANewcomer_StandsInTheTableWithItsConsequence()
    {
        Assert.Equal(Order, RefereeCondition.All.Select(static c => c.Reason).Where(Order.Contains));
        Assert.All(RefereeCondition.All, static c => Assert.NotEqual(RefereeConsequence.Counts, c.Consequence));
        Assert.InRange(RefereeCondition.All.Length, 1, 32);
        Assert.Equal(
            [RefereeConsequence.Review, RefereeConsequence.Wait, RefereeConsequence.Wait],
            RefereeCondition.All.Select(static c => c.Consequence).Where(static c => c != RefereeConsequence.Reject));
    }

    [Fact]
    public void Decide_BoughtBeforeJoining_IsNoNewBuyer()
    {
        Assert.Equal(["referral.bought_before_joining"], Sample.Codes(At(purchasedAt: Joined - Duration.Epsilon)));
        Assert.True(At(purchasedAt: Joined).IsAllowed);
    }

    [Fact]
    public void Create_Misuse_IsNamed()
    {
        Assert.Equal(
            ["sameAsReferrer", "sameAsEarlier"],
            Assert.Throws<InvalidPolicyException>(static () => RefereePolicy.Create(
                new RefereeOptions { SameAsReferrer = (IdentityKinds)64, SameAsEarlier = (IdentityKinds)(-1) })).Mistakes.Select(
                    static m => m.Place));
        ReferralProgramme programme = Sample.Programme();
        Assert.Throws<ArgumentException>("referee", () => new RefereeFacts(programme, Sample.Now, Sample.Referrer, default, Code, Joined));
        Assert.Throws<ArgumentException>("referrer", () => new RefereeFacts(programme, Sample.Now, default, Sample.Referee, Code, Joined));
        Assert.Throws<ArgumentOutOfRangeException>(
            "recentJoins", () => new RefereeFacts(programme, Sample.Now, Sample.Referrer, Sample.Referee, Code, Joined, recentJoins: -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "knownBy", () => new RefereeFacts(programme, Sample.Now, Sample.Referrer, Sample.Referee, Code, Joined,
                knownBy: (IdentityKinds)64));
    }

    private static ReasonDefinition[] Walked(bool late, bool bought) =>
    [
        .. Order.Where(r => !r.Equals(late ? ReferralReasons.CodeNotBegun : ReferralReasons.CodeExpired)
            && !r.Equals(bought ? ReferralReasons.RefereeHasNotBought : ReferralReasons.ReturnWindowOpen)),
    ];

    private static int Ask(RefereeFacts good, RefereeFacts bad, int times)
    {
        int allowed = 0;
        for (int i = 0; i < times; i++)
        {
            allowed += RefereePolicy.Default.Decide(good).IsAllowed ? 1 : 0;
            allowed += RefereePolicy.Default.Decide(bad).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    private static Decision At(Instant? purchasedAt = null, Instant? lost = null, IdentityKinds shared = IdentityKinds.None) =>
        Decide(new RefereeFacts(
            Sample.Programme(), Sample.Now, Sample.Referrer, Sample.Referee, Code, Joined, "A1", shared, false, false, IdentityKinds.None,
            0, 10, purchasedAt ?? Joined, false, false, lost));

    // The first so many conditions are right, all others wrong.
    private static RefereeFacts Facts(int right, bool late, bool bought) => Facts(i => i < right, late, bought);

    private static RefereeFacts Facts(Func<int, bool> isRight, bool late, bool bought, int unknown = -1)
    {
        ReferralProgramme programme = isRight(0) ? Sample.Programme() : ReferralProgramme.Create(
            Sample.Programme().Options with { Name = "winter" });
        CustomerId referrer = isRight(4) ? Sample.Referrer : Sample.Referee;
        ReferralCode code = ReferralCode.From(
            "A1", programme, isRight(1) ? referrer : CustomerId.From("carl"),
            !isRight(2) && !late ? Joined + Duration.Epsilon : null, !isRight(2) && late ? Joined : null);
        return new RefereeFacts(
            Sample.Programme(), Sample.Now, referrer, Sample.Referee, code, Joined,
            firstCode: unknown == 0 ? null : isRight(3) ? "A1" : "a1",
            sharedWithReferrer: unknown == 1 ? null : isRight(5) ? IdentityKinds.None : IdentityKinds.PaymentAccount,
            closesRing: unknown == 2 ? null : !isRight(6),
            wasCustomer: unknown == 3 ? null : !isRight(7),
            knownBy: unknown == 4 ? null : isRight(8) ? IdentityKinds.None : IdentityKinds.Address,
            householdCount: unknown == 5 ? null : isRight(9) ? 0 : 1,
            recentJoins: unknown == 6 ? null : isRight(13) ? 10 : 11,
            purchasedAt: isRight(14) ? Joined : bought ? Sample.Now - Duration.FromDays(6) : null,
            isRefunded: unknown == 7 ? null : !isRight(10),
            isCancelled: unknown == 8 ? null : !isRight(11),
            linkLostAt: isRight(12) ? null : Joined + Duration.FromDays(1));
    }

    private static Decision Decide(RefereeFacts facts) => RefereePolicy.Default.Decide(facts);
}
