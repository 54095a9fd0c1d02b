using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>
/// The one pass from a rule to what expressions and SQL texts are written from. It is bounded: databases and providers work through a
/// condition level by level, some with a stack that ends, and what a provider does for each level of "at least k of n" doubles.
/// </summary>
internal sealed class FilterPlan(Func<Fact, bool> isMapped, SegmentSet? segments, int sizeMax = SegmentRule.SizeMax)
{
    private const int DepthMax = 128;
    private const int CountsMax = 4;

    private static readonly FilterNode Nothing = new FilterNode.Group(isAny: true, []);

    private long size;
    private int depth;
    private int counts;

    /// <summary>Why there is no query; every missing fact and segment, each once.</summary>
    internal HashSet<Reason> Missing { get; } = [];

    /// <summary>The rule, or its complement.</summary>
    internal FilterNode Of(SegmentRule rule, bool holds = true)
    {
        size += rule is GroupRule or NotRule or ReferenceRule ? 1 : rule.Size;
        if (size > sizeMax)
        {
            return Refuse(SegmentMappingReasons.TooLarge.With(default, sizeMax));
        }

        if (depth >= DepthMax)
        {
            return Refuse(SegmentMappingReasons.TooDeep.With(default, DepthMax));
        }

        depth++;
        FilterNode node = NodeOf(rule, holds);
        depth--;
        return node;
    }

    /// <summary>The dates from a first to before another, for one day; null is open.</summary>
    internal static (LocalDate? From, LocalDate? Before) DatesOf(DateRule rule, LocalDate today)
    {
        (LocalDate? from, LocalDate? to) = rule.BoundsAt(today);
        return (from, to is { } last && last < LocalDate.MaxIsoValue ? last.PlusDays(1) : null);
    }

    /// <summary>The places of the levels to look for, and whether they are those it is not: what is no level is absent, so an answer that
    /// is true of absent is "not one of the levels it is false of".</summary>
    internal static (bool IsOpen, int[] Places) LevelsOf(FilterNode.Leaf leaf)
    {
        var choice = (ChoiceFact)leaf.Fact;
        Func<int, bool> says = leaf.Rule is ChoiceRule rule ? rule.Holds : place => (place >= 0) == ((KnownRule)leaf.Rule).Known;
        bool open = says(-1) == leaf.Holds;
        return (open, [.. Enumerable.Range(0, choice.Levels.Length).Where(place => (says(place) == leaf.Holds) != open)]);
    }

    private FilterNode NodeOf(SegmentRule rule, bool holds)
    {
        switch (rule)
        {
            case GroupRule group:
                return GroupOf(group, holds);
            case NotRule not:
                return Of(not.Rule, !holds);
            case ReferenceRule reference:
                int place = segments?.PlaceOf(reference.Name) ?? -1;
                return place >= 0
                    ? Of(segments!.Segments[place].Rule, holds)
                    : Refuse(SegmentMappingReasons.UnknownSegment.With(reference.Name));
            default:
                Fact fact = RuleReader.FactOf(rule)!;
                return isMapped(fact)
                    ? new FilterNode.Leaf(rule, fact, holds)
                    : Refuse(SegmentMappingReasons.UnmappedFact.With(fact.Name));
        }
    }

    private FilterNode.Group Refuse(Reason reason)
    {
        Missing.Add(reason);
        return (FilterNode.Group)Nothing;
    }

    private FilterNode GroupOf(GroupRule group, bool holds)
    {
        // At least 1 is any of them, and at least n of n all of them.
        bool isAny = group.Operator == GroupOperator.AtLeastOf && group.Count == 1;
        bool isAll = group.Operator == GroupOperator.AllOf
            || (group.Operator == GroupOperator.AtLeastOf && group.Count == group.Rules.Length);
        if (group.Operator == GroupOperator.AtLeastOf && !isAny && !isAll)
        {
            return CountOf(group, holds);
        }

        bool parts = group.Operator == GroupOperator.NoneOf ? !holds : holds;
        bool any = isAll && !isAny ? !parts : parts;
        return new FilterNode.Group(any, [.. group.Rules.Select(rule => Of(rule, parts))]); // all, for every missing fact is named
    }

    private FilterNode CountOf(GroupRule group, bool holds)
    {
        if (counts >= CountsMax)
        {
            return Refuse(SegmentMappingReasons.CountsTooDeep.With(default, CountsMax));
        }

        counts++;
        ImmutableArray<FilterNode> parts = [.. group.Rules.Select(rule => Of(rule))];
        counts--;
        return new FilterNode.Counted(group.Count, holds, parts);
    }
}
