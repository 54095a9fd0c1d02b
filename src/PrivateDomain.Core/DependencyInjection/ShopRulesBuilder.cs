using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>Describes the rules of one shop (店铺规则配置). What is said twice counts as said last; nothing is checked before the end.</summary>
public sealed class ShopRulesBuilder
{
    private DateTimeZone? zone;
    private string? zoneId;
    private Currency currency;
    private ProductFitModel productFit = ProductFitModel.Default;
    private Upkeep? upkeep;
    private int paybackHorizon = Payback.DefaultHorizon;

    internal ShopRulesBuilder()
    {
    }

    /// <summary>States the zone in which the shop's days begin.</summary>
    /// <param name="zone">The zone.</param>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    public ShopRulesBuilder In(DateTimeZone zone)
    {
        (this.zone, zoneId) = (Guard.Against.Null(zone), null);
        return this;
    }

    /// <summary>States the zone in which the shop's days begin by its id; an unknown id is reported with all other mistakes.</summary>
    /// <param name="zoneId">The id, such as <c>Asia/Shanghai</c>.</param>
    /// <param name="zones">Where zones are looked up, such as <c>DateTimeZoneProviders.Tzdb</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ShopRulesBuilder In(string zoneId, IDateTimeZoneProvider zones)
    {
        this.zoneId = Guard.Against.Null(zoneId);
        zone = Guard.Against.Null(zones).GetZoneOrNull(zoneId);
        return this;
    }

    /// <summary>States the currency of the shop's books.</summary>
    /// <param name="currency">The currency.</param>
    public ShopRulesBuilder CountingIn(Currency currency)
    {
        this.currency = currency;
        return this;
    }

    /// <summary>States how products are judged; without it, <see cref="ProductFitModel.Default"/>, which is in yuan.</summary>
    /// <param name="productFit">The model, in the currency of the books.</param>
    /// <exception cref="ArgumentNullException">The model is null.</exception>
    public ShopRulesBuilder WithProductFit(ProductFitModel productFit)
    {
        this.productFit = Guard.Against.Null(productFit);
        return this;
    }

    /// <summary>States what keeping a customer costs; without it, it is not known.</summary>
    /// <param name="upkeep">The upkeep, in the currency of the books.</param>
    /// <exception cref="ArgumentNullException">The upkeep is null.</exception>
    public ShopRulesBuilder WithUpkeep(Upkeep upkeep)
    {
        this.upkeep = Guard.Against.Null(upkeep);
        return this;
    }

    /// <summary>States how many periods a payback is looked for; without it, <see cref="Payback.DefaultHorizon"/>.</summary>
    /// <param name="periods">From 1 to <see cref="Payback.LongestHorizon"/>.</param>
    public ShopRulesBuilder WithPaybackHorizon(int periods)
    {
        paybackHorizon = periods;
        return this;
    }

    /// <summary>What is wrong so far.</summary>
    internal PolicyCheck Check() =>
        ShopRules.Check(
            new PolicyCheck()
                .Needs(zone is not null || zoneId is not null, "zone", DependencyInjectionReasons.ZoneMissing)
                .Needs(zone is not null || zoneId is null, "zone", DependencyInjectionReasons.ZoneUnknown, found: zoneId)
                .Needs(!currency.IsNone, "currency", DependencyInjectionReasons.CurrencyMissing),
            currency,
            productFit,
            upkeep,
            paybackHorizon);

    /// <summary>The rules, once nothing is wrong.</summary>
    internal ShopRules Build() => ShopRules.Create(new Shop(zone!, currency), productFit, upkeep, paybackHorizon);
}
