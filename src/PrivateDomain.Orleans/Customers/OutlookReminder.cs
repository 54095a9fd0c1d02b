using NodaTime;
using NodaTime.Text;
using Orleans.Timers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Customers;

/// <summary>The one reminder of a customer. Its name is the instant it waits for, so that one that comes late tells of all since.</summary>
internal sealed class OutlookReminder(IReminderRegistry registry, GrainId grain)
{
    private const string Prefix = "outlook ";

    // The shortest that Orleans allows by default; it comes again so often until it is moved.
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    // A timer holds 49 days: one that is to come later comes early, finds nothing, and is set again.
    private static readonly Duration AheadMax = Duration.FromDays(40);

    // One that is due when it is registered comes a period later; one that is due in a second does not.
    private static readonly Duration AheadMin = Duration.FromSeconds(1);

    private (bool IsKnown, Instant? At) set;

    /// <summary>The instant that a reminder's name says.</summary>
    internal static Instant? InstantOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
            && InstantPattern.ExtendedIso.Parse(name[Prefix.Length..]) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The name of the reminder for an instant.</summary>
    internal static string NameOf(Instant at) => Prefix + InstantPattern.ExtendedIso.Format(at);

    /// <summary>The earliest instant that is waited for; null where none is.</summary>
    internal async Task<Instant?> At()
    {
        if (!set.IsKnown)
        {
            List<IGrainReminder> all = await Ask(() => registry.GetReminders(grain));
            set = (true, all.Min(static one => InstantOf(one.ReminderName)));
        }

        return set.At;
    }

    /// <summary>Waits for another instant, or for none. The new one is there before the old one ends.</summary>
    internal async Task Move(Instant? to, Instant now)
    {
        set = default;
        string? name = to is { } wanted ? NameOf(wanted) : null;
        if (name is not null)
        {
            Duration due = Duration.Max(AheadMin, Duration.Min(to!.Value - now, AheadMax));
            await Ask(() => registry.RegisterOrUpdateReminder(grain, name, due.ToTimeSpan(), Period));
        }

        foreach (IGrainReminder one in await Ask(() => registry.GetReminders(grain)))
        {
            if (InstantOf(one.ReminderName) is not null && !string.Equals(one.ReminderName, name, StringComparison.Ordinal))
            {
                await Ask(async () =>
                {
                    await registry.UnregisterReminder(grain, one);
                    return true;
                });
            }
        }

        set = (true, to);
    }

    private static async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            throw Unavailable(exception);
        }
    }

    // The provider's exceptions do not cross the wire: what they say does.
    private static StoreUnavailableException Unavailable(Exception exception) => new("Reminders: " + exception.Message);
}
