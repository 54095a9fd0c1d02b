using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PrivateDomain.Conformance;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>Queries of a context pass the conformance kit: one probe of each provider, all of them in the long run.</summary>
public sealed class ConformanceTests(PostgresServer server)
{
    [Theory]
    [InlineData(Provider.Sqlite, ConformanceProbe.TimeZone)]
    [InlineData(Provider.PostgreSql, ConformanceProbe.Collation)]
    [InlineData(Provider.PostgreSqlWithNodaTime, ConformanceProbe.TimeZone)]
    public void Run_AContext_Agrees(Provider provider, ConformanceProbe probe)
    {
        using ShopContext shop = ShopContext.Of(provider, server, []);
        ConformanceOptions options = new() { Seed = Chance.From(1504).Next(), RandomRules = 1_000, Customers = 200 };
        ConformanceResult result = Chance.IsLong
            ? ConformanceKit.Run(new Target(shop), options)
            : ConformanceKit.Run(new Target(shop), probe, options);
        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        Assert.True(result.Agrees, result.ToString());
        Assert.InRange(result.Rules, 150, int.MaxValue);
    }

    private sealed class Target(ShopContext shop) : IConformanceTarget
    {
        public ImmutableArray<Fact> Facts => ConformanceFacts.All;

        public void Fill(IReadOnlyList<ConformanceCustomer> customers)
        {
            shop.Customers.ExecuteDelete();
            shop.AddRange(customers.Select(static customer => CustomerRow.Of(customer.Values, customer.Id + 1, customer.Time)));
            shop.SaveChanges();
            shop.ChangeTracker.Clear();
        }

        public ConformanceSelection Select(SegmentRule rule)
        {
            Answer<IQueryable<CustomerRow>> asked = shop.Customers.InSegment(shop.Mapping, rule, ConformanceFacts.Today);
            if (!asked.TryGet(out IQueryable<CustomerRow>? query))
            {
                return ConformanceSelection.Failed(string.Join(' ', asked.Reasons), "");
            }

            IQueryable<int> ids = query.Select(static row => row.Id - 1);
            return ConformanceSelection.From([.. ids], shop.Commands[^1]);
        }
    }
}
