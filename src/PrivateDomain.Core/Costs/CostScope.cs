using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What an acquisition cost counts (成本口径): one month reads 95, 40, 37 or 53 yuan a customer depending on it.</summary>
/// <remarks>Costs of different scopes should not be compared. The default value is <see cref="Unstated"/>, and no cost can be made with
/// it.</remarks>
public enum CostScope
{
    /// <summary>Not stated (未说明).</summary>
    Unstated = 0,

    /// <summary>Only what the acquisition campaign cost (仅引流活动).</summary>
    CampaignOnly = 1,

    /// <summary>All marketing of the period (全部营销).</summary>
    AllMarketing = 2,

    /// <summary>Spend set against the customers it won later (按滞后期调整).</summary>
    Lagged = 3,

    /// <summary>The campaign and the newcomers' onboarding (含新客承接).</summary>
    WithOnboarding = 4,
}

/// <summary>A cost for one person, with what it counts (单位成本).</summary>
/// <remarks>Equality is that of all parts; there is no ordering, since scopes may differ. The default value is no money of no
/// scope.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ScopedCost
{
    internal ScopedCost(Money amount, CostScope scope, Bilingual label)
    {
        Amount = amount;
        Scope = scope;
        Label = label;
    }

    /// <summary>The cost, unrounded.</summary>
    public Money Amount { get; }

    /// <summary>What it counts.</summary>
    public CostScope Scope { get; }

    /// <summary>What it counts in words: the host's, or the name of the scope.</summary>
    public Bilingual Label { get; }

    /// <summary>The cost of a genuine newcomer when some are freeloaders (羊毛党): <c>cost ÷ (1 − f)</c>.</summary>
    /// <param name="freeloaderShare">f, from 0 to 1.</param>
    /// <returns>The cost in the same scope; undefined when f is unknown, outside [0, 1], or 1.</returns>
    public Answer<ScopedCost> Effective(Ratio freeloaderShare)
    {
        (CostScope scope, Bilingual label) = (Scope, Label);
        return AcquisitionCost.EffectiveCost(Amount, freeloaderShare).Then(amount => new ScopedCost(amount, scope, label));
    }
}
