using FsCheck.Fluent;
using PrivateDomain.Core.Research;

namespace PrivateDomain.Core.Tests.Research;

public sealed class BuyerTraitTests
{
    // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedCases_HaveThePublishedIntervals(int having, int asked, double lower, double upper)
    {
        SampleShare share = SampleShare.Of(having, asked);

        Assert.Equal((decimal)lower, decimal.Round(share.Lower.Value, 4));
        Assert.Equal((decimal)upper, decimal.Round(share.Upper.Value, 4));
    }

    [Fact]
    public void Of_AnySample_StaysBetweenZeroAndOne_HoldsTheShare_AndWidensWithConfidence()
    {
        Prop.ForAll(Gen.Choose(1, 5_000).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), static (asked, part) =>
        {
            int having = (int)((long)asked * part / 1_000);
            SampleShare[] levels = [.. Enum.GetValues<ConfidenceLevel>().Select(level => SampleShare.Of(having, asked, level))];
            return levels.All(static s => s.Lower >= Ratio.From(0m) && s.Lower <= s.Share && s.Share <= s.Upper
                && s.Upper <= Ratio.From(1m))
                && levels.All(static s => s.Lower < s.Upper)
                && levels[0].Upper.Value - levels[0].Lower.Value < levels[1].Upper.Value - levels[1].Lower.Value
                && levels[1].Upper.Value - levels[1].Lower.Value < levels[2].Upper.Value - levels[2].Lower.Value;
        }).Holds();
    }

    [Fact]
    public void Of_NobodyAsked_IsUnknown_MisuseIsRefused()
    {
        Assert.Equal((Ratio.Unknown, Ratio.Unknown, Ratio.Unknown),
            (SampleShare.Of(0, 0).Share, SampleShare.Of(0, 0).Lower, SampleShare.Of(0, 0).Upper));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SampleShare.Of(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SampleShare.Of(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SampleShare.Of(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SampleShare.Of(0, 0, (ConfidenceLevel)9));
    }

    // [B]: 95 % of repeat buyers have children at school, over 50 % of those over 35 used to buy brands in shops, 70 % work nine to five.
    // The article has no shares of the rest; 40 %, 45 % and 65 % of a hundred stand for them.
    [Fact]
    public void Find_WorkedNumbers_TheStrikingTraitFirst_TheOthersWithAWarning()
    {
        BuyerTraitFacts[] sample =
        [
            .. Enumerable.Range(0, 100).Select(static i => Respondent(
                $"r{i}", true, ("children_at_school", i < 95), ("bought_brands_in_shops", i < 51), ("nine_to_five", i < 70))),
            .. Enumerable.Range(0, 100).Select(static i => Respondent(
                $"o{i}", false, ("children_at_school", i < 40), ("bought_brands_in_shops", i < 45), ("nine_to_five", i < 65))),
        ];
        BuyerTraitFinding[] findings = [.. BuyerTraitPolicy.Default.Measure(sample)];

        Assert.Equal(["children_at_school", "bought_brands_in_shops", "nine_to_five"], findings.Select(static f => f.Trait));
        Assert.Equal([0.95m, 0.51m, 0.70m], findings.Select(static f => f.RepeatBuyers.Share.Value));
        Assert.Equal(Ratio.From(95m, 40m), findings[0].Lift);
        Assert.Equal((0.8882m, 0.9785m), Rounded(findings[0].RepeatBuyers));
        Assert.Equal((0.6042m, 0.7811m), Rounded(findings[2].RepeatBuyers));
        Assert.Empty(findings[0].Warnings);
        Assert.All(findings[1..], static f =>
            Assert.Equal([ResearchReasons.IntervalsOverlap], f.Warnings.Select(static w => w.Definition)));
        Assert.Equal(findings.Select(Shown), BuyerTraitPolicy.Default.Measure(sample.Reverse()).Select(Shown));
        Assert.Throws<ArgumentException>(() => BuyerTraitPolicy.Default.Measure([sample[0], sample[0]]));

        static (string, SampleShare, SampleShare) Shown(BuyerTraitFinding f) => (f.Trait, f.RepeatBuyers, f.Others);
    }

    [Fact]
    public void Find_SmallSampleOrUnansweredTrait_IsWarnedAboutAndNotMadeUp()
    {
        BuyerTraitFinding small = BuyerTraitPolicy.Default.Assess("pets", 29, 29, 0, 30);
        BuyerTraitFinding oneSide = BuyerTraitPolicy.Default.Measure([Respondent("a", true, ("pets", true)),
            Respondent("b", false)]).Single();

        Assert.Equal([ResearchReasons.TooFewRepeatBuyers.With(29, 30)], small.Warnings);
        Assert.Equal(Ratio.Unknown, small.Lift); // none of the rest has it
        Assert.Equal(Ratio.From(1m), small.Difference);
        Assert.Equal([ResearchReasons.TooFewRepeatBuyers, ResearchReasons.TooFewOthers], oneSide.Warnings.Select(static w => w.Definition));
        Assert.Equal((1, 0), (oneSide.RepeatBuyers.Asked, oneSide.Others.Asked));
        Assert.Equal((Ratio.Unknown, Ratio.Unknown), (oneSide.Lift, oneSide.Difference));
        Assert.Equal([ResearchReasons.IntervalsOverlapBelow],
            BuyerTraitPolicy.Default.Assess("pets", 10, 40, 12, 40).Warnings.Select(static w => w.Definition));
        Assert.Empty(BuyerTraitPolicy.Default.Assess("pets", 4, 40, 36, 40).Warnings);
    }

    [Fact]
    public void Decide_PlanOfTheArticle_IsAllowed_WithoutResearchItIsFlagged()
    {
        ResearchRound[] plan =
        [
            new(ResearchMethod.BroadSurvey, PurchasePhases.Before | PurchasePhases.During, 100),
            new(ResearchMethod.Telephone, PurchasePhases.After, 10),
            new(ResearchMethod.FaceToFace, PurchasePhases.All, 5),
        ];

        Assert.Equal(Decision.Allowed, ResearchPolicy.Default.Decide(plan));
        Assert.Equal(Decision.Denied(ResearchReasons.NoResearch.With()), ResearchPolicy.Default.Decide());
        ResearchRound[] twice = [plan[0], plan[1], new(ResearchMethod.FaceToFace, PurchasePhases.All, 2),
            new(ResearchMethod.FaceToFace, PurchasePhases.All, 3)];
        Assert.True(ResearchPolicy.Default.Decide(twice).IsAllowed); // rounds of one kind add up
        Assert.Throws<ArgumentException>("rounds", () => ResearchPolicy.Default.Decide(plan[0], null!));
    }

    [Fact]
    public void Decide_PoorPlan_NamesEverythingThatIsMissing()
    {
        ResearchRound[] telephone = [new(ResearchMethod.Telephone, PurchasePhases.During, 9)];
        ResearchRound[] backwards =
        [
            new(ResearchMethod.FaceToFace, PurchasePhases.All, 4),
            new(ResearchMethod.BroadSurvey, PurchasePhases.All, 99),
            new(ResearchMethod.Telephone, PurchasePhases.All, 10),
        ];

        Assert.Equal(
            [
                ResearchReasons.NoBroadSurvey.With(), ResearchReasons.NoFaceToFace.With(), ResearchReasons.BeforePurchaseMissing.With(),
                ResearchReasons.AfterPurchaseMissing.With(), ResearchReasons.TooFewTelephoned.With(9, 10),
            ],
            ResearchPolicy.Default.Decide(telephone).Reasons);
        Assert.Equal(
            [ResearchReasons.InterviewBeforeSurvey.With(), ResearchReasons.TooFewSurveyed.With(99, 100),
                ResearchReasons.TooFewMet.With(4, 5)],
            ResearchPolicy.Default.Decide(backwards).Reasons);
    }

    [Theory]
    [InlineData(29, 30, "buyer_trait.too_few_repeat_buyers")]
    [InlineData(30, 29, "buyer_trait.too_few_others")]
    [InlineData(30, 30, null)]
    public void Assess_ThirtyOnEachSide_AreEnough(int repeatAsked, int othersAsked, string? warning) => Assert.Equal(
        warning is null ? [] : [warning],
            BuyerTraitPolicy.Default.Assess("pets", repeatAsked, repeatAsked, 0, othersAsked).Warnings.Select(static w => w.Code));

    [Fact]
    public void Mistakes_AreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("method", static () => new ResearchRound((ResearchMethod)3, PurchasePhases.All, 1));
        Assert.Throws<ArgumentOutOfRangeException>("phases", static () =>
            new ResearchRound(ResearchMethod.Telephone, PurchasePhases.None, 1));
        Assert.Throws<ArgumentOutOfRangeException>("phases", static () =>
            new ResearchRound(ResearchMethod.Telephone, (PurchasePhases)8, 1));
        Assert.Throws<ArgumentOutOfRangeException>("asked", static () =>
            new ResearchRound(ResearchMethod.Telephone, PurchasePhases.All, 0));
        Assert.Equal(
            ["surveyedMin", "telephonedMin", "metMin"],
            Misuse.Paths(static () => ResearchPolicy.Create(new ResearchOptions { SurveyedMin = 0, TelephonedMin = 0, MetMin = 0 })));
        Assert.Equal(
            ["askedMin", "confidence"],
                Misuse.Paths(static () =>
                BuyerTraitPolicy.Create(new BuyerTraitOptions { AskedMin = 0, Confidence = (ConfidenceLevel)9 })));
        Assert.Throws<ArgumentException>("sample", static () => BuyerTraitPolicy.Default.Measure([null!]));
        Assert.Throws<ArgumentException>("trait", static () => BuyerTraitPolicy.Default.Assess(" ", 1, 1, 1, 1));
        Assert.Throws<ArgumentException>(static () => Respondent("a", true, ("x", true), ("x", false)));
        Assert.Throws<ArgumentException>(static () => Respondent("a", true, (" ", true)));
        Assert.Throws<ArgumentException>("customer", static () => new BuyerTraitFacts(default, true, []));
    }

    [Fact]
    public void Names_AreInBothLanguages_AndUnknownValuesHaveNone()
    {
        Assert.Equal(new Bilingual("before, after the purchase", "购买前、购买后"), (PurchasePhases.Before | PurchasePhases.After).Name());
        Assert.Equal("当面访谈", ResearchMethod.FaceToFace.Name().Chinese);
        Assert.Equal("99 %", ConfidenceLevel.NinetyNine.Name().English);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((PurchasePhases)8).Name());
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((ResearchMethod)3).Name());
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((ConfidenceLevel)3).Name());
    }

    private static (decimal Lower, decimal Upper) Rounded(SampleShare share) =>
        (decimal.Round(share.Lower.Value, 4), decimal.Round(share.Upper.Value, 4));

    private static BuyerTraitFacts Respondent(string customer, bool isRepeatBuyer, params (string Trait, bool Has)[] answers) =>
        new BuyerTraitFacts(CustomerId.From(customer), isRepeatBuyer, answers.Select(static a => KeyValuePair.Create(a.Trait, a.Has)));
}
