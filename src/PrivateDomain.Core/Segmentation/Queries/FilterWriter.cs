using System.Collections.Immutable;
using System.Linq.Expressions;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>
/// Writes a rule, or its complement, as an expression that has one meaning in C# and in SQL: no "not" stands above a comparison that
/// could be null in SQL, for the complement is written at each leaf, absent values included.
/// </summary>
internal sealed class FilterWriter(ImmutableDictionary<Fact, FactMember> members, LocalDate today, SegmentSet? segments)
{
    private static readonly Expression True = Expression.Constant(true);
    private static readonly Expression False = Expression.Constant(false);

    // The comparisons are written by the compiler, so that nothing is looked up by name.
    private static readonly Expression<Func<double?, double, bool>> Below = (x, t) => x < t;
    private static readonly Expression<Func<double?, double, bool>> UpTo = (x, t) => x <= t;
    private static readonly Expression<Func<double?, double, bool>> From = (x, t) => x >= t;
    private static readonly Expression<Func<double?, double, bool>> Above = (x, t) => x > t;
    private static readonly Expression<Func<double?, double, bool>> Same = (x, t) => x == t;
    private static readonly Expression<Func<double?, double, bool>> Other = (x, t) => x != t;
    private static readonly Expression<Func<DateOnly?, DateOnly, bool>> DayFrom = (x, t) => x >= t;
    private static readonly Expression<Func<DateOnly?, DateOnly, bool>> DayBelow = (x, t) => x < t;
    private static readonly Expression<Func<DateTime?, DateTime, bool>> TimeFrom = (x, t) => x >= t;
    private static readonly Expression<Func<DateTime?, DateTime, bool>> TimeBelow = (x, t) => x < t;
    private static readonly Expression<Func<bool?, bool, bool>> Is = (x, t) => x == t;
    private static readonly Expression<Func<string?, string, bool>> Text = (x, t) => x == t;
    private static readonly Expression<Func<string?, string, bool>> NotText = (x, t) => x != t;
    private static readonly Expression<Func<IEnumerable<string>, string, bool>> Has = (x, t) => x.Contains(t);
    private static readonly Expression<Func<IEnumerable<string>, string, bool>> HasNot = (x, t) => !x.Contains(t);

    // Providers and databases work through an expression level by level, some with a stack that ends; and what a provider does for each
    // level of "at least k of n" doubles with every level.
    private const int DepthMax = 128;
    private const int CountsMax = 4;

    private long size;
    private int depth;
    private int counts;

    internal HashSet<Reason> Missing { get; } = [];

    internal Expression Write(SegmentRule rule, bool holds)
    {
        if (++size > SegmentRule.SizeMax)
        {
            return Refuse(SegmentMappingReasons.TooLarge.With(default, SegmentRule.SizeMax));
        }

        if (depth >= DepthMax)
        {
            return Refuse(SegmentMappingReasons.TooDeep.With(default, DepthMax));
        }

        depth++;
        Expression written = WriteNode(rule, holds);
        depth--;
        return written;
    }

    private Expression WriteNode(SegmentRule rule, bool holds)
    {
        switch (rule)
        {
            case GroupRule group:
                return Write(group, holds);
            case NotRule not:
                return Write(not.Rule, !holds);
            case ReferenceRule reference:
                int place = segments?.PlaceOf(reference.Name) ?? -1;
                return place >= 0
                    ? Write(segments!.Segments[place].Rule, holds)
                    : Refuse(SegmentMappingReasons.UnknownSegment.With(reference.Name));
            default:
                Fact fact = RuleReader.FactOf(rule)!;
                return members.TryGetValue(fact, out FactMember? member)
                    ? Leaf(rule, member, holds)
                    : Refuse(SegmentMappingReasons.UnmappedFact.With(fact.Name));
        }
    }

    private Expression Refuse(Reason reason)
    {
        Missing.Add(reason);
        return False;
    }

    private Expression Write(GroupRule group, bool holds)
    {
        // At least 1 is any of them, and at least n of n all of them.
        bool isAny = group.Operator == GroupOperator.AtLeastOf && group.Count == 1;
        bool isAll = group.Operator == GroupOperator.AllOf
            || (group.Operator == GroupOperator.AtLeastOf && group.Count == group.Rules.Length);
        if (group.Operator == GroupOperator.AtLeastOf && !isAny && !isAll)
        {
            return Count(group, holds);
        }

        bool parts = group.Operator == GroupOperator.NoneOf ? !holds : holds;
        bool any = isAll && !isAny ? !parts : parts;
        Expression[] all = [.. group.Rules.Select(rule => Write(rule, parts))]; // all of them, for every missing fact is named
        return Fold(all, any);
    }

    private Expression Count(GroupRule group, bool holds)
    {
        if (counts >= CountsMax)
        {
            return Refuse(SegmentMappingReasons.CountsTooDeep.With(default, CountsMax));
        }

        counts++;
        Expression[] ones = [.. group.Rules.Select(rule =>
            Expression.Condition(Write(rule, holds: true), Expression.Constant(1), Expression.Constant(0)))];
        counts--;
        Expression sum = Joined(ones, 0, ones.Length, Expression.Add);
        return holds
            ? Expression.GreaterThanOrEqual(sum, Expression.Constant(group.Count))
            : Expression.LessThan(sum, Expression.Constant(group.Count));
    }

