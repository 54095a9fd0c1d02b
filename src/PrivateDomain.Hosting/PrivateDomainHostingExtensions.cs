using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting;

/// <summary>Registers shops whose rules a host reads, checks when it starts, and takes again when they change
/// (注册可热更新的店铺规则).</summary>
public static class PrivateDomainHostingExtensions
{
    /// <summary>Registers the shops of a host; the builder names where their rules are.</summary>
    /// <remarks>
    /// <para>Registered as singletons: <see cref="ShopRegistry"/>, <see cref="ShopDecider"/> and an <see cref="IClock"/> of the host's
    /// <see cref="TimeProvider"/>. Scoped: a <see cref="ShopSnapshot"/>, the <see cref="Core.Rules.ShopRules"/> of it and each of their
    /// parts that no shop is without, without a key for the shop named <see cref="ShopRegistry.DefaultShop"/> and with a shop's name as the
    /// key for every other, also for those that come later. So all of a request sees the same rules.</para>
    /// <para>What the host registered before stays. May be called several times; the shops add up.</para>
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <returns>What the shops are added to.</returns>
    /// <exception cref="ArgumentNullException">The services are null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddPrivateDomain()
    ///     .AddShops(builder.Configuration.GetSection("Shops"))
    ///     .AddShopFile("overseas", "overseas.json");
    /// </code>
    /// </example>
    public static ShopsBuilder AddPrivateDomain(this IServiceCollection services)
    {
        Guard.Against.Null(services);
        services.AddOptions<ShopsStart>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopsStart>, ShopsStart.Check>());
        services.TryAddSingleton(static provider => new ShopMeters(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(Registry);
        services.TryAddSingleton(static provider => new ShopDecider(
            provider.GetRequiredService<ShopRegistry>(), provider.GetRequiredService<ShopMeters>(), Logger<ShopDecider>(provider),
            Time(provider)));
        services.TryAddSingleton<IClock>(static provider => Time(provider).ToClock());
        ShopParts.Register(services);
        return new ShopsBuilder(services);
    }

    /// <summary>Registers the host's one shop from a section of the configuration; otherwise as the call without it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section: the members of the document of a shop's rules.</param>
    /// <returns>What further shops are added to.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is a default shop already.</exception>
    public static ShopsBuilder AddPrivateDomain(this IServiceCollection services, IConfigurationSection section)
    {
        Guard.Against.Null(section);
        return services.AddPrivateDomain().AddShop(section);
    }

    private static ShopRegistry Registry(IServiceProvider services)
    {
        IOptionsMonitor<ShopReadingOptions> reading = services.GetRequiredService<IOptionsMonitor<ShopReadingOptions>>();
        ShopMeters meters = services.GetRequiredService<ShopMeters>();
        var told = new ShopsTold(Logger<ShopRegistry>(services), meters);
        var listeners = new ReloadListeners(told.Failed);
        listeners.Add(told.Changed);
        foreach (ListenerRegistration registration in services.GetServices<ListenerRegistration>())
        {
            listeners.Add(registration.Listener);
        }

        var registry = new ShopRegistry(
            services.GetServices<SourceRegistration>().Select(registration => registration.Make(services)),
            reading.Get,
            Time(services),
            listeners);
        ImmutableArray<Mistake> mistakes = registry.Start();
        if (!mistakes.IsEmpty)
        {
            registry.Dispose();
            throw new InputFormatException("rules of the shops", mistakes);
        }

        meters.Observe(registry);
        return registry;
    }

    private static TimeProvider Time(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger<T> Logger<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
