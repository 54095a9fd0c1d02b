using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>Registers shops' rules with a host's container (注册店铺规则). Everything registered can also be made without one.</summary>
public static class PrivateDomainServiceCollectionExtensions
{
    /// <summary>Registers, as singletons, the <see cref="ShopRules"/> of every shop, each of its parts (the <see cref="Shop"/>, its policies), and an <see cref="IClock"/>.</summary>
    /// <remarks>
    /// <para>The shop without a name is registered without a key, every other with its name as the key.</para>
    /// <para>What the host registered before stays, and what it registers or replaces later wins. So in a second call, shops of new names are added and a shop
    /// that is registered already stays as it was, whatever the second call says of it. The parts of a shop are read from its rules as they are
    /// when resolved: whoever replaces the rules replaces them all.</para>
    /// <para>The clock is that of the host's <see cref="TimeProvider"/> when the host has registered one, before or after, and the system's otherwise.</para>
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Describes the shops.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidPolicyException">A description is wrong; all mistakes of all shops are reported, and nothing is registered.</exception>
    public static IServiceCollection AddPrivateDomain(this IServiceCollection services, Action<PrivateDomainBuilder> configure)
    {
        Guard.Against.Null(services);
        var builder = new PrivateDomainBuilder();
        Guard.Against.Null(configure)(builder);
        foreach ((string? name, ShopRules rules) in builder.Build())
        {
            services.TryAdd(new ServiceDescriptor(typeof(ShopRules), name, rules));
            services.TryAddPart(name, static rules => rules.Shop);
            services.TryAddPart(name, static rules => rules.ProductFit);
            services.TryAddPart(name, static rules => rules.Ladder);
            services.TryAddPart(name, static rules => rules.Trust);
            services.TryAddPart(name, static rules => rules.Advisors);
            services.TryAddPart(name, static rules => rules.Rfm);
            services.TryAddPart(name, static rules => rules.Personas);
            services.TryAddPart(name, static rules => rules.Research);
            services.TryAddPart(name, static rules => rules.Channels);
            services.TryAddPart(name, static rules => rules.Sms);
            services.TryAddPart(name, static rules => rules.Reception);
            services.TryAddPart(name, static rules => rules.Outreach);
            services.TryAddPart(name, static rules => rules.GroupHealth);
            services.TryAddPart(name, static rules => rules.Rhythm);
            services.TryAddPart(name, static rules => rules.Compliance);
            services.TryAddPart(name, static rules => rules.Ambassadors);
            services.TryAddPart(name, static rules => rules.Occasions);
            services.TryAddPart(name, static rules => rules.PersonaAccount);
            services.TryAddPart(name, static rules => rules.MembershipReadiness);
            services.TryAddPart(name, static rules => rules.ReferralReadiness);
            services.TryAddPart(name, static rules => rules.Referrers);
            services.TryAddPart(name, static rules => rules.Referees);
            services.TryAddPart(name, static rules => rules.Growth);
            services.TryAddPartIf(rules.Upkeep is not null, name, static rules => rules.Upkeep!);
            services.TryAddPartIf(rules.Membership is not null, name, static rules => rules.Membership!);
            services.TryAddPartIf(rules.Segments is not null, name, static rules => rules.Segments!);
        }

        services.TryAddSingleton<IClock>(static provider => new TimeProviderClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }

    // A null key registers without a key.
    private static void TryAddPart<T>(this IServiceCollection services, string? name, Func<ShopRules, T> part)
        where T : class =>
        services.TryAdd(name is null
            ? ServiceDescriptor.Singleton(provider => part(provider.GetRequiredService<ShopRules>()))
            : ServiceDescriptor.KeyedSingleton(name, (provider, key) => part(provider.GetRequiredKeyedService<ShopRules>(key))));

    // What a shop may be without is there to be resolved only when it is stated.
    private static void TryAddPartIf<T>(this IServiceCollection services, bool isStated, string? name, Func<ShopRules, T> part)
        where T : class
    {
        if (isStated)
        {
            services.TryAddPart(name, part);
        }
    }
}
