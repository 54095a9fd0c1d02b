using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>A prepared set with one segment changed answers what the changed set answers that was prepared anew.</summary>
[Kernel]
[Text]
public sealed class ChangedSegmentsTests
{
    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 1, 1)]
    [InlineData(false, 40, 2)]
    [InlineData(true, 70, 3)]
    public void AnyChanges_OneAfterTheOther_AnswerAsPreparedAnew(bool isExclusive, int segments, int seed)
    {
        var random = new RandomRules(seed);
        Random choice = Chance.From(100 + seed);
        FactValues[] customers = [.. Enumerable.Range(0, 90).Select(i => random.Customer(i, isFolding: i % 3 == 0))];
        string[] names = [.. Enumerable.Range(0, segments).Select(static i => $"s{i}")];

        // Some refer to segments before them, so that no circle comes about.
        SegmentRule Rule(int place) => random.Rule(3, names[..(place % 4 == 3 ? place / 2 : 0)]);
        SegmentSet set = SegmentSet.From(Schema, names.Select((name, i) => new Segment(name, Rule(i))), isExclusive);
        PreparedSegments prepared = set.Prepare(Today);
        for (int change = 0; change < 60; change++)
        {
            PreparedSegments before = prepared;
            SegmentMembership was = before.Evaluate(customers);
            int place = choice.Next(segments);
            var changed = new Segment(names[place], Rule(place), version: change + 2);
            set = SegmentSet.From(Schema, set.Segments.SetItem(place, changed), isExclusive);
            prepared = prepared.With(changed);
            AgreesWith(set.Prepare(Today), prepared, customers);
            AreEqual(was, before.Evaluate(customers)); // what it was made of stays as it was
        }
    }

    [Fact]
    public void MoreChangesThanAreKeptApart_AnswerAsPreparedAnew()
    {
        const int Count = SegmentForm.ChangedMax + 44;
        var random = new RandomRules(7);
        FactValues[] customers = [.. Enumerable.Range(0, 40).Select(i => random.Customer(i, isFolding: i % 5 == 0))];
        SegmentSet set = SegmentSet.From(Schema, Enumerable.Range(0, Count).Select(i => new Segment($"s{i}", random.Rule(2))));
        PreparedSegments prepared = set.Prepare(Today);
        for (int place = 0; place < Count; place++)
        {
            var changed = new Segment($"s{place}", random.Rule(2));
            set = SegmentSet.From(Schema, set.Segments.SetItem(place, changed));
            prepared = prepared.With(changed);
            if (place is 63 or 64 or SegmentForm.ChangedMax - 2 or SegmentForm.ChangedMax - 1 or SegmentForm.ChangedMax or Count - 1)
            {
                AgreesWith(set.Prepare(Today), prepared, customers);
            }
        }
    }

    [Fact]
    public void ASegmentThatOthersReferTo_ChangesThemToo()
    {
        PreparedSegments prepared = SegmentSet.From(Schema,
        [
            new Segment("within both", SegmentRule.InSegment("within") | Height.AtLeast(1_000)),
            new Segment("adult", Age.AtLeast(18)),
            new Segment("within", SegmentRule.InSegment("adult") & IsParent.IsYes()),
            new Segment("other", Age.AtLeast(18)),
        ]).Prepare(Today).With(new Segment("adult", Age.AtLeast(21)));
        FactValues values = FactValues.From(default, Today).With(Age, 20).With(IsParent, true);
        Assert.Equal([0, 0, 0, 1], prepared.Evaluate([values]).Counts);
        Assert.Equal([1, 1, 1, 1], prepared.Evaluate([values.With(Age, 21)]).Counts);
        Assert.Equal([1, 1, 0, 1], prepared.With(new Segment("within both", SegmentRule.InSegment("adult")))
            .Evaluate([values.With(Age, 21).With(IsParent, false)]).Counts);
    }

    [Fact]
    public void AFactThatNoRuleAsksForAnyMore_NeedsNoColumn()
    {
        PreparedSegments prepared = SegmentSet.From(Schema,
        [
            new Segment("a", Age.AtLeast(18) & City.AnyOf("上海")),
            new Segment("b", Age.AtLeast(18) & City.AnyOf()), // asks nothing of the city
        ]).Prepare(Today).With(new Segment("a", Height.AtLeast(1)));
        Assert.Equal([Age, Height], prepared.FactsUsed.OrderBy(static fact => fact.Name, StringComparer.Ordinal));
        CustomerTable table = CustomerTable.From([Age, Height], Today, 1);
        Assert.Equal([0, 0], prepared.Evaluate(table).Counts);
    }

    [Fact]
    public void With_IsMisused_SaysSo()
    {
        PreparedSegments prepared = SegmentSet.From(Schema,
            [new Segment("a", Age.AtLeast(18)), new Segment("b", SegmentRule.InSegment("a"))]).Prepare(Today);
        Assert.Throws<ArgumentNullException>("segment", () => prepared.With(null!));
        Assert.Contains("\"c\"", Assert.Throws<ArgumentException>(
            "segment", () => prepared.With(new Segment("c", Age.AtLeast(18)))).Message, StringComparison.Ordinal);
        InvalidPolicyException mistakes = Assert.Throws<InvalidPolicyException>(
            () => prepared.With(new Segment("a", SegmentRule.InSegment("b") & NumberFact.From("foreign", new("f", "外")).AtLeast(1))));
        Assert.Equal(2, mistakes.Mistakes.Length); // a circle, and a fact that is not the schema's
        Assert.Equal([1, 1], prepared.Evaluate([FactValues.From(default, Today).With(Age, 18)]).Counts);
    }

    private static void AgreesWith(PreparedSegments anew, PreparedSegments prepared, FactValues[] customers)
    {
        Assert.Equal(anew.Set, prepared.Set);
        Assert.Equal(anew.Today, prepared.Today);
        Assert.Equal(anew.WordCount, prepared.WordCount);
        Assert.Equal(Sorted(anew.FactsUsed), Sorted(prepared.FactsUsed));
        SegmentMembership expected = anew.Evaluate(customers);
        AreEqual(expected, prepared.Evaluate(customers));
        AreEqual(expected, prepared.Evaluate(TableOf(anew, customers)));
        FactValues[] whole = [.. customers.Where(values => !AllFacts.Any(values.IsFolded))];
        AreEqual(anew.Evaluate(whole), prepared.Evaluate(TableOf(anew, whole)));
        ulong[] segments = new ulong[anew.WordCount];
        ulong[] found = new ulong[anew.WordCount];
        foreach (FactValues values in customers)
        {
            CustomerVector vector = prepared.Read(values);
            anew.Evaluate(anew.Read(values), segments);
            prepared.Evaluate(vector, found);
            Assert.Equal(segments, found);
            Assert.Equal(anew.FirstOf(anew.Read(values)), prepared.FirstOf(vector));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<Fact> facts) =>
        facts.Select(static fact => fact.Name).Order(StringComparer.Ordinal);

    private static CustomerTable TableOf(PreparedSegments prepared, FactValues[] customers)
    {
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today);
        Array.ForEach(customers, values => table.Append(values));
        return table;
    }

    private static void AreEqual(SegmentMembership expected, SegmentMembership found)
    {
        Assert.Equal(expected.Counts, found.Counts);
        Assert.Equal(expected.UndecidableCounts, found.UndecidableCounts);
        Assert.All(expected.Bitmaps.Zip(found.Bitmaps), static pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(expected.Undecidable.Zip(found.Undecidable), static pair => Assert.Equal(pair.First, pair.Second));
    }
}
