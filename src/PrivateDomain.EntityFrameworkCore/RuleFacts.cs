using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>The facts that a rule asks for, those of the segments it refers to included.</summary>
internal static class RuleFacts
{
    internal static HashSet<Fact> Of(SegmentRule rule, SegmentSet? segments)
    {
        var facts = new HashSet<Fact>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Collect(rule);
        return facts;

        void Collect(SegmentRule part)
        {
            switch (part)
            {
                case GroupRule group:
                    foreach (SegmentRule each in group.Rules)
                    {
                        Collect(each);
                    }

                    break;
                case NotRule not:
                    Collect(not.Rule);
                    break;
                case ReferenceRule reference when seen.Add(reference.Name) && segments is not null:
                    Collect(segments.Segments[segments.PlaceOf(reference.Name)].Rule);
                    break;
                default:
                    if (FactOf(part) is { } fact)
                    {
                        facts.Add(fact);
                    }

                    break;
            }
        }
    }

    private static Fact? FactOf(SegmentRule rule) => rule switch
    {
        NumberRule number => number.Fact,
        DateRule date => date.Fact,
        YesNoRule yesNo => yesNo.Fact,
        TextRule text => text.Fact,
        TextSetRule set => set.Fact,
        ChoiceRule choice => choice.Fact,
        KnownRule known => known.Fact,
        _ => null,
    };
}
