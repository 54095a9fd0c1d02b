using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>The events of a customer in the making.</summary>
internal sealed class HistoryDraft(CustomerId customer, Shop shop, int today)
{
    private const decimal UsualTicket = 100;
    private readonly Dictionary<Carrier, bool> links = [];
    private readonly List<(int Day, decimal Amount)> orders = [];
    private readonly List<int> linkDays = [];
    private readonly List<(Behaviour Behaviour, int Day)> done = [];
    private readonly ShopDays clock = new(shop.Zone);

    internal List<CustomerEvent> Events { get; } = [];

    internal List<int> OrderDays { get; } = [];

    internal int Nps { get; set; } = 9;

    internal string? Channel { get; set; }

    internal int LinksMin { get; set; }

    internal bool IsLost { get; set; }

    internal bool IsMuted { get; set; }

    internal int InteractionsIn(int from, int end) => done.Count(x => Timelines.IsInteraction(x.Behaviour) && x.Day >= from && x.Day < end);

    internal void Add(Behaviour behaviour, int day)
    {
        done.Add((behaviour, day));
        switch (behaviour)
        {
            case Behaviour.Order:
                OrderDays.Add(day);
                break;
            case Behaviour.LinkMade:
                linkDays.Add(day);
                break;
            default:
                Events.Add(Make(behaviour, day));
                break;
        }
    }

    internal void Tag(string tag) => Events.Add(new TagAdded(NextId(), customer, At(today), tag));

    internal void Join(string group) => Events.Add(new GroupJoined(NextId(), customer, At(today), group));

    internal void Link(Carrier carrier) => links[carrier] = true;

    /// <summary>Gives every link its carrier and its day, and says of the links what is to be so.</summary>
    internal void FinishLinks()
    {
        foreach (Carrier carrier in Enum.GetValues<Carrier>().Where(static c => c != Carrier.None))
        {
            int wanted = Math.Max(LinksMin, Channel is null && linkDays.Count == 0 ? 0 : 1);
            if (links.Count < wanted)
            {
                links.TryAdd(carrier, true);
            }
        }

        Carrier[] carriers = [.. links.Keys];
        int made = Math.Max(linkDays.Count, carriers.Length);
        for (int i = 0; i < made; i++)
        {
            int day = i < linkDays.Count ? linkDays[i] : linkDays is [var first, ..] ? first : today - 1;
            Carrier carrier = carriers[i % carriers.Length];
            Events.Add(new LinkMade(NextId(), customer, At(day), carrier, Channel));
            if (IsMuted)
            {
                Events.Add(new LinkMuted(NextId(), customer, At(day, 10), carrier));
            }

            if (IsLost)
            {
                Events.Add(new LinkLost(NextId(), customer, At(day, 11), carrier, LinkLoss.Deleted));
            }
        }

        linkDays.Clear();
        links.Clear();
    }

    /// <summary>Says what each order brought.</summary>
    internal void Price(bool isAsked, Sums sums)
    {
        decimal unit = UnitOf(shop.Currency);
        for (int i = 1; i < sums.Points.Length && isAsked; i++)
        {
            int count = OrderDays.Count(day => day >= sums.Points[i - 1] && day < sums.Points[i]);
            sums.Between(sums.Points[i - 1], sums.Points[i], count, count == 0 ? 0 : double.MaxValue);
        }

        double[]? spend = isAsked ? sums.Least() : null;
        for (int i = 1; i < sums.Points.Length; i++)
        {
            int[] days = [.. OrderDays.Where(day => day >= sums.Points[i - 1] && day < sums.Points[i])];
            decimal total = spend is null ? days.Length * UsualTicket : InMoney(spend[i - 1], unit);
            for (int n = 0; n < days.Length; n++)
            {
                decimal part = n == days.Length - 1 ? total : Math.Max(unit, decimal.Floor(total / (days.Length - n) / unit) * unit);
                orders.Add((days[n], part));
                total -= part;
            }
        }
    }

    internal IEnumerable<CustomerEvent> Orders() => orders.Where(static o => o.Amount is > 0 and <= OrderPaid.AmountMax)
        .Select((order, i) => new OrderPaid(
            CustomerEventId.From(FormattableString.Invariant($"order-{i}")), customer, At(order.Day),
            OrderId.From(FormattableString.Invariant($"o{i}")), Money.From(order.Amount, shop.Currency)));

    private static decimal UnitOf(Currency currency)
    {
        decimal unit = 1;
        for (int i = 0; i < currency.MinorUnitDigits; i++)
        {
            unit /= 10;
        }

        return unit;
    }

    private static decimal InMoney(double units, decimal unit) =>
        units <= OrderPaid.AmountMax ? decimal.Ceiling((decimal)units) * unit : OrderPaid.AmountMax + 1m; // NaN, too, is no amount

    private CustomerEventId NextId() => CustomerEventId.From(FormattableString.Invariant($"e{Events.Count}"));

    private Instant At(int day, int hour = 9)
    {
        Instant at = clock.StartOf(day) + Duration.FromHours(hour);
        return Instant.Max(CustomerEvent.EarliestAt, Instant.Min(CustomerEvent.LatestAt, at));
    }

    private CustomerEvent Make(Behaviour behaviour, int day)
    {
        (CustomerEventId id, Instant at) = (NextId(), At(day));
        return behaviour switch
        {
            Behaviour.MessageReceived => new MessageReceived(id, customer, at),
            Behaviour.GroupMessageReceived => new GroupMessageReceived(id, customer, at, "group"),
            Behaviour.TouchSent => new TouchSent(id, customer, at, TouchKind.ServiceReply),
            Behaviour.FactNoted => new FactNoted(id, customer, at, "topic", "value"),
            Behaviour.ActivityJoined => new ActivityJoined(id, customer, at),
            Behaviour.SurveyAnswered => new SurveyAnswered(id, customer, at),
            Behaviour.GroupJoined => new GroupJoined(id, customer, at, "group"),
            Behaviour.GroupLeft => new GroupLeft(id, customer, at, "group"),
            Behaviour.NpsAnswered => new NpsAnswered(id, customer, at, Nps),
            Behaviour.FeedbackVolunteered => new FeedbackVolunteered(id, customer, at),
            Behaviour.RecommendationMade => new RecommendationMade(id, customer, at),
            Behaviour.ReferralConverted => new ReferralConverted(id, customer, at),
            Behaviour.RivalDeclined => new RivalDeclined(id, customer, at),
            Behaviour.WelfareReceived => new WelfareReceived(id, customer, at),
            Behaviour.ComplaintMade => new ComplaintMade(id, customer, at),
            Behaviour.LinkLost => new LinkLost(id, customer, at, Carrier.PersonalWeChat, LinkLoss.Deleted),
            Behaviour.OptedOut => new OptedOut(id, customer, at, Carrier.PersonalWeChat),
            _ => new OrderRefunded(id, customer, at, OrderId.From("o0")),
        };
    }
}
