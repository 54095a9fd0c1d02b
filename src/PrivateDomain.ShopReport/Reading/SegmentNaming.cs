using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Calls segments by their name in the language of the report, in references too.</summary>
internal static class SegmentNaming
{
    /// <summary>The set with the other names where they are of the language; as it was where they cannot be names, or are there
    /// twice.</summary>
    public static SegmentSet In(Language language, SegmentSet set, IReadOnlyDictionary<string, string> others)
    {
        bool isChinese = language == Language.SimplifiedChinese;
        string NameOf(string name) =>
            others.TryGetValue(name, out string? other) && IsChinese(name) != isChinese ? other : name;
        return SegmentSet.TryFrom(
            set.Schema, set.Segments.Select(each => new Segment(NameOf(each.Name), Named(each.Rule, NameOf), each.Version)),
            set.IsExclusive, out SegmentSet? named, out _)
            ? named
            : set;
    }

    private static SegmentRule Named(SegmentRule rule, Func<string, string> nameOf) => rule switch
    {
        ReferenceRule reference => SegmentRule.InSegment(nameOf(reference.Name)),
        NotRule not => !Named(not.Rule, nameOf),
        GroupRule group => Group(group, [.. group.Rules.Select(part => Named(part, nameOf))]),
        _ => rule,
    };

    private static SegmentRule Group(GroupRule group, SegmentRule[] parts) => group.Operator switch
    {
        GroupOperator.AllOf => SegmentRule.AllOf(parts),
        GroupOperator.AnyOf => SegmentRule.AnyOf(parts),
        GroupOperator.NoneOf => SegmentRule.NoneOf(parts),
        _ => SegmentRule.AtLeastOf(group.Count, parts),
    };

    private static bool IsChinese(string text) => text.Any(static letter => letter is >= '\u3400' and <= '\u9FFF');
}
