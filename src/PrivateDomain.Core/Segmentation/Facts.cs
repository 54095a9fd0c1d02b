using System.Collections.Immutable;
using System.Numerics;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The facts that a customer's history gives (内置事实), with and without parameters. Other rooms have catalogues of their
/// own.</summary>
/// <remarks>Amounts of money are in the shop's currency, as numbers of about 15 digits.
/// Without a history all are absent, but <see cref="Bucket"/>.</remarks>
/// <example>
/// <code>
/// SegmentRule recent = Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(1);
/// SegmentRule mums = Facts.Tags.AnyOf("mum");
/// </code>
/// </example>
public static class Facts
{
    /// <summary>The greatest number of periods of <see cref="Periods"/>.</summary>
    public const int PeriodsMax = 1_000;

    /// <summary>How many orders count (订单数).</summary>
    public static NumberFact Orders { get; } = Of("orders", new("orders", "订单数"), static f => f.OrderCount);

    /// <summary>What they brought, in the shop's currency (累计消费).</summary>
    public static NumberFact Spend { get; } = Of("spend", new("spend", "累计消费"), static f => (double)f.Spend.Amount);

    /// <summary>Spend for each order (客单价); absent without an order in the shop's currency.</summary>
    public static NumberFact AverageTicket { get; } = Of(
        "average_ticket", new("average ticket", "客单价"),
        static f => f.Ticket is { } ticket ? (double)ticket.Amount : null);

    /// <summary>On how many days there was an order (购买天数).</summary>
    public static NumberFact PurchaseDays { get; } = Of(
        "purchase_days", new("days with a purchase", "购买天数"), static f => f.PurchaseDayCount);

    /// <summary>How many days ago the last order was, 0 for today (距上次下单天数); absent without one.</summary>
    public static NumberFact DaysSinceOrder { get; } = Of(
        "days_since_order", new("days since the last order", "距上次下单天数"), static f => f.DaysSinceLastOrder);

    /// <summary>The customer's repurchase cycle in days (复购周期); absent where <see cref="CustomerFacts.RepurchaseCycleDays"/> has no
    /// value.</summary>
    public static NumberFact RepurchaseDays { get; } = Of(
        "repurchase_days", new("repurchase cycle in days", "复购周期（天）"),
        static f => f.CycleDays is { } days ? (double)days : null);

    /// <summary>The day of the first order (首单日期); absent without one.</summary>
    public static DateFact FirstOrder { get; } = Of("first_order", new("first order", "首单日期"), static f => f.FirstOrderAt);

    /// <summary>The day of the last order (末单日期); absent without one.</summary>
    public static DateFact LastOrder { get; } = Of("last_order", new("last order", "最近下单日期"), static f => f.LastOrderAt);

    /// <summary>How many interactions there were (互动次数).</summary>
    public static NumberFact Interactions { get; } = new(
        "interactions", new("interactions", "互动次数"),
        static v => v.Facts is { } facts ? BehaviourReading.CountOf(facts, Behaviour.Interaction, TimeWindow.All) : default);

    /// <summary>The day of the last interaction (最近互动日期); absent without one.</summary>
    public static DateFact LastInteraction { get; } = new(
        "last_interaction", new("last interaction", "最近互动日期"),
        static v => v.Facts is { } facts ? BehaviourReading.EndOf(facts, Behaviour.Interaction, last: true) : default);

    /// <summary>The day of the last order or interaction (最近活跃日期); absent without either.</summary>
    public static DateFact LastActive { get; } = new("last_active", new("last active", "最近活跃日期"), static v => LaterOf(LastOrder, v));

    /// <summary>The last answer from 0 to 10 to how likely the customer recommends the shop (净推荐值); absent without one.</summary>
    public static NumberFact Nps { get; } = Of("nps", new("NPS answer", "净推荐值"), static f => f.LastNps);

    /// <summary>On how many carriers there is a link that is not lost (链接数).</summary>
    public static NumberFact Links { get; } = Of("links", new("links", "链接数"), static f => f.LinkCount);

