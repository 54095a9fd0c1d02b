using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>A node: at least <paramref name="Count"/> of the literals hold. With a count of all literals it is a conjunction; a disjunction
/// is the complement of one.</summary>
/// <param name="Count">How many must hold, from 1 to the number of literals.</param>
/// <param name="Inputs">The literals, ascending, no bit twice; at least one. One alone is a copy of it, so that a list of literals can
/// count it twice.</param>
internal readonly record struct LoweredNode(int Count, ImmutableArray<int> Inputs)
{
    /// <summary>Whether all literals must hold.</summary>
    internal bool IsConjunction => Count == Inputs.Length;
}
