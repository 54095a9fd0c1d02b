namespace PrivateDomain.Testing;

/// <summary>Measures what code allocates, without what the runtime allocates for itself while it recompiles that code.</summary>
internal static class Allocations
{
    private const int WarmUps = 64; // 30 calls make the runtime compile again
    private const int Rounds = 64;

    /// <summary>
    /// The bytes that one call of the work allocates on this thread: the least of many rounds, since the runtime now and then adds
    /// something of its own to
    /// a round and never takes anything away. The work must be the whole of what is claimed, its rare paths included: a round is all or
    /// nothing.
    /// </summary>
    internal static long Of(Action work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            work();
        }

        long least = long.MaxValue;
        for (int round = 0; round < Rounds && least > 0; round++)
        {
            if (round is 1 or 8)
            {
                Thread.Sleep(200); // the better code is compiled in the background, a tenth of a second after the last new method
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
