using System.Collections.Immutable;
using System.Diagnostics;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>A path and all who take it, the library first, in the same rounds.</summary>
/// <param name="Path">Which path, and over how much.</param>
/// <param name="Items">How many items one run of the work takes.</param>
/// <param name="Competitors">Who takes part; times are told against the first.</param>
internal sealed record Contest(string Path, int Items, ImmutableArray<Competitor> Competitors)
{
    private const int WarmUpsMax = 40;
    private static readonly TimeSpan WarmUpMax = TimeSpan.FromSeconds(1);

    /// <summary>Checks all answers, and then times all in turn: each round begins with another of them.</summary>
    internal ImmutableArray<Score> Run(int rounds)
    {
        foreach (Competitor one in Competitors)
        {
            one.Work();
            one.Check();
        }

        if (rounds > 1)
        {
            WarmUp();
        }

        Spent[][] times = [.. Competitors.Select(_ => new Spent[rounds])];
        long[] bytes = [.. Competitors.Select(static _ => long.MaxValue)];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < Competitors.Length; turn++)
            {
                int who = (round + turn) % Competitors.Length;
                long before = GC.GetAllocatedBytesForCurrentThread();
                times[who][round] = Competitors[who].Work();
                bytes[who] = Math.Min(bytes[who], GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        (double wall, double processor) = (times[0].Min(static t => t.Wall), times[0].Min(static t => t.Processor));
        return [.. Competitors.Select((one, who) => ScoreOf(one, times[who], bytes[who]))];

        Score ScoreOf(Competitor one, Spent[] spent, long allocated) => new(
            Path, one.Name, spent.Min(static t => t.Wall) / Items, spent.Select(static t => t.Wall).Order().ElementAt(rounds / 2) / Items,
            spent.Min(static t => t.Wall) / wall, spent.Min(static t => t.Processor) / Items,
            spent.Min(static t => t.Processor) / processor, one.BytesCount ? (double)allocated / Items : null);
    }

    // Until code is compiled for good and caches of plans are filled.
    private void WarmUp()
    {
        foreach (Competitor one in Competitors)
        {
            long begun = Stopwatch.GetTimestamp();
            for (int run = 0; run < WarmUpsMax && Stopwatch.GetElapsedTime(begun) < WarmUpMax; run++)
            {
                one.Work();
            }
        }
    }
}
