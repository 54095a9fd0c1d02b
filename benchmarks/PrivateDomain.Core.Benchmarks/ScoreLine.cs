using System.Diagnostics;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One path of the scoreboard: what the library does, and what it is measured against in the same rounds.</summary>
/// <param name="Path">What is done, and of how many it is the time.</param>
/// <param name="Items">By how many the times are divided.</param>
/// <param name="Library">The library.</param>
/// <param name="Plain">What one would write instead, and its name; null where nobody would.</param>
/// <param name="Floor">What nothing can be quicker than, and its name.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="IsReached">Whether it is reached: nanoseconds an item, times plain code's speed, share of the floor's speed.</param>
/// <param name="IsKernel">Whether the width of vectors matters.</param>
internal sealed record ScoreLine(
    string Path,
    int Items,
    Action Library,
    (string Name, Action Work)? Plain,
    (string Name, Action Work)? Floor,
    string Goal,
    Func<ScoreTimes, bool> IsReached,
    bool IsKernel = false)
{
    private const int Rounds = 15;
    private const int WarmUps = 30;
    private static readonly TimeSpan WarmUpMin = TimeSpan.FromSeconds(1); // the better code is compiled beside, some time later
    private static readonly TimeSpan WarmUpMax = TimeSpan.FromSeconds(4);

    /// <summary>The smallest times of all rounds, the competitors in turn.</summary>
    internal ScoreTimes Measure()
    {
        Action[] competitors = [Library, Plain?.Work ?? Nothing, Floor?.Work ?? Nothing];
        double[] best = [double.MaxValue, double.MaxValue, double.MaxValue];
        long begun = Stopwatch.GetTimestamp();
        for (int i = 0; (i < WarmUps || Stopwatch.GetElapsedTime(begun) < WarmUpMin) && Stopwatch.GetElapsedTime(begun) < WarmUpMax; i++)
        {
            Array.ForEach(competitors, static work => work());
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < competitors.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                competitors[i]();
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds / Items);
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Library();
        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Items;
        return new(best[0], Plain is null ? null : best[1] / best[0], Floor is null ? null : best[2] / best[0], bytes);
    }

    private static void Nothing()
    {
    }
}
