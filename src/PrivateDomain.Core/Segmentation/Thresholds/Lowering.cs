using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>Turns rules into threshold form; equal leaves and equal nodes of all rules become one.</summary>
internal sealed class Lowering
{
    private readonly LocalDate today;
    private readonly LoweringBits bits = new();
    private readonly LoweringNodes nodes;
    private readonly Dictionary<SegmentRule, Rails> known = [];
    private readonly Dictionary<string, Rails> segments = new(StringComparer.Ordinal);
    private readonly bool isFolding;

    private Lowering(LocalDate today, bool isFolding)
    {
        this.today = today;
        this.isFolding = isFolding;
        nodes = new LoweringNodes(bits);
    }

    /// <summary>The threshold form of all segments of a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="today">The shop's date.</param>
    /// <param name="isFolding">Whether facts may be folded: then it also says which rules possibly hold.</param>
    internal static LoweredSegments Of(SegmentSet set, LocalDate today, bool isFolding)
    {
        var lowering = new Lowering(today, isFolding);
        var roots = new Rails[set.Segments.Length];
        foreach (int place in set.Order)
        {
            roots[place] = lowering.RailsOf(set.Segments[place]);
        }

        return lowering.Finish(roots);
    }

    /// <summary>The threshold form of some segments of a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="places">The places of the segments; their order is that of the form.</param>
    /// <param name="today">The shop's date.</param>
    /// <param name="isFolding">Whether facts may be folded: then it also says which rules possibly hold.</param>
    internal static LoweredSegments Of(SegmentSet set, ImmutableArray<int> places, LocalDate today, bool isFolding)
    {
        var lowering = new Lowering(today, isFolding);
        return lowering.Finish([.. places.Select(place => lowering.RailsOf(set, place))]);
    }

    /// <summary>Whether a leaf asks anything of its fact: one of a list of nothing does not.</summary>
    internal static bool Asks(SegmentRule leaf, LocalDate today)
    {
        var lowering = new Lowering(today, isFolding: false);
        return !lowering.Finish([lowering.RailsOf(leaf)]).Inputs.IsEmpty;
    }

    private LoweredSegments Finish(Rails[] roots) => nodes.Finish(
        today, [.. roots.Select(static root => root.Certain)], isFolding ? [.. roots.Select(static root => root.Possible)] : []);

    // References are not deep.
    private Rails RailsOf(SegmentSet set, int place)
    {
        if (segments.TryGetValue(set.Segments[place].Name, out Rails rails))
        {
            return rails;
        }

        foreach (int reference in set.References[place])
        {
            RailsOf(set, reference);
        }

        return RailsOf(set.Segments[place]);
    }

    private Rails RailsOf(Segment segment) => segments[segment.Name] = RailsOf(segment.Rule);

    private Rails RailsOf(SegmentRule rule)
    {
        if (!known.TryGetValue(rule, out Rails rails))
        {
            rails = rule switch
            {
                GroupRule group => Of(group),
                NotRule not => RailsOf(not.Rule).Turned,
                ReferenceRule reference => segments[reference.Name],
                _ => Folding(RuleReader.FactOf(rule)!, Leaf(rule)),
            };
            known.Add(rule, rails);
        }

        return rails;
    }

    // A comparison with a folded fact never holds for certain, and always possibly.
    private Rails Folding(Fact fact, int literal)
    {
        if (!isFolding || literal < 0)
        {
            return new(literal, literal); // a constant asks nothing of the fact
        }

        int folded = bits.Folded(fact);
        return new(nodes.All([literal, folded ^ 1]), nodes.Any([literal, folded]));
    }

    private int Leaf(SegmentRule rule) => rule switch
    {
        NumberRule number => Of(number),
        DateRule date => Of(date),
        YesNoRule yesNo => yesNo.Expected ? bits.AtLeast(yesNo.Fact, 1) : Range(yesNo.Fact, null, 1),
        KnownRule fact => bits.Known(fact.Fact) ^ (fact.Known ? 0 : 1),
        TextRule text => Any(text.Fact, text.Values) ^ (text.Operator == TextOperator.AnyOf ? 0 : 1),
        TextSetRule set => Of(set),
        _ => Of((ChoiceRule)rule),
    };

