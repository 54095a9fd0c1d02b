using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>One fact with all that rules ask of it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="FirstBit">Its first bit.</param>
/// <param name="Thresholds">Of a number, a date (days since 1970-01-01), a yes or no (1 and 0) or a level (its place): bit i is "value
/// &gt;= threshold i", ascending. Negative infinity asks
/// whether the value is known, positive infinity whether it is folded; a folded value is above every number, and an absent one (NaN) has no
/// bit.</param>
/// <param name="Texts">Of a text or a set of texts: bit 0 is "known", bit 1 + i is "is or contains text i", ordinal.</param>
/// <param name="FoldsText">Of a text or a set of texts: whether a last bit is "folded".</param>
internal sealed record LoweredInput(Fact Fact, int FirstBit, ImmutableArray<double> Thresholds, ImmutableArray<string> Texts,
    bool FoldsText)
{
    /// <summary>Whether the fact is a text or a set of texts.</summary>
    internal bool IsText => Fact.Kind is FactKind.Text or FactKind.TextSet;

    /// <summary>How many bits it has.</summary>
    internal int BitCount => IsText ? Texts.Length + 1 + (FoldsText ? 1 : 0) : Thresholds.Length;
}
