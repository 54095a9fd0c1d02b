using System.Diagnostics;
using System.Globalization;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>How much longer a larger work may take than a smaller one: what a machine's speed does not decide.</summary>
/// <remarks>
/// The two are run in turn, so that a busy machine slows both, and the smallest time of each counts. A gate that fails is measured once
/// more,
/// since a neighbour may have taken the memory bus for one of them only. A goal that is not reached yet is told, and breaks nothing.
/// </remarks>
internal sealed record Gate(string Name, double RatioMax, Action Smaller, Action Larger, bool IsGoal = false)
{
    private const int Rounds = 15;
    private const int WarmUps = 40;

    /// <summary>Whether it holds, told on the console.</summary>
    internal bool Holds() => IsWithin() || IsGoal || IsWithin();

    private bool IsWithin()
    {
        for (int i = 0; i < WarmUps; i++)
        {
            Smaller(); // until the better code is compiled
        }

        (double smaller, double larger) = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            smaller = Math.Min(smaller, Milliseconds(Smaller));
            larger = Math.Min(larger, Milliseconds(Larger));
        }

        bool isWithin = larger <= smaller * RatioMax;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isWithin ? "holds" : IsGoal ? "missed" : "BROKEN")}: {Name}: {smaller:0.###} ms → {larger:0.###} ms, × "
                + $"{larger / smaller:0.0}, at most × "
                + $"{RatioMax}"));
        return isWithin;
    }

    private static double Milliseconds(Action work)
    {
        long before = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
    }
}
