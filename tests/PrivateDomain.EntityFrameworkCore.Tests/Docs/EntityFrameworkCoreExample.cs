using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.EntityFrameworkCore.Tests.Docs;

public sealed class EntityFrameworkCoreExample
{
    [Fact]
    public async Task SegmentsOfBuyers()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var context = new BuyersContext(connection);
        context.Database.EnsureCreated();
        context.AddRange(
            new Buyer { Id = CustomerId.From("anna"), Orders = 3, LastOrder = new DateOnly(2024, 1, 2), Spent = Money.Yuan(300) },
            new Buyer { Id = CustomerId.From("ben"), Orders = 2, LastOrder = new DateOnly(2024, 6, 14), Spent = Money.Yuan(168) },
            new Buyer { Id = CustomerId.From("carl"), Orders = 1, Spent = Money.Yuan(20) });
        context.SaveChanges();
        List<Buyer> sleeping = [];

        // snippet: entity-framework-core
        SegmentMapping<Buyer> mapping = SegmentMapping<Buyer>.Empty
            .Map(Facts.Orders, buyer => buyer.Orders)
            .Map(Facts.LastOrder, buyer => buyer.LastOrder);
        SegmentSet set = SegmentSet.From(FactSchema.BuiltIn,
        [
            new Segment("regulars", Facts.Orders.AtLeast(2)),
            new Segment("sleeping", SegmentRule.InSegment("regulars") & !Facts.LastOrder.WithinDays(90)),
        ]);
        var today = new LocalDate(2024, 6, 15);

        // Who: a query to order, page and project as usual.
        Answer<IQueryable<Buyer>> asked = context.Buyers.InSegment(mapping, set, "sleeping", today);
        if (asked.TryGet(out IQueryable<Buyer>? query))
        {
            sleeping = await query.OrderBy(buyer => buyer.LastOrder).Take(100).ToListAsync();
        }

        // How many, of all segments in one query; or why not.
        Answer<SegmentCounts> counted = await context.Buyers.CountSegmentsAsync(mapping, set, today);
        Console.WriteLine(counted.TryGet(out SegmentCounts? counts)
            ? counts.ToString() // regulars 2, sleeping 1
            : counted.Reasons[0].ToString(Language.SimplifiedChinese));
        // end
        Assert.Equal(["anna"], sleeping.Select(static buyer => buyer.Id.Text));
        Assert.Equal("regulars 2, sleeping 1", counts?.ToString());
        Assert.Equal(3, counts?.Rows);
    }

    private sealed class Buyer
    {
        public CustomerId Id { get; set; }

        public int Orders { get; set; }

        public DateOnly? LastOrder { get; set; }

        public Money Spent { get; set; }
    }

    // snippet: entity-framework-core-context
    private sealed class BuyersContext(SqliteConnection connection) : DbContext
    {
        public DbSet<Buyer> Buyers => Set<Buyer>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UsePrivateDomain(Currency.Cny); // or without a currency: an amount and a currency, in two columns

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);
    }
    // end
}
