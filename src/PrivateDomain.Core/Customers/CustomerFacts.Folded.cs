using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerFacts
{
    /// <summary>The totals of events folded away, for facts of other areas; one that reaches beyond <see cref="AsOf"/> is not seen yet.</summary>
    internal ImmutableArray<EventTotal> Folded => history.Checkpoint?.Totals ?? [];

    /// <summary>The codes of the events seen, in order, for facts of other areas: what they are without touching the events.</summary>
    internal ReadOnlySpan<byte> Codes => history.Index.Codes.AsSpan(0, seen);

    /// <summary>The instants of the events seen, in order.</summary>
    internal ReadOnlySpan<Instant> Instants => history.Index.Instants.AsSpan(0, seen);
}
