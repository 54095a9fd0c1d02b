using NodaTime;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A row of orders that counts, before it is known what its order is worth.</summary>
internal sealed record OrderDraft
{
    /// <summary>The row, to say what is wrong with it; null where nothing can be found wrong with it any more.</summary>
    public required Row? Row { get; init; }

    /// <summary>Which of the files of orders it stands in; null where it names no order, and cannot be told from another alike.</summary>
    public required int? File { get; init; }

    /// <summary>Who bought; the default where nobody is named.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    public required LocalDateTime At { get; init; }

    public required ProductId Product { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>What the row itself is worth; null where only its order's total is told, or a file of payments tells.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>What the row says of its whole order.</summary>
    public required decimal? Total { get; init; }

    /// <summary>What the row would cost by its price, to share out a total.</summary>
    public required decimal? Weight { get; init; }

    public required LocalDateTime? RefundedAt { get; init; }

    /// <summary>How much was given back; null for all of it, 0 for none.</summary>
    public required decimal? Refund { get; init; }
}
