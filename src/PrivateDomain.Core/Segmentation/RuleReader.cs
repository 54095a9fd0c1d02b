using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The specification: reads a rule over the values of one customer, as the documentation says it. Every other evaluator must agree
/// with it.</summary>
/// <remarks>A comparison with a folded fact is undecidable, whatever the operator, unless it says the same of every value and of none.
/// What is made of comparisons is decided where the ones
/// that can be decided decide it alone.</remarks>
internal sealed class RuleReader(FactValues values, SegmentSet? segments)
{
    private readonly Dictionary<string, Truth> known = new(StringComparer.Ordinal);

    /// <summary>What the rule says.</summary>
    internal Truth Read(SegmentRule rule) => rule switch
    {
        GroupRule group => Read(group, [.. group.Rules.Select(Read)]),
        NotRule not => Not(Read(not.Rule)),
        ReferenceRule reference => Read(reference),
        _ when AlwaysSays(rule) is { } always => always ? Truth.Yes : Truth.No,
        NumberRule number => Read(values.Number(number.Fact), (state, found) => Holds(number, state ? found : double.NaN)),
        DateRule date => Read(values.Date(date.Fact), (state, found) => Holds(date, state ? found : null)),
        YesNoRule yesNo => Read(values.YesNo(yesNo.Fact), (state, found) => state && found == yesNo.Expected),
        KnownRule fact => Read(values.StateOf(fact.Fact), (state, _) => state == fact.Known),
        TextRule text => Read(values.Text(text.Fact), (state, found) =>
            (state && text.Values.Contains(found!, StringComparer.Ordinal)) == (text.Operator == TextOperator.AnyOf)),
        TextSetRule set => Read(values.TextSet(set.Fact), (_, found) => Holds(set, found)),
        _ => Read(values.Level(((ChoiceRule)rule).Fact), (state, found) => ((ChoiceRule)rule).Holds(state ? found : -1)),
    };

    /// <summary>What the rule says, and what was found for each of its leaves.</summary>
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

    /// <summary>What a leaf says of every value and of none alike, such as "one of no texts"; null where it depends on the fact.</summary>
    internal static bool? AlwaysSays(SegmentRule leaf) => leaf switch
    {
        TextRule { Values.IsEmpty: true } text => text.Operator == TextOperator.NoneOf,
        TextSetRule { Values.IsEmpty: true, Operator: not TextSetOperator.AllOf } set => set.Operator == TextSetOperator.NoneOf,
        ChoiceRule choice when Enumerable.Range(0, choice.Fact.Levels.Length).All(place => choice.Holds(place) == choice.Holds(-1)) =>
            choice.Holds(-1),
        _ => null,
    };

    /// <summary>The complement; what cannot be decided stays so.</summary>
    internal static Truth Not(Truth truth) => truth switch
    {
        Truth.Yes => Truth.No,
        Truth.No => Truth.Yes,
        _ => Truth.Undecidable,
    };

    private static Truth Read<T>(FactReading<T> found, Func<bool, T?, bool> holds) =>
        found.IsFolded ? Truth.Undecidable
            : holds(found.IsKnown, found.Value) ? Truth.Yes
            : Truth.No;

    /// <summary>What a group says, by what its parts say.</summary>
    internal static Truth Read(GroupRule group, ReadOnlySpan<Truth> parts)
    {
        int yes = parts.Count(Truth.Yes);
        int open = parts.Count(Truth.Undecidable);
        return group.Operator switch
        {
            GroupOperator.AllOf => AtLeast(parts.Length, yes, open),
            GroupOperator.AnyOf => AtLeast(1, yes, open),
            GroupOperator.NoneOf => Not(AtLeast(1, yes, open)),
            _ => AtLeast(group.Count, yes, open),
        };
    }

    private static Truth AtLeast(int count, int yes, int open) =>
        yes >= count ? Truth.Yes
            : yes + open < count ? Truth.No
            : Truth.Undecidable;

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

    private Truth Read(ReferenceRule reference)
    {
        if (!known.TryGetValue(reference.Name, out Truth truth))
        {
            int place = segments?.PlaceOf(reference.Name) ?? -1;
            truth = place >= 0
                ? Read(segments!.Segments[place].Rule)
                : throw new InvalidOperationException(
                    $"The rule refers to the segment \"{Quoted.Of(reference.Name)}\": evaluate it within a set that has it.");
            known.Add(reference.Name, truth);
        }

        return truth;
    }

    private Truth Explain(SegmentRule rule, string path, ImmutableArray<LeafExplanation>.Builder leaves)
    {
        switch (rule)
        {
            case GroupRule group:
                var parts = new Truth[group.Rules.Length];
                for (int i = 0; i < parts.Length; i++)
                {
                    parts[i] = Explain(group.Rules[i], RulePath.Below(path, group, i), leaves);
                }

                return Read(group, parts);
            case NotRule not:
                return Not(Explain(not.Rule, RulePath.Below(path, not), leaves));
            default:
                Truth truth = Read(rule);
                leaves.Add(new LeafExplanation(path, rule, RuleWords.FoundBy(rule, values, truth),
                    RuleWords.RequiredBy(rule, values.Today), truth));
                return truth;
        }
    }
}
