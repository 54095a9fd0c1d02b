using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;

namespace EventIntake;

/// <summary>What is delivered, in an order drawn from a seed: events in small batches, some twice, some ids with two contents; three asks
/// to touch each customer on a day where one is allowed; and a referral programme, told and asked twice.</summary>
internal sealed class Deliveries
{
    private static readonly Instant Begins = Instant.FromUtc(2026, 1, 1, 4, 0);
    private static readonly Instant TouchAt = Begins + Duration.FromDays(120);

    private readonly Random chance;

    internal Deliveries(IntakeOptions options)
    {
        chance = new Random(options.Seed);
        Links = [.. Enumerable.Range(0, options.Customers).Select(static n => new Delivery(CustomerOf(n)) { Events = [LinkOf(n)] })];
        var all = new List<Delivery>();
        for (int made = 0; made < options.Events;)
        {
            CustomerId customer = CustomerOf(chance.Next(options.Customers));
            int size = Math.Min(chance.Next(1, 6), options.Events - made);
            var batch = new Delivery(customer) { Events = [.. Enumerable.Range(made, size).Select(n => EventOf(customer, n))] };
            made += size;
            all.Add(batch);
            if (chance.Next(10) < 3)
            {
                all.Add(batch);
            }

            all.AddRange(batch.Events.Where(_ => chance.Next(15) == 0).Select(e => new Delivery(customer) { Events = [Changed(e)] }));
        }

        for (int time = 0; time < 3; time++)
        {
            all.AddRange(Enumerable.Range(0, options.Customers).Select(n => new Delivery(CustomerOf(n)) { Touch = TouchOf(n, time) }));
        }

        for (int time = 0; time < 2; time++)
        {
            all.AddRange(Enumerable.Range(0, options.Newcomers).Select(n => new Delivery(default) { Newcomer = n, Time = time }));
        }

        Delivery[] shuffled = [.. all];
        chance.Shuffle(shuffled);
        Shuffled = [.. shuffled];
    }

    /// <summary>Delivered first: nobody may be touched before.</summary>
    internal ImmutableArray<Delivery> Links { get; }

    internal ImmutableArray<Delivery> Shuffled { get; }

    private static CustomerId CustomerOf(int number) => CustomerId.From(FormattableString.Invariant($"c{number}"));

    private static LinkMade LinkOf(int number) => new(CustomerEventId.From("linked"), CustomerOf(number), Begins, Carrier.WeCom);

    private static TouchSent TouchOf(int number, int time) => new(
        CustomerEventId.From(FormattableString.Invariant($"touch-{time}")), CustomerOf(number), TouchAt, TouchKind.UsefulContent,
        Carrier.WeCom);

    // The same id with another content.
    private static MessageReceived Changed(CustomerEvent e) =>
        new(e.Id, e.Customer, e.At + Duration.FromMinutes(7), Carrier.PersonalWeChat);

    private CustomerEvent EventOf(CustomerId customer, int number)
    {
        CustomerEventId id = CustomerEventId.From(FormattableString.Invariant($"e{number}"));
        Instant at = Begins + Duration.FromMinutes(chance.Next(1, 100 * 24 * 60));
        return chance.Next(4) switch
        {
            0 => new OrderPaid(id, customer, at, OrderId.From(id.Text), Money.Yuan(chance.Next(1, 500)), []),
            1 => new SurveyAnswered(id, customer, at),
            _ => new MessageReceived(id, customer, at, Carrier.WeCom),
        };
    }
}

/// <summary>One thing to deliver: events, a touch to ask for, or a newcomer of the programme.</summary>
internal sealed record Delivery(CustomerId Customer)
{
    internal ImmutableArray<CustomerEvent> Events { get; init; } = [];

    internal TouchSent? Touch { get; init; }

    internal int? Newcomer { get; init; }

    internal int Time { get; init; }
}
