using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The specification: reads a rule over the values of one customer, as the documentation says it. Every other evaluator must agree
/// with it.</summary>
internal sealed class RuleReader(FactValues values, SegmentSet? segments)
{
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>Whether the rule holds.</summary>
    internal bool Holds(SegmentRule rule) => rule switch
    {
        GroupRule group => Holds(group, group.Rules.Count(Holds)),
        NotRule not => !Holds(not.Rule),
        ReferenceRule reference => HoldsIn(reference),
        NumberRule number => Holds(number, values.Number(number.Fact)),
        DateRule date => Holds(date, values.Date(date.Fact)),
        YesNoRule yesNo => values.YesNo(yesNo.Fact) == yesNo.Expected,
        KnownRule fact => values.Knows(fact.Fact) == fact.Known,
        TextRule text =>
            (values.Text(text.Fact) is { } found
                && text.Values.Contains(found, StringComparer.Ordinal)) == (text.Operator == TextOperator.AnyOf),
        TextSetRule set => Holds(set, values.TextSet(set.Fact)),
        _ => ((ChoiceRule)rule).Holds(values.Level(((ChoiceRule)rule).Fact)),
    };

    /// <summary>Whether the rule holds, and what was found for each of its leaves.</summary>
    internal RuleExplanation Explain(SegmentRule rule)
    {
        var leaves = ImmutableArray.CreateBuilder<LeafExplanation>();
        return new(Explain(rule, "", leaves), leaves.DrainToImmutable());
    }

    /// <summary>The fact of a leaf; null for other rules.</summary>
    internal static Fact? FactOf(SegmentRule rule) => rule switch
    {
        NumberRule number => number.Fact,
        DateRule date => date.Fact,
        YesNoRule yesNo => yesNo.Fact,
        KnownRule known => known.Fact,
        TextRule text => text.Fact,
        TextSetRule set => set.Fact,
        ChoiceRule choice => choice.Fact,
        _ => null,
    };

    private static bool Holds(GroupRule group, int holding) => group.Operator switch
    {
        GroupOperator.AllOf => holding == group.Rules.Length,
        GroupOperator.AnyOf => holding > 0,
        GroupOperator.NoneOf => holding == 0,
        _ => holding >= group.Count,
    };

    // NaN, for absent, compares false with everything; so only "not equal" is true of it.
    private static bool Holds(NumberRule rule, double found) => rule.Operator switch
    {
        NumberOperator.LessThan => found < rule.Value,
        NumberOperator.AtMost => found <= rule.Value,
        NumberOperator.Equal => found == rule.Value,
        NumberOperator.NotEqual => found != rule.Value,
        NumberOperator.AtLeast => found >= rule.Value,
        NumberOperator.GreaterThan => found > rule.Value,
        _ => found >= rule.Value && found <= rule.High,
    };

    private static bool Holds(TextSetRule rule, ImmutableSortedSet<string>? found) => rule.Operator switch
    {
        TextSetOperator.AnyOf => found is not null && rule.Values.Any(found.Contains),
        TextSetOperator.AllOf => found is not null && rule.Values.All(found.Contains),
        _ => found is null || !rule.Values.Any(found.Contains),
    };

    private bool Holds(DateRule rule, LocalDate? found)
    {
        (LocalDate? from, LocalDate? to) = rule.BoundsAt(values.Today);
        bool within = found is { } date && (from is null || date >= from) && (to is null || date <= to);
        return within != (rule.Operator == DateOperator.NotOn);
    }

    private bool HoldsIn(ReferenceRule reference)
    {
        if (!known.TryGetValue(reference.Name, out bool holds))
        {
            int place = segments?.PlaceOf(reference.Name) ?? -1;
            holds = place >= 0
                ? Holds(segments!.Segments[place].Rule)
                : throw new InvalidOperationException($"The rule refers to the segment \"{reference.Name}\": evaluate it within a set that has it.");
            known.Add(reference.Name, holds);
        }

        return holds;
    }

    private bool Explain(SegmentRule rule, string path, ImmutableArray<LeafExplanation>.Builder leaves)
    {
        switch (rule)
        {
            case GroupRule group:
                int holding = 0;
                for (int i = 0; i < group.Rules.Length; i++)
                {
                    holding += Explain(group.Rules[i], RulePath.Below(path, group, i), leaves) ? 1 : 0;
                }

                return Holds(group, holding);
            case NotRule not:
                return !Explain(not.Rule, RulePath.Below(path, not), leaves);
            default:
                bool holds = Holds(rule);
                leaves.Add(new LeafExplanation(path, rule, RuleWords.FoundBy(rule, values, holds),
                    RuleWords.RequiredBy(rule, values.Today), holds));
                return holds;
        }
    }
}
