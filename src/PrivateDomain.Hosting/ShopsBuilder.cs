using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting;

/// <summary>Names the places from which a host's shops have their rules (店铺来源配置).</summary>
/// <remarks>A shop has one place: naming it twice is misuse. What is wrong in a place is told when the host starts, all of it, and the host
/// does not start; what becomes wrong later is refused, and the rules in force stay.</remarks>
public sealed class ShopsBuilder
{
    internal ShopsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds the host's one shop, named <see cref="ShopRegistry.DefaultShop"/>, from a section of the configuration.</summary>
    /// <param name="section">The section: the members of the document of a shop's rules. Keys are compared without case.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The section is null.</exception>
    /// <exception cref="ArgumentException">The shop is there already.</exception>
    public ShopsBuilder AddShop(IConfigurationSection section) => AddShop(ShopRegistry.DefaultShop, section);

    /// <summary>Adds a shop from a section of the configuration.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="section">The section: the members of the document of a shop's rules. Keys are compared without case.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the shop is there already.</exception>
    public ShopsBuilder AddShop(string shop, IConfigurationSection section)
    {
        Guard.Against.Null(section);
        return Add(shop, _ => new SectionSource(shop, section));
    }

    /// <summary>Adds a shop whose rules are stated in code.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="options">What the shop decides.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the shop is there already.</exception>
    public ShopsBuilder AddShop(string shop, ShopOptions options)
    {
        Guard.Against.Null(options);
        return Add(shop, _ => new OptionsSource(shop, options));
    }

    /// <summary>Adds a shop for each section below one, named by its key as it is written. Shops that are added there later come, and those
    /// that are taken out go; a section without any is a mistake, and no shop goes for it.</summary>
    /// <param name="section">The section with a section for each shop.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The section is null.</exception>
    public ShopsBuilder AddShops(IConfigurationSection section)
    {
        Guard.Against.Null(section);
        Services.AddSingleton(new SourceRegistration(null, _ => new SectionsSource(section)));
        return this;
    }

    /// <summary>Adds a shop from a JSON file, the document that <see cref="ShopOptionsJson"/> reads.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="path">The file's path below the provider's root.</param>
    /// <param name="files">What reads and watches files; null: the host's content root.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The name or the path is null.</exception>
    /// <exception cref="ArgumentException">The name or the path is empty, or the shop is there already.</exception>
    public ShopsBuilder AddShopFile(string shop, string path, IFileProvider? files = null)
    {
        Guard.Against.NullOrWhiteSpace(path);
        return Add(shop, services => new FileSource(
            shop,
            path,
            files ?? services.GetService<IHostEnvironment>()?.ContentRootFileProvider ?? throw new InvalidOperationException(
                $"The file \"{path}\" of the shop \"{shop}\" needs a host with a content root, or a file provider of its own."),
            services.GetRequiredService<IOptionsMonitor<ShopReadingOptions>>().Get(shop).FileDelay));
    }

    /// <summary>States how the rules of all shops are read.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public ShopsBuilder Configure(Action<ShopReadingOptions> configure)
    {
        Services.ConfigureAll(Guard.Against.Null(configure));
        return this;
    }

    /// <summary>States how the rules of one shop are read.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ShopsBuilder Configure(string shop, Action<ShopReadingOptions> configure)
    {
        Services.Configure(Guard.Against.Null(shop), Guard.Against.Null(configure));
        return this;
    }

    /// <summary>Has every change of a shop's rules told, refused ones too, and the first rules at the start; as
    /// <see cref="ShopRegistry.OnReload"/> does.</summary>
    /// <param name="listener">What is called.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The listener is null.</exception>
    public ShopsBuilder OnReload(Action<ShopReload> listener)
    {
        Services.AddSingleton(new ListenerRegistration(Guard.Against.Null(listener)));
        return this;
    }

    private ShopsBuilder Add(string shop, Func<IServiceProvider, IShopSource> make)
    {
        Guard.Against.NullOrWhiteSpace(shop);
        if (Services.Any(service => !service.IsKeyedService
            && service.ImplementationInstance is SourceRegistration other && string.Equals(other.Shop, shop, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The shop \"{shop}\" is there already.", nameof(shop));
        }

        Services.AddSingleton(new SourceRegistration(shop, make));
        return this;
    }
}
