using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class TrustPolicyTests
{
    private static readonly TrustPolicy Simple = TrustPolicy.Create(
        new TrustTerm(EvidenceKind.Link, 10, 1, null), new TrustTerm(EvidenceKind.Purchase, 90, 3, 30));

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
        Assert.Equal(score, Simple.Assess(StageEvidence.Create(Now, links: Seen(links, 500), purchases: Seen(purchases, daysAgo))).Value, 1e-9);

    [Fact]
    public void Default_FullEvidenceToday_Is100_AndNothingIs0()
    {
        Evidence full = Seen(9, 0);
        Assert.Equal(100, TrustPolicy.Default.Assess(StageEvidence.Create(Now, full, full, full, full, full, full, Seen(1, 0), full)).Value, 1e-9);
        Assert.Equal(Score.Zero, TrustPolicy.Default.Assess(StageEvidence.Create(Now)));
        Assert.Equal(Score.Zero, TrustPolicy.Default.Assess(default));
    }

    [Fact]
    public void Default_EachRungOfTheLadder_RaisesTrust()
    {
        StageEvidence[] rungs =
        [
            StageEvidence.Create(Now),
            StageEvidence.Create(Now, links: Seen(1)),
            StageEvidence.Create(Now, links: Seen(1), participations: Seen(1)),
            StageEvidence.Create(Now, links: Seen(1), participations: Seen(1), feedback: Seen(1), purchases: Seen(1)),
            StageEvidence.Create(Now, links: Seen(1), participations: Seen(1), feedback: Seen(1), purchases: Seen(2), rivalsDeclined: Seen(1)),
        ];

        Assert.Equal([0, 1, 2, 3, 4], rungs.Select(static r => (int)LadderPolicy.Default.Assess(r).Stage));
        double[] scores = [.. rungs.Select(static r => TrustPolicy.Default.Assess(r).Value)];
        Assert.All(scores.Zip(scores.Skip(1)), static p => Assert.True(p.First < p.Second));
    }

    [Fact]
    public void Explain_TermByTerm_AddsUpToTheScore() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), static all =>
        {
            StageEvidence evidence = Make(all);
            TrustPart[] parts = [.. TrustPolicy.Default.Explain(evidence)];
            Assert.Equal(TrustPolicy.Default.Assess(evidence).Value, parts.Aggregate(0.0, static (sum, p) => sum + p.Contribution));
            Assert.All(parts, static p => Assert.True(p.Contribution >= 0 && p.Contribution <= p.Term.Points && p.Share <= 1 && p.Decay <= 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_MoreOrLaterEvidence_NeverLowersTrust() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), Gen.Choose(0, 7).ToArbitrary(), AnyEvidence.ToArbitrary(), static (all, place, more) =>
        {
            Evidence[] raised = [.. all];
            raised[place] = Evidence.Sum(all[place], more);
            Assert.True(TrustPolicy.Default.Assess(Make(raised)) >= TrustPolicy.Default.Assess(Make(all)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_Later_NeverRaisesTrust() =>
        Prop.ForAll(AnyEvidences.ToArbitrary(), Gen.Choose(0, 2000).ToArbitrary(), static (all, days) =>
            Assert.True(TrustPolicy.Default.Assess(Make(all, -days)) <= TrustPolicy.Default.Assess(Make(all)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => TrustPolicy.Create(
            new TrustTerm(EvidenceKind.Link, -5, 1, null), new TrustTerm(EvidenceKind.Link, 60, 0, -1), default));

        Assert.Equal(
            [
                "terms[0].points: The number is -5; at least 1 is needed.",
                "terms[1].kind: The kind of evidence is links; a defined one that is not used twice is needed.",
                "terms[1].fullAt: The number is 0; at least 1 is needed.",
                "terms[1].halfLifeDays: The number is -1; at least 1 is needed.",
                "terms[2].kind: The kind of evidence is 0; a defined one that is not used twice is needed.",
                "terms[2].points: The number is 0; at least 1 is needed.",
                "terms[2].fullAt: The number is 0; at least 1 is needed.",
                "terms: The points add up to 55; 100 are needed.",
            ],
            error.Mistakes.Select(static v => v.ToString()));
    }

    [Fact]
    public void Create_NoTerms_AddsUpToNothing() => Assert.Throws<InvalidPolicyException>(static () => TrustPolicy.Create());

    private static StageEvidence Make(Evidence[] e, int daysAgo = 0) => StageEvidence.Create(
        Days(daysAgo), e[0], e[1], e[2], e[3], e[4], e[5], e[6].Count == 0 ? default : Evidence.Of(1, e[6].Last), e[7]);
}
