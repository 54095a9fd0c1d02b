using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.DependencyInjection;

public sealed class AddPrivateDomainTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly ProductFitPolicy DollarFit = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = Money.Of(20m, Currency.Usd) });
    private static readonly ShopRules Own = ShopRules.Create(new Shop(DateTimeZone.Utc, Currency.Usd), DollarFit);
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 1, 12, 0);

    [Fact]
    public void OneShop_RulesAndParts_AreThoseDescribed()
    {
        var upkeep = Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m });
        ProductFitPolicy fit = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = Money.Yuan(122m) });
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(b => b.AddShop(s => s
            .In("Asia/Shanghai", DateTimeZoneProviders.Tzdb).CountingIn(Currency.Cny).WithProductFit(fit).WithUpkeep(upkeep).WithPaybackHorizon(24))));
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        Assert.Equal(ShopRules.Create(new Shop(Shanghai, Currency.Cny), fit, upkeep, 24), rules);
        Assert.Same(rules.Shop, provider.GetRequiredService<Shop>());
        Assert.Same(fit, provider.GetRequiredService<ProductFitPolicy>());
    }

    [Fact]
    public void Defaults_WithAndWithoutContainer_AreTheSame()
    {
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(static b => b.AddShop(Yuan)));
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        Assert.Equal(ShopRules.Create(new Shop(Shanghai, Currency.Cny)), rules);
        Assert.Equal(Payback.DefaultHorizon, rules.PaybackHorizon);
        Assert.Null(rules.Upkeep);
        Assert.Same(ProductFitPolicy.Default, rules.ProductFit);
    }

    [Fact]
    public void NamedShops_EachHasItsOwnKey()
    {
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(static b => b
            .AddShop("north", Yuan).AddShop("south", Dollars)));
        Assert.Equal(Currency.Cny, provider.GetRequiredKeyedService<ShopRules>("north").Shop.Currency);
        Assert.Equal(Currency.Usd, provider.GetRequiredKeyedService<Shop>("south").Currency);
        Assert.Null(provider.GetService<ShopRules>());
        Assert.Null(provider.GetKeyedService<ShopRules>("West"));
    }

    // Found by reflection, so that a policy added to the rules cannot be forgotten in the builder or the container.
    [Fact]
    public void EveryPart_IsRegistered_HasADefault_AndIsSetByTheBuilder()
    {
        string[] optional = [nameof(ShopRules.Upkeep), nameof(ShopRules.Membership), nameof(ShopRules.Segments)];
        PropertyInfo[] parts = [.. typeof(ShopRules).GetProperties().Where(p => p.PropertyType.IsClass && !optional.Contains(p.Name, StringComparer.Ordinal))];
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(static b => b.AddShop(Yuan).AddShop("north", Yuan)));
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        ShopRules north = provider.GetRequiredKeyedService<ShopRules>("north");
        Assert.All(parts, part =>
        {
            Assert.Same(part.GetValue(rules), provider.GetRequiredService(part.PropertyType));
            Assert.Same(part.GetValue(north), provider.GetRequiredKeyedService(part.PropertyType, "north"));
        });

        PropertyInfo[] policies = [.. parts.Where(static p => p.PropertyType != typeof(Shop))];
        Assert.Equal(
            policies.Select(static p => p.Name).Concat(optional).Append(nameof(ShopRules.PaybackHorizon)).Select(static n => "With" + n).Order(),
            typeof(ShopRulesBuilder).GetMethods().Select(static m => m.Name).Where(static n => n.StartsWith("With", StringComparison.Ordinal)).Order());
        Assert.All(policies, policy => Assert.Same(policy.PropertyType.GetProperty("Default")!.GetValue(null), policy.GetValue(rules)));
    }

    [Fact]
    public void WhatAShopMayBeWithout_IsRegisteredWhenItIsStated()
    {
        SegmentSet segments = SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", Facts.Orders.AtLeast(1))]);
        var upkeep = Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m });
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(b => b
            .AddShop(Yuan)
            .AddShop("north", shop => shop.In(Shanghai).CountingIn(Currency.Cny).WithSegments(segments).WithUpkeep(upkeep))));
        Assert.Same(segments, provider.GetRequiredKeyedService<SegmentSet>("north"));
        Assert.Same(upkeep, provider.GetRequiredKeyedService<Upkeep>("north"));
        Assert.Null(provider.GetKeyedService<MembershipPolicy>("north"));
        Assert.Null(provider.GetService<SegmentSet>());
        Assert.Null(provider.GetService<Upkeep>());
    }

    [Fact]
    public void Policies_SetByTheBuilder_AreTheRules_OfThatShopAlone()
    {
        var ladder = LadderPolicy.Create(new LadderOptions());
        OutreachPolicy outreach = OutreachPolicy.Create(new() { PromotionShareMax = 0.5m });
        var reception = ReceptionPolicy.Create(new ReceptionOptions());
        var referrers = ReferrerPolicy.Create(new ReferrerOptions { OrdersMin = 2 });
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(b => b
            .AddShop(Yuan)
            .AddShop("north", shop => shop.In(Shanghai).CountingIn(Currency.Cny)
                .WithLadder(LadderPolicy.Default).WithLadder(ladder).WithOutreach(outreach).WithReception(reception).WithReferrers(referrers))));
        Assert.Same(ladder, provider.GetRequiredKeyedService<LadderPolicy>("north"));
        Assert.Same(outreach, provider.GetRequiredKeyedService<OutreachPolicy>("north"));
        Assert.Same(reception, provider.GetRequiredKeyedService<ReceptionPolicy>("north"));
        Assert.Same(referrers, provider.GetRequiredKeyedService<ReferrerPolicy>("north"));
        Assert.Same(LadderPolicy.Default, provider.GetRequiredService<LadderPolicy>());
        Assert.Equal(
            ShopRules.Create(new Shop(Shanghai, Currency.Cny)) with { Ladder = ladder, Outreach = outreach, Reception = reception, Referrers = referrers },
            provider.GetRequiredKeyedService<ShopRules>("north"));
    }

    [Fact]
    public void HostRegisteredBefore_Stays()
    {
        using ServiceProvider provider = Built(new ServiceCollection().AddSingleton(Own).AddPrivateDomain(static b => b.AddShop(Yuan)));
        Assert.Same(Own, provider.GetRequiredService<ShopRules>());
        Assert.Same(Own.Shop, provider.GetRequiredService<Shop>());
    }

    [Fact]
    public void HostRegistersAfter_Wins()
    {
        using ServiceProvider provider = Built(new ServiceCollection()
            .AddPrivateDomain(static b => b.AddShop(Yuan).AddShop("north", Yuan)).AddSingleton(Own).AddKeyedSingleton("north", Own));
        Assert.Same(Own.Shop, provider.GetRequiredService<Shop>());
        Assert.Same(Own.Shop, provider.GetRequiredKeyedService<Shop>("north"));
        Assert.Same(DollarFit, provider.GetRequiredKeyedService<ProductFitPolicy>("north"));
    }

    [Fact]
    public void CalledTwice_AddsNewShops_AndKeepsTheFirst()
    {
        IServiceCollection services = new ServiceCollection().AddPrivateDomain(static b => b.AddShop(Yuan).AddShop("north", Yuan));
        int once = services.Count;
        services.AddPrivateDomain(static b => b.AddShop(Yuan).AddShop("north", Yuan));
        Assert.Equal(once, services.Count);

        services.AddPrivateDomain(static b => b
            .AddShop(Dollars).AddShop("south", Dollars));
        using ServiceProvider provider = Built(services);
        Assert.Equal(Currency.Cny, provider.GetRequiredService<Shop>().Currency);
        Assert.Equal(Currency.Usd, provider.GetRequiredKeyedService<Shop>("south").Currency);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clock_HostsTimeProvider_BeforeOrAfter_IsUsed(bool before)
    {
        var services = new ServiceCollection();
        _ = before ? services.AddSingleton<TimeProvider>(new Stopped()) : services;
        services.AddPrivateDomain(static b => b.AddShop(Yuan));
        _ = before ? services : services.AddSingleton<TimeProvider>(new Stopped());
        using ServiceProvider provider = Built(services);
        Assert.Equal(Noon, provider.GetRequiredService<IClock>().GetCurrentInstant());
    }

    [Fact]
    public void Clock_HostsOwn_Stays()
    {
        IClock own = new FakeClock(Noon);
        using ServiceProvider provider = Built(new ServiceCollection().AddSingleton(own).AddPrivateDomain(static b => b.AddShop(Yuan)));
        Assert.Same(own, provider.GetRequiredService<IClock>());
    }

    [Fact]
    public void Clock_WithoutTimeProvider_IsTheSystems()
    {
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(static b => b.AddShop(Yuan)));
        Assert.IsType<TimeProviderClock>(provider.GetRequiredService<IClock>());
    }

    [Fact]
    public void Mistakes_OfAllShops_AreReportedTogether_AndNothingIsRegistered()
    {
        var services = new ServiceCollection();
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => services.AddPrivateDomain(static b => b
            .AddShop(static s => s.WithPaybackHorizon(0))
            .AddShop("north", static s => s.In("Asia/Nowhere", DateTimeZoneProviders.Tzdb).CountingIn(Currency.Usd).WithUpkeep(Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(1m), CustomersPerAdvisor = 1m })))
            .AddShop("north", Yuan)
            .AddShop(" ", Yuan)));
        Assert.Equal(
            [
                "shop.zone: rules.zone_missing", "shop.currency: rules.currency_missing", "shop.paybackHorizon: costs.horizon_out_of_range",
                "shops[north].zone: rules.zone_unknown", "shops[north].upkeep: rules.other_currency", "shops[north]: rules.shop_twice",
                "shops[ ]: rules.name_empty",
            ],
            thrown.Mistakes.Select(static v => $"{v.Place}: {v.Reason.Code}"));
        Assert.Empty(services);
    }

    [Fact]
    public void NoShop_IsAMistake() => Assert.Equal(
        "rules.no_shop",
        Assert.Single(Assert.Throws<InvalidPolicyException>(static () => new ServiceCollection().AddPrivateDomain(static _ => { })).Mistakes).Reason.Code);

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentNullException>("services", static () => default(IServiceCollection)!.AddPrivateDomain(static _ => { }));
        Assert.Throws<ArgumentNullException>("configure", static () => new ServiceCollection().AddPrivateDomain(null!));
        Assert.Throws<ArgumentNullException>("shop", static () => ShopRules.Create(null!));
        Assert.Throws<ArgumentNullException>(static () => Own with { Ladder = null! });
        Assert.Throws<ArgumentNullException>("ladder", static () => new ServiceCollection().AddPrivateDomain(static b => b.AddShop(static s => s.WithLadder(null!))));
        Assert.Throws<InvalidPolicyException>(() => ShopRules.Create(Own.Shop, DollarFit, Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(1m), CustomersPerAdvisor = 1m })));
    }

    private static void Yuan(ShopRulesBuilder shop) => shop.In(Shanghai).CountingIn(Currency.Cny);

    private static void Dollars(ShopRulesBuilder shop) => shop.In(DateTimeZone.Utc).CountingIn(Currency.Usd).WithProductFit(DollarFit);

    private static ServiceProvider Built(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon.ToDateTimeOffset();
    }
}
