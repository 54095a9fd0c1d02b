using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Tests.Customers;

/// <summary>Random events of one customer: few ids, orders, tags and instants, so that conflicts, ties and refunds of all sorts are
/// common.</summary>
internal static class RandomEvents
{
    internal static readonly CustomerId Someone = CustomerId.From("c1");
    internal static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    internal static readonly Shop TestShop = new(Shanghai, Currency.Cny);
    internal static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    internal static Gen<CustomerEvent> One { get; } =
        from kind in Gen.Choose((int)EventKind.LinkMade, (int)EventKind.TouchSent)
        from id in Gen.Choose(0, 60)
        from hour in Gen.Choose(0, 40)
        from x in Gen.Choose(0, 3)
        from y in Gen.Choose(0, 5)
        select Make((EventKind)kind, CustomerEventId.From($"e{id}"), Start + Duration.FromHours(hour * 7), x, y);

    internal static Gen<CustomerEvent[]> Some { get; } = One.ArrayOf();

    /// <summary>Histories, with a checkpoint in half of the cases.</summary>
    internal static Gen<CustomerHistory> Histories { get; } =
        from events in Some
        from hour in Gen.Choose(-8, 8)
        select hour <= 0
            ? CustomerHistory.From(Someone, events)
            : CustomerHistory.From(Someone, events).CompactBefore(Start + Duration.FromHours(hour * 30));

    internal static CustomerEvent Make(EventKind kind, CustomerEventId id, Instant at, int x, int y)
    {
        var carrier = (Carrier)(x + 1);
        OrderId order = OrderId.From($"o{x}");
        Currency currency = y == 5 ? Currency.Usd : Currency.Cny;
        ImmutableArray<OrderLine> lines = y < 3 ? [] : [new OrderLine(ProductId.From($"商品{x}"), 1.50m, Money.From(y, currency))];
        return kind switch
        {
            EventKind.LinkMade => new LinkMade(id, Someone, at, carrier, y == 0 ? null : $"渠道{y}"),
            EventKind.LinkMuted => new LinkMuted(id, Someone, at, carrier),
            EventKind.LinkUnmuted => new LinkUnmuted(id, Someone, at, carrier),
            EventKind.LinkLost => new LinkLost(id, Someone, at, carrier, (LinkLoss)((y % 4) + 1)),
            EventKind.OptedOut => new OptedOut(id, Someone, at, carrier),
            EventKind.OptedIn => new OptedIn(id, Someone, at, carrier),
            EventKind.GroupJoined => new GroupJoined(id, Someone, at, $"g{x}"),
            EventKind.GroupLeft => new GroupLeft(id, Someone, at, $"g{x}"),
            EventKind.TagAdded => new TagAdded(id, Someone, at, $"标签 <{x}> \"😀\""),
            EventKind.TagRemoved => new TagRemoved(id, Someone, at, $"标签 <{x}> \"😀\""),
            EventKind.OrderPaid => new OrderPaid(id, Someone, at, order, Money.From(y * 1.50m, currency), lines),
            EventKind.OrderRefunded => new OrderRefunded(id, Someone, at, order, y == 0 ? null : Money.From(y, currency)),
            EventKind.NpsAnswered => new NpsAnswered(id, Someone, at, x + y),
            EventKind.MessageReceived => new MessageReceived(id, Someone, at, y == 0 ? null : carrier),
            EventKind.GroupMessageReceived => new GroupMessageReceived(id, Someone, at, $"g{x}"),
            EventKind.FactNoted => new FactNoted(id, Someone, at, $"topic {x}", $"值{y}"),
            EventKind.OrderDelivered => new OrderDelivered(id, Someone, at, order),
            EventKind.TouchSent => new TouchSent(id, Someone, at, (TouchKind)(x + y + 1 > 8 ? 8 : x + y + 1), y == 0 ? null : carrier,
                y % 2 == 0 ? null : "茶", x == 1 ? "618" : null),
            EventKind.ActivityJoined => new ActivityJoined(id, Someone, at),
            EventKind.SurveyAnswered => new SurveyAnswered(id, Someone, at),
            EventKind.FeedbackVolunteered => new FeedbackVolunteered(id, Someone, at),
            EventKind.RecommendationMade => new RecommendationMade(id, Someone, at),
            EventKind.ReferralConverted => new ReferralConverted(id, Someone, at),
            EventKind.RivalDeclined => new RivalDeclined(id, Someone, at),
            EventKind.WelfareReceived => new WelfareReceived(id, Someone, at),
            EventKind.ComplaintMade => new ComplaintMade(id, Someone, at),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
    }

    /// <summary>All the facts as text, to compare them.</summary>
    internal static string Describe(CustomerFacts facts)
    {
        TimeWindow[] windows = [TimeWindow.All, TimeWindow.LastDays(1), TimeWindow.LastDays(3), TimeWindow.Rolling(Duration.FromHours(50)),
            TimeWindow.MoreThanDaysAgo(2)];
        string purchases = DescribePurchases(facts);
        string counts = string.Join(';', windows.SelectMany(w => Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None)
            .Select(b => $"{facts.CountOf(b, w)},{facts.DayCountOf(b, w)}")
            .Concat(Enum.GetValues<TouchKind>().Where(static t => t != TouchKind.None).Select(t => $"{facts.CountOf(t, w)}"))
            .Append($"{facts.ConversationDayCount(w)}")));
        string ends = string.Join(';', Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None).Select(b =>
            $"{facts.FirstOf(b)},{facts.LastOf(b)}"));
        return $"{purchases}|{counts}|{ends}|{facts.LastConversationAt}|{facts.FirstChannelCode}|" +
            $"{string.Join(',', facts.Notes.Values)}|{facts.LastNps}|{string.Join(',', facts.Tags)}|{string.Join(',', facts.Groups)}|" +
            $"{string.Join(',', facts.Links)}|{facts.IsRetained}{facts.IsLinked}{facts.IsReachable}{facts.LinkCount}";
    }

    internal static string DescribePurchases(CustomerFacts facts) =>
        $"{facts.OrderCount},{facts.OtherCurrencyOrderCount},{facts.Spend},{facts.AverageTicket}," +
        $"{facts.FirstOrderAt},{facts.LastOrderAt},{facts.DaysSinceLastOrder}," +
        $"{facts.RepurchaseCycleDays},{string.Join(' ', facts.PurchaseDays)},{facts.PurchaseDayCount}," +
        $"{facts.OrderCountIn(TimeWindow.LastDays(3))},{facts.SpendIn(TimeWindow.LastDays(3))}," +
        $"{facts.PurchaseDayCountIn(TimeWindow.LastDays(3))}," +
        $"{string.Join(' ', facts.Orders.Where(static o => o.Counts))},{facts.IsRepeatCustomer}";
}
