using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PrivateDomain.Conformance;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Sql.Tests.Docs;

public sealed class ConformanceExample
{
    [Fact]
    public void ADatabaseBehindAConnection()
    {
        // snippet: conformance
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        SqlConformanceTarget target = SqlConformanceTarget.From(SqlDialect.Sqlite, connection);
        ConformanceResult result = ConformanceKit.Run(target, new ConformanceOptions { Seed = 7, RandomRules = 200, Customers = 50 });
        Console.WriteLine(result.ToString(Language.SimplifiedChinese));
        if (!result.Agrees)
        {
            throw new InvalidOperationException(result.ToString()); // or your test framework's assertion
        }
        // end
        Assert.StartsWith("1", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ATableOfYourOwn()
    {
        ConformanceResult result = ConformanceKit.Run(new OwnTable());
        Assert.True(result.Agrees, result.ToString());
        Assert.InRange(result.Rules, 100, 1_000);
    }

    // snippet: conformance-target
    private sealed class OwnTable : IConformanceTarget
    {
        private static readonly SegmentMapping<Row> Mapping = SegmentMapping<Row>.Empty
            .Map(ConformanceFacts.Age, row => row.Age)
            .Map(ConformanceFacts.City, row => row.City);

        private IQueryable<Row> rows = Array.Empty<Row>().AsQueryable();

        public ImmutableArray<Fact> Facts => [ConformanceFacts.Age, ConformanceFacts.City];

        public void Fill(IReadOnlyList<ConformanceCustomer> customers) => rows = customers
            .Select(customer => new Row(
                customer.Id, customer.Values.NumberOf(ConformanceFacts.Age), customer.Values.TextOf(ConformanceFacts.City)))
            .ToArray().AsQueryable(); // insert into your own database

        public ConformanceSelection Select(SegmentRule rule)
        {
            IQueryable<int> query = rows.Where(Mapping.Filter(rule, ConformanceFacts.Today).Value).Select(row => row.Id);
            return ConformanceSelection.From(query, query.ToString() ?? "");
        }

        private sealed record Row(int Id, double? Age, string? City);
    }
    // end
}
