using System.Collections.Immutable;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerFacts
{
    /// <summary>The totals of events folded away, for facts of other areas; one that reaches beyond <see cref="AsOf"/> is not seen yet.</summary>
    internal ImmutableArray<EventTotal> Folded => history.Checkpoint?.Totals ?? [];
}
