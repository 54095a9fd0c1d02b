using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.DependencyInjection;

[Text]
public sealed class AddPrivateDomainTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly ShopOptions Yuan = new() { Zone = Shanghai, Currency = Currency.Cny };
    private static readonly ShopOptions Dollars = new() { Zone = DateTimeZone.Utc, Currency = Currency.Usd };
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 1, 12, 0);

    [Fact]
    public void OneShop_RulesAndParts_AreThoseOfTheOptions()
    {
        var options = new ShopOptions
        {
            Zone = Shanghai,
            Currency = Currency.Cny,
            PaybackPeriodsMax = 24,
            GroupHealth = new GroupHealthOptions { MembersMin = 50 },
            Upkeep = new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m },
        };
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(_ => options));
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        Assert.Equal(ShopRules.Create(options), rules);
        Assert.Equal(new Shop(Shanghai, Currency.Cny), provider.GetRequiredService<Shop>());
        Assert.Equal(50, provider.GetRequiredService<GroupHealthPolicy>().Options.MembersMin);
        Assert.Equal(Money.Yuan(180m), provider.GetRequiredService<Upkeep>().PerYear);
        Assert.Equal(24, rules.PaybackPeriodsMax);
    }

    [Fact]
    public void TheCallOfTheDocs_ChangesOneFigure_AndLeavesTheRest()
    {
        using ServiceProvider provider = Built(new ServiceCollection().AddPrivateDomain(static shop => shop with
        {
            Zone = Shanghai,
            Currency = Currency.Cny,
            GroupHealth = shop.GroupHealth with { MembersMin = 50 },
        }));
        GroupHealthPolicy health = provider.GetRequiredService<GroupHealthPolicy>();
        Assert.Equal(GroupHealthPolicy.Create(GroupHealthPolicy.Default.Options with { MembersMin = 50 }), health);
        Assert.Equal(OutreachPolicy.Default, provider.GetRequiredService<OutreachPolicy>());
    }

    // Found by reflection, so that a policy added to the rules cannot be forgotten in the options or in the container.
    [Fact]
    public void EveryPolicy_IsInTheOptions_InTheRulesAndInTheContainer()
    {
        string[] stated =
            [nameof(ShopRules.Upkeep), nameof(ShopRules.PublicSale), nameof(ShopRules.Membership), nameof(ShopRules.Segments)];
        using ServiceProvider provider = Built(
            new ServiceCollection().AddPrivateDomain(static _ => Yuan).AddPrivateDomain("north", static _ => Yuan));
        ShopRules rules = provider.GetRequiredService<ShopRules>();
        ShopRules north = provider.GetRequiredKeyedService<ShopRules>("north");
        var parts = typeof(ShopRules).GetProperties()
            .Where(p =>
                p.PropertyType.IsClass
                    && p.PropertyType != typeof(ShopOptions)
                    && !stated.Contains(p.Name, StringComparer.Ordinal)).ToList();
        Assert.True(parts.Count > 25);
        Assert.All(parts, part =>
        {
            Assert.Same(part.GetValue(rules), provider.GetRequiredService(part.PropertyType));
            Assert.Same(part.GetValue(north), provider.GetRequiredKeyedService(part.PropertyType, "north"));
        });
        Type[] policies =
        [
            .. typeof(Money).Assembly.GetExportedTypes().Where(static t =>
                t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(Policy<,>)),
        ];
        Assert.Equal(
            policies.Select(static t => t.Name).Order(),
            parts.Select(static p => p.PropertyType.Name).Where(n => policies.Any(t => t.Name == n)).Order());
        Assert.All(parts.Where(p => policies.Contains(p.PropertyType)), part =>
            Assert.Equal(
                part.PropertyType.GetProperty("Options")!.GetValue(part.GetValue(rules)),
                typeof(ShopOptions).GetProperty(part.Name)!.GetValue(Yuan)));
    }

    [Fact]
    public void NamedShops_EachHasItsOwnKey()
    {
        using ServiceProvider provider = Built(new ServiceCollection()
            .AddPrivateDomain("north", static _ => Yuan).AddPrivateDomain("south", static _ => Dollars));
        Assert.Equal(Currency.Cny, provider.GetRequiredKeyedService<ShopRules>("north").Shop.Currency);
        Assert.Equal(Currency.Usd, provider.GetRequiredKeyedService<Shop>("south").Currency);
        Assert.Null(provider.GetService<ShopRules>());
        Assert.Null(provider.GetKeyedService<ShopRules>("West"));
    }

    [Fact]
    public void WhatAShopMayBeWithout_IsRegisteredWhenItIsStated()
    {
        SegmentSet segments = SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", Facts.Orders.AtLeast(1))]);
        using ServiceProvider provider = Built(new ServiceCollection()
            .AddPrivateDomain(static _ => Yuan)
            .AddPrivateDomain("north", _ => Yuan with
            {
                Segments = segments,
                Upkeep = new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m },
            }));
        Assert.Same(segments, provider.GetRequiredKeyedService<SegmentSet>("north"));
        Assert.NotNull(provider.GetKeyedService<Upkeep>("north"));
        Assert.Null(provider.GetKeyedService<MembershipPolicy>("north"));
        Assert.Null(provider.GetService<SegmentSet>());
        Assert.Null(provider.GetService<Upkeep>());
    }

    [Fact]
    public void HostRegisteredBefore_Stays_AndRegisteredAfter_Wins()
    {
        ShopRules own = ShopRules.Create(Dollars);
        using ServiceProvider before = Built(new ServiceCollection().AddSingleton(own).AddPrivateDomain(static _ => Yuan));
        Assert.Same(own, before.GetRequiredService<ShopRules>());
        Assert.Same(own.Shop, before.GetRequiredService<Shop>());
        using ServiceProvider after = Built(new ServiceCollection()
            .AddPrivateDomain(static _ => Yuan).AddPrivateDomain(
                "north", static _ => Yuan).AddSingleton(own).AddKeyedSingleton("north", own));
        Assert.Same(own.Shop, after.GetRequiredService<Shop>());
        Assert.Same(own.Ladder, after.GetRequiredKeyedService<LadderPolicy>("north"));
    }

    [Fact]
    public void CalledTwice_AddsNewShops_AndKeepsTheFirst()
    {
        IServiceCollection services = new ServiceCollection().AddPrivateDomain(static _ => Yuan);
        int once = services.Count;
        services.AddPrivateDomain(static _ => Dollars);
        Assert.Equal(once, services.Count);
        services.AddPrivateDomain("south", static _ => Dollars);
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
        services.AddPrivateDomain(static _ => Yuan);
        _ = before ? services : services.AddSingleton<TimeProvider>(new Stopped());
        using ServiceProvider provider = Built(services);
        Assert.Equal(Noon, provider.GetRequiredService<IClock>().GetCurrentInstant());
    }

    [Fact]
    public void Clock_HostsOwn_Stays_AndWithoutATimeProviderItIsTheSystems()
    {
        IClock own = new TimeProviderClock(new Stopped());
        using ServiceProvider provider = Built(new ServiceCollection().AddSingleton(own).AddPrivateDomain(static _ => Yuan));
        Assert.Same(own, provider.GetRequiredService<IClock>());
        using ServiceProvider plain = Built(new ServiceCollection().AddPrivateDomain(static _ => Yuan));
        Assert.IsType<TimeProviderClock>(plain.GetRequiredService<IClock>());
    }

    /// <summary>What only shows when a part is computed: sums and curves that no number can hold.</summary>
    [Fact]
    public void TryCreate_PartsThatCannotBeComputed_AreMistakesAndNoExceptions()
    {
        ShopOptions options = Yuan with
        {
            Upkeep = new UpkeepFigures
            {
                WagePerYear = Money.Yuan(decimal.MaxValue),
                CustomersPerAdvisor = 1m,
                Content = Money.Yuan(decimal.MaxValue),
            },
            ProductFit = new ProductFitOptions
            {
                AnchorTicket = Money.Yuan(1m),
                Ticket = [new(0, 0), new(1_000_000, 0), new(1_000_000.0625, 1)],
            },
        };
        Assert.False(ShopRules.TryCreate(options, out ShopRules? rules, out ImmutableArray<Mistake> mistakes));
        Assert.Null(rules);
        Assert.Equal(
            ["upkeep.wagePerYear: costs.amounts_too_large", "productFit.ticket: products.too_steep"],
            mistakes.Select(static mistake => $"{mistake.Place}: {mistake.Reason.Code}"));
    }

    [Fact]
    public void AllMistakes_OfAllPolicies_AreReportedTogether_AndNothingIsRegistered()
    {
        var services = new ServiceCollection();
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => services.AddPrivateDomain(" ", static shop => shop with
        {
            PaybackPeriodsMax = 0,
            GroupHealth = shop.GroupHealth with { MembersMin = 0 },
            Trust = null!,
        }));
        Assert.Equal(
            [
                "name: rules.name_empty", "zone: rules.zone_missing", "currency: rules.currency_missing",
                "paybackPeriodsMax: policy.out_of_range",
                "trust: policy.missing", "groupHealth.membersMin: policy.out_of_range",
            ],
            thrown.Mistakes.Select(static mistake => $"{mistake.Place}: {mistake.Reason.Code}"));
        Assert.Empty(services);
    }

    [Fact]
    public void FiguresInAnotherCurrency_AreMistakes_WithTheirPlaces()
    {
        ShopOptions options = Dollars with
        {
            Upkeep = new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m },
            ProductFit = new ProductFitOptions { AnchorTicket = Money.Yuan(100m) },
        };
        Assert.False(ShopRules.TryCreate(options, out ShopRules? rules, out var mistakes));
        Assert.Null(rules);
        Assert.Equal(
            ["upkeep: It is in CNY; USD is needed.", "productFit.anchorTicket: It is in CNY; USD is needed."],
            mistakes.Select(static mistake => mistake.ToString()));
    }

    [Fact]
    public void ADollarShop_IsNotRefusedForAFigureNobodyTyped() => Assert.Equal(Currency.Usd, ShopRules.Create(Dollars).Shop.Currency);

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentNullException>("services", static () => default(IServiceCollection)!.AddPrivateDomain(static _ => Yuan));
        Assert.Throws<ArgumentNullException>("configure", static () => new ServiceCollection().AddPrivateDomain(null!));
        Assert.Throws<ArgumentNullException>("shopName", static () => new ServiceCollection().AddPrivateDomain(null!, static _ => Yuan));
        Assert.Throws<ArgumentNullException>("options", static () => ShopRules.Create(null!));
    }

    private static ServiceProvider Built(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon.ToDateTimeOffset();
    }
}
