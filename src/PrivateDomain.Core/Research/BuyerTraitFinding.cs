using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>What repeat buyers have in common as to one trait (用户画像结论).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record BuyerTraitFinding
{
    internal BuyerTraitFinding(string trait, SampleShare repeatBuyers, SampleShare others, ImmutableArray<Reason> warnings)
    {
        Trait = trait;
        RepeatBuyers = repeatBuyers;
        Others = others;
        Warnings = warnings;
    }

    /// <summary>The trait's name.</summary>
    public string Trait { get; }

    /// <summary>The share among repeat buyers.</summary>
    public SampleShare RepeatBuyers { get; }

    /// <summary>The share among the rest.</summary>
    public SampleShare Others { get; }

    /// <summary>How many times as frequent it is among repeat buyers as among the rest (提升度); unknown when nobody answered, or none of
    /// the rest has it.</summary>
    public Ratio Lift =>
        RepeatBuyers.Share.IsKnown && Others.Share.IsKnown ? Ratio.From(RepeatBuyers.Share.Value, Others.Share.Value) : Ratio.Unknown;

    /// <summary>The share among repeat buyers less the share among the rest; unknown when nobody answered on a side.</summary>
    public Ratio Difference =>
        RepeatBuyers.Share.IsKnown && Others.Share.IsKnown ? Ratio.From(RepeatBuyers.Share.Value - Others.Share.Value) : Ratio.Unknown;

    /// <summary>Why not to rely on it, the most important first: too few answers, or intervals that overlap. Empty when there is nothing
    /// against it.</summary>
    public ImmutableArray<Reason> Warnings { get; }

    /// <inheritdoc/>
    public bool Equals(BuyerTraitFinding? other) =>
        other is not null && string.Equals(Trait, other.Trait, StringComparison.Ordinal) && RepeatBuyers == other.RepeatBuyers
            && Others == other.Others &&
        Contents.Equal(Warnings, other.Warnings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Trait), RepeatBuyers, Others);
}
