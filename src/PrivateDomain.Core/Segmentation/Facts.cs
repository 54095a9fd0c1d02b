using System.Collections.Immutable;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The facts this library knows (内置事实).</summary>
/// <remarks>Those of orders and interactions come from <see cref="CustomerFacts"/>; stage, trust, recency, frequency and monetary scores
/// are given by the caller, for they
/// depend on policies. Amounts of money are in the shop's currency, as numbers of about 15 digits.</remarks>
public static partial class Facts
{
    /// <summary>The stage of the relationship (关系阶段): none, acquaintance, interaction, rapport, alliance. Given by the caller.</summary>
    public static ChoiceFact Stage { get; } = new(
        "stage", new("stage", "关系阶段"),
        [.. Enum.GetValues<RelationshipStage>().Select(static stage =>
            new ChoiceLevel(SnakeNames<RelationshipStage>.Of(stage), RelationshipWords.NameOf(stage)))]);

    /// <summary>Trust from 0 to 100 (信任度). Given by the caller.</summary>
    public static NumberFact Trust { get; } = new("trust", new("trust", "信任度"));

    /// <summary>The recency score (近度得分). Given by the caller.</summary>
    public static NumberFact RfmRecency { get; } = new("rfm_recency", new("recency score", "近度得分"));

    /// <summary>The frequency score (频度得分). Given by the caller.</summary>
    public static NumberFact RfmFrequency { get; } = new("rfm_frequency", new("frequency score", "频度得分"));

    /// <summary>The monetary score (额度得分). Given by the caller.</summary>
    public static NumberFact RfmMonetary { get; } = new("rfm_monetary", new("monetary score", "额度得分"));

    /// <summary>How many orders count (订单数).</summary>
    public static NumberFact Orders { get; } = Of("orders", new("orders", "订单数"), static f => f.OrderCount);

    /// <summary>What they brought, in the shop's currency (累计消费).</summary>
    public static NumberFact Spend { get; } = Of("spend", new("spend", "累计消费"), static f => (double)f.Spend.Amount);

    /// <summary>Spend for each order (客单价); absent without an order in the shop's currency.</summary>
    public static NumberFact AverageTicket { get; } = Of(
        "average_ticket", new("average ticket", "客单价"), static f =>
            f.AverageTicket.TryGet(out Money ticket) ? (double)ticket.Amount : double.NaN);

    /// <summary>On how many days there was an order (购买天数).</summary>
    public static NumberFact PurchaseDays { get; } = Of("purchase_days", new("days with a purchase", "购买天数"), static f =>
        f.PurchaseDayCount);

    /// <summary>How many days ago the last order was, 0 for today (距上次下单天数); absent without one.</summary>
    public static NumberFact DaysSinceOrder { get; } = Of(
        "days_since_order", new("days since the last order", "距上次下单天数"), static f => f.DaysSinceLastOrder ?? double.NaN);

    /// <summary>The mean number of days between purchase days (复购周期); absent below two.</summary>
    public static NumberFact RepurchaseDays { get; } = Of(
        "repurchase_days", new("repurchase cycle in days", "复购周期（天）"), static f =>
            f.RepurchaseCycleDays.TryGet(out decimal days) ? (double)days : double.NaN);

    /// <summary>The day of the first order (首单日期); absent without one.</summary>
    public static DateFact FirstOrder { get; } = new("first_order", new("first order", "首单日期"), static v =>
        v.DateAt(v.Facts?.FirstOrderAt));

    /// <summary>The day of the last order (末单日期); absent without one.</summary>
    public static DateFact LastOrder { get; } = new("last_order", new("last order", "最近下单日期"), static v => v.DateAt(v.Facts?.LastOrderAt));

    /// <summary>How many interactions there were (互动次数).</summary>
    public static NumberFact Interactions { get; } = new(
        "interactions", new("interactions", "互动次数"), static v => v.CountOf(Behaviour.Interaction, TimeWindow.All));

    /// <summary>The day of the last interaction (最近互动日期); absent without one.</summary>
    public static DateFact LastInteraction { get; } = new(
        "last_interaction", new("last interaction", "最近互动日期"), static v => v.DateAt(v.Facts?.LastInteractionAt));

    /// <summary>The day of the last order or interaction (最近活跃日期); absent without either.</summary>
    public static DateFact LastActive { get; } = new("last_active", new("last active", "最近活跃日期"), static v =>
        v.DateAt(v.Facts?.LastActiveAt));

    /// <summary>The last answer from 0 to 10 to how likely the customer recommends the shop (净推荐值); absent without one.</summary>
    public static NumberFact Nps { get; } = Of("nps", new("NPS answer", "净推荐值"), static f => f.LastNps ?? double.NaN);

    /// <summary>On how many carriers there is a link that is not lost (链接数).</summary>
    public static NumberFact Links { get; } = Of("links", new("links", "链接数"), static f => f.LinkCount);

    /// <summary>Whether there is a link that is neither lost nor muted (有效链接).</summary>
    public static YesNoFact Linked { get; } = new("linked", new("actively linked", "有效链接"), static v => v.Facts?.HasActiveLink);

    /// <summary>Whether the customer can be sent messages: an active link, not opted out (可触达).</summary>
    public static YesNoFact Reachable { get; } = new("reachable", new("reachable", "可触达"), static v => v.Facts?.HasReachableLink);

    /// <summary>The carriers with a link that is not lost (载体), such as <c>personal_we_chat</c>: their names in snake case.</summary>
    public static TextSetFact Carriers { get; } = new("carrier", new("carrier", "载体"), static v =>
        v.Facts is { } facts ? CarriersOf(facts) : null);

    /// <summary>The channel by which the customer came first, as the host names it (来源渠道); absent when unknown.</summary>
    public static TextFact Channel { get; } = new("channel", new("channel of acquisition", "来源渠道"), static v =>
        v.Facts is { } facts ? ChannelOf(facts) : null);

    /// <summary>The tags on the customer (标签).</summary>
    public static TextSetFact Tags { get; } = new("tag", new("tag", "标签"), static v => v.Facts?.Tags);

    /// <summary>The groups the customer is in (社群).</summary>
    public static TextSetFact Groups { get; } = new("community", new("community", "社群"), static v => v.Facts?.Groups);

    /// <summary>All facts without parameters, in the order of the documentation.</summary>
    internal static ImmutableArray<Fact> BuiltIn { get; } =
    [
        Stage, Trust, Orders, Spend, AverageTicket, PurchaseDays, FirstOrder, LastOrder, DaysSinceOrder, RepurchaseDays, Interactions,
            LastInteraction, LastActive,
        Nps, Links, Linked, Reachable, Carriers, Channel, Tags, Groups, RfmRecency, RfmFrequency, RfmMonetary,
    ];

    private static NumberFact Of(string name, Bilingual label, Func<CustomerFacts, double> read) =>
        new(name, label, values => values.Facts is { } facts ? read(facts) : double.NaN);

    private static ImmutableSortedSet<string> CarriersOf(CustomerFacts facts) =>
        [.. facts.Links.Where(static x => x.State != LinkState.Lost).Select(static x => SnakeNames<Carrier>.Of(x.Carrier))];

    private static string? ChannelOf(CustomerFacts facts)
    {
        foreach (CustomerEvent e in facts.Events)
        {
            if (e is LinkMade { Channel: { } channel })
            {
                return channel;
            }
        }

        return null;
    }
}
