using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>Short ways for tests that chain.</summary>
internal static class SegmentSetExtensions
{
    internal static PreparedSegments Prepare(this SegmentSet set, LocalDate today) => PreparedSegments.From(set, today);
}
