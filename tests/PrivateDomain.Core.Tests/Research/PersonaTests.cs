using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Research;

public sealed class PersonaTests
{
    // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedCases_HaveThePublishedIntervals(int having, int asked, double lower, double upper)
    {
        TraitShare share = TraitShare.Of(having, asked);

        Assert.Equal((decimal)lower, decimal.Round(share.Lower.Value, 4));
        Assert.Equal((decimal)upper, decimal.Round(share.Upper.Value, 4));
    }

    [Fact]
    public void Of_AnySample_StaysBetweenZeroAndOne_HoldsTheShare_AndWidensWithConfidence()
    {
        Prop.ForAll(Gen.Choose(1, 5_000).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), static (asked, part) =>
        {
            int having = (int)((long)asked * part / 1_000);
            TraitShare[] levels = [.. Enum.GetValues<ConfidenceLevel>().Select(level => TraitShare.Of(having, asked, level))];
            return levels.All(static s => s.Lower >= Ratio.Known(0m) && s.Lower <= s.Share && s.Share <= s.Upper && s.Upper <= Ratio.Known(1m))
                && levels.All(static s => s.Lower < s.Upper)
                && levels[0].Upper.Value - levels[0].Lower.Value < levels[1].Upper.Value - levels[1].Lower.Value
                && levels[1].Upper.Value - levels[1].Lower.Value < levels[2].Upper.Value - levels[2].Lower.Value;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_NobodyAsked_IsUnknown_MisuseIsRefused()
    {
        Assert.Equal((Ratio.Unknown, Ratio.Unknown, Ratio.Unknown), (TraitShare.Of(0, 0).Share, TraitShare.Of(0, 0).Lower, TraitShare.Of(0, 0).Upper));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TraitShare.Of(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TraitShare.Of(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TraitShare.Of(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TraitShare.Of(0, 0, (ConfidenceLevel)9));
    }

    // [B]: 95 % of repeat buyers have children at school, over 50 % of those over 35 used to buy brands in shops, 70 % work nine to five.
    // The article has no shares of the rest; 40 %, 45 % and 65 % of a hundred stand for them.
    [Fact]
    public void Find_WorkedNumbers_TheStrikingTraitFirst_TheOthersWithAWarning()
    {
        PersonaRespondent[] sample =
        [
            .. Enumerable.Range(0, 100).Select(static i => Respondent(
                $"r{i}", true, ("children_at_school", i < 95), ("bought_brands_in_shops", i < 51), ("nine_to_five", i < 70))),
            .. Enumerable.Range(0, 100).Select(static i => Respondent(
                $"o{i}", false, ("children_at_school", i < 40), ("bought_brands_in_shops", i < 45), ("nine_to_five", i < 65))),
        ];
        PersonaFinding[] findings = [.. PersonaPolicy.Default.Find(sample)];

        Assert.Equal(["children_at_school", "bought_brands_in_shops", "nine_to_five"], findings.Select(static f => f.Trait));
        Assert.Equal([0.95m, 0.51m, 0.70m], findings.Select(static f => f.RepeatBuyers.Share.Value));
        Assert.Equal(Ratio.Of(95m, 40m), findings[0].Lift);
        Assert.Equal((0.8882m, 0.9785m), Rounded(findings[0].RepeatBuyers));
        Assert.Equal((0.6042m, 0.7811m), Rounded(findings[2].RepeatBuyers));
        Assert.Empty(findings[0].Warnings);
        Assert.All(findings[1..], static f => Assert.Equal([PersonaReasons.IntervalsOverlap], f.Warnings.Select(static w => w.Definition)));
        Assert.Equal(findings.Select(Shown), PersonaPolicy.Default.Find(sample.Reverse()).Select(Shown));
        Assert.Throws<ArgumentException>(() => PersonaPolicy.Default.Find([sample[0], sample[0]]));

        static (string, TraitShare, TraitShare) Shown(PersonaFinding f) => (f.Trait, f.RepeatBuyers, f.Others);
    }

    [Fact]
    public void Find_SmallSampleOrUnansweredTrait_IsWarnedAboutAndNotMadeUp()
    {
        PersonaFinding small = PersonaPolicy.Default.Find("pets", 29, 29, 0, 30);
        PersonaFinding oneSide = PersonaPolicy.Default.Find([Respondent("a", true, ("pets", true)), Respondent("b", false)]).Single();

        Assert.Equal([PersonaReasons.TooFewRepeatBuyers.With(29, 30)], small.Warnings);
        Assert.Equal(Ratio.Unknown, small.Lift); // none of the rest has it
        Assert.Equal(Ratio.Known(1m), small.Difference);
        Assert.Equal([PersonaReasons.TooFewRepeatBuyers, PersonaReasons.TooFewOthers], oneSide.Warnings.Select(static w => w.Definition));
        Assert.Equal((1, 0), (oneSide.RepeatBuyers.Asked, oneSide.Others.Asked));
        Assert.Equal((Ratio.Unknown, Ratio.Unknown), (oneSide.Lift, oneSide.Difference));
        Assert.Equal([PersonaReasons.IntervalsOverlapBelow], PersonaPolicy.Default.Find("pets", 10, 40, 12, 40).Warnings.Select(static w => w.Definition));
        Assert.Empty(PersonaPolicy.Default.Find("pets", 4, 40, 36, 40).Warnings);
    }

    [Fact]
    public void Decide_PlanOfTheArticle_IsAllowed_WithoutResearchItIsFlagged()
    {
        ResearchPlan plan = ResearchPlan.Create(
            ResearchRound.Create(ResearchMethod.BroadSurvey, PurchasePhases.Before | PurchasePhases.During, 300),
            ResearchRound.Create(ResearchMethod.Telephone, PurchasePhases.After, 20),
            ResearchRound.Create(ResearchMethod.FaceToFace, PurchasePhases.All, 5));

        Assert.Equal(Decision.Allowed, ResearchPolicy.Default.Decide(plan));
        Assert.Equal((300L, 20L, PurchasePhases.All), (plan.AskedBy(ResearchMethod.BroadSurvey), plan.AskedBy(ResearchMethod.Telephone), plan.Phases));
        Assert.Equal(Decision.Denied(PersonaReasons.NoResearch.With()), ResearchPolicy.Default.Decide(null));
        Assert.Equal(Decision.Denied(PersonaReasons.NoResearch.With()), ResearchPolicy.Default.Decide(ResearchPlan.None));
    }

    [Fact]
    public void Decide_PoorPlan_NamesEverythingThatIsMissing()
    {
        ResearchPlan telephone = ResearchPlan.Create(ResearchRound.Create(ResearchMethod.Telephone, PurchasePhases.During, 9));
        ResearchPlan backwards = ResearchPlan.Create(
            ResearchRound.Create(ResearchMethod.FaceToFace, PurchasePhases.All, 4),
            ResearchRound.Create(ResearchMethod.BroadSurvey, PurchasePhases.All, 99),
            ResearchRound.Create(ResearchMethod.Telephone, PurchasePhases.All, 10));

        Assert.Equal(
            [
                PersonaReasons.NoBroadSurvey.With(), PersonaReasons.NoFaceToFace.With(), PersonaReasons.BeforePurchaseMissing.With(),
                PersonaReasons.AfterPurchaseMissing.With(), PersonaReasons.TooFewTelephoned.With(9, 10),
            ],
            ResearchPolicy.Default.Decide(telephone).Reasons);
        Assert.Equal(
            [PersonaReasons.InterviewBeforeSurvey.With(), PersonaReasons.TooFewSurveyed.With(99, 100), PersonaReasons.TooFewMet.With(4, 5)],
            ResearchPolicy.Default.Decide(backwards).Reasons);
    }

    [Fact]
    public void Create_Mistakes_AreNamedTogether()
    {
        Assert.Equal(["method", "phases", "asked"], Paths(static () => ResearchRound.Create((ResearchMethod)7, PurchasePhases.None, 0)));
        Assert.Equal(["phases"], Paths(static () => ResearchRound.Create(ResearchMethod.Telephone, (PurchasePhases)9, 1)));
        Assert.Equal(["surveyedMin", "telephonedMin", "metMin"], Paths(static () => ResearchPolicy.Create(0, 0, 0)));
        Assert.Equal(["askedMin", "confidence"], Paths(static () => PersonaPolicy.Create(0, (ConfidenceLevel)9)));
        Assert.Throws<ArgumentException>(static () => Respondent("a", true, ("x", true), ("x", false)));
        Assert.Throws<ArgumentException>(static () => Respondent("a", true, (" ", true)));

        static IEnumerable<string> Paths(Func<object> make) => Assert.Throws<InvalidPolicyException>(make).Mistakes.Select(static v => v.Place);
    }

    private static (decimal Lower, decimal Upper) Rounded(TraitShare share) => (decimal.Round(share.Lower.Value, 4), decimal.Round(share.Upper.Value, 4));

    private static PersonaRespondent Respondent(string customer, bool isRepeatBuyer, params (string Trait, bool Has)[] answers) =>
        PersonaRespondent.Create(CustomerId.From(customer), isRepeatBuyer, answers.Select(static a => KeyValuePair.Create(a.Trait, a.Has)));
}