    private int Of(NumberRule rule) => rule.Operator switch
    {
        NumberOperator.LessThan => Range(rule.Fact, null, rule.Value),
        NumberOperator.AtMost => Range(rule.Fact, null, double.BitIncrement(rule.Value)),
        NumberOperator.AtLeast => bits.AtLeast(rule.Fact, rule.Value),
        NumberOperator.GreaterThan => bits.AtLeast(rule.Fact, double.BitIncrement(rule.Value)),
        _ => Range(rule.Fact, rule.Value, double.BitIncrement(rule.High)) ^ (rule.Operator == NumberOperator.NotEqual ? 1 : 0),
    };

    private int Of(DateRule rule)
    {
        (LocalDate? from, LocalDate? to) = rule.BoundsAt(today);
        return Range(rule.Fact, from is { } first ? ShopDays.NumberOf(first) : null, to is { } last ? ShopDays.NumberOf(last) + 1 : null)
            ^ (rule.Operator == DateOperator.NotOn ? 1 : 0);
    }

    private int Of(TextSetRule rule) => rule.Operator switch
    {
        TextSetOperator.AnyOf => Any(rule.Fact, rule.Values),
        TextSetOperator.NoneOf => Any(rule.Fact, rule.Values) ^ 1,
        _ => nodes.All([bits.Known(rule.Fact), .. rule.Values.Select(text => bits.Has(rule.Fact, text))]),
    };

    // The levels that fulfil the rule, in runs; for negative operators those that do not.
    private int Of(ChoiceRule rule)
    {
        int negative = rule.Operator is ChoiceOperator.NotEqual or ChoiceOperator.NoneOf ? 1 : 0;
        var runs = new List<int>();
        int levels = rule.Fact.Levels.Length;
        for (int first = 0; first < levels; first++)
        {
            if (rule.Holds(first) != (negative == 0))
            {
                continue;
            }

            int end = first + 1;
            while (end < levels && rule.Holds(end) == (negative == 0))
            {
                end++;
            }

            runs.Add(Range(rule.Fact, first == 0 ? null : first, end == levels ? null : end));
            first = end;
        }

        return nodes.Any(runs) ^ negative;
    }

    private Rails Of(GroupRule rule)
    {
        var parts = new List<Rails>(rule.Rules.Length);
        foreach (SegmentRule part in rule.Rules)
        {
            parts.Add(RailsOf(part));
        }

        int certain = Combined(rule, parts.ConvertAll(static part => part.Certain));
        int possible = isFolding ? Combined(rule, parts.ConvertAll(static part => part.Possible)) : certain;
        return rule.Operator == GroupOperator.NoneOf ? new Rails(certain, possible).Turned : new(certain, possible);
    }

    // None of them is the complement of any of them.
    private int Combined(GroupRule rule, List<int> literals) => rule.Operator switch
    {
        GroupOperator.AllOf => nodes.All(literals),
        GroupOperator.AnyOf or GroupOperator.NoneOf => nodes.Any(literals),
        _ => nodes.AtLeast(rule.Count, literals),
    };

    private int Any(Fact fact, ImmutableArray<string> texts) => nodes.Any([.. texts.Select(text => bits.Has(fact, text))]);

    // Known, at least the one and below the other.
    private int Range(Fact fact, double? from, double? end)
    {
        int low = from is { } least ? bits.AtLeast(fact, least) : bits.Known(fact);
        return end is { } above ? nodes.All([low, bits.AtLeast(fact, above) ^ 1]) : low;
    }

    /// <summary>The literals of a rule: of that it holds for certain, and of that it possibly holds. Without folded facts they are
    /// one.</summary>
    private readonly record struct Rails(int Certain, int Possible)
    {
        internal Rails Turned => new(Possible ^ 1, Certain ^ 1);
    }
}