    /// <summary>Whether there is a link that is not lost, muted or not (在联).</summary>
    public static YesNoFact Linked { get; } = new("linked", new("linked", "在联"), static v => Known(v.Facts?.IsLinked));

    /// <summary>Whether the customer can be sent messages: linked on a carrier, not muted there and not opted out there (可触达).</summary>
    public static YesNoFact Reachable { get; } = new(
        "reachable", new("reachable", "可触达"), static v => Known(v.Facts?.IsReachable));

    /// <summary>The carriers with a link that is not lost (载体), such as <c>personal_we_chat</c>: their names in snake case.</summary>
    public static TextSetFact Carriers { get; } = Told("carrier", new("carrier", "载体"), TellCarriers);

    /// <summary>The channel by which the customer came first, as the host names it (来源渠道); absent when unknown.</summary>
    public static TextFact Channel { get; } = new(
        "channel", new("channel of acquisition", "来源渠道"), static v => Known(v.Facts?.FirstChannelCode));

    /// <summary>The tags on the customer (标签).</summary>
    public static TextSetFact Tags { get; } = Told(
        "tag", new("tag", "标签"), static (f, marks) => f.TellStanding(EventKind.TagAdded, EventKind.TagRemoved, marks));

    /// <summary>The groups the customer is in (社群).</summary>
    public static TextSetFact Groups { get; } = Told(
        "community", new("community", "社群"), static (f, marks) => f.TellStanding(EventKind.GroupJoined, EventKind.GroupLeft, marks));

    /// <summary>All facts without parameters, in the order of the documentation.</summary>
    public static ImmutableArray<Fact> All { get; } =
    [
        Orders, Spend, AverageTicket, PurchaseDays, FirstOrder, LastOrder, DaysSinceOrder, RepurchaseDays, Interactions, LastInteraction,
        LastActive, Nps, Links, Linked, Reachable, Carriers, Channel, Tags, Groups,
    ];

    /// <summary>How often something was done in a window: <c>count(order)</c>, <c>count(order, 90d)</c>, <c>count(order, older 90d)</c>,
    /// <c>count(order, 2024-01-01..2024-03-31)</c> (次数). Nothing done is 0.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Count(Behaviour behaviour, TimeWindow window = default) =>
        window == default && Behaviours.Check(behaviour) is Behaviour.Order or Behaviour.Interaction
            ? behaviour == Behaviour.Order ? Orders : Interactions
            : BehaviourFact.InWindow("count", behaviour, window, new("{0}", "{0}次数"), BehaviourReading.CountOf);

    /// <summary>On how many days something was done in a window: <c>days(order, 90d)</c> (天数). Nothing done is 0.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Days(Behaviour behaviour, TimeWindow window = default) =>
        window == default && Behaviours.Check(behaviour) == Behaviour.Order
            ? PurchaseDays
            : BehaviourFact.InWindow("days", behaviour, window, new("days with {0}", "{0}天数"), BehaviourReading.DaysOf);

    /// <summary>The longest pause in days between two days on which something was done, the later of them in a window: <c>gap(order,
    /// 30d)</c> (间隔天数). Absent when no pause ends in the window.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When the pause ended; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Gap(Behaviour behaviour, TimeWindow window = default) =>
        BehaviourFact.InWindow("gap", behaviour, window, new("longest pause between {0}", "{0}最长间隔天数"), BehaviourReading.GapOf);

    /// <summary>What orders in a window brought, in the shop's currency: <c>spend(90d)</c> (窗口消费额).</summary>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    public static NumberFact SpendIn(TimeWindow window = default) => window == default ? Spend : BehaviourFact.SpendIn(window);

    /// <summary>In how many of the last periods something was done: <c>periods(order, 30d, 6)</c> (活跃周期数). The first period are the
    /// last days, today included; nothing done is 0.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="days">How long a period is: 1 or more.</param>
    /// <param name="periods">How many periods: 1 to <see cref="PeriodsMax"/>; together at most <see cref="TimeWindow.DaysMax"/>
    /// days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined, or a number is out of range.</exception>
    public static NumberFact Periods(Behaviour behaviour, int days, int periods) => BehaviourFact.Periods(behaviour, days, periods);

