using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Products;

/// <summary>One row of the shop's orders (购买记录): a customer bought a product on a day for an amount.</summary>
/// <remarks>Equality is that of the parts; there is no ordering. The default value names nobody and is refused by <see
/// cref="ProductMeasurement"/>.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ProductPurchase
{
    /// <summary>Makes a row.</summary>
    /// <param name="product">The product, or the category measured as one.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="day">The shop's day of the purchase.</param>
    /// <param name="amount">What was paid for the product, 0 or more; refunded purchases are left out by the caller.</param>
    /// <exception cref="ArgumentException">The product or customer is empty, or the amount has no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public ProductPurchase(ProductId product, CustomerId customer, LocalDate day, Money amount)
    {
        Guard.Against.NullOrWhiteSpace(product.Text, nameof(product));
        Guard.Against.NullOrWhiteSpace(customer.Text, nameof(customer));
        Guard.Against.Negative(amount.Amount, nameof(amount));
        Product = product;
        Customer = customer;
        Day = day;
        Amount = amount.Currency.IsNone
            ? throw new ArgumentException($"The amount needs a currency, but it was {amount}.", nameof(amount))
            : amount;
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>The shop's day.</summary>
    public LocalDate Day { get; }

    /// <summary>What was paid.</summary>
    public Money Amount { get; }
}
