using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Products;

/// <summary>One product as measured from purchases (商品数据测算), with the size of the sample.</summary>
/// <remarks>
/// <para>An occasion is a day on which a customer bought the product. The ticket
/// is the mean spend on it per occasion; the repurchase rate is the
/// share of its buyers with two occasions or more; the loyalty rate is the share of the buyers of the window's first half who bought it
/// in the second half too, unknown when there were none. In a window of an odd number of days the middle day belongs to the second
/// half.</para>
/// <para>Equality is that of the parts; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ProductMeasurement
{
    private ProductMeasurement(ProductId product, ProductFigures figures, (int Buyers, int Occasions, int Repeat, int Early) sample)
    {
        Product = product;
        Figures = figures;
        (Buyers, Occasions, RepeatBuyers, EarlyBuyers) = sample;
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>Its figures.</summary>
    public ProductFigures Figures { get; }

    /// <summary>How many customers bought it in the window.</summary>
    public int Buyers { get; }

    /// <summary>How many purchase occasions there were: days on which a customer bought it, over all customers.</summary>
    public int Occasions { get; }

    /// <summary>How many bought it on two days or more.</summary>
    public int RepeatBuyers { get; }

    /// <summary>How many bought it in the first half of the window: the sample of the loyalty rate.</summary>
    public int EarlyBuyers { get; }

    /// <summary>Measures every product bought in a window. The result does not depend on the order of the rows.</summary>
    /// <param name="purchases">The rows, in any order; rows outside the window are left out.</param>
    /// <param name="window">The days to look at, both ends included.</param>
    /// <param name="brandPower">The strength of the brands, from 0 to 1, as the host judges it; unknown where left out.</param>
    /// <returns>A result for each product bought in the window, by product.</returns>
    /// <exception cref="ArgumentNullException">There are no purchases or no window.</exception>
    /// <exception cref="ArgumentException">A row is the default value, or the amounts of a product are too large to be added
    /// up.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A brand power is not from 0 to 1.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static ImmutableArray<ProductMeasurement> Measure(
        IEnumerable<ProductPurchase> purchases, DateInterval window, IReadOnlyDictionary<ProductId, Ratio>? brandPower = null)
    {
        Guard.Against.Null(purchases);
        Guard.Against.Null(window);
        var rows = new Dictionary<ProductId, Sold>();
        var numbers = new Dictionary<CustomerId, int>();
        Currency? currency = null;
        foreach (ProductPurchase purchase in purchases)
        {
            if (purchase == default)
            {
                throw new ArgumentException("Every purchase names a product and a customer, but one was the default value.",
                    nameof(purchases));
            }

            currency ??= purchase.Amount.Currency;
            if (purchase.Amount.Currency != currency)
            {
                throw new CurrencyMismatchException(currency.Value, purchase.Amount.Currency);
            }

            if (window.Contains(purchase.Day))
            {
                ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, purchase.Customer, out bool isKnown);
                number = isKnown ? number : numbers.Count - 1;
                ref Sold? ofProduct = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, purchase.Product, out _);
                (ofProduct ??= new Sold(purchase.Amount.Currency)).Add(number, purchase);
            }
        }

        LocalDate secondHalf = window.Start.PlusDays(window.Length / 2);
        return
        [
            .. rows.OrderBy(static pair => pair.Key)
                .Select(pair => MeasureOne(pair.Key, pair.Value, secondHalf, PowerOf(pair.Key))),
        ];

        Ratio PowerOf(ProductId product)
        {
            Ratio power = brandPower?.GetValueOrDefault(product) ?? Ratio.Unknown;
            return power.ValueOr(0m) is >= 0m and <= 1m
                ? power
                : throw new ArgumentOutOfRangeException(nameof(brandPower), power, "Brand power is a share from 0 to 1.");
        }
    }

    private static ProductMeasurement MeasureOne(ProductId product, Sold sold, LocalDate secondHalf, Ratio brandPower)
    {
        (int buyers, int occasions, int repeat, int early, int loyal) = sold.Count(secondHalf);
        var figures = new ProductFigures
        {
            Ticket = SpendOn(product, sold) / occasions,
            RepurchaseRate = Ratio.From(repeat, buyers),
            LoyaltyRate = Ratio.From(loyal, early),
            BrandPower = brandPower,
        };
        return new(product, figures, (buyers, occasions, repeat, early));
    }

    private static Money SpendOn(ProductId product, Sold purchases) => purchases.TooLarge is null
        ? purchases.Spend
        : throw new ArgumentException($"The amounts of {product} are too large to be added up.", nameof(purchases), purchases.TooLarge);

    /// <summary>What was sold of one product: the days on which numbered customers bought it, and what they spent.</summary>
    private sealed class Sold(Currency currency)
    {
        private const int MonthBits = 5;
        private const int YearBits = 9;
        private const int EraDays = 1 << 28; // a key of a day before year 0 is below 0
        private const int CustomerBits = 32;
        private readonly List<long> days = [];
        private Money spend = Money.Zero(currency);
        private OverflowException? tooLarge;

        public Money Spend => spend;

        public OverflowException? TooLarge => tooLarge;

        public void Add(int customer, ProductPurchase purchase)
        {
            days.Add(((long)customer << CustomerBits) | KeyOf(purchase.Day));
            try
            {
                spend += purchase.Amount;
            }
            catch (OverflowException overflow)
            {
                tooLarge ??= overflow;
            }
        }

        public (int Buyers, int Occasions, int Repeat, int Early, int Loyal) Count(LocalDate secondHalf)
        {
            long half = KeyOf(secondHalf);
            days.Sort();
            (int buyers, int occasions, int repeat, int early, int loyal) = (0, 0, 0, 0, 0);
            for (int i = 0; i < days.Count;)
            {
                long customer = days[i] >> CustomerBits;
                bool isEarly = (days[i] & uint.MaxValue) < half;
                int distinct = 0;
                long last = -1;
                for (; i < days.Count && days[i] >> CustomerBits == customer; i++)
                {
                    distinct += days[i] == last ? 0 : 1;
                    last = days[i];
                }

                buyers++;
                occasions += distinct;
                repeat += distinct > 1 ? 1 : 0;
                early += isEarly ? 1 : 0;
                loyal += isEarly && (last & uint.MaxValue) >= half ? 1 : 0;
            }

            return (buyers, occasions, repeat, early, loyal);
        }

        // Ascends with the days of one calendar.
        private static long KeyOf(LocalDate day) => (((long)day.Year << YearBits) + (day.Month << MonthBits) + day.Day) + EraDays;
    }
}
