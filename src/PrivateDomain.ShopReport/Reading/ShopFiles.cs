using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A line of an order, or a whole order where the file has no lines.</summary>
/// <param name="Customer">Who bought; the default where nobody is named.</param>
/// <param name="Back">What was given back of it; null for nothing.</param>
internal sealed record OrderRow(
    CustomerId Customer, OrderId Order, LocalDateTime At, ProductId Product, decimal Quantity, decimal Amount, GivenBack? Back = null)
{
    /// <summary>When it was given back; null when it was not.</summary>
    public LocalDateTime? RefundedAt => Back?.At;

    /// <summary>How much of the amount was given back.</summary>
    public decimal Refund => Back?.Amount ?? 0m;

    /// <summary>Whether all of it was given back before an instant.</summary>
    public bool IsGoneBefore(LocalDateTime end) => RefundedAt < end && Refund >= Amount;
}

/// <summary>What a row says was given back of its amount, apart from it since few rows say so.</summary>
internal sealed record GivenBack(LocalDateTime At, decimal Amount);

/// <summary>Money given back on an order, from a row or a file of its own.</summary>
internal sealed record RefundRow(OrderId Order, LocalDateTime At, decimal Amount);

/// <summary>A product, or what plays the product.</summary>
/// <param name="Key">What the report ranks: the product itself or, with --product-key, its group.</param>
/// <param name="Name">What to call it.</param>
/// <param name="BrandPower">From 0, unknown brand, to 1; null when the file does not say.</param>
/// <param name="Group">The product group whose need it meets; empty when the file does not say.</param>
/// <param name="CycleDays">After how many days it is needed again; null when the file does not say.</param>
internal sealed record ProductRow(
    ProductId Id, ProductId Key, string Name, decimal? BrandPower, string Group = "", int? CycleDays = null);

/// <summary>What was planned for a channel in a period.</summary>
internal sealed record PlanRow(
    string Channel, LocalDate From, LocalDate To, decimal Followers, decimal FirstPurchase, decimal OrdersPerBuyer, decimal Ticket)
{
    /// <summary>The channel of those whose link tells none.</summary>
    public const string OtherChannel = "other";
}

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
    /// <summary>The lines of orders of customers who are known.</summary>
    public required ImmutableArray<OrderRow> Lines { get; init; }

    /// <summary>The lines of orders for which nobody is named: sales, and nobody's.</summary>
    public required ImmutableArray<OrderRow> LinesOfNobody { get; init; }

    /// <summary>Money given back on orders, beside what their lines tell.</summary>
    public required ImmutableArray<RefundRow> Refunds { get; init; }

    /// <summary>What reading found beside the records.</summary>
    public required ReadingReport Reading { get; init; }

    public required ImmutableArray<ProductRow> Products { get; init; }

    public required ImmutableArray<LinkRow>? Links { get; init; }

    public required ImmutableArray<CampaignRow> Campaigns { get; init; }

    public required ImmutableDictionary<string, decimal>? Costs { get; init; }

    public required ImmutableArray<InteractionRow>? Interactions { get; init; }

    public required ImmutableArray<TouchRow>? Touches { get; init; }

    /// <summary>What was planned; null when no plan was given, or its file has mistakes.</summary>
    public ImmutableArray<PlanRow>? Plan { get; init; }

    /// <summary>The referral programme; null also when its file has mistakes.</summary>
    public required ProgrammeIdea? Programme { get; init; }

    /// <summary>What researched customers answered, by customer; null when nobody was asked.</summary>
    public required ImmutableArray<TraitRow>? Traits { get; init; }

    /// <summary>The segments, called as in the language of the report; null also when their file has mistakes.</summary>
    public required SegmentSet? Segments { get; init; }

    public required ImmutableArray<RowProblem> Problems { get; init; }
}
