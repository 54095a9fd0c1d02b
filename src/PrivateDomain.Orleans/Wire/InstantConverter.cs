using NodaTime;

namespace PrivateDomain.Orleans.Wire;

/// <summary>An instant on the wire: whole days since 1970, and the nanoseconds of the day.</summary>
[GenerateSerializer]
[Immutable]
internal struct InstantParts
{
    [Id(0)]
    public int Days;

    [Id(1)]
    public long NanosecondOfDay;
}

/// <summary>Instants cross the wire to the nanosecond.</summary>
[RegisterConverter]
internal sealed class InstantConverter : IConverter<Instant, InstantParts>
{
    public Instant ConvertFromSurrogate(in InstantParts surrogate) =>
        NodaConstants.UnixEpoch + Duration.FromDays(surrogate.Days) + Duration.FromNanoseconds(surrogate.NanosecondOfDay);

    public InstantParts ConvertToSurrogate(in Instant value)
    {
        Duration since = value - NodaConstants.UnixEpoch;
        Duration ofDay = since - Duration.FromDays(since.FloorDays());
        return new InstantParts { Days = since.FloorDays(), NanosecondOfDay = ofDay.ToInt64Nanoseconds() };
    }
}

/// <summary>Days rounded down, where NodaTime rounds towards zero.</summary>
internal static class DurationDays
{
    internal static int FloorDays(this Duration duration) =>
        duration.Days - (duration < Duration.FromDays(duration.Days) ? 1 : 0);
}
