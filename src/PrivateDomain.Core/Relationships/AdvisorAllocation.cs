using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>Which advisor serves which customer (顾问分配).</summary>
/// <remarks>Two allocations are equal only when they are the same object. The object is immutable, so threads may share it.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class AdvisorAllocation
{
    private readonly Dictionary<CustomerId, int> places; // where each customer stands in all
    private readonly int[] chosen;
    private readonly CustomerId[] grouped; // customers of the first advisor, then of the second, …
    private readonly int[] starts;

    internal AdvisorAllocation(
        ImmutableArray<AdvisorId> advisors, CustomerId[] customers, Dictionary<CustomerId, int> places, int[] chosen,
            ReadOnlySpan<int> loads, AdvisorAssessment assessment)
    {
        Advisors = advisors;
        Assessment = assessment;
        this.places = places;
        this.chosen = chosen;
        starts = new int[loads.Length + 1];
        for (int advisor = 0; advisor < loads.Length; advisor++)
        {
            starts[advisor + 1] = starts[advisor] + loads[advisor];
        }

        grouped = new CustomerId[starts[^1]];
        int[] next = starts[..^1];
        var unserved = ImmutableArray.CreateBuilder<CustomerId>(customers.Length - grouped.Length);
        for (int customer = 0; customer < customers.Length; customer++)
        {
            if (chosen[customer] == AdvisorRing.Nobody)
            {
                unserved.Add(customers[customer]);
            }
            else
            {
                grouped[next[chosen[customer]]++] = customers[customer];
            }
        }

        unserved.Sort();
        Unserved = unserved.MoveToImmutable();
    }

    /// <summary>The advisors, ordered.</summary>
    public ImmutableArray<AdvisorId> Advisors { get; }

    /// <summary>The customers for whom no advisor has room, ordered; <see cref="AdvisorAssessment.Reasons"/> of <see cref="Assessment"/>
    /// say why.</summary>
    public ImmutableArray<CustomerId> Unserved { get; }

    /// <summary>Whether the advisors are enough.</summary>
    public AdvisorAssessment Assessment { get; }

    /// <summary>The advisor of a customer; null for one whom nobody serves, and for a stranger.</summary>
    /// <param name="customer">The customer.</param>
    public AdvisorId? AdvisorOf(CustomerId customer) =>
        places.TryGetValue(customer, out int place) && chosen[place] != AdvisorRing.Nobody ? Advisors[chosen[place]] : null;

    /// <summary>The customers of an advisor, ordered; none for a stranger.</summary>
    /// <param name="advisor">The advisor.</param>
    public ImmutableArray<CustomerId> CustomersOf(AdvisorId advisor)
    {
        int place = Advisors.BinarySearch(advisor);
        return place < 0 ? [] : [.. grouped.AsSpan(starts[place]..starts[place + 1]).ToArray().Order()];
    }
}
