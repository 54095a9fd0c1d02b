using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation;

[Kernel]
[Text]
public sealed class SegmentSetTests
{
    private static readonly Segment Buyers = new("buyers", Facts.Orders.AtLeast(1));
    private static readonly Segment Regulars = new("regulars", Facts.Orders.AtLeast(3), version: 2);
    private static readonly Segment Mums = new("mums", Facts.Tags.AnyOf("mum"));

    [Fact]
    public void Check_ManyMistakes_AreNamedTogetherWithTheirPaths()
    {
        NumberFact undeclared = NumberFact.From("weight", new("weight", "体重"));
        Segment[] segments =
        [
            new("a", SegmentRule.InSegment("b") & undeclared.AtLeast(1)),
                new("b", SegmentRule.Not(SegmentRule.AnyOf(Age.IsKnown(), SegmentRule.InSegment("c")))),
            new("c", SegmentRule.InSegment("a")), new("a", SegmentRule.InSegment("self")), new("self", SegmentRule.InSegment("self")),
            new("d", SegmentRule.NoneOf(SegmentRule.InSegment("buyer"), SegmentRule.InSegment("zzzzzzz"))),
                new("buyers", SegmentRule.AllOf()),
        ];
        Assert.Equal(
            [
                "segments[3]: The name \"a\" is taken.",
                "segments[0].all[1]: The fact \"weight\" is not the schema's: its kind or levels differ, or it is not declared.",
                "segments[5].none[0]: There is no segment \"buyer\"; the nearest is \"buyers\".",
                    "segments[5].none[1]: There is no segment \"zzzzzzz\".",
                "segments[0]: The segment refers to itself: a → b → c → a.", "segments[4]: The segment refers to itself: self → self.",
            ],
            SetMistakes.Of(Schema, segments).Select(static v => v.ToString()));
        Assert.Equal(6, Assert.Throws<InvalidPolicyException>(() => SegmentSet.From(Schema, segments)).Mistakes.Length);
    }

    [Fact]
    public void Check_FactsOfAnotherSchema_AreForeign()
    {
        ChoiceFact otherTier = ChoiceFact.From("tier", new("tier", "会员等级"), new ChoiceLevel("gold", new("gold", "金卡")));
        Mistake mistake = Assert.Single(SetMistakes.Of(Schema, [new Segment("x", otherTier.AtLeast("gold"))]));
        Assert.Equal(("segments[0]", SegmentationReasons.ForeignFact), (mistake.Place, mistake.Reason.Definition));
        Assert.Single(SetMistakes.Of(FactSchema.BuiltIn, [new Segment("x", Facts.Ratio(Age, Facts.Orders).AtLeast(1))]));
        Assert.Empty(SetMistakes.Of(Schema, [new Segment("x", Facts.Ratio(Age, Facts.Orders).AtLeast(1))]));
    }

    [Fact]
    public void Check_LongChains_AreRefusedWithoutOverflow()
    {
        IEnumerable<Segment> chain = Enumerable.Range(0, 50_000).Select(static i =>
            new Segment($"s{i}", i == 0 ? SegmentRule.AllOf() : SegmentRule.InSegment($"s{i - 1}")));
        Assert.Empty(SetMistakes.Of(Schema, chain.Take(SegmentSet.ReferencesDeepMax + 1)));
        Mistake first = SetMistakes.Of(Schema, chain)[0];
        Assert.Equal(("segments[17]", SegmentationReasons.TooDeep.With(17, 16)), (first.Place, first.Reason));
        Assert.Single(SetMistakes.Of(Schema, chain.Skip(1).Append(new Segment("s0", SegmentRule.InSegment("s49999")))));
    }

    [Fact]
    public void Exclusive_TheFirstThatMatchesWins()
    {
        PreparedSegments prepared =
            SegmentSet.From(Schema, isExclusive: true, segments: [Regulars, Buyers, new Segment("others", SegmentRule.AllOf())])
                .Prepare(Today);
        (int Orders, int Place)[] expected = [(5, 0), (3, 0), (1, 1), (0, 2)];
        Assert.All(expected, x => Assert.Equal(x.Place, prepared.FirstOf(prepared.Read(Of(x.Orders)))));
        SegmentMembership all = prepared.Evaluate([Of(5), Of(3), Of(1), Of(0)]);
        Assert.Equal([2, 1, 1], all.Counts);
        Assert.Equal(0, all.OverlapOf(0, 1));
        Assert.Equal(-1, SegmentSet.From(Schema, isExclusive: true, segments: []).Prepare(Today) is var empty
            ? empty.FirstOf(empty.Read(Of(1))) : 0);
    }

