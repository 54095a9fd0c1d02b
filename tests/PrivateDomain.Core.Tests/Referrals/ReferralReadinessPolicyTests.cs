using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class ReferralReadinessPolicyTests
{
    private static readonly ReferralReadinessPolicy Policy = ReferralReadinessPolicy.Default;

    private static readonly PrivateDomainFigures JustReady = new()
    {
        AgeDays = 90,
        RetainedCustomers = 1_000,
        RetentionRate = Share(0.6m),
        ReceptionRate = Share(0.8m),
        ComplaintRate = Share(0.01m),
        NeedShare = Share(0.3m),
        NetPromoterScore = Share(0.3m),
    };

    // One step on the wrong side of each bound, in the order of precedence.
    private static readonly (ReasonDefinition Reason, Func<PrivateDomainFigures, PrivateDomainFigures> Worsen)[] Gates =
    [
        (ReferralReasons.TooYoung, static f => f with { AgeDays = 89 }),
        (ReferralReasons.BaseTooSmall, static f => f with { RetainedCustomers = 999 }),
        (ReferralReasons.RetentionTooLow, static f => f with { RetentionRate = Share(0.5999m) }),
        (ReferralReasons.ReceptionTooLow, static f => f with { ReceptionRate = Share(0.7999m) }),
        (ReferralReasons.TooManyComplaints, static f => f with { ComplaintRate = Share(0.0101m) }),
        (ReferralReasons.NeedTooLow, static f => f with { NeedShare = Share(0.2999m) }),
        (ReferralReasons.NotPassedOn, static f => f with { NetPromoterScore = Share(0.2999m) }),
    ];

    [Fact]
    public void Decide_JustAtTheBounds_IsReady_AndOneStepBeyondEachAloneIsNot()
    {
        Assert.True(Policy.Decide(JustReady).IsAllowed);
        Assert.All(Gates, static gate => Assert.Equal([gate.Reason.Code], Sample.Codes(Policy.Decide(gate.Worsen(JustReady)))));
    }

    [Fact]
    public void Decide_Walk_FromAllFailingToReady_NamesExactlyWhatFails()
    {
        for (int right = 0; right <= Gates.Length; right++)
        {
            PrivateDomainFigures figures = Gates.Skip(right).Aggregate(JustReady, static (f, gate) => gate.Worsen(f));
            Assert.Equal(Gates.Skip(right).Select(static gate => gate.Reason.Code), Sample.Codes(Policy.Decide(figures)));
        }
    }

    [Fact]
    public void Decide_NothingKnown_IsUndecidableAndAsksForAll()
    {
        Decision decision = Policy.Decide(new PrivateDomainFigures());
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(
            [
                "It is not known: age.", "It is not known: retained customers.", "It is not known: retention rate.",
                "It is not known: reception rate.",
                "It is not known: complaint rate.", "It is not known: need.", "It is not known: net promoter score.",
            ],
            decision.Reasons.Select(static r => r.ToString(Language.English)));
    }

    [Fact]
    public void Decide_OneFailsAndOneIsUnknown_IsDeniedAndNamesBoth()
    {
        Decision decision = Policy.Decide(JustReady with { RetentionRate = Ratio.Unknown, ComplaintRate = Share(0.02m) });
        Assert.Equal(DecisionOutcome.Denied, decision.Outcome);
        Assert.Equal([ReferralReasons.TooManyComplaints.Code, ReferralReasons.FactUnknown.Code], Sample.Codes(decision));
    }

    [Fact]
    public void Decide_NobodyRetained_IsDenied_ThoughTheRatesOfNobodyAreUnknownAndTheShopAsksForNone()
    {
        ReferralReadinessPolicy lenient = ReferralReadinessPolicy.Create(Policy.Options with { RetainedCustomersMin = 0 });
        PrivateDomainFigures nobody = JustReady with { RetainedCustomers = 0, RetentionRate = Ratio.From(0, 0) };
        Assert.Equal(DecisionOutcome.Denied, lenient.Decide(nobody).Outcome);
        Assert.Equal([ReferralReasons.BaseTooSmall.Code, ReferralReasons.FactUnknown.Code], Sample.Codes(lenient.Decide(nobody)));
        Assert.True(lenient.Decide(JustReady with { RetainedCustomers = 1 }).IsAllowed);
    }

    [Fact]
    public void Decide_Failing_SaysItInBothLanguages()
    {
        Reason young = Policy.Decide(JustReady with { AgeDays = 1 }).Reasons.Single();
        Assert.Equal("The private domain is 1 day old; 90 are needed.", young.ToString(Language.English));
        Assert.Equal("私域运营了 1 天，需要 90 天。", young.ToString(Language.SimplifiedChinese));
        Reason brand = Policy.Decide(JustReady with { NetPromoterScore = Share(-0.2m) }).Reasons.Single();
        Assert.Equal("The net promoter score is -20 %; 30 % is needed: too few would pass it on.", brand.ToString(Language.English));
        Assert.Equal("净推荐值为 -20 %，需要 30 %：愿意推荐的客户太少。", brand.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Create_EverythingWrong_NamesAllMistakesTogether() => Assert.Equal(
        [
            "ageDaysMin", "retainedCustomersMin", "retentionRateMin", "receptionRateMin", "complaintRateMax", "needShareMin",
            "netPromoterScoreMin",
        ],
        Assert.Throws<InvalidPolicyException>(static () => ReferralReadinessPolicy.Create(new ReferralReadinessOptions
        {
            AgeDaysMin = -1,
            RetainedCustomersMin = -1,
            RetentionRateMin = 1.1m,
            ReceptionRateMin = -0.1m,
            ComplaintRateMax = 1.1m,
            NeedShareMin = 2m,
            NetPromoterScoreMin = -1.1m,
        })).Mistakes.Select(static m => m.Place));

    [Fact]
    public void Create_AtTheEndsOfTheRanges_IsAPolicy() => Assert.True(ReferralReadinessPolicy.TryCreate(
        new ReferralReadinessOptions
        {
            AgeDaysMin = 0,
            RetainedCustomersMin = 0,
            RetentionRateMin = 1m,
            ReceptionRateMin = 0m,
            ComplaintRateMax = 1m,
            NeedShareMin = 0m,
            NetPromoterScoreMin = -1m,
        },
        out _, out _));

    private static Ratio Share(decimal value) => Ratio.From(value);
}
