using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>The three figures of a buyer (RFM 指标): days since the last order, number of orders, what they brought.</summary>
/// <remarks>Equality is that of all three; there is no ordering. The default value is that of a customer who never bought, and has no
/// score.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmFigures
{
    internal const decimal AmountMax = 1_000_000_000_000_000m;

    /// <summary>Makes the figures of a buyer.</summary>
    /// <param name="recencyDays">How many of the shop's days ago the last order was; 0 or more.</param>
    /// <param name="frequency">How many orders count; 0 or more.</param>
    /// <param name="monetary">What they brought; from 0 to 10¹⁵.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range.</exception>
    public RfmFigures(int recencyDays, int frequency, Money monetary)
    {
        HasBought = true;
        RecencyDays = Guard.Against.Negative(recencyDays);
        Frequency = Guard.Against.Negative(frequency);
        Guard.Against.OutOfRange(monetary.Amount, nameof(monetary), 0m, AmountMax);
        Monetary = monetary;
    }

    /// <summary>Whether the customer has bought at all.</summary>
    public bool HasBought { get; }

    /// <summary>How many of the shop's days ago the last order was, 0 for today (最近一次消费).</summary>
    public int RecencyDays { get; }

    /// <summary>How many orders count (消费频率); 0 when only a first order was made and first orders do not count.</summary>
    public int Frequency { get; }

    /// <summary>What the orders that count brought, less refunds (消费金额).</summary>
    public Money Monetary { get; }

    /// <summary>The figures as a customer's facts show them. Orders in another currency than the shop's count as orders and not as
    /// money.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="policy">What is counted; null is the default <see cref="RfmPolicy"/>.</param>
    /// <returns>The figures; no value when the customer never bought, not in the window, or for more than 10¹⁵.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public static Answer<RfmFigures> From(CustomerFacts facts, RfmPolicy? policy = null)
    {
        RfmOptions options = (policy ?? RfmPolicy.Default).Options;
        if (Guard.Against.Null(facts) is not { DaysSinceLastOrder: { } recency, FirstOrderAt: { } first })
        {
            return Answer<RfmFigures>.Refused(ValueReasons.NeverBought.With());
        }

        if (recency >= options.WindowDays)
        {
            return Answer<RfmFigures>.Refused(ValueReasons.NotBoughtInWindow.With(recency, options.WindowDays.Value));
        }

        (int orders, Money spend) = options.WindowDays is { } days
            ? (facts.OrderCountIn(TimeWindow.LastDays(days)), facts.SpendIn(TimeWindow.LastDays(days)))
            : (facts.OrderCount, facts.Spend);

        // The first order is left out as the time after it: orders at that same instant go with it.
        if (!options.CountsFirstOrder && orders == facts.OrderCount)
        {
            (orders, spend) = first == facts.AsOf
                ? (0, Money.Zero(facts.Shop.Currency))
                : After(TimeWindow.Rolling(Duration.Min(facts.AsOf - first, Duration.FromDays(TimeWindow.DaysMax))));
        }

        return spend.Amount > AmountMax
            ? Answer<RfmFigures>.Refused(ValueReasons.SpendTooLarge.With(spend, Money.From(AmountMax, spend.Currency)))
            : new RfmFigures(recency, orders, spend);

        (int Orders, Money Spend) After(TimeWindow later) => (facts.OrderCountIn(later), facts.SpendIn(later));
    }
}
