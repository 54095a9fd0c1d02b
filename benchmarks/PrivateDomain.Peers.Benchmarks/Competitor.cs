namespace PrivateDomain.Peers.Benchmarks;

/// <summary>One who does the work of a path.</summary>
/// <param name="Name">Who, and what of the answer it gives where that is not all of it.</param>
/// <param name="Work">Does the work once, and tells what it took.</param>
/// <param name="Check">Throws where its answer, as the work left it, is not that of the others.</param>
/// <param name="BytesCount">Whether what it allocates can be seen from here: not in another process, nor outside managed memory.</param>
internal sealed record Competitor(string Name, Func<Spent> Work, Action Check, bool BytesCount = true)
{
    /// <summary>Where the work is done in this process.</summary>
    internal static Competitor Of(string name, Action work, Action check) => new(name, () => Spent.On(work), check);
}
