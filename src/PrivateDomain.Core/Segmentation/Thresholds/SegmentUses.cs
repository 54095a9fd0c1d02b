using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>What a changed segment touches.</summary>
internal static class SegmentUses
{
    /// <summary>The places that changed before and now, ascending, with those of the segments that refer to them.</summary>
    internal static ImmutableArray<int> Touched(SegmentSet set, ImmutableArray<int> before, int place)
    {
        var touched = new SortedSet<int>(before) { place };
        ReadOnlySpan<ImmutableArray<int>> references = set.References.AsSpan();
        foreach (int user in set.Order) // a segment comes after those it refers to
        {
            foreach (int reference in references[user])
            {
                if (touched.Contains(reference))
                {
                    touched.Add(user);
                    break;
                }
            }
        }

        return [.. touched];
    }

    /// <summary>Whether a fact is asked for by no rule any more.</summary>
    /// <param name="facts">The facts that were asked for.</param>
    /// <param name="before">The rule that is there no more.</param>
    /// <param name="set">The set with another in its place.</param>
    /// <param name="place">The place: the likeliest to ask for the same facts.</param>
    /// <param name="today">The shop's date.</param>
    internal static bool HasDropped(IEnumerable<Fact> facts, SegmentRule before, SegmentSet set, int place, LocalDate today)
    {
        var gone = new HashSet<Fact>();
        Walk(before, leaf => gone.Add(RuleReader.FactOf(leaf)!));
        gone.IntersectWith(facts);
        for (int i = 0; i < set.Segments.Length && gone.Count > 0; i++)
        {
            Walk(set.Segments[(place + i) % set.Segments.Length].Rule, leaf =>
            {
                if (RuleReader.FactOf(leaf)! is var fact && gone.Contains(fact) && Lowering.Asks(leaf, today))
                {
                    gone.Remove(fact);
                }
            });
        }

        return gone.Count > 0;
    }

    // All leaves but references.
    private static void Walk(SegmentRule rule, Action<SegmentRule> leaf)
    {
        switch (rule)
        {
            case GroupRule group:
                foreach (SegmentRule part in group.Rules)
                {
                    Walk(part, leaf);
                }

                break;
            case NotRule not:
                Walk(not.Rule, leaf);
                break;
            case not ReferenceRule:
                leaf(rule);
                break;
        }
    }
}