    // Absent compares false, so its complement is true; the negative operators are complements of the positive ones.
    private Expression Leaf(SegmentRule rule, FactMember m, bool holds) => rule switch
    {
        NumberRule { Operator: NumberOperator.NotEqual } number => Number(number, m, !holds),
        NumberRule number => Number(number, m, holds),
        DateRule date => Date(date, m, holds != (date.Operator == DateOperator.NotOn)),
        YesNoRule yesNo => Closed(m, Put(Is, m, holds ? yesNo.Expected : !yesNo.Expected), holds),
        KnownRule known => known.Fact is ChoiceFact choice
            ? Level(m, [.. choice.Levels.Select(_ => true)], absent: false, known.Known == holds)
            : known.Known == holds ? m.Known : Absent(m),
        TextRule text when (text.Operator == TextOperator.AnyOf) == holds =>
            Closed(m, Fold(text.Values.Select(value => Put(Text, m, value)), any: true), holds: true),
        TextRule text => Closed(m, Fold(text.Values.Select(value => Put(NotText, m, value)), any: false), holds: false),
        TextSetRule set => Set(set, m, holds != (set.Operator == TextSetOperator.NoneOf)),
        _ => Level((ChoiceRule)rule, m, holds),
    };

    private static Expression Number(NumberRule rule, FactMember m, bool holds)
    {
        Expression value = rule.Operator switch
        {
            NumberOperator.LessThan => Put(holds ? Below : From, m, rule.Value),
            NumberOperator.AtMost => Put(holds ? UpTo : Above, m, rule.Value),
            NumberOperator.AtLeast => Put(holds ? From : Below, m, rule.Value),
            NumberOperator.GreaterThan => Put(holds ? Above : UpTo, m, rule.Value),
            NumberOperator.Between => Fold(
                [Put(holds ? From : Below, m, rule.Value), Put(holds ? UpTo : Above, m, rule.High)], any: !holds),
            _ => Put(holds ? Same : Other, m, rule.Value),
        };
        return Closed(m, value, holds);
    }

    // From the first day to before the day after the last, which suits dates and times alike.
    private Expression Date(DateRule rule, FactMember m, bool holds)
    {
        (LocalDate? from, LocalDate? to) = rule.BoundsAt(today);
        bool isTime = m.Value.Type == typeof(DateTime?);
        Expression Bound(LocalDate day, bool least) => isTime
            ? Put(least ? TimeFrom : TimeBelow, m, day.ToDateTimeUnspecified())
            : Put(least ? DayFrom : DayBelow, m, day.ToDateOnly());
        var bounds = new List<Expression>();
        if (from is { } first)
        {
            bounds.Add(Bound(first, holds));
        }

        if (to is { } last)
        {
            bounds.Add(Bound(last.PlusDays(1), !holds));
        }

        return Closed(m, Fold(bounds, any: !holds), holds);
    }

    private static Expression Set(TextSetRule rule, FactMember m, bool holds) =>
        Closed(
            m,
            Fold(rule.Values.Select(value => Put(holds ? Has : HasNot, m, value)), any: (rule.Operator == TextSetOperator.AllOf) != holds),
            holds);

    private static Expression Level(ChoiceRule rule, FactMember m, bool holds) =>
        Level(m, [.. m.Levels.Select((_, place) => rule.Holds(place))], rule.Holds(-1), holds);

    // What is no level is absent; so an answer that is true of absent is "not one of the levels it is false of".
    private static Expression Level(FactMember m, bool[] levels, bool absent, bool holds)
    {
        bool open = absent == holds;
        IEnumerable<Expression> some = m.Levels.Where((_, place) => (levels[place] == holds) != open);
        return open
            ? Closed(m, Fold(some.Select(level => Expression.NotEqual(m.Value, level)), any: false), holds: false)
            : Closed(m, Fold(some.Select(level => Expression.Equal(m.Value, level)), any: true), holds: true);
    }

    // True needs a known value; the complement takes in the absent ones.
    private static Expression Closed(FactMember m, Expression value, bool holds) =>
        holds ? Fold([m.Known, value], any: false) : Fold([Absent(m), value], any: true);

    private static Expression Absent(FactMember m) => m.Known switch
    {
        ConstantExpression => False,
        BinaryExpression { NodeType: ExpressionType.NotEqual } known => Expression.Equal(known.Left, known.Right),
        _ => Expression.Not(m.Known),
    };

    private static Expression Put<TValue, TBound>(Expression<Func<TValue, TBound, bool>> comparison, FactMember m, TBound bound) =>
        new Replacing(comparison.Parameters, [m.Value, Expression.Constant(bound, typeof(TBound))]).Visit(comparison.Body);

    private static Expression Fold(IEnumerable<Expression> parts, bool any)
    {
        var left = new List<Expression>();
        foreach (Expression part in parts)
        {
            if (part is not ConstantExpression { Value: bool value })
            {
                left.Add(part);
            }
            else if (value == any)
            {
                return part;
            }
        }

        return left.Count == 0 ? (any ? False : True) : Joined(left, 0, left.Count, any ? Expression.OrElse : Expression.AndAlso);
    }

    // Balanced, because providers and SQLite bound how deep an expression may be.
    private static Expression Joined(
        IReadOnlyList<Expression> parts, int from, int count, Func<Expression, Expression, BinaryExpression> join) =>
        count == 1
            ? parts[from]
            : join(Joined(parts, from, count / 2, join), Joined(parts, from + (count / 2), count - (count / 2), join));
}
