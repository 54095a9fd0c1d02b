using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>All rules of one shop (店铺规则): what a host serving the shop needs, with or without a container.</summary>
/// <remarks>Equality is that of all parts; there is no ordering.</remarks>
public sealed record ShopRules
{
    private ShopRules(Shop shop, ProductFitModel productFit, Upkeep? upkeep, int paybackHorizon)
    {
        Shop = shop;
        ProductFit = productFit;
        Upkeep = upkeep;
        PaybackHorizon = paybackHorizon;
    }

    /// <summary>The shop: where its days begin and in what it counts money.</summary>
    public Shop Shop { get; }

    /// <summary>How products are judged.</summary>
    public ProductFitModel ProductFit { get; }

    /// <summary>What keeping a customer costs; null when it is not known.</summary>
    public Upkeep? Upkeep { get; }

    /// <summary>How many periods a payback is looked for.</summary>
    public int PaybackHorizon { get; }

    /// <summary>Makes a shop's rules.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="productFit">How products are judged, in the shop's currency; <see cref="ProductFitModel.Default"/>, in yuan, when left out.</param>
    /// <param name="upkeep">What keeping a customer costs, in the shop's currency; null when it is not known.</param>
    /// <param name="paybackHorizon">How many periods a payback is looked for, from 1 to <see cref="Payback.LongestHorizon"/>.</param>
    /// <exception cref="ArgumentNullException">The shop is null.</exception>
    /// <exception cref="InvalidPolicyException">The rules do not fit together; all mistakes are reported.</exception>
    public static ShopRules Create(
        Shop shop, ProductFitModel? productFit = null, Upkeep? upkeep = null, int paybackHorizon = Payback.DefaultHorizon)
    {
        Guard.Against.Null(shop);
        productFit ??= ProductFitModel.Default;
        Check(new PolicyCheck(), shop.Currency, productFit, upkeep, paybackHorizon).ThrowIfAny("shop rules");
        return new ShopRules(shop, productFit, upkeep, paybackHorizon);
    }

    /// <summary>Records what is wrong with rules; a currency of none is not held against the others.</summary>
    internal static PolicyCheck Check(PolicyCheck check, Currency currency, ProductFitModel productFit, Upkeep? upkeep, int paybackHorizon) =>
        NeedsCurrency(NeedsCurrency(check, currency, productFit.Currency, "productFit"), currency, upkeep?.PerYear.Currency ?? currency, "upkeep")
            .Needs(
                paybackHorizon is >= 1 and <= Payback.LongestHorizon,
                "paybackHorizon",
                CostsReasons.HorizonOutOfRange,
                found: paybackHorizon,
                required: Payback.LongestHorizon);

    private static PolicyCheck NeedsCurrency(PolicyCheck check, Currency books, Currency figure, string path) =>
        check.Needs(books.IsNone || figure == books, path, DependencyInjectionReasons.OtherCurrency, found: figure.Code, required: books.Code);
}
