using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;

namespace ShopReport.Reading;

/// <summary>A line of an order, or a whole order where the file has no lines.</summary>
internal sealed record OrderRow(CustomerId Customer, OrderId Order, LocalDateTime At, ProductId Product, decimal Quantity, decimal Amount, LocalDateTime? RefundedAt);

/// <summary>A product, or what plays the product.</summary>
/// <param name="Key">What the report ranks: the product itself or, with --product-key, its group.</param>
/// <param name="Name">What to call it.</param>
/// <param name="BrandPower">From 0, unknown brand, to 1; null when the file does not say.</param>
internal sealed record ProductRow(ProductId Id, ProductId Key, string Name, decimal? BrandPower);

/// <summary>A person added on a carrier.</summary>
internal sealed record LinkRow(CustomerId Customer, string Carrier, LocalDateTime Since, string Channel, LocalDateTime? LostAt, LocalDateTime? MutedAt);

/// <summary>A campaign that brought followers.</summary>
internal sealed record CampaignRow(string Name, string Channel, decimal UnitCost, decimal Volume, decimal Handling, long Gained);

/// <summary>All files as read.</summary>
internal sealed record ShopFiles(
    ImmutableArray<OrderRow> Lines,
    ImmutableArray<ProductRow> Products,
    ImmutableArray<LinkRow>? Links,
    ImmutableArray<CampaignRow> Campaigns,
    ImmutableDictionary<string, decimal>? Costs,
    ImmutableArray<RowProblem> Problems);
