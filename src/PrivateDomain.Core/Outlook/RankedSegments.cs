using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Outlook;

/// <summary>Which segments of a set depend on ranks among customers, which one customer does not tell.</summary>
internal sealed class RankedSegments
{
    private readonly SegmentSet set;
    private readonly bool[] isRanked;

    private RankedSegments(SegmentSet set)
    {
        this.set = set;
        isRanked = new bool[set.Segments.Length];
        foreach (int place in set.Order)
        {
            isRanked[place] = AsksForRanks(set.Segments[place].Rule);
        }

        for (int place = 1; place < isRanked.Length && set.IsExclusive; place++)
        {
            isRanked[place] |= isRanked[place - 1]; // who is in a later tier depends on the earlier ones
        }
    }

    internal static RankedSegments Of(SegmentSet set) => new(set);

    /// <summary>Why a segment is left out; null where it is not.</summary>
    internal Reason? ReasonOf(int place) => isRanked[place]
        ? OutlookReasons.RanksLeftOut.With(set.Segments[place].Name, new Bilingual("an RFM score", "RFM 得分"))
        : null;

    // References are to segments that were looked at before, in the set's order.
    private bool AsksForRanks(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.Any(AsksForRanks),
        NotRule not => AsksForRanks(not.Rule),
        ReferenceRule reference => isRanked[set.PlaceOf(reference.Name)],
        _ => RuleReader.FactOf(rule) is { } fact && (FactsOfRfm.All.Contains(fact) || fact.MadeOf.Any(FactsOfRfm.All.Contains)),
    };
}
