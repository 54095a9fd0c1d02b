using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>A rule as queries say it: complements at the leaves only, references put in, "at least 1" and "at least n of n" told apart.
/// </summary>
internal abstract class FilterNode
{
    /// <summary>A comparison, or its complement, which takes in the absent ones.</summary>
    internal sealed class Leaf(SegmentRule rule, Fact fact, bool holds) : FilterNode
    {
        internal SegmentRule Rule => rule;

        internal Fact Fact => fact;

        internal bool Holds => holds;
    }

    /// <summary>All of the parts, or any of them; of none true, or false.</summary>
    internal sealed class Group(bool isAny, ImmutableArray<FilterNode> parts) : FilterNode
    {
        internal bool IsAny => isAny;

        internal ImmutableArray<FilterNode> Parts => parts;
    }

    /// <summary>At least so many of the parts, from 2 to one less than there are, or fewer than so many.</summary>
    internal sealed class Counted(int count, bool holds, ImmutableArray<FilterNode> parts) : FilterNode
    {
        internal int Count => count;

        internal bool Holds => holds;

        internal ImmutableArray<FilterNode> Parts => parts;
    }
}
