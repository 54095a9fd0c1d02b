using NodaTime;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A row of orders that counts, before it is known what its order is worth.</summary>
/// <param name="Line">The row as it stands where its amount is its own.</param>
/// <param name="Open">What else decides about its amount; null where the amount is the row's own, whatever the other rows are.</param>
internal readonly record struct OrderDraft(OrderRow Line, OpenAmount? Open)
{
    public CustomerId Customer => Line.Customer;

    public OrderId Order => Line.Order;

    public LocalDateTime At => Line.At;

    public ProductId Product => Line.Product;

    /// <summary>What the row itself is worth; null where only its order's total is told, or a file of payments tells.</summary>
    public decimal? Amount => Open is null ? Line.Amount : Open.Amount;

    /// <summary>What the row says of its whole order.</summary>
    public decimal? Total => Open?.Total;

    /// <summary>What the row would cost by its price, to share out a total.</summary>
    public decimal? Weight => Open?.Weight;

    /// <summary>How much was given back; null for all of it, 0 for none.</summary>
    public decimal? Refund => Open is null ? Line.Refund : Open.Refund;
}

/// <summary>What decides about the amount of a row beside the row itself.</summary>
/// <param name="Row">The row, to say what is wrong with it; null where nothing can be found wrong with it any more.</param>
/// <param name="File">Which of the files of orders it stands in; null where it names no order, and cannot be told from another
/// alike.</param>
/// <param name="Amount">What the row itself is worth.</param>
/// <param name="Total">What the row says of its whole order.</param>
/// <param name="Weight">What the row would cost by its price.</param>
/// <param name="RefundedAt">When it was given back.</param>
/// <param name="Refund">How much was given back; null for all of it, 0 for none.</param>
internal sealed record OpenAmount(
    Row? Row, int? File, decimal? Amount, decimal? Total, decimal? Weight, LocalDateTime? RefundedAt, decimal? Refund);
