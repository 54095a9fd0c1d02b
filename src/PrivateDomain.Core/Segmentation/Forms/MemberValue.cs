namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>The value of a member of a rule; what has another type has been reported.</summary>
internal readonly record struct MemberValue
{
    internal long Place { get; init; }

    internal double? Number { get; init; }

    internal string? Text { get; init; }

    internal List<(long Place, string? Text)>? Texts { get; init; }

    internal List<SegmentRule?>? Rules { get; init; }
}
