using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class ProgrammeReadinessTests
{
    private static readonly ReasonDefinition[] Order =
    [
        ReferralProgrammeReasons.TooYoung, ReferralProgrammeReasons.BaseTooSmall, ReferralProgrammeReasons.RetentionTooLow,
        ReferralProgrammeReasons.ReceptionTooLow, ReferralProgrammeReasons.TooManyComplaints, ReferralProgrammeReasons.NeedTooLow,
    ];

    [Fact]
    public void Decide_Walk_FromAllFailingToReady_NamesExactlyWhatFails()
    {
        for (int right = 0; right <= Order.Length; right++)
        {
            Assert.Equal(Sample.Codes(Order.AsSpan(right)), Sample.Codes(ProgrammeReadiness.Default.Decide(Condition(right))));
        }
    }

    [Fact]
    public void Decide_JustAtTheBounds_IsReady_AndOneStepBelowEachIsNot()
    {
        Assert.True(ProgrammeReadiness.Default.Decide(Condition(6)).IsAllowed);
        Reason reason = ProgrammeReadiness.Default.Decide(PrivateDomainCondition.Create(89, 1_000, Share(0.6m), Share(0.8m), Share(0.01m), Share(0.3m))).Reasons.Single();
        Assert.Equal((89m, 90m), ((decimal)reason.Found.Content!, (decimal)reason.Required.Content!));
        Assert.Equal("私域运营了 89 天，需要 90 天。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Decide_NothingKnown_IsUndecidableAndAsksForAll()
    {
        Decision decision = ProgrammeReadiness.Default.Decide(PrivateDomainCondition.Create());
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(6, decision.Reasons.Length);
        Assert.All(decision.Reasons, static r => Assert.Equal(ReferralProgrammeReasons.FactUnknown, r.Definition));
    }

    [Fact]
    public void Decide_OneFailsAndOneIsUnknown_IsDeniedAndNamesBoth()
    {
        Decision decision = ProgrammeReadiness.Default.Decide(PrivateDomainCondition.Create(100, 2_000, Ratio.Unknown, Share(0.9m), Share(0.02m), Share(1m)));
        Assert.Equal(DecisionOutcome.Denied, decision.Outcome);
        Assert.Equal(["programme.too_many_complaints", "programme.fact_unknown"], Sample.Codes(decision));
    }

    [Fact]
    public void Create_EverythingWrong_NamesAllMistakesTogether() => Assert.Equal(
        6, Assert.Throws<InvalidPolicyException>(static () =>
            ProgrammeReadiness.Create(-1, -1, Share(1.1m), Share(-0.1m), Ratio.Unknown, Share(2m))).Mistakes.Length);

    private static PrivateDomainCondition Condition(int right) => PrivateDomainCondition.Create(
        right > 0 ? 90 : 89,
        right > 1 ? 1_000 : 999,
        Share(right > 2 ? 0.6m : 0.59m),
        Share(right > 3 ? 0.8m : 0.79m),
        Share(right > 4 ? 0.01m : 0.011m),
        Share(right > 5 ? 0.3m : 0.29m));

    private static Ratio Share(decimal value) => Ratio.Known(value);
}
