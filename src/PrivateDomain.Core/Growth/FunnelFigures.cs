using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Growth;

/// <summary>A channel's funnel in a period, planned or actual (渠道漏斗): how many came as far as each of its levels.</summary>
/// <remarks>
/// <para>A level that was not counted is null: the factors on both its sides are then known only together, and are one. Sales are always
/// known.</para>
/// <para>Equality is that of all parts; there is no ordering. Immutable.</para>
/// </remarks>
/// <example>
/// <code>
/// FunnelFigures plan = FunnelFigures.From("videos", 10_000, 0.05m, 0.8m, 0.2m, 1.5m, Money.Yuan(120)); // 14,400 yuan
/// FunnelFigures actual = new("videos", Money.Yuan(11_793.60m)) { Reached = 12_000, Followers = 432, Buyers = 64.8m, Orders = 90.72m };
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record FunnelFigures
{
    /// <summary>The most that a level may count: a million millions.</summary>
    public const decimal LevelMax = 1_000_000_000_000m;

    /// <summary>Makes the figures of a channel.</summary>
    /// <param name="channel">The channel, as the host calls it; the same in plan and actual.</param>
    /// <param name="sales">The sales of its buyers in the period, 0 or more.</param>
    /// <exception cref="ArgumentException">The channel is blank, or the sales have no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sales are negative or above <see cref="LevelMax"/>.</exception>
    public FunnelFigures(string channel, Money sales)
    {
        Channel = JsonText.IsWhole(Guard.Against.NullOrWhiteSpace(channel))
            ? channel
            : throw new ArgumentException("The channel holds half a character (a lone surrogate).", nameof(channel));
        Sales = sales.Currency.IsNone ? throw new ArgumentException("The sales need a currency.", nameof(sales)) : sales;
        Guard.Against.OutOfRange(sales.Amount, nameof(sales), 0m, LevelMax);
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>The sales of its buyers in the period.</summary>
    public Money Sales { get; }

    /// <summary>People reached, 0 or more; null when not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above <see cref="LevelMax"/>.</exception>
    public decimal? Reached { get; init => field = Level(value); }

    /// <summary>People who asked to be added, 0 or more; null when not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above <see cref="LevelMax"/>.</exception>
    public decimal? Asked { get; init => field = Level(value); }

    /// <summary>People who were accepted and became followers, 0 or more; null when not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above <see cref="LevelMax"/>.</exception>
    public decimal? Followers { get; init => field = Level(value); }

    /// <summary>Followers who bought, 0 or more; null when not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above <see cref="LevelMax"/>.</exception>
    public decimal? Buyers { get; init => field = Level(value); }

    /// <summary>Their orders, 0 or more; null when not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above <see cref="LevelMax"/>.</exception>
    public decimal? Orders { get; init => field = Level(value); }

    /// <summary>The funnel that a volume, its rates and a ticket give.</summary>
    /// <param name="channel">The channel, as the host calls it.</param>
    /// <param name="volume">People reached, 0 or more.</param>
    /// <param name="addRate">The share of them who ask to be added, from 0 to 1.</param>
    /// <param name="acceptance">The share of those who are accepted, from 0 to 1.</param>
    /// <param name="firstPurchase">The share of followers who buy, from 0 to 1.</param>
    /// <param name="ordersPerBuyer">Orders a buyer, 0 or more.</param>
    /// <param name="ticket">Sales an order, 0 or more.</param>
    /// <exception cref="ArgumentException">The channel is blank, or the ticket has no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its range, or a level above <see cref="LevelMax"/>.</exception>
    public static FunnelFigures From(
        string channel, decimal volume, decimal addRate, decimal acceptance, decimal firstPurchase, decimal ordersPerBuyer, Money ticket)
    {
        Guard.Against.OutOfRange(volume, nameof(volume), 0m, LevelMax);
        Guard.Against.OutOfRange(addRate, nameof(addRate), 0m, 1m);
        Guard.Against.OutOfRange(acceptance, nameof(acceptance), 0m, 1m);
        Guard.Against.OutOfRange(firstPurchase, nameof(firstPurchase), 0m, 1m);
        Guard.Against.OutOfRange(ordersPerBuyer, nameof(ordersPerBuyer), 0m, LevelMax / 1_000_000m);
        Guard.Against.OutOfRange(ticket.Amount, nameof(ticket), 0m, LevelMax / 1_000m);
        decimal buyers = volume * addRate * acceptance * firstPurchase;
        decimal orders = Guard.Against.OutOfRange(buyers * ordersPerBuyer, nameof(ordersPerBuyer), 0m, LevelMax);
        decimal amount = Guard.Against.OutOfRange(orders * ticket.Amount, nameof(ticket), 0m, LevelMax);
        return new FunnelFigures(channel, Money.From(amount, ticket.Currency))
        {
            Reached = volume,
            Asked = volume * addRate,
            Followers = volume * addRate * acceptance,
            Buyers = buyers,
            Orders = orders,
        };
    }

    /// <summary>What came of a period by channel, from histories: who was linked for the first time in it are its followers; those of them
    /// who bought in it, their orders and sales in it.</summary>
    /// <remarks>Who was linked before is in no funnel of the period. How many people were reached and asked is in no history: add them by
    /// <c>with</c>. A refund takes from the period of its order, whenever it was; orders in another currency do not count.</remarks>
    /// <param name="histories">The customers' histories.</param>
    /// <param name="shop">The shop: its zone says where days end, its currency which money counts.</param>
    /// <param name="period">The days.</param>
    /// <param name="asOf">Up to when is looked; not before the period is over.</param>
    /// <param name="otherChannel">The channel of those whose first link tells none.</param>
    /// <returns>A funnel for each channel code of a first link, ordinal by it; empty when nobody was linked in the period.</returns>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">A history is null, the period is not over, or a value is out of range.</exception>
    public static ImmutableArray<FunnelFigures> Measure(
        IEnumerable<CustomerHistory> histories, Shop shop, DateInterval period, Instant asOf, string otherChannel = "other")
    {
        Guard.Against.Null(histories);
        Guard.Against.Null(shop);
        Guard.Against.Null(period);
        Guard.Against.NullOrWhiteSpace(otherChannel);
        Guard.Against.OutOfRange(asOf, nameof(asOf), CustomerEvent.EarliestAt, CustomerEvent.LatestAt);
        if (asOf.InZone(shop.Zone).Date <= period.End)
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "An instant after the end of the period is needed.");
        }

        var sums = new SortedDictionary<string, (int Followers, int Buyers, int Orders, decimal Sales)>(StringComparer.Ordinal);
        foreach (CustomerHistory history in histories)
        {
            CustomerFacts facts = (history ?? throw new ArgumentException("A history is null.", nameof(histories))).FactsAt(asOf, shop);
            if (facts.Events.OfType<LinkMade>().FirstOrDefault() is not { } first || !period.Contains(first.At.InZone(shop.Zone).Date))
            {
                continue;
            }

            OrderFacts[] orders =
            [
                .. facts.Orders.Where(order => order.Counts && order.Left.Currency == shop.Currency
                    && period.Contains(order.At.InZone(shop.Zone).Date)),
            ];
            string channel = facts.FirstChannelCode ?? otherChannel;
            sums.TryGetValue(channel, out (int Followers, int Buyers, int Orders, decimal Sales) sum);
            sums[channel] = (
                sum.Followers + 1, sum.Buyers + (orders.Length > 0 ? 1 : 0), sum.Orders + orders.Length,
                sum.Sales + orders.Sum(static order => order.Left.Amount));
        }

        return
        [
            .. sums.Select(each => new FunnelFigures(each.Key, Money.From(each.Value.Sales, shop.Currency))
            {
                Followers = each.Value.Followers, Buyers = each.Value.Buyers, Orders = each.Value.Orders,
            }),
        ];
    }

    /// <summary>Whether a level of 0 has more than 0 behind it, such as sales without orders.</summary>
    internal bool HasMoreBehindNothing
    {
        get
        {
            bool isNothing = false;
            for (FunnelStep step = FunnelStep.Volume; step <= FunnelStep.Ticket; step++)
            {
                if (At(step) is { } level)
                {
                    if (isNothing && level > 0m)
                    {
                        return true;
                    }

                    isNothing |= level == 0m;
                }
            }

            return false;
        }
    }

    /// <summary>The level at the end of a step; that of the ticket is the sales.</summary>
    internal decimal? At(FunnelStep step) => step switch
    {
        FunnelStep.Volume => Reached,
        FunnelStep.AddRate => Asked,
        FunnelStep.Acceptance => Followers,
        FunnelStep.FirstPurchase => Buyers,
        FunnelStep.OrdersPerBuyer => Orders,
        _ => Sales.Amount,
    };

    private static decimal? Level(decimal? value) =>
        value is { } level ? Guard.Against.OutOfRange(level, nameof(value), 0m, LevelMax) : null;
}
