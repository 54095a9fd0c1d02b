using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Answers about all customers that there can be (规则分析): whether a rule can match, how two rules stand to each other, and whom
/// a change touches. No customer is needed.</summary>
/// <remarks>
/// <para>Customers of whom facts are not known count too. A "never" rests on conditions that every customer fulfils: counts of one
/// behaviour nest with their windows, a last day needs a count of 1, the first is not after the last, a ratio agrees with its parts, who is
/// reachable is linked. What is claimed possible is shown by a witness whom the plain reading of the rules confirms; facts of history come
/// from a history that was made. Whatever is neither, and whatever takes more than a bounded effort, is not decided.</para>
/// <para>Facts that a policy assesses, such as the stage, hang together with the history: give the reader that assesses them, or what they
/// depend on is not decided.</para>
/// <para>Rules are asked about on one day of the shop. Immutable, so any number of threads may use it.</para>
/// </remarks>
/// <example>
/// <code>
/// var analysis = RuleAnalysis.From(shop, new LocalDate(2026, 3, 2));
/// RuleAssessment sleeping = analysis.Assess(Facts.Orders.EqualTo(0) &amp; Facts.LastOrder.WithinDays(30));
/// // sleeping.Reach is RuleReach.Never, and sleeping.Contradiction names both parts
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleAnalysis
{
    /// <summary>The greatest number of segments of a set that are compared with each other.</summary>
    public const int ComparedMax = 60;

    private const int PartsMax = 12; // a longer sentence helps nobody
    private readonly Shop shop;
    private readonly LocalDate today;
    private readonly SegmentSet? segments;
    private readonly Func<CustomerFacts, FactValues>? read;
    private readonly ImmutableArray<SegmentRule> laws;

    private RuleAnalysis(
        Shop shop, LocalDate today, SegmentSet? segments, Func<CustomerFacts, FactValues>? read, ImmutableArray<SegmentRule> laws) =>
        (this.shop, this.today, this.segments, this.read, this.laws) = (shop, today, segments, read, laws);

    /// <summary>An analysis for a shop's day.</summary>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <param name="today">The shop's ISO date, on which relative rules depend.</param>
    /// <param name="segments">The segments that rules may refer to; null for none.</param>
    /// <param name="read">Reads the values of a customer, with those that policies assess: such as
    /// <c>facts => FactValues.From(facts).With(ladder.Assess(RelationshipFacts.From(facts)))</c>. Null: only histories are read. It must be
    /// a pure function that gives the facts' own day.</param>
    /// <param name="laws">Rules that hold of every customer, such as those of a ladder; null for none. They are taken as true.</param>
    /// <exception cref="ArgumentNullException">The shop or a law is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static RuleAnalysis From(
        Shop shop, LocalDate today, SegmentSet? segments = null, Func<CustomerFacts, FactValues>? read = null,
        IEnumerable<SegmentRule>? laws = null) =>
        new(Guard.Against.Null(shop), DateRule.CheckToday(today), segments, read,
            [.. (laws ?? []).Select(static law => Guard.Against.Null(law, nameof(laws)))]);

    /// <summary>Whether a rule can match, and whether it can fail.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="InvalidOperationException">The rule refers to a segment that is not there.</exception>
    public RuleAssessment Assess(SegmentRule rule)
    {
        Guard.Against.Null(rule);
        Posed? posed = Pose([rule]);
        (bool? can, RuleWitness? holds) = Can(posed, true);
        (bool? fails, RuleWitness? other) = Can(posed, false);
        RuleReach reach = (can, fails) switch
        {
            (false, _) => RuleReach.Never,
            (_, false) => RuleReach.Always,
            (true, true) => RuleReach.Sometimes,
            _ => RuleReach.NotDecided,
        };
        return new(reach, holds, other, reach == RuleReach.Never ? ContradictionIn(rule) : []);
    }

    /// <summary>How the customers of two rules stand to each other.</summary>
    /// <param name="first">The first rule.</param>
    /// <param name="second">The second rule.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="InvalidOperationException">A rule refers to a segment that is not there.</exception>
    public RuleComparison Assess(SegmentRule first, SegmentRule second)
    {
        Guard.Against.Null(first);
        Guard.Against.Null(second);
        Posed? posed = Pose([first, second]);
        (bool? onlyFirst, RuleWitness? one) = Can(posed, true, false);
        (bool? onlySecond, RuleWitness? other) = Can(posed, false, true);
        (bool? both, RuleWitness? shared) = Can(posed, true, true);
        RuleRelation relation = (onlyFirst, onlySecond, both) switch
        {
            (false, false, _) => RuleRelation.Same,
            (_, _, false) => RuleRelation.Disjoint,
            (false, _, _) => RuleRelation.Contained,
            (_, false, _) => RuleRelation.Contains,
            (true, true, true) => RuleRelation.Overlapping,
            _ => RuleRelation.NotDecided,
        };
        return new(relation, shared, one, other);
    }

    /// <summary>Who comes in and who goes out when a rule takes the place of another.</summary>
    /// <param name="before">The rule until now.</param>
    /// <param name="after">The rule from now on.</param>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="InvalidOperationException">A rule refers to a segment that is not there.</exception>
    public RuleDifference Explain(SegmentRule before, SegmentRule after) =>
        new(PartOf(Guard.Against.Null(after), Guard.Against.Null(before)), PartOf(before, after));

    /// <summary>What is odd about the segments of a set: a segment that nobody or everybody is in, that the tiers before it leave nobody
    /// for, that is another one in disguise or, without asking for it, within another. Hints, not mistakes; what is not decided is not
    /// told.</summary>
    /// <param name="set">The set; rules are read within it.</param>
    /// <returns>The hints, in the order of the segments, each with the place of its segment.</returns>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    public ImmutableArray<Mistake> HintsFor(SegmentSet set)
    {
        var within = new RuleAnalysis(shop, today, Guard.Against.Null(set), read, laws);
        var hints = ImmutableArray.CreateBuilder<Mistake>();
        var odd = new HashSet<int>();
        for (int i = 0; i < set.Segments.Length; i++)
        {
            if (within.HintOf(set, i) is { } hint)
            {
                hints.Add(new Mistake(FormattableString.Invariant($"segments[{i}]"), hint));
                odd.Add(i);
            }
        }

        if (set.Segments.Length > ComparedMax)
        {
            hints.Add(new Mistake("segments", AnalysisReasons.TooManyPairs.With(set.Segments.Length, ComparedMax)));
            return hints.DrainToImmutable();
        }

        for (int i = 0; i < set.Segments.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!odd.Contains(i) && !odd.Contains(j) && within.HintOf(set, j, i) is { } hint)
                {
                    hints.Add(new Mistake(FormattableString.Invariant($"segments[{i}]"), hint));
                }
            }
        }

        return hints.DrainToImmutable();
    }

    private Reason? HintOf(SegmentSet set, int place)
    {
        Segment segment = set.Segments[place];
        if (Can([segment.Rule], []).Can == false)
        {
            return AnalysisReasons.Never.With(
                segment.Name, Forms.SegmentSentence.Of(SegmentRule.AllOf([.. ContradictionIn(segment.Rule)])));
        }

        ImmutableArray<SegmentRule> before = [.. set.Segments.Take(place).Select(static s => s.Rule)];
        return set.IsExclusive && place is > 0 and < ComparedMax && Can([segment.Rule], before).Can == false
                ? AnalysisReasons.Unreachable.With(segment.Name)
            : (!set.IsExclusive || place < set.Segments.Length - 1) && Can([], [segment.Rule]).Can == false
                ? AnalysisReasons.Always.With(segment.Name)
            : null;
    }

    // In an exclusive set it is usual that a later tier holds an earlier one; who asks to be in the other means to be within it.
    private Reason? HintOf(SegmentSet set, int earlier, int later)
    {
        (Segment one, Segment other) = (set.Segments[earlier], set.Segments[later]);
        return (Can([one.Rule], [other.Rule]).Can, Can([other.Rule], [one.Rule]).Can) switch
        {
            (false, false) => AnalysisReasons.Same.With(one.Name, other.Name),
            (false, _) when !set.IsExclusive && !AsksFor(other.Name, one.Rule, set) => AnalysisReasons.Contained.With(one.Name, other.Name),
            (_, false) when !set.IsExclusive && !AsksFor(one.Name, other.Rule, set) => AnalysisReasons.Contained.With(other.Name, one.Name),
            _ => null,
        };
    }

    private static bool AsksFor(string name, SegmentRule rule, SegmentSet set)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<SegmentRule>([rule]);
        while (open.TryDequeue(out SegmentRule? next))
        {
            foreach (ReferenceRule reference in PartsOf(next).OfType<ReferenceRule>().Where(each => asked.Add(each.Name)))
            {
                open.Enqueue(set.Segments[set.PlaceOf(reference.Name)].Rule);
            }
        }

        return asked.Contains(name);
    }

    private (bool? Can, RuleWitness? Witness) Can(ImmutableArray<SegmentRule> hold, ImmutableArray<SegmentRule> fail) =>
        Can(Pose([.. hold, .. fail]), [.. hold.Select(static _ => true), .. fail.Select(static _ => false)]);

    private (bool? Can, RuleWitness? Witness) Can(Posed? posed, params bool[] holds)
    {
        if (posed is null)
        {
            return (null, null);
        }

        RuleQuestion question = Ask(posed, holds);
        RuleWitness? witness = question.Next();
        return (witness is not null ? true : question.IsOpen ? null : false, witness);
    }

    private Posed? Pose(ImmutableArray<SegmentRule> rules)
    {
        if (RuleModel.Of(today, segments, [.. rules, .. LawsFor(rules)]) is not var (model, nodes))
        {
            return null;
        }

        var timelines = new Timelines(model, ShopDays.NumberOf(today));
        return new(rules, model, [.. nodes], timelines, new HistoryMaker(model, timelines, shop, today));
    }

    private RuleQuestion Ask(Posed posed, bool[] holds)
    {
        var asked = RuleNode.All([.. posed.Nodes.Select((node, i) => i < holds.Length && !holds[i] ? node.Turned : node)]);
        return new RuleQuestion(posed.Model, asked, posed.Timelines, posed.Maker, read, values =>
        {
            var reader = new RuleReader(values, segments);
            for (int i = 0; i < holds.Length; i++)
            {
                if (reader.Read(posed.Rules[i]) != (holds[i] ? Truth.Yes : Truth.No))
                {
                    return false;
                }
            }

            return true;
        });
    }

    // A law counts where a rule asks for an assessed fact that it binds.
    private IEnumerable<SegmentRule> LawsFor(ImmutableArray<SegmentRule> rules)
    {
        var assessed = rules.SelectMany(FactsIn).Where(static fact => fact.IsAssessed).ToHashSet();
        return assessed.Count == 0 ? [] : laws.Where(law => FactsIn(law).Any(assessed.Contains));
    }

    private IEnumerable<Fact> FactsIn(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.SelectMany(FactsIn),
        NotRule not => FactsIn(not.Rule),
        ReferenceRule reference => segments?.PlaceOf(reference.Name) is { } place and >= 0 ? FactsIn(segments.Segments[place].Rule) : [],
        _ => [RuleReader.FactOf(rule)!],
    };

    // Leaves out whatever can be left out while the rest still never holds.
    private ImmutableArray<SegmentRule> ContradictionIn(SegmentRule rule)
    {
        List<SegmentRule> parts = [.. PartsOf(rule)];
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            SegmentRule part = parts[i];
            parts.RemoveAt(i);
            if (Can([.. parts], []).Can != false)
            {
                parts.Insert(i, part);
            }
        }

        return [.. parts];
    }

    private static IEnumerable<SegmentRule> PartsOf(SegmentRule rule) => rule is GroupRule { Operator: GroupOperator.AllOf } group
        ? group.Rules.SelectMany(PartsOf)
        : [rule];

    private RulePart PartOf(SegmentRule holds, SegmentRule fails)
    {
        if (Pose([holds, fails]) is not { } posed)
        {
            return new(null, null, IsOpen: true);
        }

        RuleQuestion question = Ask(posed, [true, false]);
        RuleWitness? first = null;
        var parts = new List<SegmentRule>();
        while (question.Next() is { } witness)
        {
            first ??= witness;
            if (parts.Count == PartsMax)
            {
                parts = [holds & !fails];
                break;
            }

            ulong[] cells = question.Widen();
            question.Exclude(cells);
            parts.Add(RuleCells.RuleOf(posed.Model, cells));
        }

        return new(parts.Count == 0 ? null : parts is [var one] ? one : SegmentRule.AnyOf([.. parts]), first, question.IsOpen);
    }

    // Rules as nodes, and what all questions about them share.
    private sealed record Posed(
        ImmutableArray<SegmentRule> Rules, RuleModel Model, ImmutableArray<RuleNode> Nodes, Timelines Timelines, HistoryMaker Maker);
}
