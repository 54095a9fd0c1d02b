using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class DependencyInjectionExample
{
    [Fact]
    public void DependencyInjection()
    {
        var services = new ServiceCollection();
        // snippet: dependency-injection
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        services.AddPrivateDomain(shop => shop with
        {
            Zone = shanghai,
            Currency = Currency.Cny,
            GroupHealth = shop.GroupHealth with { MembersMin = 50 },       // one figure; the rest stays
        });
        services.AddPrivateDomain("overseas", shop => shop with { Zone = DateTimeZone.Utc, Currency = Currency.Usd });

        using ServiceProvider provider = services.BuildServiceProvider();
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        GroupHealthPolicy health = provider.GetRequiredService<GroupHealthPolicy>();
        ShopRules overseas = provider.GetRequiredKeyedService<ShopRules>("overseas");

        ShopRules same = ShopRules.Create(rules.Options);                  // without a container
        // end
        Assert.Equal(same, rules);
        Assert.Equal(50, health.Options.MembersMin);
        Assert.Equal(Currency.Usd, overseas.Shop.Currency);
    }
}
