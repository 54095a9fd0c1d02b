namespace PrivateDomain.Peers.Benchmarks;

/// <summary>What a competitor took.</summary>
/// <param name="Path">The path.</param>
/// <param name="Competitor">Who.</param>
/// <param name="Smallest">Nanoseconds an item in its quickest round.</param>
/// <param name="Median">Nanoseconds an item in its middle round.</param>
/// <param name="Ratio">Its quickest round in those of the library.</param>
/// <param name="Processor">Nanoseconds an item of all cores together, in the round that took least of them.</param>
/// <param name="ProcessorRatio">The same in those of the library.</param>
/// <param name="Bytes">Managed bytes an item on its own thread; null where they cannot be seen.</param>
internal sealed record Score(
    string Path, string Competitor, double Smallest, double Median, double Ratio, double Processor, double ProcessorRatio, double? Bytes);
