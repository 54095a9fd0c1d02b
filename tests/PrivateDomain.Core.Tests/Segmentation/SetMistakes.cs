using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>What is wrong with segments together.</summary>
internal static class SetMistakes
{
    internal static ImmutableArray<Mistake> Of(FactSchema schema, IEnumerable<Segment> segments)
    {
        bool isSet = SegmentSet.TryFrom(schema, segments, isExclusive: false, out SegmentSet? set, out ImmutableArray<Mistake> mistakes);
        Assert.Equal(isSet, mistakes.IsEmpty);
        Assert.Equal(isSet, set is not null);
        return mistakes;
    }
}
