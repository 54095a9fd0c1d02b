namespace PrivateDomain.Core.Benchmarks;

/// <summary>What was measured of a path.</summary>
/// <param name="Nanoseconds">The library's time an item.</param>
/// <param name="TimesPlain">How many times as fast it is as plain code; null where there is none.</param>
/// <param name="OfFloor">Its share of the floor's speed, 1 being the floor's own; null where there is none.</param>
/// <param name="Bytes">What it allocates an item.</param>
internal sealed record ScoreTimes(double Nanoseconds, double? TimesPlain, double? OfFloor, double Bytes);
