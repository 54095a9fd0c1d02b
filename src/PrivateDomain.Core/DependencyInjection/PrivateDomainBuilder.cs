using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>Describes the shops that a host serves (店铺配置): one without a name, any number with names, or both.</summary>
public sealed class PrivateDomainBuilder
{
    private static readonly Bilingual NoName = new("without a name", "（未命名）");
    private readonly List<(string? Name, ShopRulesBuilder Rules)> shops = [];

    internal PrivateDomainBuilder()
    {
    }

    /// <summary>Describes the shop without a name: its rules are resolved without a key.</summary>
    /// <param name="configure">Describes its rules.</param>
    /// <exception cref="ArgumentNullException">The description is null.</exception>
    public PrivateDomainBuilder AddShop(Action<ShopRulesBuilder> configure) => Add(null, configure);

    /// <summary>Describes a shop with a name: its rules are resolved with the name as their key.</summary>
    /// <param name="name">The name, compared letter by letter; an empty one is reported with all other mistakes.</param>
    /// <param name="configure">Describes its rules.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PrivateDomainBuilder AddShop(string name, Action<ShopRulesBuilder> configure) => Add(Guard.Against.Null(name), configure);

    /// <summary>The rules by the names of their shops, null for the shop without a name.</summary>
    /// <exception cref="InvalidPolicyException">Anything is wrong; all mistakes of all shops are reported.</exception>
    internal IEnumerable<(string? Name, ShopRules Rules)> Build()
    {
        PolicyCheck check = new PolicyCheck().Needs(shops.Count > 0, "shops", RulesReasons.NoShop, found: shops.Count, required: 1);
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        foreach ((string? name, ShopRulesBuilder rules) in shops)
        {
            string path = name is null ? "shop" : $"shops[{name}]";
            check
                .Needs(name is null || !string.IsNullOrWhiteSpace(name), path, RulesReasons.NameEmpty)
                .Needs(seen.Add(name), path, RulesReasons.ShopTwice, found: name is null ? NoName : (ReasonValue)name)
                .Include(path, rules.Check().Mistakes);
        }

        check.ThrowIfAny("private domain");
        return shops.Select(static shop => (shop.Name, shop.Rules.Build()));
    }

    private PrivateDomainBuilder Add(string? name, Action<ShopRulesBuilder> configure)
    {
        var rules = new ShopRulesBuilder();
        Guard.Against.Null(configure)(rules);
        shops.Add((name, rules));
        return this;
    }
}
