using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>How many customers one advisor serves (顾问服务半径): below the least the advisor is idle, beyond the most depth is lost. D4.</summary>
/// <remarks>An advisor is a person of trust (小B, KOC), not a promoter and not a support desk: count only those who hold relationships.</remarks>
public sealed class AdvisorPolicy
{
    private AdvisorPolicy(int customersMin, int customersMax)
    {
        CustomersMin = customersMin;
        CustomersMax = customersMax;
    }

    /// <summary>300 to 500 customers for each advisor. Default from [D], D4.</summary>
    public static AdvisorPolicy Default { get; } = Create();

    /// <summary>The least number of customers that fills an advisor's time.</summary>
    public int CustomersMin { get; }

    /// <summary>The greatest number of customers an advisor can know.</summary>
    public int CustomersMax { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="customersMin">The least number: 0 or more. Default 300 from [D], D4.</param>
    /// <param name="customersMax">The greatest number: 1 or more, not below the least. Default 500 from [D], D4.</param>
    /// <exception cref="InvalidPolicyException">A number is out of range. All mistakes are named together.</exception>
    public static AdvisorPolicy Create(int customersMin = 300, int customersMax = 500)
    {
        int least = Math.Max(1, customersMin);
        new PolicyCheck()
            .Needs(customersMin >= 0, "customersMin", RelationshipsReasons.NumberTooSmall, customersMin, 0)
            .Needs(customersMax >= least, "customersMax", RelationshipsReasons.NumberTooSmall, customersMax, least)
            .ThrowIfAny("advisor policy");
        return new(customersMin, customersMax);
    }

    /// <summary>Whether so many advisors are enough for so many customers.</summary>
    /// <param name="customers">The number of customers: 0 or more.</param>
    /// <param name="advisors">The number of advisors: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public AdvisorStaffing Staff(int customers, int advisors) =>
        new(this, Guard.Against.Negative(customers), Guard.Against.Negative(advisors));

    /// <summary>Gives each customer an advisor, nobody more than <see cref="CustomersMax"/>, everybody at least <see cref="CustomersMin"/> when there are customers enough for that.</summary>
    /// <remarks>
    /// The answer depends on who they are, not on the order in which they are given, and it is stable: when an advisor joins or leaves, or a customer comes or goes,
    /// few others move (rendezvous hashing with a bound on the load). Ids are compared by a hash written out here, so every machine gives the same answer.
    /// </remarks>
    /// <param name="customers">The customers, each once.</param>
    /// <param name="advisors">The advisors, each once.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An id is empty or stands twice; the message names it.</exception>
    public AdvisorAllocation Allocate(IEnumerable<CustomerId> customers, IEnumerable<AdvisorId> advisors)
    {
        CustomerId[] people = Distinct(Guard.Against.Null(customers), nameof(customers));
        AdvisorId[] staff = Distinct(Guard.Against.Null(advisors), nameof(advisors));
        int[] places = new AdvisorMatching(CustomersMin, CustomersMax, people, staff).Places();
        var assigned = ImmutableSortedDictionary.CreateBuilder<CustomerId, AdvisorId>();
        var waiting = ImmutableArray.CreateBuilder<CustomerId>();
        int[] loads = new int[staff.Length];
        for (int c = 0; c < people.Length; c++)
        {
            if (places[c] < 0)
            {
                waiting.Add(people[c]);
            }
            else
            {
                assigned.Add(people[c], staff[places[c]]);
                loads[places[c]]++;
            }
        }

        return new(
            assigned.ToImmutable(),
            staff.Zip(loads).ToImmutableSortedDictionary(static p => p.First, static p => p.Second),
            waiting.ToImmutable(),
            Staff(people.Length, staff.Length));
    }

    // Sorted, so that nothing depends on the order given.
    private static T[] Distinct<T>(IEnumerable<T> ids, string name)
        where T : struct, IIdentifier<T>, IComparable<T>
    {
        T[] sorted = [.. ids.Order()];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Text.Length == 0 || (i > 0 && sorted[i].CompareTo(sorted[i - 1]) == 0))
            {
                throw new ArgumentException($"Ids are not empty and stand once, but there was \"{sorted[i].Text}\".", name);
            }
        }

        return sorted;
    }
}
