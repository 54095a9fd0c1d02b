using System.Collections.Immutable;
using PrivateDomain.Testing;

namespace EventIntake;

/// <summary>Kills silos and the database in the first half of the intake, each when so much is done, and starts them
/// again.</summary>
internal sealed class Disturbances(ImmutableArray<SiloProcess> silos, LocalPostgres database, int kills, int deliveries)
{
    private readonly ImmutableArray<TaskCompletionSource> reached = [.. Enumerable.Range(0, kills + 1)
        .Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    internal int KilledCount { get; private set; }

    internal bool IsDatabaseRestarted { get; private set; }

    internal void Answered(int count)
    {
        for (int n = 0; n <= kills && count >= (long)deliveries * (n + 1) / (kills + 1) / 2; n++)
        {
            reached[n].TrySetResult();
        }
    }

    internal async Task Run(CancellationToken stop)
    {
        for (int n = 0; n < kills; n++)
        {
            await reached[n].Task.WaitAsync(stop);
            SiloProcess silo = silos[n % silos.Length];
            await silo.Kill();
            KilledCount++;
            await silo.Start(stop);
        }

        await reached[kills].Task.WaitAsync(stop);
        IsDatabaseRestarted = await Task.Run(() => database.Crash() && database.Start(), CancellationToken.None);
    }
}
