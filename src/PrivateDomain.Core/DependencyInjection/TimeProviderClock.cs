using NodaTime;

namespace PrivateDomain.Core.DependencyInjection;

/// <summary>The host's time, in NodaTime's terms.</summary>
internal sealed class TimeProviderClock : IClock
{
    private readonly TimeProvider time;

    public TimeProviderClock(TimeProvider time) => this.time = Guard.Against.Null(time);

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
