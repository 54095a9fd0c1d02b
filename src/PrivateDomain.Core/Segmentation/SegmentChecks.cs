using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Finds all mistakes of segments together, and the order in which they can be worked out.</summary>
internal sealed class SegmentChecks
{
    private const int NearMax = 1_000; // a suggestion looks at so many names, so that many mistakes stay cheap
    private const int ShownMax = 20;
    private readonly FactSchema schema;
    private readonly ImmutableArray<Segment> segments;
    private readonly PolicyCheck check = new();
    private readonly Dictionary<string, int> places;
    private readonly HashSet<Fact> own = [];
    private readonly List<int>[] references;

    internal SegmentChecks(FactSchema schema, ImmutableArray<Segment> segments)
    {
        this.schema = schema;
        this.segments = segments;
        places = new(segments.Length, StringComparer.Ordinal);
        references = new List<int>[segments.Length];
        check.Needs(segments.Length <= SegmentSet.SegmentsMax, "segments", SegmentationReasons.TooMany, segments.Length,
            SegmentSet.SegmentsMax);
        for (int i = 0; i < segments.Length; i++)
        {
            check.Needs(places.TryAdd(segments[i].Name, i), Path(i), SegmentationReasons.NameTaken, segments[i].Name);
        }

        for (int i = 0; i < segments.Length; i++)
        {
            references[i] = [];
            Check(segments[i].Rule, i, Path(i));
        }

        Order = InOrder();
        Mistakes = check.Mistakes;
    }

    /// <summary>All mistakes, in the order of the segments; circles and depths at the end.</summary>
    internal ImmutableArray<Mistake> Mistakes { get; }

    /// <summary>The places of the segments, each after those it refers to; without meaning where there are mistakes.</summary>
    internal ImmutableArray<int> Order { get; }

    /// <summary>The places of the segments that each refers to; without meaning where there are mistakes.</summary>
    internal ImmutableArray<ImmutableArray<int>> References =>
        [.. references.Select(static one => one.Count == 0 ? ImmutableArray<int>.Empty : [.. one])];

    /// <summary>Whether nothing can be wrong with a rule, whatever the other segments are: it refers to none, and its facts are the
    /// schema's.</summary>
    internal static bool IsPlain(FactSchema schema, SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.All(part => IsPlain(schema, part)),
        NotRule not => IsPlain(schema, not.Rule),
        _ => rule is not ReferenceRule && schema.Has(RuleReader.FactOf(rule)!),
    };

    private static string Path(int place) => FormattableString.Invariant($"segments[{place}]");

    private void Check(SegmentRule rule, int segment, string path)
    {
        switch (rule)
        {
            case GroupRule group:
                for (int i = 0; i < group.Rules.Length; i++)
                {
                    // Paths are made where needed only: most rules have no mistake.
                    if (group.Rules[i] is GroupRule or NotRule || !IsClean(group.Rules[i], segment))
                    {
                        Check(group.Rules[i], segment, RulePath.Below(path, group, i));
                    }
                }

                break;
            case NotRule not:
                Check(not.Rule, segment, RulePath.Below(path, not));
                break;
            default:
                if (!IsClean(rule, segment))
                {
                    Reason mistake = WrongLeaf(rule);
                    check.Needs(condition: false, path, mistake.Definition, mistake.Found, mistake.Required);
                }

                break;
        }
    }

    private Reason WrongLeaf(SegmentRule leaf) => leaf is not ReferenceRule reference
        ? SegmentationReasons.ForeignFact.With(RuleReader.FactOf(leaf)!.Name)
        : NearNames.Of(reference.Name, places.Keys.Take(NearMax)) is [var near, ..]
            ? SegmentationReasons.UnknownSegment.With(reference.Name, near)
            : SegmentationReasons.UnknownSegmentNothingNear.With(reference.Name);

    private bool IsClean(SegmentRule leaf, int segment)
    {
        if (leaf is ReferenceRule reference)
        {
            if (places.TryGetValue(reference.Name, out int place))
            {
                references[segment].Add(place);
                return true;
            }

            return false;
        }

        Fact fact = RuleReader.FactOf(leaf)!;
        if (own.Contains(fact))
        {
            return true;
        }

        return schema.Has(fact) && own.Add(fact);
    }

    // Takes segments whose references are all taken, until none is left (Kahn); what is left then goes round in circles.
    private ImmutableArray<int> InOrder()
    {
        var order = ImmutableArray.CreateBuilder<int>(segments.Length);
        int[] open = new int[segments.Length];
        int[] depth = new int[segments.Length];
        List<int>[] users = [.. segments.Select(static _ => new List<int>())];
        for (int i = 0; i < segments.Length; i++)
        {
            open[i] = references[i].Count;
            references[i].ForEach(target => users[target].Add(i));
        }

        var ready = new Queue<int>(Enumerable.Range(0, segments.Length).Where(i => open[i] == 0));
        while (ready.TryDequeue(out int place))
        {
            order.Add(place);
            foreach (int user in users[place])
            {
                depth[user] = Math.Max(depth[user], depth[place] + 1);
                if (--open[user] == 0)
                {
                    ready.Enqueue(user);
                }
            }
        }

        for (int i = 0; i < segments.Length; i++)
        {
            check.Needs(depth[i] <= SegmentSet.ReferencesDeepMax, Path(i), SegmentationReasons.TooDeep, depth[i],
                SegmentSet.ReferencesDeepMax);
        }

        ReportCircles(open);
        return order.DrainToImmutable();
    }

    // Each circle once: follow the first open reference until a segment comes again.
    private void ReportCircles(int[] open)
    {
        int[] seen = new int[segments.Length];
        for (int start = 0; start < segments.Length; start++)
        {
            var path = new List<int>();
            for (int at = start; open[at] > 0 && seen[at] == 0; at = references[at].First(target => open[target] > 0))
            {
                path.Add(at);
                seen[at] = start + 1;
                int next = references[at].First(target => open[target] > 0);
                if (seen[next] == start + 1)
                {
                    IEnumerable<string> names = path.SkipWhile(place => place != next).Append(next).Select(place => segments[place].Name);
                    check.Needs(condition: false, Path(next), SegmentationReasons.SegmentCycle, string.Join(" → ", names.Take(ShownMax)));
                }
            }
        }
    }
}
