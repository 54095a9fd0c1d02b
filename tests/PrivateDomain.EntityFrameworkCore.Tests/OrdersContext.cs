using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>A row of the core's own types.</summary>
internal sealed class OrderRow
{
    public OrderId Id { get; set; }

    public CustomerId Customer { get; set; }

    public ProductId? Product { get; set; }

    public CustomerEventId? Event { get; set; }

    public AdvisorId? Advisor { get; set; }

    public Money Total { get; set; }

    public Currency Currency { get; set; }
}

/// <summary>A host's context with orders, whose money has one currency or any.</summary>
internal sealed class OrdersContext(DbConnection connection, bool isOneCurrency) : DbContext
{
    public DbSet<OrderRow> Orders => Set<OrderRow>();

    private bool IsOneCurrency => isOneCurrency;

    public override void Dispose()
    {
        base.Dispose();
        connection.Dispose();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePrivateDomain(isOneCurrency ? Currency.Cny : null);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        _ = connection is NpgsqlConnection ? optionsBuilder.UseNpgsql(connection) : optionsBuilder.UseSqlite(connection);
        optionsBuilder.ReplaceService<IModelCacheKeyFactory, KeyOfCurrencies>();
    }

    // One class, a model for one currency and a model for any.
    private sealed class KeyOfCurrencies : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((OrdersContext)context).IsOneCurrency, designTime);
    }
}
