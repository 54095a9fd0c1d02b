using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance;

/// <summary>A customer to put into a database (待写入的客户).</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class ConformanceCustomer
{
    internal ConformanceCustomer(int id, FactValues values, LocalTime time) => (Id, Values, Time) = (id, values, time);

    /// <summary>The row's identifier, from 0 without gaps.</summary>
    public int Id { get; }

    /// <summary>What is known: <c>NumberOf</c>, <c>DateOf</c>, <c>YesNoOf</c>, <c>TextOf</c>, <c>TextSetOf</c> and <c>LevelOf</c> of the
    /// facts in <see cref="ConformanceFacts"/>; null, which is absent, is to be kept as null.</summary>
    public FactValues Values { get; }

    /// <summary>The time of the day at which the customer's dates happened, to the microsecond; often midnight, or just before.</summary>
    public LocalTime Time { get; }

    /// <summary>A date as a time on the shop's wall clock, for columns of times without a zone; null where it is absent.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public LocalDateTime? WallClockOf(DateFact fact) => Values.DateOf(fact)?.At(Time);

    /// <summary>A date as an instant, for columns of instants; null where it is absent.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public Instant? InstantOf(DateFact fact) => WallClockOf(fact)?.InZoneLeniently(ConformanceFacts.Zone).ToInstant();
}