    [Fact]
    public void References_MeanTheRule_InAnyOrderOfTheSet()
    {
        SegmentSet set =
            SegmentSet.From(Schema, isExclusive: true,
                segments: [new Segment("mum buyers", SegmentRule.InSegment("buyers") & SegmentRule.InSegment("mums")), Mums, Buyers]);
        PreparedSegments prepared = PreparedSegments.From(set, Today);
        FactValues mum = Of(1).With(Facts.Tags, ["mum"]);
        Assert.Equal(0, prepared.FirstOf(prepared.Read(mum)));
        Assert.Equal(["all[0] ✓ segment: buyers required, yes found", "all[1] ✗ segment: mums required, no found"],
            set.Explain("mum buyers", Of(1)).Leaves.Select(l => $"{l.Path} {l}"));
        Assert.Throws<ArgumentException>(() => set.Explain("nobody", mum));
    }

    [Fact]
    public void Membership_CountsOverlapsAndMovement_AreThoseOfTheRows()
    {
        SegmentSet set = SegmentSet.From(Schema, [Buyers, Regulars, Mums]);
        PreparedSegments prepared = PreparedSegments.From(set, Today);
        FactValues[] before = [.. Enumerable.Range(0, 130).Select(i => Of(i % 5).With(Facts.Tags, i % 2 == 0 ? ["mum"] : []))];
        FactValues[] now = [.. Enumerable.Range(0, 140).Select(i => Of((i + 1) % 5).With(Facts.Tags, i % 2 == 0 ? ["mum"] : []))];
        SegmentMembership earlier = prepared.Evaluate(before);
        SegmentMembership later = SegmentSet.From(Schema,
            [Mums, Regulars, new Segment("new", SegmentRule.AllOf())]).Prepare(Today).Evaluate(now);

        Assert.Equal([104, 52, 65], earlier.Counts);
        Assert.Equal(["104 52 52", "52 52 26", "52 26 65"], earlier.Overlaps().Select(static row => string.Join(' ', row)));
        Assert.True(earlier.Contains(0, 129) && !earlier.Contains(0, 125));
        Assert.Equal(Enumerable.Range(0, 65).Select(static i => i * 2), earlier.RowsOf(2));
        AssertMovements(later.Since(earlier), before, now);
        Assert.Throws<ArgumentException>(() => earlier.Since(later));
        Assert.Throws<ArgumentOutOfRangeException>(() => earlier.Contains(0, 130));
        Assert.Throws<ArgumentOutOfRangeException>(() => earlier.OverlapOf(0, 3));
    }

    [Fact]
    public void Prepared_RefusesOthersVectorsDaysAndTooFewWords()
    {
        SegmentSet set = SegmentSet.From(Schema, [Buyers]);
        PreparedSegments prepared = PreparedSegments.From(set, Today);
        PreparedSegments tomorrow = set.Prepare(Today.PlusDays(1));
        Assert.Throws<ArgumentException>(() => tomorrow.Read(Of(1)));
        Assert.Throws<ArgumentException>(() => tomorrow.FirstOf(prepared.Read(Of(1))));
        Assert.Throws<ArgumentException>(() => prepared.Evaluate(prepared.Read(Of(1)), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Prepare(new LocalDate(1800, 1, 1)));
        Assert.Equal([Facts.Orders], prepared.FactsUsed);
    }

    [Fact]
    public void Segment_Misuse_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Segment(" x", Buyers.Rule));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Segment("x", Buyers.Rule, 0));
        Assert.Throws<ArgumentNullException>(() => new Segment("x", null!));
        Assert.Equal(Regulars, new Segment("regulars", Facts.Orders.AtLeast(3), 2));
        Assert.NotEqual(Regulars, new Segment("regulars", Facts.Orders.AtLeast(3)));
        Assert.Equal("regulars v2", Regulars.ToString());
    }

    private static void AssertMovements(IReadOnlyList<SegmentMovement> movements, FactValues[] before, FactValues[] now)
    {
        Assert.Equal(["mums", "regulars", "new"], movements.Select(static m => m.Segment.Name));
        foreach (SegmentMovement movement in movements)
        {
            bool Was(int row) =>
                row < before.Length && !string.Equals(movement.Segment.Name, "new", StringComparison.Ordinal)
                    && movement.Segment.Rule.Matches(before[row]);
            bool Is(int row) => movement.Segment.Rule.Matches(now[row]);
            int[] rows = [.. Enumerable.Range(0, now.Length)];
            Assert.Equal(rows.Where(row => Is(row) && !Was(row)), movement.Entered);
            Assert.Equal(rows.Where(row => !Is(row) && Was(row)), movement.Left);
            Assert.Equal(rows.Where(row => Is(row) && Was(row)), movement.Stayed);
        }
    }

    private static FactValues Of(int orders) => FactValues.From(CustomerId.From("c"), Today).With(Facts.Orders, orders);
}
