using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Registers what a service may ask for by its type: the rules of a request or unit of work, and each part of them.</summary>
internal static class ShopParts
{
    internal static void Register(IServiceCollection services)
    {
        services.TryAddScoped(static provider => provider.GetRequiredService<ShopRegistry>().Current);
        services.TryAddScoped(static provider => provider.GetRequiredService<ShopSnapshot>().Get(ShopRegistry.DefaultShop));
        services.TryAddKeyedScoped(KeyedService.AnyKey, static (provider, key) =>
            provider.GetRequiredService<ShopSnapshot>().Get(key as string ?? throw new ArgumentException(
                $"The key of a shop's services is its name, a string, but it was {key}.", nameof(key))));
        AddParts(services);
    }

    // Every part that no shop is without. What a shop may be without is asked of the rules, which say whether it is there.
    private static void AddParts(IServiceCollection services)
    {
        Add(services, static rules => rules.Shop);
        Add(services, static rules => rules.ProductFit);
        Add(services, static rules => rules.Gifts);
        Add(services, static rules => rules.Launch);
        Add(services, static rules => rules.Ladder);
        Add(services, static rules => rules.Trust);
        Add(services, static rules => rules.Advisors);
        Add(services, static rules => rules.Needs);
        Add(services, static rules => rules.Profile);
        Add(services, static rules => rules.Rfm);
        Add(services, static rules => rules.KeyCustomers);
        Add(services, static rules => rules.BuyerTraits);
        Add(services, static rules => rules.Research);
        Add(services, static rules => rules.Trials);
        Add(services, static rules => rules.Channels);
        Add(services, static rules => rules.Sms);
        Add(services, static rules => rules.Reception);
        Add(services, static rules => rules.Outreach);
        Add(services, static rules => rules.GroupHealth);
        Add(services, static rules => rules.Rhythm);
        Add(services, static rules => rules.Compliance);
        Add(services, static rules => rules.Ambassadors);
        Add(services, static rules => rules.BodyGroups);
        Add(services, static rules => rules.BrandPersona);
        Add(services, static rules => rules.MembershipReadiness);
        Add(services, static rules => rules.Referrers);
        Add(services, static rules => rules.Referees);
        Add(services, static rules => rules.Growth);
        Add(services, static rules => rules.ReferralReadiness);
        Add(services, static rules => rules.Occasions);
    }

    private static void Add<T>(IServiceCollection services, Func<ShopRules, T> part)
        where T : class
    {
        services.TryAddScoped(provider => part(provider.GetRequiredService<ShopRules>()));
        services.TryAddKeyedScoped(
            KeyedService.AnyKey, (provider, key) => part(provider.GetRequiredKeyedService<ShopRules>(key)));
    }
}
