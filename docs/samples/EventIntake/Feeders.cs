using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using PrivateDomain.Core;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace EventIntake;

/// <summary>Deliver until each thing is answered, whatever dies meanwhile; and note what was said.</summary>
internal sealed class Feeders(IGrainFactory grains, ShardedProgramme programme, IntakeOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int retries;

    /// <summary>What was answered.</summary>
    internal ConcurrentQueue<Delivery> Done { get; } = [];

    /// <summary>Of the touches asked for, those that may be sent.</summary>
    internal ConcurrentQueue<Delivery> Touched { get; } = [];

    /// <summary>Of the rewards asked for, those that were granted.</summary>
    internal ConcurrentQueue<Delivery> Granted { get; } = [];

    /// <summary>How long each call took until it was answered, in milliseconds, retries included.</summary>
    internal ConcurrentQueue<double> EventTimes { get; } = [];

    internal ConcurrentQueue<double> DecisionTimes { get; } = [];

    internal int Retries => retries;

    /// <summary>Delivers all, or as much as there is time for; tells after each how many.</summary>
    internal async Task Deliver(ImmutableArray<Delivery> deliveries, Action<int> tell, CancellationToken timeIsUp, CancellationToken stop)
    {
        int next = -1;
        int answered = 0;
        await Task.WhenAll(Enumerable.Range(0, options.Feeders * 4).Select(async _ =>
        {
            await Task.Yield();
            while (!timeIsUp.IsCancellationRequested && Interlocked.Increment(ref next) is var place && place < deliveries.Length)
            {
                await Deliver(deliveries[place], stop);
                Done.Enqueue(deliveries[place]);
                tell(Interlocked.Increment(ref answered));
            }
        }));
    }

    private async Task Deliver(Delivery delivery, CancellationToken stop)
    {
        if (delivery.Newcomer is { } newcomer)
        {
            IReferralGrain summer = grains.GetGrain<IReferralGrain>(Programme.Name);
            await Insist(() => summer.Tell(Programme.Opened(programme, newcomer)), DecisionTimes, stop);
            await Insist(() => summer.Tell(Programme.Joined(newcomer)), DecisionTimes, stop);
            Decision granted = await Insist(() => summer.Tell(Programme.Granted(newcomer, delivery.Time)), DecisionTimes, stop);
            if (granted.IsAllowed)
            {
                Granted.Enqueue(delivery);
            }

            return;
        }

        ICustomerGrain customer = grains.GetGrain<ICustomerGrain>(delivery.Customer.Text);
        if (delivery.Touch is { } touch)
        {
            if ((await Insist(() => customer.TryTouch(touch), DecisionTimes, stop)).IsRecorded)
            {
                Touched.Enqueue(delivery);
            }
        }
        else
        {
            await Insist(() => customer.Append(delivery.Events), EventTimes, stop);
        }
    }

    /// <summary>Asks again until there is an answer.</summary>
    internal async Task<T> Insist<T>(Func<Task<T>> ask, ConcurrentQueue<double>? times, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                T answer = await ask();
                times?.Enqueue(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                return answer;
            }
            catch (Exception e) when (e is StoreException or OrleansException or TimeoutException or OperationCanceledException)
            {
                Interlocked.Increment(ref retries);
                await Task.Delay(Pause, stop);
            }
        }
    }
}
