using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

public sealed class ScopeTests
{
    [Fact]
    public void AllOfAScope_SeesTheSameRules_WhateverChangesMeanwhile()
    {
        using ServiceProvider provider = Built();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        using IServiceScope before = provider.CreateScope();
        GroupHealthPolicy early = before.ServiceProvider.GetRequiredService<GroupHealthPolicy>();
        shops.TrySet(ShopRegistry.DefaultShop, Documents.OptionsWithMembersMin(60), out _);
        shops.TrySet("north", Documents.OptionsWithMembersMin(61), out _);
        Assert.Same(before.ServiceProvider.GetRequiredService<ShopRules>().GroupHealth, early);
        Assert.Equal(30, before.ServiceProvider.GetRequiredKeyedService<GroupHealthPolicy>("north").Options.MembersMin);
        using IServiceScope after = provider.CreateScope();
        Assert.Equal(60, after.ServiceProvider.GetRequiredService<GroupHealthPolicy>().Options.MembersMin);
        Assert.Equal(61, after.ServiceProvider.GetRequiredKeyedService<GroupHealthPolicy>("north").Options.MembersMin);
    }

    // Found by reflection, so that a part added to the rules cannot be forgotten.
    [Fact]
    public void EveryPartThatNoShopIsWithout_MayBeAskedFor()
    {
        string[] others =
        [
            nameof(ShopRules.Options), nameof(ShopRules.PaybackPeriodsMax), nameof(ShopRules.Upkeep), nameof(ShopRules.PublicSale),
            nameof(ShopRules.Membership), nameof(ShopRules.Segments),
        ];
        using ServiceProvider provider = Built();
        using IServiceScope scope = provider.CreateScope();
        var parts = typeof(ShopRules).GetProperties().Where(p => !others.Contains(p.Name, StringComparer.Ordinal)).ToList();
        Assert.True(parts.Count > 25);
        Assert.All(parts, part =>
        {
            Assert.Same(
                part.GetValue(scope.ServiceProvider.GetRequiredService<ShopRules>()),
                scope.ServiceProvider.GetRequiredService(part.PropertyType));
            Assert.Same(
                part.GetValue(scope.ServiceProvider.GetRequiredKeyedService<ShopRules>("north")),
                scope.ServiceProvider.GetRequiredKeyedService(part.PropertyType, "north"));
        });
    }

    [Fact]
    public void AShopAddedLater_HasItsKey_AndAnUnknownOneIsNamed()
    {
        using ServiceProvider provider = Built();
        provider.GetRequiredService<ShopRegistry>().TrySet("late", Documents.OptionsWithMembersMin(44), out _);
        using IServiceScope scope = provider.CreateScope();
        Assert.Equal(44, scope.ServiceProvider.GetRequiredKeyedService<ShopRules>("late").GroupHealth.Options.MembersMin);
        Assert.Contains(
            "\"never\"",
            Assert.Throws<KeyNotFoundException>(() => scope.ServiceProvider.GetRequiredKeyedService<ShopRules>("never")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => scope.ServiceProvider.GetRequiredKeyedService<Shop>(7));
    }

    [Fact]
    public void ASingleton_CannotKeepRulesThatChange()
    {
        IServiceCollection services = Services().AddSingleton<KeepsAPolicy>();
        AggregateException refused = Assert.Throws<AggregateException>(() => services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }));
        Assert.Contains(nameof(GroupHealthPolicy), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheClock_IsTheHostsTime_AndWhatTheHostRegisteredStays()
    {
        Instant noon = Instant.FromUtc(2026, 5, 1, 12, 0);
        using ServiceProvider provider = Services().AddSingleton<TimeProvider>(new StandingTime(noon)).BuildServiceProvider();
        Assert.Equal(noon, provider.GetRequiredService<IClock>().GetCurrentInstant());

        using var own = new ShopRegistry();
        IServiceCollection services = new ServiceCollection().AddSingleton(own);
        using ServiceProvider with = services.AddPrivateDomain().Services.BuildServiceProvider();
        Assert.Same(own, with.GetRequiredService<ShopRegistry>());
    }

    [Fact]
    public void CalledTwice_TheShopsAddUp()
    {
        IServiceCollection services = Services();
        services.AddPrivateDomain().AddShop("south", Documents.Yuan);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["default", "north", "south"], provider.GetRequiredService<ShopRegistry>().Names);
    }

    private static IServiceCollection Services() => new ServiceCollection().AddPrivateDomain()
        .AddShop(ShopRegistry.DefaultShop, Documents.Yuan).AddShop("north", Documents.Yuan).Services;

    private static ServiceProvider Built() => Services().BuildServiceProvider(validateScopes: true);

    private sealed class KeepsAPolicy(GroupHealthPolicy policy)
    {
        public override string ToString() => $"{policy.Options}";
    }

    private sealed class StandingTime(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}
