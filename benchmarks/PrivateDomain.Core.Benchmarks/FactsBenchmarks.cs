using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>A customer's facts from a history of 50 events, with counts in eight windows, over 4,096 customers; time is that of one
/// customer.</summary>
[MemoryDiagnoser]
public class FactsBenchmarks
{
    private const int Count = 4_096;
    private const int EventsEach = 50;
    internal const int Events = Count * EventsEach;

    private static readonly int[] WindowDays = [1, 7, 14, 30, 60, 90, 180, 365];
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 4, 0);
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    // When each window begins, the widest last.
    private static readonly long[] Starts = [.. WindowDays.Select(static days =>
        Shop.Zone.AtStartOfDay(Now.InZone(Shop.Zone).Date.PlusDays(1 - days)).ToInstant().ToUnixTimeTicks())];

    private static readonly TimeWindow[] Windows = [.. WindowDays.Select(TimeWindow.LastDays)];

    private CustomerHistory[] histories = null!;
    private PackedEvents[] packed = null!;

    /// <summary>Makes the histories, the same in every run, and fails when the competitors disagree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        histories = [.. Enumerable.Range(0, Count).Select(static n => HistoryOf(n))];
        packed = [.. histories.Select(static history => new PackedEvents(history, Shop.Zone))];
        for (int i = 0; i < Count; i++)
        {
            if (PlainFacts(histories[i]) != LibraryFacts(histories[i]) || packed[i].Facts(Starts) != LibraryFacts(histories[i]))
            {
                throw new InvalidOperationException($"The competitors disagree on {histories[i].Customer}.");
            }
        }
    }

    /// <summary>What one would write instead: LINQ over the events, one pass for each fact.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public decimal Linq() => Sum(PlainFacts);

    /// <summary>Facts, then the windows.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public decimal Facts() => Sum(LibraryFacts);

    /// <summary>Facts alone: links, orders, spend, days.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int FactsWithoutWindows()
    {
        int sum = 0;
        foreach (CustomerHistory history in histories)
        {
            sum += history.FactsAt(Now, Shop).OrderCount;
        }

        return sum;
    }

    /// <summary>The floor: one loop over packed instants, kinds, amounts and days, for just these facts and windows.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public decimal PackedLoop()
    {
        decimal sum = 0;
        foreach (PackedEvents one in packed)
        {
            sum += one.Facts(Starts);
        }

        return sum;
    }

    private decimal Sum(Func<CustomerHistory, decimal> facts)
    {
        decimal sum = 0;
        foreach (CustomerHistory history in histories)
        {
            sum += facts(history);
        }

        return sum;
    }

    private static decimal LibraryFacts(CustomerHistory history)
    {
        CustomerFacts facts = history.FactsAt(Now, Shop);
        decimal sum = facts.Spend.Amount + facts.OrderCount + facts.PurchaseDayCount + (facts.IsLinked ? 1 : 0);
        foreach (TimeWindow window in Windows)
        {
            sum += facts.OrderCountIn(window) + facts.CountOf(Behaviour.MessageReceived, window)!.Value;
        }

        return sum;
    }

    private static decimal PlainFacts(CustomerHistory history)
    {
        DateTimeZone zone = Shop.Zone;
        OrderPaid[] orders = [.. history.Events.OfType<OrderPaid>()];
        bool linked = history.Events.Any(static e => e is LinkMade) && history.Events.Last(static e => e is LinkMade or LinkLost)
            is LinkMade;
        decimal sum = orders.Sum(static o => o.Amount.Amount) + orders.Length + orders.Select(o => o.At.InZone(zone).Date).Distinct()
            .Count() + (linked ? 1 : 0);
        foreach (int days in WindowDays)
        {
            Instant from = zone.AtStartOfDay(Now.InZone(zone).Date.PlusDays(1 - days)).ToInstant();
            sum += orders.Count(o => o.At >= from) + history.Events.Count(e => e is MessageReceived && e.At >= from);
        }

        return sum;
    }

    private static CustomerHistory HistoryOf(int number)
    {
        var customer = CustomerId.From($"c{number}");
        uint state = (uint)number + 1;
        return CustomerHistory.From(customer, Enumerable.Range(0, EventsEach).Select(i =>
        {
            CustomerEventId id = CustomerEventId.From($"e{i}");
            Instant at = Now - Duration.FromMinutes((int)Next(600_000));
            return (CustomerEvent)(Next(6) switch
            {
                0 => new LinkMade(id, customer, at, Carrier.WeCom),
                1 => new LinkLost(id, customer, at, Carrier.WeCom, LinkLoss.Deleted),
                2 => new MessageReceived(id, customer, at),
                3 => new TouchSent(id, customer, at, TouchKind.UsefulContent),
                _ => new OrderPaid(id, customer, at, OrderId.From($"o{i}"), Money.Yuan(9 + Next(400))),
            });
        }));

        uint Next(uint below)
        {
            unchecked
            {
                state = (state * 747796405) + 2891336453;
                uint word = ((state >> (int)((state >> 28) + 4)) ^ state) * 277803737;
                return ((word >> 22) ^ word) % below;
            }
        }
    }
}
