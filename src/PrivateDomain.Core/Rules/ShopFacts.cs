using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Rules;

/// <summary>The facts that a shop's segments may ask for, of all rooms together (店铺事实表).</summary>
public static class ShopFacts
{
    /// <summary>The facts of histories, relationships and RFM; a host adds its own: <c>ShopFacts.Schema.With(tier)</c>.</summary>
    public static FactSchema Schema { get; } = FactSchema.BuiltIn.With([.. FactsOfRelationship.All, .. FactsOfRfm.All]);
}
