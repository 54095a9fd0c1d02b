using System.Linq.Expressions;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class SegmentationQueriesExample
{
    [Fact]
    public void SegmentationQueries()
    {
        // snippet: segmentation-queries
        SegmentMapping<Buyer> mapping = SegmentMapping<Buyer>.Empty
            .Map(Facts.Orders, row => row.Orders)
            .Map(Facts.LastOrder, row => row.LastOrder);
        SegmentRule rule = Facts.Orders.AtLeast(2) & !Facts.LastOrder.WithinDays(90);
        Expression<Func<Buyer, bool>> filter = mapping.Filter(rule, new LocalDate(2024, 6, 15)).Value;
        // With EF Core: context.Buyers.Where(filter)
        // end
        Func<Buyer, bool> matches = filter.Compile();
        Assert.True(matches(new Buyer(2, null)));
        Assert.True(matches(new Buyer(2, new DateOnly(2024, 3, 17))));
        Assert.False(matches(new Buyer(2, new DateOnly(2024, 3, 18))));
        Assert.False(matches(new Buyer(1, null)));
    }

    private sealed record Buyer(int Orders, DateOnly? LastOrder);
}
