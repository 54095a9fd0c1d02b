using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance;

/// <summary>Random rules and customers over <see cref="ConformanceFacts"/> (随机规则与客户): every kind of fact, every operator,
/// absent facts, values that hit the limits of the rules.</summary>
/// <remarks>The same seed gives the same rules and customers, in the same order of calls. Not for several threads at once.</remarks>
public sealed class ConformanceRandom
{
    private static readonly double[] Values = [-1.5, 0, 1, 2, 2.0000000000000004, 3, 18, 35, 50, 99.99, 100, 1e15, double.MaxValue,
        -double.MaxValue, double.Epsilon];
    private static readonly string[] Words = ["mum", "size-m", "上海", "Shanghai", "shanghai", "a \"b\" \\c", "x,y)"];

    private readonly Random random;

    private ConformanceRandom(Random random) => this.random = random;

    /// <summary>From a seed.</summary>
    /// <param name="seed">Any number.</param>
    public static ConformanceRandom From(int seed) => new(new Random(seed));

    /// <summary>From a generator that others draw from too.</summary>
    /// <param name="random">The generator.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static ConformanceRandom From(Random random) => new(Guard.Against.Null(random));

    /// <summary>What is known of a customer, about two thirds of the facts.</summary>
    /// <param name="number">The customer's number, of which the identifier is made.</param>
    /// <param name="anyNumber">Whether every number may be any finite one, where a database has columns of double precision only; else they
    /// are as <see cref="ConformanceFacts"/> says.</param>
    public FactValues Customer(int number, bool anyNumber = false)
    {
        FactValues values = FactValues.From(CustomerId.From(FormattableString.Invariant($"customer-{number}")), ConformanceFacts.Today);
        values = ConformanceFacts.Numbers.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Pick(Values)));
        values = ConformanceFacts.Dates.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Date()));
        values = ConformanceFacts.YesNos.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, random.Next(2) == 0));
        values = ConformanceFacts.Texts.Where(_ => Known())
            .Aggregate(values, (v, fact) => v.With(fact, random.Next(5) == 0 ? "elsewhere" : Pick(Words)));
        values = ConformanceFacts.TextSets.Where(_ => Known()).Aggregate(values, (v, fact) =>
            v.With(fact, Some(Words).Append("other").Skip(random.Next(2))));
        values = ConformanceFacts.Choices.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Pick([.. fact.Levels]).Name));
        return anyNumber ? values : Held(values);
    }

    /// <summary>A rule at most so deep; every fourth time, and where 1 is left, a single leaf. It may refer to segments.</summary>
    /// <param name="depth">How deep, 1 or more.</param>
    /// <param name="segments">The names of segments that it may refer to.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 1.</exception>
    /// <exception cref="ArgumentNullException">The names are null.</exception>
    public SegmentRule Rule(int depth, params string[] segments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        Guard.Against.Null(segments);
        if (depth == 1 || random.Next(4) == 0)
        {
            return segments.Length > 0 && random.Next(8) == 0 ? SegmentRule.InSegment(Pick(segments)) : Leaf();
        }

        SegmentRule[] parts = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Rule(depth - 1, segments))];
        return random.Next(5) switch
        {
            0 => SegmentRule.AllOf(parts),
            1 => SegmentRule.AnyOf(parts),
            2 => SegmentRule.NoneOf(parts),
            3 when parts.Length > 0 => SegmentRule.AtLeastOf(random.Next(parts.Length) + 1, parts),
            _ => SegmentRule.Not(Rule(depth - 1, segments)),
        };
    }

    /// <summary>A rule just so deep, none of whose groups is trivial: two to four parts, one of them as deep as is left.</summary>
    /// <param name="depth">How deep, 1 or more; 1 is a leaf.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 1.</exception>
    public SegmentRule DeepRule(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        if (depth == 1)
        {
            return Leaf();
        }

        SegmentRule[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Rule(depth - 1)), DeepRule(depth - 1)];
        return random.Next(5) switch
        {
            0 => SegmentRule.AllOf(parts),
            1 => SegmentRule.AnyOf(parts),
            2 => SegmentRule.NoneOf(parts),
            3 => SegmentRule.AtLeastOf(random.Next(parts.Length) + 1, parts),
            _ => SegmentRule.Not(DeepRule(depth - 1)),
        };
    }

    /// <summary>A leaf of any kind.</summary>
    public SegmentRule Leaf() => random.Next(8) switch
    {
        0 or 1 => Number(Pick([.. ConformanceFacts.Numbers, .. ConformanceFacts.Derived])),
        2 => Date(Pick([.. ConformanceFacts.Dates])),
        3 => random.Next(2) == 0 ? Pick([.. ConformanceFacts.YesNos]).IsYes() : Pick([.. ConformanceFacts.YesNos]).IsNo(),
        4 => random.Next(2) == 0
            ? Pick([.. ConformanceFacts.Texts]).AnyOf(Some(Words))
            : Pick([.. ConformanceFacts.Texts]).NoneOf(Some(Words)),
        5 => Set(Pick([.. ConformanceFacts.TextSets])),
        6 => Choice(Pick([.. ConformanceFacts.Choices])),
        _ => random.Next(2) == 0 ? Pick([.. ConformanceFacts.All]).IsKnown() : Pick([.. ConformanceFacts.All]).IsUnknown(),
    };

    private static FactValues Held(FactValues values)
    {
        foreach ((NumberFact fact, double end, int digits) in new[]
        {
            (ConformanceFacts.Height, 2e9, 0), (ConformanceFacts.OrdersWithin90Days, 2e9, 0), (Facts.Orders, 9e15, 0),
            (Facts.Spend, 9e12, 2),
        })
        {
            values = values.NumberOf(fact) is { } x ? values.With(fact, Math.Round(Math.Clamp(x, -end, end), digits)) : values;
        }

        return values;
    }

    private SegmentRule Number(NumberFact fact)
    {
        double value = Pick(Values);
        double other = Pick(Values);
        return random.Next(7) switch
        {
            0 => fact.LessThan(value),
            1 => fact.AtMost(value),
            2 => fact.EqualTo(value),
            3 => fact.NotEqualTo(value),
            4 => fact.AtLeast(value),
            5 => fact.GreaterThan(value),
            _ => fact.Between(Math.Min(value, other), Math.Max(value, other)),
        };
    }

    private SegmentRule Date(DateFact fact)
    {
        LocalDate date = Date();
        LocalDate other = Date();
        int days = random.Next(1, 5);
        return random.Next(10) switch
        {
            0 => fact.Before(date),
            1 => fact.OnOrBefore(date),
            2 => fact.On(date),
            3 => fact.NotOn(date),
            4 => fact.OnOrAfter(date),
            5 => fact.After(date),
            6 => fact.Between(LocalDate.Min(date, other), LocalDate.Max(date, other)),
            7 => fact.WithinDays(days),
            8 => fact.MoreThanDaysAgo(days - 1),
            _ => fact.WithinNextDays(days),
        };
    }

    private SegmentRule Set(TextSetFact fact) => random.Next(3) switch
    {
        0 => fact.AnyOf(Some(Words)),
        1 => fact.AllOf(Some(Words)),
        _ => fact.NoneOf(Some(Words)),
    };

    private SegmentRule Choice(ChoiceFact fact)
    {
        string[] levels = [.. fact.Levels.Select(static level => level.Name)];
        string one = Pick(levels);
        return random.Next(8) switch
        {
            0 => fact.LessThan(one),
            1 => fact.AtMost(one),
            2 => fact.EqualTo(one),
            3 => fact.NotEqualTo(one),
            4 => fact.AtLeast(one),
            5 => fact.GreaterThan(one),
            6 => fact.AnyOf(Some(levels)),
            _ => fact.NoneOf(Some(levels)),
        };
    }

    private LocalDate Date() => ConformanceFacts.Today.PlusDays(random.Next(-5, 6));

    private bool Known() => random.Next(3) > 0;

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    // None to three.
    private string[] Some(string[] from) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(from))];
}
