using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Turns rules into threshold form; equal leaves and equal nodes of all rules become one.</summary>
internal sealed class Lowering
{
    private readonly LocalDate today;
    private readonly LoweringBits bits = new();
    private readonly LoweringNodes nodes;
    private readonly Dictionary<SegmentRule, int> known = [];
    private readonly Dictionary<string, int> segments = new(StringComparer.Ordinal);

    private Lowering(LocalDate today)
    {
        this.today = today;
        nodes = new LoweringNodes(bits);
    }

    /// <summary>The threshold form of segments.</summary>
    /// <param name="set">The segments, checked.</param>
    /// <param name="order">Their places, a segment after those it refers to.</param>
    /// <param name="today">The shop's date.</param>
    internal static LoweredSegments Of(ImmutableArray<Segment> set, ImmutableArray<int> order, LocalDate today)
    {
        var lowering = new Lowering(today);
        int[] roots = new int[set.Length];
        foreach (int place in order)
        {
            roots[place] = lowering.Literal(set[place].Rule);
            lowering.segments[set[place].Name] = roots[place];
        }

        return lowering.nodes.Finish(today, roots);
    }

    private int Literal(SegmentRule rule)
    {
        if (!known.TryGetValue(rule, out int literal))
        {
            literal = rule switch
            {
                NumberRule number => Of(number),
                DateRule date => Of(date),
                YesNoRule yesNo => yesNo.Expected ? bits.AtLeast(yesNo.Fact, 1) : Range(yesNo.Fact, null, 1),
                KnownRule fact => bits.Known(fact.Fact) ^ (fact.Known ? 0 : 1),
                TextRule text => Any(text.Fact, text.Values) ^ (text.Operator == TextOperator.AnyOf ? 0 : 1),
                TextSetRule set => Of(set),
                ChoiceRule choice => Of(choice),
                GroupRule group => Of(group),
                NotRule not => Literal(not.Rule) ^ 1,
                _ => segments[((ReferenceRule)rule).Name],
            };
            known.Add(rule, literal);
        }

        return literal;
    }

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

    private int Of(GroupRule rule)
    {
        var literals = new List<int>(rule.Rules.Length);
        foreach (SegmentRule part in rule.Rules)
        {
            literals.Add(Literal(part));
        }

        return rule.Operator switch
        {
            GroupOperator.AllOf => nodes.All(literals),
            GroupOperator.AnyOf => nodes.Any(literals),
            GroupOperator.NoneOf => nodes.Any(literals) ^ 1,
            _ => nodes.AtLeast(rule.Count, literals),
        };
    }

    private int Any(Fact fact, ImmutableArray<string> texts) => nodes.Any([.. texts.Select(text => bits.Has(fact, text))]);

    // Known, at least the one and below the other.
    private int Range(Fact fact, double? from, double? end)
    {
        int low = from is { } least ? bits.AtLeast(fact, least) : bits.Known(fact);
        return end is { } above ? nodes.All([low, bits.AtLeast(fact, above) ^ 1]) : low;
    }
}
