using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Outlook;

/// <summary>One customer's way through the segments: of each condition the instants at which it can change are worked out and read; a
/// segment is asked again where one of its conditions does change.</summary>
internal sealed class SegmentPath
{
    private readonly SegmentPlan plan;
    private readonly Func<FactValues, FactValues>? ownFacts;
    private readonly CustomerHistory history;
    private readonly CustomerFacts now;
    private readonly Truth[] truths;
    private readonly Dictionary<Instant, FactValues> plain = [];
    private readonly Dictionary<Instant, FactValues> assessed = [];
    private readonly Dictionary<string, Truth> told = new(StringComparer.Ordinal);

    internal SegmentPath(SegmentPlan plan, CustomerHistory history, Instant asOf, Func<FactValues, FactValues>? ownFacts)
    {
        this.plan = plan;
        this.ownFacts = ownFacts;
        this.history = OutlookWatches.UpTo(asOf, history, plan.Rules.Shop, nameof(history));
        now = this.history.FactsAt(asOf, plan.Rules.Shop);
        truths = new Truth[plan.Leaves.Length];
    }

    internal void WalkTo(Instant horizon, SegmentFlow.FlowTally[] flows)
    {
        var flips = new List<(Instant At, int Leaf, Truth Truth)>();
        for (int leaf = 0; leaf < truths.Length; leaf++)
        {
            truths[leaf] = Read(leaf, now.AsOf);
            AddFlips(flips, leaf, horizon);
        }

        var said = new Truth[flows.Length];
        for (int i = 0; i < flows.Length; i++)
        {
            said[i] = TruthOf(i);
            flows[i].Start(said[i]);
        }

        foreach (IGrouping<Instant, (Instant At, int Leaf, Truth Truth)> at in flips.GroupBy(static flip => flip.At)
            .OrderBy(static group => group.Key))
        {
            told.Clear();
            var concerned = new SortedSet<int>();
            foreach ((_, int leaf, Truth truth) in at)
            {
                truths[leaf] = truth;
                concerned.UnionWith(plan.Users[leaf]);
            }

            foreach (int i in concerned)
            {
                Truth then = TruthOf(i);
                if (then != said[i])
                {
                    flows[i].Changes.Add(new(at.Key, history.Customer, said[i], then));
                    said[i] = then;
                }
            }
        }
    }

    private void AddFlips(List<(Instant At, int Leaf, Truth Truth)> flips, int leaf, Instant horizon)
    {
        Instant[] instants = MayChangeAt(leaf, horizon);
        Truth last = truths[leaf];
        if (instants.Length > 1 && SegmentTimes.IsSteady(plan.Leaves[leaf], now, plan.Meanings))
        {
            Truth end = Read(leaf, instants[^1]);
            if (end != last)
            {
                flips.Add((instants[FirstWith(end, leaf, instants)], leaf, end));
            }

            return;
        }

        foreach (Instant at in instants)
        {
            Truth truth = Read(leaf, at);
            if (truth != last)
            {
                flips.Add((at, leaf, truth));
                last = truth;
            }
        }
    }

    // What is steady changes once at most: by halving.
    private int FirstWith(Truth end, int leaf, Instant[] instants)
    {
        (int without, int with) = (-1, instants.Length - 1);
        while (with - without > 1)
        {
            int middle = (without + with) / 2;
            (without, with) = Read(leaf, instants[middle]) == end ? (without, middle) : (middle, with);
        }

        return with;
    }

    private Instant[] MayChangeAt(int leaf, Instant horizon)
    {
        var times = new SegmentTimes(now, ValuesAt(now.AsOf, plan.Assessed[leaf]), plan.Meanings);
        times.Add(plan.Leaves[leaf]);
        DateTimeZone zone = plan.Rules.Shop.Zone;
        IEnumerable<Instant> instants = OutlookWatches.Beginnings(times.DaysTo(new ShopDays(zone).Of(horizon)), zone)
            .Concat(times.TrustLevels.Select(level => Forecasts.FirstNot(at => TrustAt(at) >= level, now.AsOf, horizon)).OfType<Instant>());
        if (times.AsksForStage)
        {
            RelationshipFacts evidence = RelationshipFacts.From(now);
            instants = instants.Concat(OutlookWatches.Ages(plan.Rules.Ladder, evidence));
        }

        return [.. instants.Where(at => at > now.AsOf && at <= horizon).Distinct().Order()];
    }

    private double? TrustAt(Instant at) =>
        plan.Rules.Trust.Assess(RelationshipFacts.From(history.FactsAt(at, plan.Rules.Shop))).Trust?.Value;

    private Truth Read(int leaf, Instant at) => new RuleReader(ValuesAt(at, plan.Assessed[leaf]), null).Read(plan.Leaves[leaf]);

    // Stage and trust are assessed only where a condition asks for them.
    private FactValues ValuesAt(Instant at, bool isAssessed)
    {
        Dictionary<Instant, FactValues> known = isAssessed ? assessed : plain;
        if (!known.TryGetValue(at, out FactValues? values))
        {
            CustomerFacts then = at == now.AsOf ? now : history.FactsAt(at, plan.Rules.Shop);
            values = isAssessed ? plan.Rules.ValuesOf(then) : FactValues.From(then);
            values = ownFacts?.Invoke(values) ?? values;
            known.Add(at, values);
        }

        return values;
    }

    private Truth TruthOf(int watched) => OutlookWatches.TruthIn(plan.Rules.Segments!, plan.Watched[watched], TruthOf);

    private Truth TruthOf(SegmentRule rule)
    {
        switch (rule)
        {
            case GroupRule group:
                return RuleReader.Read(group, [.. group.Rules.Select(TruthOf)]);
            case NotRule not:
                return RuleReader.Not(TruthOf(not.Rule));
            case ReferenceRule reference:
                if (!told.TryGetValue(reference.Name, out Truth truth))
                {
                    truth = TruthOf(plan.Rules.Segments!.Segments[plan.Rules.Segments.PlaceOf(reference.Name)].Rule);
                    told.Add(reference.Name, truth);
                }

                return truth;
            default:
                return truths[plan.PlaceOf(rule)];
        }
    }
}
