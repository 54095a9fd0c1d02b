using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance;

/// <summary>The facts that the kit's rules ask for, one or more of every kind (检查所用的事实).</summary>
/// <remarks>Of the numbers <see cref="Height"/> and <see cref="OrdersWithin90Days"/> are whole and within 32 bits,
/// <see cref="Facts.Orders"/> is whole and within 9 × 10¹⁵, <see cref="Facts.Spend"/> has two decimals and is within 9 × 10¹²; the
/// others are any finite numbers in double precision.</remarks>
public static class ConformanceFacts
{
    /// <summary>The day that windows are counted from.</summary>
    public static LocalDate Today { get; } = new(2024, 6, 15);

    /// <summary>The shop's zone, for columns of instants: Asia/Shanghai.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>A number in double precision.</summary>
    public static NumberFact Age { get; } = NumberFact.From("age", new("age", "年龄"));

    /// <summary>A whole number within 32 bits.</summary>
    public static NumberFact Height { get; } = NumberFact.From("height", new("height", "身高"));

    /// <summary>A whole number within 32 bits, counted in a window.</summary>
    public static NumberFact OrdersWithin90Days { get; } = Facts.Count(Behaviour.Order, TimeWindow.LastDays(90));

    /// <summary>A date.</summary>
    public static DateFact Birthday { get; } = DateFact.From("birthday", new("birthday", "生日"));

    /// <summary>A yes or no.</summary>
    public static YesNoFact IsParent { get; } = YesNoFact.From("is_parent", new("is a parent", "有孩子"));

    /// <summary>A text.</summary>
    public static TextFact City { get; } = TextFact.From("city", new("city", "城市"));

    /// <summary>A set of texts.</summary>
    public static TextSetFact Hobbies { get; } = TextSetFact.From("hobbies", new("hobbies", "爱好"));

    /// <summary>A choice of three levels.</summary>
    public static ChoiceFact Tier { get; } = ChoiceFact.From(
        "tier", new("tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")),
        new ChoiceLevel("gold", new("gold", "金卡")), new ChoiceLevel("black", new("black", "黑卡")));

    /// <summary>The numbers that are noted.</summary>
    public static ImmutableArray<NumberFact> Numbers { get; } =
    [
        Age, Height, Facts.Orders, Facts.Spend, FactsOfRelationship.Trust, OrdersWithin90Days,
        Facts.Gap(Behaviour.Interaction, TimeWindow.LastDays(30)), Facts.Periods(Behaviour.Order, 30, 6),
    ];

    /// <summary>The numbers that follow from others, or from the customer's identifier.</summary>
    public static ImmutableArray<NumberFact> Derived { get; } =
        [Facts.Ratio(Facts.Spend, Facts.Orders), Facts.Bucket("summer"), Facts.Bucket("a \"b\"")];

    /// <summary>The dates.</summary>
    public static ImmutableArray<DateFact> Dates { get; } =
        [Birthday, Facts.LastOrder, Facts.FirstOrder, Facts.Last(Behaviour.WelfareReceived)];

    /// <summary>The facts of yes or no.</summary>
    public static ImmutableArray<YesNoFact> YesNos { get; } = [IsParent, Facts.Linked];

    /// <summary>The texts.</summary>
    public static ImmutableArray<TextFact> Texts { get; } = [City, Facts.Channel];

    /// <summary>The sets of texts.</summary>
    public static ImmutableArray<TextSetFact> TextSets { get; } = [Hobbies, Facts.Tags];

    /// <summary>The choices.</summary>
    public static ImmutableArray<ChoiceFact> Choices { get; } = [Tier, FactsOfRelationship.Stage];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fact> All { get; } = [.. Numbers, .. Derived, .. Dates, .. YesNos, .. Texts, .. TextSets, .. Choices];

    /// <summary>The schema of rules over them.</summary>
    public static FactSchema Schema { get; } = ShopFacts.Schema.With(Age, Height, Birthday, IsParent, City, Hobbies, Tier);
}
