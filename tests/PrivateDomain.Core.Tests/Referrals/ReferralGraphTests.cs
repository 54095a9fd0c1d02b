using System.Diagnostics;
using FsCheck.Fluent;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class ReferralGraphTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void Rings_OfAnyLength_AreFound(int length)
    {
        IEnumerable<ReferralEdge> ring = Enumerable.Range(0, length).Select(i => Edge(i, (i + 1) % length));
        ReferralGraph graph = ReferralGraph.From([.. ring, Edge(90_000, 0), Edge(0, 90_001)]);
        Assert.Equal(Enumerable.Range(0, length).Select(Id).Order(), Assert.Single(graph.Rings));
    }

    [Fact]
    public void Rings_OfAChainAndATree_AreNone() =>
        Assert.Empty(ReferralGraph.From([Edge(1, 2), Edge(2, 3), Edge(1, 4), Edge(1, 4), Edge(5, 4)]).Rings);

    [Fact]
    public void WouldCloseRing_SelfAncestorAndStranger()
    {
        ReferralGraph graph = ReferralGraph.From([Edge(1, 2), Edge(2, 3)]);
        Assert.True(graph.WouldCloseRing(Id(3), Id(1)));
        Assert.True(graph.WouldCloseRing(Id(2), Id(1)));
        Assert.False(graph.WouldCloseRing(Id(1), Id(3)));
        Assert.False(graph.WouldCloseRing(Id(3), Id(9)));
        Assert.False(graph.WouldCloseRing(Id(9), Id(3)));
        Assert.True(graph.WouldCloseRing(Id(9), Id(9)));
    }

    [Fact]
    public void WouldCloseRing_OnChains_AllocatesNothing_AndOnARingItEnds()
    {
        ReferralGraph chain = ReferralGraph.From([.. Enumerable.Range(0, 1_000).Select(static i => Edge(i, i + 1))]);
        (CustomerId first, CustomerId last, CustomerId middle) = (Id(0), Id(1_000), Id(500));
        bool asExpected = true;
        Assert.Equal(0, Allocations.Of(() => asExpected &= chain.WouldCloseRing(last, first) && !chain.WouldCloseRing(middle, last)));
        Assert.True(asExpected);
        ReferralGraph ring = ReferralGraph.From([Edge(1, 2), Edge(2, 3), Edge(3, 1), Edge(1, 9)]);
        Assert.False(ring.WouldCloseRing(Id(1), Id(9)));
        Assert.True(ring.WouldCloseRing(Id(9), Id(3)));
    }

    [Fact]
    public void From_EmptyIdentifier_IsRefused() =>
        Assert.Throws<ArgumentException>(static () => ReferralGraph.From([new ReferralEdge(Id(1), default)]));

    [Fact]
    public void RingsAndWouldCloseRing_OfAnyGraph_AgreeWithPlainReachability() =>
        Prop.ForAll(Gen.Choose(0, 80).ArrayOf().ToArbitrary(), static numbers =>
        {
            const int People = 9;
            (int From, int To)[] pairs = [.. numbers.Select(static n => (n / People, n % People))];
            ReferralGraph graph = ReferralGraph.From(pairs.Select(static p => Edge(p.From, p.To)));
            bool[,] reach = Reach(pairs, People);
            for (int a = 0; a < People; a++)
            {
                Assert.Equal(reach[a, a], graph.Rings.Any(ring => ring.Contains(Id(a))));
                for (int b = 0; b < People; b++)
                {
                    Assert.Equal(a == b || reach[b, a], graph.WouldCloseRing(Id(a), Id(b)));
                    bool together = a != b && reach[a, b] && reach[b, a];
                    Assert.Equal(together, a != b && graph.Rings.Any(ring => ring.Contains(Id(a)) && ring.Contains(Id(b))));
                }
            }
        }).Holds();

    [Fact]
    public void From_AMillionReferralsWithRings_TakesSeconds()
    {
        // One chain of a million, closed every 1,000 customers: 1,000 rings, and recursion would overflow.
        const int Count = 1_000_000;
        CustomerId[] ids = [.. Enumerable.Range(0, Count).Select(Id)];
        ReferralEdge[] edges = [.. Enumerable.Range(0, Count).Select(
            i => new ReferralEdge(ids[i], ids[i % 1_000 == 999 ? i - 999 : i + 1]))];
        long start = Stopwatch.GetTimestamp();
        ReferralGraph graph = ReferralGraph.From(edges);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"1,000,000 referrals, {graph.Rings.Length} rings: {took.TotalMilliseconds:N0} ms");
        Assert.Equal(1_000, graph.Rings.Length);
        Assert.All(graph.Rings, static ring => Assert.Equal(1_000, ring.Length));
        Assert.True(took < TimeSpan.FromSeconds(20), $"It took {took}.");
    }

    [Fact]
    public void From_OneChainOfAMillion_DoesNotEndTheProcess()
    {
        ReferralGraph graph = ReferralGraph.From(Enumerable.Range(0, 1_000_000).Select(static i => Edge(i, i + 1)));
        Assert.Empty(graph.Rings);
        Assert.Equal((1_000_001, 1_000_000), (graph.CustomerCount, graph.ReferralCount));
        Assert.True(graph.WouldCloseRing(Id(1_000_000), Id(0)));
    }

    private static bool[,] Reach((int From, int To)[] pairs, int people)
    {
        var reach = new bool[people, people];
        foreach ((int from, int to) in pairs)
        {
            reach[from, to] = true;
        }

        for (int k = 0; k < people; k++)
        {
            for (int i = 0; i < people; i++)
            {
                for (int j = 0; j < people; j++)
                {
                    reach[i, j] |= reach[i, k] && reach[k, j];
                }
            }
        }

        return reach;
    }

    private static ReferralEdge Edge(int referrer, int referee) => new(Id(referrer), Id(referee));

    private static CustomerId Id(int number) =>
        CustomerId.From(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{number}"));
}
