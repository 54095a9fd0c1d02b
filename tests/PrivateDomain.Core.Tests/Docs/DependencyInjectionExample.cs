using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class DependencyInjectionExample
{
    [Fact]
    public void DependencyInjection()
    {
        var services = new ServiceCollection();
        // snippet: dependency-injection
        services.AddPrivateDomain(shops => shops
            .AddShop(shop => shop.In("Asia/Shanghai", DateTimeZoneProviders.Tzdb).CountingIn(Currency.Cny))
            .AddShop("overseas", shop => shop
                .In(DateTimeZone.Utc).CountingIn(Currency.Usd).WithProductFit(ProductFitPolicy.Create(
                    new ProductFitOptions { AnchorTicket = Money.Of(20m, Currency.Usd) }))));

        using ServiceProvider provider = services.BuildServiceProvider();
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        ShopRules overseas = provider.GetRequiredKeyedService<ShopRules>("overseas");

        ShopRules same = ShopRules.Create(new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny)); // without a container
        // end
        Assert.Equal(same, rules);
        Assert.Equal(Currency.Usd, overseas.Shop.Currency);
    }
}
