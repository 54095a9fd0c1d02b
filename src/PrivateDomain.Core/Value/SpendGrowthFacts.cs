using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>What a customer spent in each of two periods (两期消费). Who bought in neither counts only among the retained.</summary>
/// <remarks>Immutable. Equality is that of all members; there is no ordering.</remarks>
public sealed record SpendGrowthFacts
{
    /// <summary>Who.</summary>
    /// <exception cref="ArgumentException">It is nobody.</exception>
    public required CustomerId Customer
    {
        get;
        init => field = value.Text.Length > 0 ? value
            : throw new ArgumentException("A customer has an identifier, but it was empty.", nameof(value));
    }

    /// <summary>What the orders of the first period brought, less their refunds, from 0 to 10¹⁵; null when no order of it counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public Money? First { get; init => field = Checked(value); }

    /// <summary>What the orders of the second period brought, less their refunds, from 0 to 10¹⁵; null when no order of it
    /// counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public Money? Second { get; init => field = Checked(value); }

    /// <summary>Whether an order that counts lies before the second period; always where there is spend in the first.</summary>
    public bool BoughtBeforeSecond { get; init; }

    /// <summary>Whether the customer was a retained customer, so a buyer and linked, at the end of the first period (留量客户).</summary>
    public bool WasRetained { get; init; }

    /// <summary>Whether another customer referred them (老带新).</summary>
    public bool IsReferred { get; init; }

    /// <summary>The host's name for the segment the customer is counted in; null when there is none.</summary>
    public string? Segment { get; init; }

    /// <summary>The code of the channel by which the customer came first (首次来源渠道活码); null when it is unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>The figures as a customer's history shows them. A refund takes from the period of its order, whenever it was.</summary>
    /// <param name="history">The history.</param>
    /// <param name="shop">The shop: its zone says where days end, its currency which money counts.</param>
    /// <param name="first">The days of the first period.</param>
    /// <param name="second">The days of the second period; it begins after the first one ends.</param>
    /// <param name="asOf">Up to when is looked; not before the second period is over.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">The periods overlap or stand in the wrong order, or the second is not over.</exception>
    public static SpendGrowthFacts From(CustomerHistory history, Shop shop, DateInterval first, DateInterval second, Instant asOf)
    {
        Guard.Against.Null(history);
        Guard.Against.Null(shop);
        SpendGrowth.DaysOf(first, second);
        if (asOf < shop.Zone.AtStartOfDay(second.End.PlusDays(1)).ToInstant())
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "An instant after the end of the second period is needed.");
        }

        CustomerFacts now = history.FactsAt(asOf, shop);
        Instant endOfFirst = shop.Zone.AtStartOfDay(first.End.PlusDays(1)).ToInstant() - Duration.Epsilon;
        return new SpendGrowthFacts
        {
            Customer = history.Customer,
            First = SpendIn(first),
            Second = SpendIn(second),
            BoughtBeforeSecond = now.FirstOrderAt < shop.Zone.AtStartOfDay(second.Start).ToInstant(),
            WasRetained = history.FactsAt(endOfFirst, shop).IsRetained,
            Channel = now.FirstChannelCode,
        };

        Money? SpendIn(DateInterval days)
        {
            TimeWindow window = TimeWindow.Between(days.Start, days.End);
            return now.OrderCountIn(window) > 0 ? now.SpendIn(window) : null;
        }
    }

    private static Money? Checked(Money? money)
    {
        Guard.Against.OutOfRange(money?.Amount ?? 0m, nameof(money), 0m, RfmFigures.AmountMax);
        return money;
    }
}
