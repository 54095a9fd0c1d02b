using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>One product of an order (订单明细).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record OrderLine
{
    /// <summary>Makes a line.</summary>
    /// <param name="product">The product.</param>
    /// <param name="quantity">How many, or how much of it; above 0.</param>
    /// <param name="amount">What the whole line cost; 0 or more, in the order's currency.</param>
    /// <exception cref="ArgumentException">The product is empty, the quantity is not above 0, or the amount is negative or has no
    /// currency.</exception>
    public OrderLine(ProductId product, decimal quantity, Money amount)
    {
        Product = product.Text.Length > 0 ? product
            : throw new ArgumentException("A line has a product, but it was empty.", nameof(product));
        Quantity = quantity > 0 ? quantity
            : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "A quantity above 0 is needed.");
        Amount = OrderPaid.CheckAmount(amount, nameof(amount));
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>How many, or how much of it.</summary>
    public decimal Quantity { get; }

    /// <summary>What the whole line cost.</summary>
    public Money Amount { get; }
}

/// <summary>An order was paid, in whole or in part (订单支付).</summary>
/// <remarks>
/// Several payments of one order id (a deposit and its balance) add up to one order, whose instant is the first payment above 0. A payment
/// in another currency
/// than that first one is refused: it adds nothing, and <see cref="CustomerFacts.OrdersInTwoCurrencies"/> names the order.
/// </remarks>
/// <example>
/// <code>
/// var order = OrderId.From("o1");
/// var paid = new OrderPaid(CustomerEventId.From("p1"), customer, now, order, Money.Yuan(120m));
/// var back = new OrderRefunded(CustomerEventId.From("r1"), customer, now + Duration.FromDays(2), order, Money.Yuan(20m));
/// Money spend = CustomerHistory.From(customer, [paid, back]).FactsAt(now + Duration.FromDays(3), shop).Spend; // 100.00 CNY
/// </code>
/// </example>
[JsonConverter(typeof(CustomerEventJsonConverter<OrderPaid>))]
public sealed record OrderPaid : CustomerEvent
{
    /// <summary>The greatest amount of an order, a line or a refund, in major units: sums of them never overflow.</summary>
    public const long AmountMax = 1_000_000_000_000_000;

    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it was paid.</param>
    /// <param name="order">The order.</param>
    /// <param name="amount">What was paid, from 0 to <see cref="AmountMax"/>; a payment of 0 makes no order.</param>
    /// <param name="lines">The products; may be empty (or default) when unknown. They need not add up to the amount: discounts and freight
    /// stand outside them.</param>
    /// <exception cref="ArgumentException">An id is empty, a value is out of range, or a line has another currency than the
    /// order.</exception>
    public OrderPaid(CustomerEventId id, CustomerId customer, Instant at, OrderId order, Money amount,
        ImmutableArray<OrderLine> lines = default)
        : base(EventKind.OrderPaid, id, customer, at)
    {
        Order = CheckOrder(order, nameof(order));
        Amount = CheckAmount(amount, nameof(amount));
        Lines = lines.IsDefault ? [] : lines;
        foreach (OrderLine line in Lines)
        {
            if (Guard.Against.Null(line, nameof(lines)).Amount.Currency != amount.Currency)
            {
                throw new ArgumentException(
                    $"The lines of an order in {amount.Currency} are in {amount.Currency}, but one was in {line.Amount.Currency}.",
                    nameof(lines));
            }
        }
    }

    /// <summary>The order.</summary>
    public OrderId Order { get; }

    /// <summary>What was paid.</summary>
    public Money Amount { get; }

    /// <summary>The products; empty when unknown.</summary>
    public ImmutableArray<OrderLine> Lines { get; }

    /// <summary>Whether all members are equal, the lines in their order.</summary>
    /// <param name="other">The other event.</param>
    public bool Equals(OrderPaid? other) =>
        base.Equals(other) && Order == other.Order && Amount == other.Amount && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Order, Amount, Lines.Length);

    internal static Money CheckAmount(Money amount, string name) =>
        amount.Currency.IsNone ? throw new ArgumentException("An amount needs a currency, but it was \"XXX\".", name)
        : amount.IsNegative || amount.Amount > AmountMax
            ? throw new ArgumentOutOfRangeException(name, amount, $"An amount from 0 to {AmountMax} is needed.")
        : amount;

    internal static OrderId CheckOrder(OrderId order, string name) =>
        order.Text.Length > 0 ? order : throw new ArgumentException("An order has an id, but it was empty.", name);
}

/// <summary>An order was paid back, in whole or in part (订单退款).</summary>
/// <remarks>
/// A refund takes back what its order gave, at the order's instant: partial refunds add up to at most the order's amount. A refund whose
/// order is not (yet) there,
/// or whose currency is another one than the order's, has no effect.
/// </remarks>
[JsonConverter(typeof(CustomerEventJsonConverter<OrderRefunded>))]
public sealed record OrderRefunded : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it was paid back.</param>
    /// <param name="order">The order.</param>
    /// <param name="amount">What was paid back, above 0; null for all of it.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public OrderRefunded(CustomerEventId id, CustomerId customer, Instant at, OrderId order, Money? amount = null)
        : base(EventKind.OrderRefunded, id, customer, at)
    {
        Order = OrderPaid.CheckOrder(order, nameof(order));
        Amount = amount is { } part ? OrderPaid.CheckAmount(part, nameof(amount)) : null;
        if (Amount is { IsZero: true })
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount above 0 is needed, or null for all of it.");
        }
    }

    /// <summary>The order.</summary>
    public OrderId Order { get; }

    /// <summary>What was paid back; null for all of it.</summary>
    public Money? Amount { get; }
}

/// <summary>An order reached the customer (订单签收): from then on its return window runs.</summary>
/// <remarks>Of several deliveries of one order the last counts. A delivery whose order is not (yet) there has no effect.</remarks>
[JsonConverter(typeof(CustomerEventJsonConverter<OrderDelivered>))]
public sealed record OrderDelivered : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it was delivered.</param>
    /// <param name="order">The order.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public OrderDelivered(CustomerEventId id, CustomerId customer, Instant at, OrderId order)
        : base(EventKind.OrderDelivered, id, customer, at) =>
        Order = OrderPaid.CheckOrder(order, nameof(order));

    /// <summary>The order.</summary>
    public OrderId Order { get; }
}
