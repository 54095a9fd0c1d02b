using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>The facts that a rule without references asks for.</summary>
internal static class RuleFacts
{
    internal static HashSet<Fact> Of(SegmentRule rule) => [.. Each(rule)];

    private static IEnumerable<Fact> Each(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.SelectMany(Each),
        NotRule not => Each(not.Rule),
        NumberRule number => [number.Fact],
        DateRule date => [date.Fact],
        YesNoRule yesNo => [yesNo.Fact],
        TextRule text => [text.Fact],
        TextSetRule set => [set.Fact],
        ChoiceRule choice => [choice.Fact],
        KnownRule known => [known.Fact],
        _ => [],
    };
}
