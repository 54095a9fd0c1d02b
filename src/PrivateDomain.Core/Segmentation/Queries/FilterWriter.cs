using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>
/// Writes a rule, or its complement, as an expression that has one meaning in C# and in SQL: no "not" stands above a comparison that
/// could be null in SQL, for the complement is written at each leaf, absent values included.
/// </summary>
internal sealed class FilterWriter(ImmutableDictionary<Fact, FactMember> members, LocalDate today)
{
    private static readonly Expression True = Expression.Constant(true);
    private static readonly Expression False = Expression.Constant(false);

    private static readonly Expression<Func<bool?, bool, bool>> Is = (x, t) => x == t;
    private static readonly Expression<Func<string?, string, bool>> Text = (x, t) => x == t;
    private static readonly Expression<Func<string?, string, bool>> NotText = (x, t) => x != t;
    private static readonly Expression<Func<IEnumerable<string>, string, bool>> Has = (x, t) => x.Contains(t);
    private static readonly Expression<Func<IEnumerable<string>, string, bool>> HasNot = (x, t) => !x.Contains(t);

    internal Expression Write(FilterNode node) => node switch
    {
        FilterNode.Leaf leaf => Write(leaf),
        FilterNode.Group group => Fold(group.Parts.Select(Write), group.IsAny),
        _ => Write((FilterNode.Counted)node),
    };

    private BinaryExpression Write(FilterNode.Counted counted)
    {
        Expression[] ones = [.. counted.Parts.Select(part =>
            Expression.Condition(Write(part), Expression.Constant(1), Expression.Constant(0)))];
        Expression sum = Joined(ones, 0, ones.Length, Expression.Add);
        return counted.Holds
            ? Expression.GreaterThanOrEqual(sum, Expression.Constant(counted.Count))
            : Expression.LessThan(sum, Expression.Constant(counted.Count));
    }

    // Absent compares false, so its complement is true; the negative operators are complements of the positive ones.
    private Expression Write(FilterNode.Leaf leaf)
    {
        FactMember m = members[leaf.Fact];
        bool holds = leaf.Holds;
        return leaf.Rule switch
        {
            NumberRule number => Number(number, m, holds != (number.Operator == NumberOperator.NotEqual)),
            DateRule date => Date(date, m, holds != (date.Operator == DateOperator.NotOn)),
            YesNoRule yesNo => Closed(m, Put(Is, m, holds ? yesNo.Expected : !yesNo.Expected), holds),
            TextRule text when (text.Operator == TextOperator.AnyOf) == holds =>
                Closed(m, Fold(text.Values.Select(value => Put(Text, m, value)), any: true), holds: true),
            TextRule text => Closed(m, Fold(text.Values.Select(value => Put(NotText, m, value)), any: false), holds: false),
            TextSetRule set => Set(set, m, holds != (set.Operator == TextSetOperator.NoneOf)),
            KnownRule known when known.Fact is not ChoiceFact => known.Known == holds ? m.Known : Absent(m),
            _ => Level(leaf, m),
        };
    }

    // In the member's own type: what is cast in the database, no index serves. Expressions look the operators of a decimal up by name.
    [DynamicDependency("op_LessThan", typeof(decimal))]
    [DynamicDependency("op_LessThanOrEqual", typeof(decimal))]
    [DynamicDependency("op_GreaterThanOrEqual", typeof(decimal))]
    [DynamicDependency("op_GreaterThan", typeof(decimal))]
    [DynamicDependency("op_Equality", typeof(decimal))]
    [DynamicDependency("op_Inequality", typeof(decimal))]
    private static Expression Number(NumberRule rule, FactMember m, bool holds)
    {
        NumberRange<double> range = NumberRange.Of(rule);
        if (m.Value.Type == typeof(int?))
        {
            NumberRange<long> whole = NumberRange.Whole(range, int.MinValue, int.MaxValue);
            return Range(Comparisons.Ints, new((int?)whole.Low, true, (int?)whole.High, true, whole.IsEmpty), m, holds);
        }

        return m.Value.Type == typeof(long?)
                ? Range(Comparisons.Longs, NumberRange.Whole(range, long.MinValue, long.MaxValue), m, holds)
            : m.Value.Type == typeof(decimal?) ? Range(Comparisons.Decimals, NumberRange.Decimals(range), m, holds)
            : Range(Comparisons.Doubles, range, m, holds);
    }

    private static Expression Range<T>(Comparisons<T> how, NumberRange<T> range, FactMember m, bool holds)
        where T : struct, IComparable<T>
    {
        if (range.IsEmpty)
        {
            return holds ? False : True;
        }

        if (range.IsOne)
        {
            return Closed(m, Put(holds ? how.Same : how.Other, m, range.Low!.Value), holds);
        }

        var ends = new List<Expression>();
        if (range.Low is { } low)
        {
            ends.Add(Put(holds ? (range.HasLow ? how.From : how.Above) : (range.HasLow ? how.Below : how.UpTo), m, low));
        }

        if (range.High is { } high)
        {
            ends.Add(Put(holds ? (range.HasHigh ? how.UpTo : how.Below) : (range.HasHigh ? how.Above : how.From), m, high));
        }

        return Closed(m, Fold(ends, any: !holds), holds);
    }

    // From the first day to before the day after the last, which suits dates and times alike.
    private Expression Date(DateRule rule, FactMember m, bool holds)
    {
        Type type = m.Value.Type;
        return type == typeof(DateTime?) ? Ends(Comparisons.Times, static day => day.ToDateTimeUnspecified())
            : type == typeof(DateOnly?) ? Ends(Comparisons.Days, static day => day.ToDateOnly())
            : type == typeof(LocalDate?) ? Ends(Comparisons.LocalDates, static day => day)
            : type == typeof(LocalDateTime?) ? Ends(Comparisons.LocalTimes, static day => day.AtMidnight())
            : Ends(Comparisons.Instants, day => new ShopDays(m.Zone!).StartOf(ShopDays.NumberOf(day)));

        Expression Ends<T>(Comparisons<T> how, Func<LocalDate, T> at)
            where T : struct
        {
            (LocalDate? from, LocalDate? before) = FilterPlan.DatesOf(rule, today);
            var ends = new List<Expression>();
            if (from is { } first)
            {
                ends.Add(Put(holds ? how.From : how.Below, m, at(first)));
            }

            if (before is { } end)
            {
                ends.Add(Put(holds ? how.Below : how.From, m, at(end)));
            }

            return Closed(m, Fold(ends, any: !holds), holds);
        }
    }

    private static Expression Set(TextSetRule rule, FactMember m, bool holds) =>
        Closed(
            m,
            Fold(rule.Values.Select(value => Put(holds ? Has : HasNot, m, value)), any: (rule.Operator == TextSetOperator.AllOf) != holds),
            holds);

    private static Expression Level(FilterNode.Leaf leaf, FactMember m)
    {
        (bool isOpen, int[] places) = FilterPlan.LevelsOf(leaf);
        IEnumerable<Expression> levels = places.Select(place => m.Levels[place]);
        return isOpen
            ? Closed(m, Fold(levels.Select(level => Expression.NotEqual(m.Value, level)), any: false), holds: false)
            : Closed(m, Fold(levels.Select(level => Expression.Equal(m.Value, level)), any: true), holds: true);
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
