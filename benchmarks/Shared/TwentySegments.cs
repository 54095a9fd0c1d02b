using System.Linq.Expressions;
using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Twenty segments of a shop, each as the library's rule and as the lambda that one would write instead.</summary>
internal static class TwentySegments
{
    internal const int Count = 20;

    /// <summary>The day on which they are asked, counted from 1970.</summary>
    internal const int TodayNumber = 20_000;

    internal static readonly LocalDate Today = Day(0);

    private static readonly string[] LevelNames = ["stranger", "added", "asked", "first_order", "repeat", "core"];

    internal static readonly ChoiceFact Stage = ChoiceFact.From("customer_stage", new("customer stage", "客户阶段"),
        [.. LevelNames.Select(static name => new ChoiceLevel(name, new(name, name)))]);

    internal static readonly NumberFact Community = NumberFact.From("home_group", new("home group", "所属社群"));

    internal static readonly DateFact Joined = DateFact.From("joined_on", new("joined", "加入日期"));

    internal static readonly DateFact Contact = DateFact.From("contacted_on", new("last contact", "最近联系"));

    private static readonly (SegmentRule Rule, Expression<Func<SegmentCustomer, bool>> Lambda)[] All =
    [
        (At(1) & Joined.OnOrAfter(Day(7)), static c => c.Stage == 1 && c.JoinedDay >= TodayNumber - 7),
        (At(1) & Joined.Before(Day(90)) & Contact.Before(Day(30)),
            static c => c.Stage == 1 && c.JoinedDay < TodayNumber - 90 && c.ContactDay < TodayNumber - 30),
        (At(3) & Facts.LastOrder.OnOrAfter(Day(30)), static c => c.Stage == 3 && c.LastOrderDay >= TodayNumber - 30),
        (At(3) & Facts.LastOrder.Between(Day(60), Day(31)) & Facts.Tags.NoneOf(["opt-out"]),
            static c => c.Stage == 3 && c.LastOrderDay >= TodayNumber - 60 && c.LastOrderDay <= TodayNumber - 31
                && (c.Tags & SegmentTags.OptOut) == 0),
        (From(4) & Facts.LastOrder.OnOrAfter(Day(90)), static c => c.Stage >= 4 && c.LastOrderDay >= TodayNumber - 90),
        (From(4) & Facts.LastOrder.Between(Day(180), Day(91)) & Facts.Orders.AtLeast(3),
            static c => c.Stage >= 4 && c.LastOrderDay >= TodayNumber - 180 && c.LastOrderDay <= TodayNumber - 91 && c.Orders >= 3),
        (Facts.Orders.AtLeast(1) & Facts.LastOrder.Before(Day(365)), static c => c.Orders >= 1 && c.LastOrderDay < TodayNumber - 365),
        (Facts.Spend.AtLeast(10_000) & Facts.Orders.AtLeast(10) & Facts.LastOrder.OnOrAfter(Day(180)),
            static c => c.Spend >= 10_000 && c.Orders >= 10 && c.LastOrderDay >= TodayNumber - 180),
        (Facts.Orders.Between(1, 3) & Facts.Spend.AtLeast(3_000), static c => c.Orders >= 1 && c.Orders <= 3 && c.Spend >= 3_000),
        (At(5) | (Facts.Tags.AllOf(["referrer", "reviewer"]) & Facts.Orders.AtLeast(5)),
            static c => c.Stage == 5 || ((c.Tags & (SegmentTags.Referrer | SegmentTags.Reviewer))
                == (SegmentTags.Referrer | SegmentTags.Reviewer) && c.Orders >= 5)),
        (Community.Between(1_000, 1_999) & Facts.Spend.AtLeast(2_000) & Facts.Tags.AnyOf(["vip", "gold"]),
            static c => c.Community >= 1_000 && c.Community <= 1_999 && c.Spend >= 2_000
                && (c.Tags & (SegmentTags.Vip | SegmentTags.Gold)) != 0),
        (Facts.Spend.AtLeast(5_000) & Facts.LastOrder.Before(Day(180)) & Facts.Tags.NoneOf(["complaint", "opt-out"]),
            static c => c.Spend >= 5_000 && c.LastOrderDay < TodayNumber - 180
                && (c.Tags & (SegmentTags.Complaint | SegmentTags.OptOut)) == 0),
        (Facts.Tags.AllOf(["mother", "baby"]) & Facts.LastOrder.OnOrAfter(Day(180)),
            static c => (c.Tags & (SegmentTags.Mother | SegmentTags.Baby)) == (SegmentTags.Mother | SegmentTags.Baby)
                && c.LastOrderDay >= TodayNumber - 180),
        (Facts.Tags.AnyOf(["coupon", "bargain"]) & Facts.Spend.LessThan(500) & Facts.Orders.AtLeast(2),
            static c => (c.Tags & (SegmentTags.Coupon | SegmentTags.Bargain)) != 0 && c.Spend < 500 && c.Orders >= 2),
        ((Facts.LastOrder.Between(Day(365), Day(181)) | Contact.Before(Day(180)))
                & Facts.Orders.AtLeast(2) & Facts.Tags.NoneOf(["opt-out"]),
            static c => ((c.LastOrderDay >= TodayNumber - 365 && c.LastOrderDay <= TodayNumber - 181) || c.ContactDay < TodayNumber - 180)
                && c.Orders >= 2 && (c.Tags & SegmentTags.OptOut) == 0),
        (Joined.Between(Day(30), Day(0)) & Facts.Orders.EqualTo(0) & Facts.Tags.NoneOf(["blacklisted"]),
            static c => c.JoinedDay >= TodayNumber - 30 && c.JoinedDay <= TodayNumber && c.Orders == 0
                && (c.Tags & SegmentTags.Blacklisted) == 0),
        (Community.EqualTo(0) & From(3), static c => c.Community == 0 && c.Stage >= 3),
        (Joined.Between(Day(372), Day(358)) & From(3),
            static c => c.JoinedDay >= TodayNumber - 372 && c.JoinedDay <= TodayNumber - 358 && c.Stage >= 3),
        (Facts.Tags.AnyOf(["opt-out", "blacklisted"]) | Contact.OnOrAfter(Day(2)),
            static c => (c.Tags & (SegmentTags.OptOut | SegmentTags.Blacklisted)) != 0 || c.ContactDay >= TodayNumber - 2),
        (((At(3) & Facts.Spend.AtLeast(1_000)) | (At(4) & Facts.Spend.LessThan(2_000) & Facts.Orders.Between(2, 4)))
                & Facts.Tags.NoneOf(["complaint"]),
            static c => ((c.Stage == 3 && c.Spend >= 1_000) || (c.Stage == 4 && c.Spend < 2_000 && c.Orders >= 2 && c.Orders <= 4))
                && (c.Tags & SegmentTags.Complaint) == 0),
    ];

    /// <summary>The library's rules.</summary>
    internal static SegmentSet Rules { get; } = SegmentSet.From(
        FactSchema.BuiltIn.With([Stage, Community, Joined, Contact]), All.Select(static (one, i) => new Segment($"s{i}", one.Rule)));

    /// <summary>The same as expressions, for those who translate them.</summary>
    internal static Expression<Func<SegmentCustomer, bool>>[] Expressions { get; } = [.. All.Select(static one => one.Lambda)];

    /// <summary>The same, compiled.</summary>
    internal static Func<SegmentCustomer, bool>[] Lambdas { get; } = [.. Expressions.Select(static one => one.Compile())];

    /// <summary>The level's name at a place.</summary>
    internal static string LevelOf(int stage) => LevelNames[stage];

    private static SegmentRule At(int stage) => Stage.EqualTo(LevelNames[stage]);

    private static SegmentRule From(int stage) => Stage.AtLeast(LevelNames[stage]);

    private static LocalDate Day(int daysAgo) => new LocalDate(1970, 1, 1).PlusDays(TodayNumber - daysAgo);
}
