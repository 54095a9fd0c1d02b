using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Products;

/// <summary>Measures the figures of products from purchases (商品数据测算).</summary>
/// <remarks>
/// <para>An occasion is a day on which a customer bought the product. The ticket is the mean spend on it per occasion; the repurchase rate is the
/// share of its buyers with two occasions or more; the loyalty rate is the share of the buyers of the window's first half who bought it
/// in the second half too, unknown when there were none. In a window of an odd number of days the middle day belongs to the second half.</para>
/// <para>The result does not depend on the order of the rows.</para>
/// </remarks>
public static class ProductMeasurement
{
    /// <summary>Measures every product bought in a window.</summary>
    /// <param name="purchases">The rows, in any order; rows outside the window are left out.</param>
    /// <param name="window">The days to look at, both ends included.</param>
    /// <param name="brandPower">The strength of the brands, from 0 to 1, as the host judges it; unknown where left out.</param>
    /// <returns>A result for each product bought in the window, by product.</returns>
    /// <exception cref="ArgumentNullException">There are no purchases or no window.</exception>
    /// <exception cref="ArgumentException">A row is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A brand power is not from 0 to 1.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static ImmutableArray<MeasuredProduct> Measure(
        IEnumerable<ProductPurchase> purchases, DateInterval window, IReadOnlyDictionary<ProductId, Ratio>? brandPower = null)
    {
        Guard.Against.Null(purchases);
        Guard.Against.Null(window);
        var rows = new Dictionary<ProductId, List<ProductPurchase>>();
        Currency? currency = null;
        foreach (ProductPurchase purchase in purchases)
        {
            if (purchase == default)
            {
                throw new ArgumentException("Every purchase names a product and a customer, but one was the default value.", nameof(purchases));
            }

            currency ??= purchase.Amount.Currency;
            if (purchase.Amount.Currency != currency)
            {
                throw new CurrencyMismatchException(currency.Value, purchase.Amount.Currency);
            }

            if (window.Contains(purchase.Day))
            {
                ref List<ProductPurchase>? ofProduct = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, purchase.Product, out _);
                (ofProduct ??= []).Add(purchase);
            }
        }

        LocalDate secondHalf = window.Start.PlusDays(window.Length / 2);
        return
        [
            .. rows.OrderBy(static pair => pair.Key)
                .Select(pair => MeasureOne(pair.Key, pair.Value, secondHalf, brandPower?.GetValueOrDefault(pair.Key) ?? Ratio.Unknown)),
        ];
    }

    private static MeasuredProduct MeasureOne(ProductId product, List<ProductPurchase> rows, LocalDate secondHalf, Ratio brandPower)
    {
        var buyers = new Dictionary<CustomerId, HashSet<LocalDate>>();
        Money spend = Money.Zero(rows[0].Amount.Currency);
        foreach (ProductPurchase row in rows)
        {
            ref HashSet<LocalDate>? days = ref CollectionsMarshal.GetValueRefOrAddDefault(buyers, row.Customer, out _);
            (days ??= []).Add(row.Day);
            spend += row.Amount;
        }

        int occasions = buyers.Values.Sum(static days => days.Count);
        int repeat = buyers.Values.Count(static days => days.Count > 1);
        HashSet<LocalDate>[] early = [.. buyers.Values.Where(days => days.Any(day => day < secondHalf))];
        int loyal = early.Count(days => days.Any(day => day >= secondHalf));
        var figures = ProductFigures.Create(spend / occasions, Ratio.Of(repeat, buyers.Count), Ratio.Of(loyal, early.Length), brandPower);
        return new(product, figures, buyers.Count, occasions, repeat, early.Length);
    }
}
