using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>How many customers one advisor serves (顾问服务半径): below the least the advisor is idle, beyond the most depth is
/// lost.</summary>
/// <remarks>
/// <para>An advisor is a person of trust (小B, KOC), not a promoter and not a support desk: count only those who hold relationships.</para>
/// <para>Equality is that of the options. The policy is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// AdvisorAssessment staff = AdvisorPolicy.Default.Assess(customers: 1_200, advisors: 2);
/// int missing = staff.Shortage; // 1: three advisors serve 1,200 customers with 500 each at the most
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class AdvisorPolicy : Policy<AdvisorPolicy, AdvisorOptions>, IPolicy<AdvisorPolicy, AdvisorOptions>
{
    private const int AdvisorsMax = 1_000_000;

    private AdvisorPolicy(AdvisorOptions options)
        : base(options)
    {
    }

    static AdvisorPolicy IPolicy<AdvisorPolicy, AdvisorOptions>.Make(AdvisorOptions options) => new(options);

    /// <summary>Whether so many advisors are enough for so many customers.</summary>
    /// <param name="customers">The number of customers: 0 or more.</param>
    /// <param name="advisors">The number of advisors: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public AdvisorAssessment Assess(int customers, int advisors) =>
        new(Options, Guard.Against.Negative(customers), Guard.Against.Negative(advisors));

    /// <summary>Gives each customer an advisor: nobody serves more than the most, and everybody at least the least when there are customers
    /// enough for that.</summary>
    /// <remarks>
    /// The answer depends on who they are, not on the order in which they are given, and is the same on every machine. When an advisor
    /// joins or leaves, or a customer
    /// comes or goes, few others move.
    /// </remarks>
    /// <param name="customers">The customers, each once.</param>
    /// <param name="advisors">The advisors, each once, 1,000,000 at the most.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An id is empty or stands twice, or there are too many advisors; the message says
    /// which.</exception>
    public AdvisorAllocation Allocate(IEnumerable<CustomerId> customers, IEnumerable<AdvisorId> advisors)
    {
        CustomerId[] people = [.. Guard.Against.Null(customers)];
        Dictionary<CustomerId, int> places = Distinct(people, nameof(customers));
        AdvisorId[] staff = [.. Guard.Against.Null(advisors)];
        Distinct(staff, nameof(advisors));
        if (staff.Length > AdvisorsMax)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"At most {AdvisorsMax} advisors share out customers, but there were {staff.Length}."),
                nameof(advisors));
        }

        Array.Sort(staff);
        var ring = new AdvisorRing(Options, staff);
        int[] chosen = ring.Place(people);
        return new([.. staff], people, places, chosen, ring.Loads, Assess(people.Length, staff.Length));
    }

    private static Dictionary<T, int> Distinct<T>(T[] ids, string name)
        where T : struct, IIdentifier<T>
    {
        var places = new Dictionary<T, int>(ids.Length);
        for (int i = 0; i < ids.Length; i++)
        {
            if (ids[i].Text.Length == 0 || !places.TryAdd(ids[i], i))
            {
                throw new ArgumentException($"Ids are not empty and stand once, but there was \"{ids[i].Text}\".", name);
            }
        }

        return places;
    }
}
