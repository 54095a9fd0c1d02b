using Microsoft.EntityFrameworkCore;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Tests.Segmentation;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>Queries select and count the customers that the plain reading of the rules does, on every provider executed here.</summary>
public sealed class SegmentQueriesTests(PostgresServer server)
{
    private static readonly LocalDate Today = RandomRules.Today;

    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public void InSegment_RandomRules_TheDatabaseAgrees(Provider provider)
    {
        RandomRules random = new(1501);
        FactValues[] customers = Customers(random, Chance.Cases(50, 200));
        using ShopContext shop = ShopContext.Of(provider, server, customers);
        int found = 0;
        foreach (int n in Enumerable.Range(0, Chance.Cases(40, 2_500)))
        {
            SegmentRule rule = n % 4 == 0
                ? random.Leaf()
                : SegmentRule.AtLeastOf(1, random.DeepRule(4), !random.DeepRule(3) & random.Rule(3));
            int[] plain = Plain(customers, rule);
            IQueryable<int> query = shop.Customers.InSegment(shop.Mapping, rule, Today).Value.OrderBy(static row => row.Id)
                .Select(static row => row.Id);
            int[] selected = [.. query];
            found += selected.Length;
            Assert.True(plain.SequenceEqual(selected), $"{provider} {rule}: {query.ToQueryString()}");
        }

        Assert.True(found > customers.Length, "The rules have to select somebody.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Segments_RandomSetsThatReferToEachOther_AreSelectedAndCounted(Provider provider)
    {
        RandomRules random = new(1502);
        FactValues[] customers = Customers(random, Chance.Cases(50, 200));
        using ShopContext shop = ShopContext.Of(provider, server, customers);
        foreach (bool isExclusive in new[] { false, true, false, true })
        {
            SegmentSet set = RandomSet(random, 12, isExclusive);
            bool[][] plain = [.. customers.Select(values =>
                set.Segments.Select(segment => set.Explain(segment.Name, values).Truth == Truth.Yes).ToArray())];
            SegmentCounts counts = (await shop.Customers.CountSegmentsAsync(shop.Mapping, set, Today)).Value;
            Assert.Equal(customers.Length, counts.Rows);
            Assert.Equal(set, counts.Set);
            for (int place = 0; place < set.Segments.Length; place++)
            {
                int[] members = [.. Enumerable.Range(0, customers.Length)
                    .Where(row => isExclusive ? Array.IndexOf(plain[row], true) == place : plain[row][place])
                    .Select(static row => row + 1)];
                string name = set.Segments[place].Name;
                IQueryable<CustomerRow> query = shop.Customers.InSegment(shop.Mapping, set, name, Today).Value;
                Assert.Equal(members, query.Select(static row => row.Id).OrderBy(static id => id));
                Assert.Equal(members.Length, counts.Counts[place]);
                Assert.Equal(members.Length, counts.Of(name));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CountSegments_AsManyAsOneQueryTakes_AreCountedByOneQueryAndOneMoreIsRefused(Provider provider)
    {
        RandomRules random = new(1503);
        FactValues[] customers = Customers(random, 30);
        using ShopContext shop = ShopContext.Of(provider, server, customers);
        foreach (bool isExclusive in new[] { false, true })
        {
            Segment[] segments = [.. Enumerable.Range(0, SegmentQueries.CountedMax + 1)
                .Select(static n => new Segment($"s{n}", Facts.Orders.AtMost(n - 100)))];
            SegmentSet set = SegmentSet.From(RandomRules.Schema, segments[1..], isExclusive);
            int before = shop.Commands.Count;
            SegmentCounts counts = (await shop.Customers.CountSegmentsAsync(shop.Mapping, set, Today)).Value;
            Assert.Equal(before + 1, shop.Commands.Count);
            for (int place = 0; place < set.Segments.Length; place++)
            {
                int upTo = Plain(customers, set.Segments[place].Rule).Length;
                int earlier = isExclusive && place > 0 ? Plain(customers, set.Segments[place - 1].Rule).Length : 0;
                Assert.Equal(upTo - earlier, counts.Counts[place]);
            }

            SegmentSet more = SegmentSet.From(RandomRules.Schema, segments, isExclusive);
            Assert.Equal(
                [SegmentMappingReasons.TooManySegments.With(SegmentQueries.CountedMax + 1, SegmentQueries.CountedMax)],
                (await shop.Customers.CountSegmentsAsync(shop.Mapping, more, Today)).Reasons);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CountSegments_OfNoRows_AndOfNoSegments(Provider provider)
    {
        using ShopContext shop = ShopContext.Of(provider, server, []);
        foreach (bool isExclusive in new[] { false, true })
        {
            SegmentSet set = SegmentSet.From(RandomRules.Schema, [new Segment("regular", Facts.Orders.AtLeast(2))], isExclusive);
            SegmentCounts counts = (await shop.Customers.CountSegmentsAsync(shop.Mapping, set, Today)).Value;
            Assert.Equal((0L, 0L, "regular 0"), (counts.Rows, counts.Of("regular"), counts.ToString()));
            Assert.Throws<ArgumentException>(() => counts.Of("other"));
            SegmentSet none = SegmentSet.From(RandomRules.Schema, [], isExclusive);
            Assert.Empty((await shop.Customers.CountSegmentsAsync(shop.Mapping, none, Today)).Value.Counts);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task WhatCannotBeTranslated_IsRefusedByNameBeforeAnythingIsAsked(Provider provider)
    {
        using ShopContext shop = ShopContext.Of(provider, server, []);
        int before = shop.Commands.Count;
        SegmentMapping<CustomerRow> mapping = SegmentMapping<CustomerRow>.Empty
            .Map(Facts.Orders, static row => row.Orders)
            .Map(RandomRules.City, static row => Backwards(row.City))
            .Map(RandomRules.Hobbies, static row => Split(row.City));
        SegmentRule rule = Facts.Orders.AtLeast(2) & (RandomRules.City.AnyOf("mum") | !RandomRules.Hobbies.AllOf("mum"));
        SegmentSet set = SegmentSet.From(RandomRules.Schema, [new("a", rule), new("b", SegmentRule.InSegment("a"))]);

        Reason[] untranslated = [.. new[] { "city", "hobbies" }.Select(static name => SegmentQueryReasons.UntranslatedFact.With(name))];
        Assert.Equal(untranslated, shop.Customers.InSegment(mapping, rule, Today).Reasons);
        Assert.Equal(untranslated, shop.Customers.InSegment(mapping, set, "b", Today).Reasons);
        Assert.Equal(untranslated, (await shop.Customers.CountSegmentsAsync(mapping, set, Today)).Reasons);
        Assert.Equal("The database provider cannot translate the member that is mapped to the fact \"city\".", untranslated[0].ToString());
        Assert.Equal(
            "数据库提供程序无法翻译事实“city”所映射的成员。",
            untranslated[0].ToString(Language.SimplifiedChinese));

        SegmentRule unmapped = RandomRules.Tier.AtLeast("gold") & RandomRules.IsParent.IsYes();
        Assert.Equal(
            [SegmentMappingReasons.UnmappedFact.With("tier"), SegmentMappingReasons.UnmappedFact.With("is_parent")],
            shop.Customers.InSegment(mapping, unmapped, Today).Reasons);
        Assert.Equal([SegmentMappingReasons.UnknownSegment.With("c")], shop.Customers.InSegment(mapping, set, "c", Today).Reasons);
        Assert.True(shop.Customers.InSegment(mapping, Facts.Orders.AtLeast(2), Today).HasValue);
        Assert.Equal(before, shop.Commands.Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void InSegment_ComparesInTheMembersType_SoThatAnIndexServes(Provider provider)
    {
        using ShopContext shop = ShopContext.Of(provider, server, []);
        foreach ((Fact fact, SegmentRule rule) in new (Fact, SegmentRule)[]
        {
            (RandomRules.Height, RandomRules.Height.AtLeast(1.5)), (Facts.Orders, Facts.Orders.Between(2, 3)),
            (RandomRules.Birthday, RandomRules.Birthday.WithinDays(3)), (Facts.LastOrder, Facts.LastOrder.On(Today)),
            (Facts.FirstOrder, Facts.FirstOrder.After(Today)), (RandomRules.City, RandomRules.City.AnyOf("mum")),
            (RandomRules.Tier, RandomRules.Tier.EqualTo("gold")),
        })
        {
            IQueryable<CustomerRow> query = shop.Customers.InSegment(shop.Mapping, rule, Today).Value;
            string where = query.ToQueryString().Split("WHERE")[1];
            Assert.DoesNotContain("CAST", where, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("::", where, StringComparison.Ordinal);
            Assert.Contains("INDEX", shop.PlanOf(query), StringComparison.OrdinalIgnoreCase);
            Assert.Contains(fact.Name.Split('_')[0], where, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Misuse_IsRefusedWithTheArgument()
    {
        using ShopContext shop = ShopContext.Of(Provider.Sqlite, server, []);
        SegmentRule rule = Facts.Orders.AtLeast(2);
        SegmentSet set = SegmentSet.From(RandomRules.Schema, []);
        Assert.Throws<ArgumentNullException>("rows", () => ((IQueryable<CustomerRow>)null!).InSegment(shop.Mapping, rule, Today));
        Assert.Throws<ArgumentNullException>("mapping", () => shop.Customers.InSegment(null!, rule, Today));
        Assert.Throws<ArgumentNullException>("rule", () => shop.Customers.InSegment(shop.Mapping, null!, Today));
        Assert.Throws<ArgumentNullException>("set", () => shop.Customers.InSegment(shop.Mapping, null!, "a", Today));
        Assert.Throws<ArgumentNullException>("segment", () => shop.Customers.InSegment(shop.Mapping, set, null!, Today));
        Assert.Throws<ArgumentOutOfRangeException>("today", () => shop.Customers.InSegment(shop.Mapping, rule, LocalDate.MinIsoValue));
        await Assert.ThrowsAsync<ArgumentNullException>("set", () => shop.Customers.CountSegmentsAsync(shop.Mapping, null!, Today));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            shop.Customers.CountSegmentsAsync(shop.Mapping, set, Today, new CancellationToken(canceled: true)));
        shop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => shop.Customers.InSegment(shop.Mapping, rule, Today));
    }

    private static string? Backwards(string? text) => text is null ? null : string.Concat(text.Reverse());

    private static string[] Split(string? text) => (text ?? "").Split(' ');

    private static SegmentSet RandomSet(RandomRules random, int size, bool isExclusive)
    {
        var segments = new List<Segment>();
        for (int n = 0; n < size; n++)
        {
            segments.Add(new Segment($"segment {n}", random.Rule(3, [.. segments.TakeLast(4).Select(static s => s.Name)])));
        }

        return SegmentSet.From(RandomRules.Schema, segments, isExclusive);
    }

    private static FactValues[] Customers(RandomRules random, int count) =>
        [.. Enumerable.Range(0, count).Select(n => random.HeldCustomer(n))];

    // The ids of the rows, which count from 1.
    private static int[] Plain(FactValues[] customers, SegmentRule rule) =>
        [.. Enumerable.Range(0, customers.Length).Where(n => rule.Matches(customers[n])).Select(static n => n + 1)];
}
