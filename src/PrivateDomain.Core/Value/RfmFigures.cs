using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>The three figures of a buyer (RFM 指标): days since the last order, number of orders, what they brought.</summary>
/// <remarks>
/// <para>Equality is that of all three; there is no ordering. The default value is that of a customer who never bought, and has no
/// score.</para>
/// </remarks>
public readonly record struct RfmFigures
{
    private RfmFigures(int recencyDays, int frequency, Money monetary)
    {
        HasBought = true;
        RecencyDays = recencyDays;
        Frequency = frequency;
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

    /// <summary>Makes the figures of a buyer.</summary>
    /// <param name="recencyDays">0 or more.</param>
    /// <param name="frequency">0 or more.</param>
    /// <param name="monetary">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative.</exception>
    public static RfmFigures Create(int recencyDays, int frequency, Money monetary)
    {
        Guard.Against.Negative(monetary.Amount, nameof(monetary));
        return new RfmFigures(Guard.Against.Negative(recencyDays), Guard.Against.Negative(frequency), monetary);
    }

    // The first order is left out as the time after it: orders at that same instant go with it.
    internal static Answer<RfmFigures> Of(CustomerFacts facts, bool countsFirstOrder, int? windowDays)
    {
        if (facts is not { DaysSinceLastOrder: { } recency, FirstOrderAt: { } first })
        {
            return Answer<RfmFigures>.Refused(RfmReasons.NeverBought.With());
        }

        TimeWindow window = windowDays is { } days ? TimeWindow.LastDays(days) : TimeWindow.All;
        if (recency >= windowDays)
        {
            return Answer<RfmFigures>.Refused(RfmReasons.NotBoughtInWindow.With(recency, windowDays.Value));
        }

        int orders = facts.OrderCountIn(window);
        if (countsFirstOrder || orders < facts.OrderCount)
        {
            return new RfmFigures(recency, orders, facts.SpendIn(window));
        }

        return first == facts.AsOf
            ? new RfmFigures(recency, 0, Money.Zero(facts.Shop.Currency))
            : After(TimeWindow.Rolling(Duration.Min(facts.AsOf - first, Duration.FromDays(TimeWindow.DaysMax))));

        RfmFigures After(TimeWindow later) => new(recency, facts.OrderCountIn(later), facts.SpendIn(later));
    }
}
