using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>Registers shops' rules with a host's container (注册店铺规则). Everything registered can also be made without one.</summary>
public static class PrivateDomainServiceCollectionExtensions
{
    /// <summary>Registers the rules of the host's one shop: as singletons, <see cref="ShopRules"/>, each of its parts (the
    /// <see cref="Shop"/>, its policies), and an
    /// <see cref="IClock"/>.</summary>
    /// <remarks>
    /// <para>What the host registered before stays, and what it registers or replaces later wins: a second call for the same shop changes
    /// nothing. The parts are read
    /// from the rules when they are resolved: whoever replaces the rules replaces them all. What a shop may be without (upkeep, tiers,
    /// segments) can be resolved only
    /// when it is stated.</para>
    /// <para>The clock is that of the host's <see cref="TimeProvider"/> when the host
    /// has registered one, before or after, and the system's otherwise.</para>
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Gives the shop's options, from the default ones.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">The services or the options are null.</exception>
    /// <exception cref="InvalidPolicyException">The options are wrong; all mistakes are named, and nothing is registered.</exception>
    /// <example>
    /// <code>
    /// services.AddPrivateDomain(shop =&gt; shop with { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny });
    /// </code>
    /// </example>
    public static IServiceCollection AddPrivateDomain(
        this IServiceCollection services, Func<ShopOptions, ShopOptions> configure) =>
        Add(services, null, configure);

    /// <summary>Registers the rules of a shop under its name, which is the key of all its services; otherwise as for the one
    /// shop.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="shopName">The shop's name, compared letter by letter.</param>
    /// <param name="configure">Gives the shop's options, from the default ones.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">The services, the name or the options are null.</exception>
    /// <exception cref="InvalidPolicyException">The name is empty or the options are wrong; all mistakes are named, and nothing is
    /// registered.</exception>
    public static IServiceCollection AddPrivateDomain(
        this IServiceCollection services, string shopName, Func<ShopOptions, ShopOptions> configure) =>
        Add(services, Guard.Against.Null(shopName), configure);

    private static IServiceCollection Add(
        IServiceCollection services, string? shopName, Func<ShopOptions, ShopOptions> configure)
    {
        Guard.Against.Null(services);
        ShopOptions options = Guard.Against.Null(configure)(new ShopOptions());
        bool isNamed = shopName is null || !string.IsNullOrWhiteSpace(shopName);
        if (!ShopRules.TryCreate(options, out ShopRules? rules, out ImmutableArray<Mistake> mistakes) || !isNamed)
        {
            throw new InvalidPolicyException(
                shopName is null ? "shop" : $"shop {Quoted.Of(shopName)}",
                isNamed ? mistakes : [new Mistake("name", RulesReasons.NameEmpty.With()), .. mistakes]);
        }

        services.TryAdd(new ServiceDescriptor(typeof(ShopRules), shopName, rules));
        foreach (RulesPart part in ShopRules.Parts.Where(part => part.Of(rules) is not null))
        {
            services.TryAdd(shopName is null
                ? ServiceDescriptor.Singleton(part.Type, provider => part.Of(provider.GetRequiredService<ShopRules>())!)
                : ServiceDescriptor.KeyedSingleton(
                    part.Type, shopName, (provider, key) => part.Of(provider.GetRequiredKeyedService<ShopRules>(key))!));
        }

        services.TryAddSingleton<IClock>(
            static provider => new TimeProviderClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }
}
