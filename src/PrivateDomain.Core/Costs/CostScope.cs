namespace PrivateDomain.Core.Costs;

/// <summary>What an acquisition cost counts (成本口径): one month reads 95, 40, 37 or 53 depending on it.</summary>
public enum CostScopeKind
{
    /// <summary>Not stated; no cost can be made with it.</summary>
    Unstated,

    /// <summary>Only what the acquisition campaign cost (仅引流活动).</summary>
    CampaignOnly,

    /// <summary>All marketing of the period (全部营销).</summary>
    AllMarketing,

    /// <summary>Spend set against the customers it won later (按滞后期调整).</summary>
    Lagged,

    /// <summary>The campaign and the newcomers' onboarding (含新客承接).</summary>
    WithOnboarding,
}

/// <summary>What a cost counts, with the words for it (成本口径). Every result of the cost carries it.</summary>
/// <remarks>
/// <para>Costs of different scopes should not be compared.</para>
/// <para>Equality is that of the kind and the words; there is no ordering. The default value is unstated, and no cost can be made with it.</para>
/// </remarks>
public readonly record struct CostScope
{
    private CostScope(CostScopeKind kind, Bilingual label)
    {
        Kind = kind;
        Label = label;
    }

    /// <summary>Only what the acquisition campaign cost.</summary>
    public static CostScope CampaignOnly => new(CostScopeKind.CampaignOnly, new Bilingual("campaign only", "仅引流活动"));

    /// <summary>All marketing of the period.</summary>
    public static CostScope AllMarketing => new(CostScopeKind.AllMarketing, new Bilingual("all marketing", "全部营销"));

    /// <summary>Spend set against the customers it won later.</summary>
    public static CostScope Lagged => new(CostScopeKind.Lagged, new Bilingual("adjusted for the lag", "按滞后期调整"));

    /// <summary>The campaign and the newcomers' onboarding.</summary>
    public static CostScope WithOnboarding => new(CostScopeKind.WithOnboarding, new Bilingual("with onboarding", "含新客承接"));

    /// <summary>The kind.</summary>
    public CostScopeKind Kind { get; }

    /// <summary>The words for it, empty when unstated.</summary>
    public Bilingual Label { get; }

    /// <summary>The same kind in the host's own words.</summary>
    /// <param name="label">The words, such as "package cards in May".</param>
    public CostScope Named(Bilingual label) => new(Kind, label);

    /// <summary>The words in English.</summary>
    public override string ToString() => Label.English;
}

/// <summary>A cost for one person, with what it counts (单位成本).</summary>
/// <remarks>Equality is that of both parts; there is no ordering, since scopes may differ. The default value is no money of no scope.</remarks>
public readonly record struct ScopedCost
{
    internal ScopedCost(Money amount, CostScope counts)
    {
        Amount = amount;
        Counts = counts;
    }

    /// <summary>The cost, unrounded.</summary>
    public Money Amount { get; }

    /// <summary>What it counts.</summary>
    public CostScope Counts { get; }

    /// <summary>The cost of a genuine newcomer when some are freeloaders (羊毛党): <c>cost ÷ (1 − f)</c>.</summary>
    /// <param name="freeloaderShare">f, from 0 to 1.</param>
    /// <returns>The cost in the same scope; undefined when f is unknown, outside [0, 1], or 1.</returns>
    public Answer<ScopedCost> Effective(Ratio freeloaderShare)
    {
        CostScope counts = Counts;
        return AcquisitionCost.EffectiveCost(Amount, freeloaderShare).Then(amount => new ScopedCost(amount, counts));
    }
}
