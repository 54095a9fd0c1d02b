using System.Runtime.ExceptionServices;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Runs the parts of a work beside each other.</summary>
internal static class InParts
{
    /// <summary>Runs every part, each on a thread of its own; one alone on the caller's. A failure comes out as on one thread.</summary>
    /// <param name="parts">How many parts.</param>
    /// <param name="run">Runs a part; it should stop where the function given is true, for another part failed.</param>
    /// <param name="cancellation">Asked before each part.</param>
    internal static void Run(int parts, Action<int, Func<bool>> run, CancellationToken cancellation)
    {
        if (parts <= 1)
        {
            run(0, static () => false);
            return;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parts, CancellationToken = cancellation };
            Parallel.For(0, parts, options, (part, state) => run(part, () => state.IsExceptional));
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.Flatten().InnerExceptions[0]);
        }
    }
}
