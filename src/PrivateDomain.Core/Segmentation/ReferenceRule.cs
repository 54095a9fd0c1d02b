using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Membership in another segment, by name (引用规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class ReferenceRule : SegmentRule
{
    internal ReferenceRule(string name)
        : base(StringComparer.Ordinal.GetHashCode(IdentifierText.Check(name))) =>
        Name = name;

    /// <summary>The name of the segment.</summary>
    public string Name { get; }

    private protected override bool Same(SegmentRule other) =>
        other is ReferenceRule reference && string.Equals(Name, reference.Name, StringComparison.Ordinal);
}