    /// <summary>The day on which something was first done: <c>first(order)</c> (首次日期). Absent when never.</summary>
    /// <param name="behaviour">What.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static DateFact First(Behaviour behaviour) =>
        Behaviours.Check(behaviour) == Behaviour.Order ? FirstOrder : BehaviourFact.First(behaviour);

    /// <summary>The day on which something was last done: <c>last(order)</c> (最近日期). Absent when never.</summary>
    /// <param name="behaviour">What.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static DateFact Last(Behaviour behaviour) => Behaviours.Check(behaviour) switch
    {
        Behaviour.Order => LastOrder,
        Behaviour.Interaction => LastInteraction,
        _ => BehaviourFact.Last(behaviour),
    };

    /// <summary>One number measured by another: <c>ratio(spend, orders)</c> (比值). Absent when either is, when the second is 0, or when
    /// the quotient is not finite.</summary>
    /// <param name="numerator">The number to measure; no ratio.</param>
    /// <param name="denominator">What it is measured by; no ratio.</param>
    /// <exception cref="ArgumentNullException">A fact is null.</exception>
    /// <exception cref="ArgumentException">A fact is a ratio itself.</exception>
    public static NumberFact Ratio(NumberFact numerator, NumberFact denominator) => DerivedFact.Ratio(
        DerivedFact.Plain(numerator, nameof(numerator)), DerivedFact.Plain(denominator, nameof(denominator)));

    /// <summary>A number from 0 to 100 that is the same for a customer whenever asked, and evenly spread over customers:
    /// <c>bucket("summer")</c> (分流桶). For hold-out groups and tests; see <see cref="NumberFact.InShare"/>. The recipe is that of the
    /// targeting filter of Microsoft.FeatureManagement, so a flag's 10 % and a segment's 10 % can be the same people.</summary>
    /// <param name="salt">What makes this split independent of others: 1 to 128 characters, no control characters, no white space at its
    /// ends.</param>
    /// <exception cref="ArgumentException">The salt has another form.</exception>
    public static NumberFact Bucket(string salt) => DerivedFact.Bucket(IdentifierText.Check(salt));

    private static NumberFact Of(string name, Bilingual label, Func<CustomerFacts, double?> read) =>
        new(name, label, values => values.Facts is { } facts && read(facts) is { } found && double.IsFinite(found)
            ? FactReading<double>.Of(found)
            : default);

    private static DateFact Of(string name, Bilingual label, Func<CustomerFacts, Instant?> read) =>
        new(name, label, values => values.Facts is { } facts ? BehaviourReading.DateOf(facts, read(facts)) : default);

    private static FactReading<bool> Known(bool? value) => value is { } known ? FactReading<bool>.Of(known) : default;

    private static FactReading<T> Known<T>(T? value)
        where T : class => value is null ? default : FactReading<T>.Of(value);

    private static FactReading<LocalDate> LaterOf(DateFact order, FactValues values)
    {
        FactReading<LocalDate> interaction = values.Date(LastInteraction);
        FactReading<LocalDate> ordered = values.Date(order);
        return interaction.IsFolded || ordered.IsFolded ? FactReading<LocalDate>.Folded
            : !interaction.IsKnown ? ordered
            : !ordered.IsKnown ? interaction
            : FactReading<LocalDate>.Of(LocalDate.Max(interaction.Value, ordered.Value));
    }

    private static TextSetFact Told(string name, Bilingual label, Action<CustomerFacts, ITextMarks> tell) => new(
        name, label,
        values =>
        {
            if (values.Facts is not { } facts)
            {
                return default;
            }

            var texts = new StandingTexts();
            tell(facts, texts);
            return FactReading<ImmutableSortedSet<string>>.Of(texts.ToImmutable());
        },
        tell: tell);

    private static void TellCarriers(CustomerFacts facts, ITextMarks marks)
    {
        for (int linked = facts.LinkedCarriers; linked != 0; linked &= linked - 1)
        {
            marks.Mark(SnakeNames<Carrier>.Of((Carrier)BitOperations.TrailingZeroCount(linked)), isIn: true);
        }
    }
}
