using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>Random rules and customers over one schema, from a seed: every kind of fact, every operator, absent facts, values that hit
/// the limits of the rules.</summary>
internal sealed class RandomRules(int seed)
{
    internal static readonly LocalDate Today = new(2024, 6, 15);

    internal static readonly NumberFact Age = NumberFact.From("age", new("age", "年龄"));
    internal static readonly NumberFact Height = NumberFact.From("height", new("height", "身高"));
    internal static readonly DateFact Birthday = DateFact.From("birthday", new("birthday", "生日"));
    internal static readonly YesNoFact IsParent = YesNoFact.From("is_parent", new("is a parent", "有孩子"));
    internal static readonly TextFact City = TextFact.From("city", new("city", "城市"));
    internal static readonly TextSetFact Hobbies = TextSetFact.From("hobbies", new("hobbies", "爱好"));
    internal static readonly ChoiceFact Tier = ChoiceFact.From(
        "tier", new("tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")), new ChoiceLevel("gold", new("gold", "金卡")),
            new ChoiceLevel("black", new("black", "黑卡")));

    internal static readonly FactSchema Schema = ShopFacts.Schema.With(Age, Height, Birthday, IsParent, City, Hobbies, Tier);

    internal static readonly NumberFact[] Numbers =
    [
        Age, Height, Facts.Orders, Facts.Spend, FactsOfRelationship.Trust, Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)),
        Facts.Gap(Behaviour.Interaction, TimeWindow.LastDays(30)), Facts.Periods(Behaviour.Order, 30, 6),
    ];

    internal static readonly NumberFact[] Derived = [Facts.Ratio(Facts.Spend, Facts.Orders), Facts.Bucket("summer"),
        Facts.Bucket("a \"b\"")];
    internal static readonly DateFact[] Dates = [Birthday, Facts.LastOrder, Facts.FirstOrder, Facts.Last(Behaviour.WelfareReceived)];
    internal static readonly YesNoFact[] YesNos = [IsParent, Facts.Linked];
    internal static readonly TextFact[] Texts = [City, Facts.Channel];
    internal static readonly TextSetFact[] TextSets = [Hobbies, Facts.Tags];
    internal static readonly ChoiceFact[] Choices = [Tier, FactsOfRelationship.Stage];

    private static readonly double[] Values = [-1.5, 0, 1, 2, 2.0000000000000004, 3, 18, 35, 50, 99.99, 100, 1e15, double.MaxValue,
        -double.MaxValue, double.Epsilon];
    private static readonly string[] Words = ["mum", "size-m", "上海", "Shanghai", "shanghai", "a \"b\" \\c", "x,y)"];

    private readonly Random random = Chance.From(seed);

    internal static Fact[] AllFacts => [.. Numbers, .. Derived, .. Dates, .. YesNos, .. Texts, .. TextSets, .. Choices];

    /// <summary>A customer of whom about two thirds of the facts are known.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isFolding">Whether some facts cannot be told any more.</param>
    internal FactValues Customer(int number, bool isFolding = false)
    {
        FactValues values = FactValues.From(CustomerId.From($"customer-{number}"), Today);
        values = Numbers.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Pick(Values)));
        values = Dates.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Date()));
        values = YesNos.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, random.Next(2) == 0));
        values = Texts.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, random.Next(5) == 0 ? "elsewhere" : Pick(Words)));
        values = TextSets.Where(_ => Known()).Aggregate(values, (v, fact) =>
            v.With(fact, Some(Words).Append("other").Skip(random.Next(2))));
        values = Choices.Where(_ => Known()).Aggregate(values, (v, fact) => v.With(fact, Pick([.. fact.Levels]).Name));
        return isFolding
            ? AllFacts.Where(_ => random.Next(6) == 0).Aggregate(values, static (v, fact) => v.WithFolded(fact))
            : values;
    }

    /// <summary>A rule at most so deep. It may refer to the segments named.</summary>
    internal SegmentRule Rule(int depth, params string[] segments)
    {
        if (depth <= 1 || random.Next(4) == 0)
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

    /// <summary>A leaf of any kind.</summary>
    internal SegmentRule Leaf() => random.Next(8) switch
    {
        0 or 1 => Number(Pick([.. Numbers, .. Derived])),
        2 => Date(Pick(Dates)),
        3 => random.Next(2) == 0 ? Pick(YesNos).IsYes() : Pick(YesNos).IsNo(),
        4 => random.Next(2) == 0 ? Pick(Texts).AnyOf(Some(Words)) : Pick(Texts).NoneOf(Some(Words)),
        5 => Set(Pick(TextSets)),
        6 => Choice(Pick(Choices)),
        _ => random.Next(2) == 0 ? Pick(AllFacts).IsKnown() : Pick(AllFacts).IsUnknown(),
    };

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

    private LocalDate Date() => Today.PlusDays(random.Next(-5, 6));

    private bool Known() => random.Next(3) > 0;

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    // None to three.
    private string[] Some(string[] from) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(from))];
}
