using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Outlook;

/// <summary>What the segments of a shop are made of, worked out once for many customers: their conditions, each once, and which segments
/// each condition concerns.</summary>
internal sealed class SegmentPlan
{
    private readonly Dictionary<SegmentRule, int> leaves = [];
    private readonly List<List<int>> users = [];

    internal SegmentPlan(ShopRules rules, Instant asOf)
    {
        Rules = rules;
        Meanings = new FactMeanings(new ShopDays(rules.Shop.Zone).Of(asOf));
        var watched = ImmutableArray.CreateBuilder<int>();
        var leftOut = ImmutableArray.CreateBuilder<Reason>();
        if (rules.Segments is { } set)
        {
            RankedSegments ranked = RankedSegments.Of(set);
            for (int place = 0; place < set.Segments.Length; place++)
            {
                if (ranked.ReasonOf(place) is { } reason)
                {
                    leftOut.Add(reason);
                    continue;
                }

                foreach (int read in set.IsExclusive ? Enumerable.Range(0, place + 1) : [place])
                {
                    Add(set.Segments[read].Rule, watched.Count, set);
                }

                watched.Add(place);
            }
        }

        Watched = watched.DrainToImmutable();
        LeftOut = leftOut.DrainToImmutable();
        Leaves = [.. leaves.Keys];
        Users = [.. users.Select(static each => each.ToImmutableArray())];
        Assessed = [.. Leaves.Select(static leaf => RuleReader.FactOf(leaf) is { } fact
            && (fact.IsAssessed || fact.MadeOf.Any(static part => part.IsAssessed)))];
    }

    internal ShopRules Rules { get; }

    /// <summary>What the facts mean on the day of the instant.</summary>
    internal FactMeanings Meanings { get; }

    /// <summary>The places of the segments that are looked at.</summary>
    internal ImmutableArray<int> Watched { get; }

    internal ImmutableArray<Reason> LeftOut { get; }

    /// <summary>The conditions of all rules, each once.</summary>
    internal ImmutableArray<SegmentRule> Leaves { get; }

    /// <summary>For each condition which of <see cref="Watched"/> it concerns, by place there.</summary>
    internal ImmutableArray<ImmutableArray<int>> Users { get; }

    /// <summary>For each condition whether a policy assesses its fact.</summary>
    internal ImmutableArray<bool> Assessed { get; }

    internal int PlaceOf(SegmentRule leaf) => leaves[leaf];

    private void Add(SegmentRule rule, int user, SegmentSet set)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SegmentRule>([rule]);
        while (open.TryPop(out SegmentRule? next))
        {
            switch (next)
            {
                case GroupRule group:
                    Array.ForEach([.. group.Rules], open.Push);
                    break;
                case NotRule not:
                    open.Push(not.Rule);
                    break;
                case ReferenceRule reference:
                    if (told.Add(reference.Name))
                    {
                        open.Push(set.Segments[set.PlaceOf(reference.Name)].Rule);
                    }

                    break;
                default:
                    if (leaves.TryAdd(next, users.Count))
                    {
                        users.Add([]);
                    }

                    List<int> concerned = users[leaves[next]];
                    if (concerned.Count == 0 || concerned[^1] != user)
                    {
                        concerned.Add(user);
                    }

                    break;
            }
        }
    }
}
