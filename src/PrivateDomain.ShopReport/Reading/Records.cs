using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A line of an order, or a whole order where the file has no lines.</summary>
internal sealed record OrderRow(
    CustomerId Customer, OrderId Order, LocalDateTime At, ProductId Product, decimal Quantity, decimal Amount, LocalDateTime? RefundedAt);

/// <summary>A product, or what plays the product.</summary>
/// <param name="Key">What the report ranks: the product itself or, with --product-key, its group.</param>
/// <param name="Name">What to call it.</param>
/// <param name="BrandPower">From 0, unknown brand, to 1; null when the file does not say.</param>
internal sealed record ProductRow(ProductId Id, ProductId Key, string Name, decimal? BrandPower);

/// <summary>A person added on a carrier.</summary>
internal sealed record LinkRow(
    CustomerId Customer, string Carrier, LocalDateTime Since, string Channel, LocalDateTime? LostAt, LocalDateTime? MutedAt);

/// <summary>A campaign that brought followers.</summary>
internal sealed record CampaignRow(string Name, string Channel, decimal UnitCost, decimal Volume, decimal Handling, long Gained);

/// <summary>Something that a customer did.</summary>
/// <param name="Detail">What the kind needs: a rating, a group, a carrier; otherwise of no meaning.</param>
internal sealed record InteractionRow(CustomerId Customer, LocalDateTime At, EventKind Kind, string Detail);

/// <summary>Something that was sent to a customer.</summary>
internal sealed record TouchRow(CustomerId Customer, LocalDateTime At, TouchKind Kind);

/// <summary>What one customer answered: for each question that was answered, every answer anybody gave to it with yes or no.</summary>
internal sealed record TraitRow(CustomerId Customer, ImmutableDictionary<string, bool> Answers);

/// <summary>All files as read; null is a file that was not given.</summary>
internal sealed record ShopFiles
{
    public required ImmutableArray<OrderRow> Lines { get; init; }

    public required ImmutableArray<ProductRow> Products { get; init; }

    public required ImmutableArray<LinkRow>? Links { get; init; }

    public required ImmutableArray<CampaignRow> Campaigns { get; init; }

    public required ImmutableDictionary<string, decimal>? Costs { get; init; }

    public required ImmutableArray<InteractionRow>? Interactions { get; init; }

    public required ImmutableArray<TouchRow>? Touches { get; init; }

    /// <summary>The referral programme; null also when its file has mistakes.</summary>
    public required ProgrammeIdea? Programme { get; init; }

    /// <summary>What researched customers answered, by customer; null when nobody was asked.</summary>
    public required ImmutableArray<TraitRow>? Traits { get; init; }

    /// <summary>The segments; null also when their file has mistakes.</summary>
    public required SegmentSet? Segments { get; init; }

    public required ImmutableArray<RowProblem> Problems { get; init; }
}
