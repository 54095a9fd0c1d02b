using System.Diagnostics;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>What a work took, in nanoseconds.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all cores together, which others on the machine lengthen far less.</param>
internal readonly record struct Spent(double Wall, double Processor)
{
    /// <summary>Does a work of this process, and tells what it took.</summary>
    internal static Spent On(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long begun = Stopwatch.GetTimestamp();
        work();
        TimeSpan wall = Stopwatch.GetElapsedTime(begun);
        return new(wall.TotalNanoseconds, (Environment.CpuUsage.TotalTime - before).TotalNanoseconds);
    }
}
