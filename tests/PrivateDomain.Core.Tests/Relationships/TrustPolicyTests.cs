using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

[Text]
public sealed class TrustPolicyTests
{
    private static readonly TrustPolicy Simple = TrustPolicy.Create(
        new TrustOptions { Terms = [new(EvidenceKind.Link, 10), new(EvidenceKind.Purchase, 90, 3, 30)] });

    private static readonly Gen<Evidence> AnyEvidence =
        from count in Gen.Choose(0, 8)
        from days in Gen.Choose(0, 900)
        select Seen(count, days);

    private static readonly Gen<Evidence[]> AnyEvidences = AnyEvidence.ArrayOf(8);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 10)] // a link does not fade
    [InlineData(1, 3, 0, 100)]
    [InlineData(1, 9, 0, 100)] // more than enough is enough
    [InlineData(1, 1, 0, 40)] // a third of 90
    [InlineData(1, 3, 30, 55)] // half of 90 after one half-life
    [InlineData(1, 3, 60, 32.5)] // a quarter after two
    public void Assess_WorkedNumbers(int links, int purchases, double daysAgo, double score) =>
        Assert.Equal(score, Simple.Assess(new RelationshipFacts(Now, links: Seen(links, 500), purchases: Seen(purchases, daysAgo)))
            .Trust!.Value.Value, 1e-9);

    [Fact]
    public void Default_FullEvidenceToday_Is100_AndNothingIs0()
    {
        Evidence full = Seen(9, 0);
        Assert.Equal(100, Score(new RelationshipFacts(Now, full, full, full, full, full, full, Seen(1, 0), full)), 1e-9);
        Assert.Equal(0, Score(new RelationshipFacts(Now)));
        Assert.Equal(0, Score(default));
    }

    [Fact]
    public void Default_EachRungOfTheLadder_RaisesTrust()
    {
        RelationshipFacts[] rungs =
        [
            new RelationshipFacts(Now),
            new RelationshipFacts(Now, links: Seen(1)),
            new RelationshipFacts(Now, links: Seen(1), interactions: Seen(1)),
            new RelationshipFacts(Now, links: Seen(1), interactions: Seen(1), feedback: Seen(1), purchases: Seen(1)),
            new RelationshipFacts(Now, links: Seen(1), interactions: Seen(1), feedback: Seen(1), purchases: Seen(2),
                rivalsDeclined: Seen(1)),
        ];

        Assert.Equal([0, 1, 2, 3, 4], rungs.Select(static r => (int)LadderPolicy.Default.Assess(r).Stage!.Value));
        double[] scores = [.. rungs.Select(static r => Score(r))];
        Assert.All(scores.Zip(scores.Skip(1)), static p => Assert.True(p.First < p.Second));
    }

    [Fact]
    public void Explain_TermByTerm_AddsUpToTheScore() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), static all =>
        {
            RelationshipFacts evidence = Make(all);
            TrustPart[] parts = [.. TrustPolicy.Default.Explain(evidence)];
            Assert.Equal(Score(evidence), parts.Aggregate(0.0, static (sum, p) => sum + p.Contribution));
            Assert.All(parts, static p =>
                Assert.True(p.Contribution >= 0 && p.Contribution <= p.Term.Points && p.Share <= 1 && p.Decay <= 1));
        }).Holds();

    [Fact]
    public void Explain_WithoutEvidence_SaysNothingOfAgeOrShare() => Assert.All(
        TrustPolicy.Default.Explain(new RelationshipFacts(Now - NodaTime.Duration.FromDays(36_000))),
        static part => Assert.Equal((Evidence.Nothing, 0d, 0d, 0d), (part.Evidence, part.Share, part.Decay, part.Contribution)));

    [Fact]
    public void Assess_MoreOrLaterEvidence_NeverLowersTrust() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), Gen.Choose(0, 7).ToArbitrary(), AnyEvidence.ToArbitrary(), static (all, place, more) =>
        {
            Evidence[] raised = [.. all];
            raised[place] = Evidence.Sum(all[place], more);
            Assert.True(Score(Make(raised)) >= Score(Make(all)));
        }).Holds();

    [Fact]
    public void Assess_Later_NeverRaisesTrust() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), Gen.Choose(0, 2000).ToArbitrary(), static (all, days) =>
            Assert.True(Score(Make(all, -days)) <= Score(Make(all)))).Holds();

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => TrustPolicy.Create(new TrustOptions
        {
            Terms =
            [
                new(EvidenceKind.Link, -5), new(EvidenceKind.Link, 60, 0, -1), new(EvidenceKind.None, 0, 1, 36_501),
                    new((EvidenceKind)99, 101), null!,
            ],
        }));

        Assert.Equal(
            [
                "terms[0].points policy.out_of_range", "terms[1].fullAt policy.out_of_range", "terms[1].halfLifeDays policy.out_of_range",
                    "terms[1] policy.twice",
                "terms[2].kind policy.unknown_choice", "terms[2].points policy.out_of_range", "terms[2].halfLifeDays policy.out_of_range",
                "terms[3].kind policy.unknown_choice", "terms[3].points policy.out_of_range", "terms[4] policy.missing",
            ],
            error.Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
    }

    [Theory]
    [InlineData(99, 1, 1, false)]
    [InlineData(100, 1, 1, true)]
    [InlineData(101, 1, 1, false)]
    [InlineData(100, 0, 1, false)]
    [InlineData(100, 1, 0, false)]
    [InlineData(100, 1, 36_500, true)]
    [InlineData(100, 1, 36_501, false)]
    public void Create_FiguresAtTheirEdges(int points, int fullAt, int halfLife, bool isRight) => Assert.Equal(
        isRight, TrustPolicy.TryCreate(new TrustOptions { Terms = [new(EvidenceKind.Purchase, points, fullAt, halfLife)] }, out _, out _));

    [Fact]
    public void Create_NoTerms_AddsUpToNothing()
    {
        Assert.Equal(
            ["policy.wrong_count", "policy.wrong_sum"],
            Assert.Throws<InvalidPolicyException>(static () => TrustPolicy.Create(new TrustOptions { Terms = [] }))
                .Mistakes.Select(static m => m.Reason.Code));
        Assert.Throws<InvalidPolicyException>(static () => TrustPolicy.Create(new TrustOptions { Terms = default }));
        Assert.Throws<ArgumentNullException>(static () => TrustPolicy.Create(null!));
    }

    [Fact]
    public void Assess_IncompleteEvidence_IsUndecidableUnlessThereIsEnough()
    {
        TrustOptions options = new() { Terms = [new(EvidenceKind.Link, 40), new(EvidenceKind.Feedback, 60, 2)] };
        TrustPolicy unfading = TrustPolicy.Create(options);
        TrustPolicy fading = TrustPolicy.Create(options with { Terms = [options.Terms[0], options.Terms[1] with { HalfLifeDays = 30 }] });

        TrustAssessment open = unfading.Assess(new RelationshipFacts(Now, Seen(1), feedback: Evidence.From(1, Days(1), isComplete: false)));
        Assert.Null(open.Trust);
        Assert.Equal([RelationshipsReasons.EvidenceFolded.With(EvidenceKind.Feedback.Name())], open.Reasons);
        RelationshipFacts enough = new(Now, Seen(1), feedback: Evidence.From(2, Days(1), isComplete: false));
        Assert.Equal(100, unfading.Assess(enough).Trust!.Value.Value);
        Assert.Null(fading.Assess(enough).Trust); // it may have been seen later, and then less of it has faded
    }

    [Fact]
    public void LooksBack_IsWithoutEnd_OnlyWhereDaysOfConversationCount()
    {
        Assert.Null(TrustPolicy.Default.LookBack);
        Assert.Equal(NodaTime.Duration.Zero, Simple.LookBack);
    }

    [Fact]
    public void Equality_IsThatOfTheOptions()
    {
        Assert.Equal(TrustPolicy.Default, TrustPolicy.Create(new TrustOptions()));
        Assert.Equal(TrustPolicy.Default.GetHashCode(), TrustPolicy.Create(new TrustOptions()).GetHashCode());
        Assert.NotEqual(TrustPolicy.Default, Simple);
    }

    private static double Score(in RelationshipFacts facts) => TrustPolicy.Default.Assess(facts).Trust!.Value.Value;

    private static RelationshipFacts Make(Evidence[] e, int daysAgo = 0) => new RelationshipFacts(
        Days(daysAgo), e[0], e[1], e[2], e[3], e[4], e[5], e[6].Count == 0 ? default : Evidence.From(1, e[6].Last), e[7]);
}
