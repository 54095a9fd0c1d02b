using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>Whether the advisors of a shop are enough for its customers (顾问编制).</summary>
public sealed class AdvisorStaffing
{
    private readonly AdvisorPolicy policy;

    internal AdvisorStaffing(AdvisorPolicy policy, int customers, int advisors)
    {
        this.policy = policy;
        Customers = customers;
        Advisors = advisors;
    }

    /// <summary>How many customers there are.</summary>
    public int Customers { get; }

    /// <summary>How many advisors there are.</summary>
    public int Advisors { get; }

    /// <summary>How many customers the advisors can serve at the most (服务容量).</summary>
    public long Capacity => (long)Advisors * policy.CustomersMax;

    /// <summary>The customers of the capacity (负荷): above 1 depth is lost; unknown without advisors.</summary>
    public Ratio Load => Ratio.Of(Customers, Capacity);

    /// <summary>The customers for each advisor; unknown without advisors.</summary>
    public Ratio CustomersPerAdvisor => Ratio.Of(Customers, Advisors);

    /// <summary>How many customers nobody can serve.</summary>
    public long Unserved => Math.Max(0, Customers - Capacity);

    /// <summary>The least number of advisors that can serve all customers.</summary>
    public int AdvisorsNeeded => (int)(((long)Customers + policy.CustomersMax - 1) / policy.CustomersMax);

    /// <summary>How many advisors are missing (顾问缺口); 0 when there are enough.</summary>
    public int Shortage => Math.Max(0, AdvisorsNeeded - Advisors);

    /// <summary>How many advisors have not enough to do (顾问富余): as many as could go while the others still have the least number of customers; the needed ones are kept.</summary>
    public int Surplus => policy.CustomersMin == 0 ? 0 : Math.Max(0, Advisors - Math.Max(AdvisorsNeeded, Customers / policy.CustomersMin));

    /// <summary>Allowed when there are neither too few advisors nor too many.</summary>
    public Decision Decide() =>
        Shortage > 0 ? Decision.Denied(RelationshipsReasons.TooFewAdvisors.With(Advisors, AdvisorsNeeded))
        : Surplus > 0 ? Decision.Denied(RelationshipsReasons.TooManyAdvisors.With(Advisors, Advisors - Surplus))
        : Decision.Allowed;
}

/// <summary>Which advisor serves which customer (顾问分配).</summary>
public sealed class AdvisorAllocation
{
    internal AdvisorAllocation(
        ImmutableSortedDictionary<CustomerId, AdvisorId> advisorOf,
        ImmutableSortedDictionary<AdvisorId, int> loads,
        ImmutableArray<CustomerId> unserved,
        AdvisorStaffing staffing)
    {
        AdvisorOf = advisorOf;
        Loads = loads;
        Unserved = unserved;
        Staffing = staffing;
    }

    /// <summary>The advisor of each customer who has one.</summary>
    public ImmutableSortedDictionary<CustomerId, AdvisorId> AdvisorOf { get; }

    /// <summary>How many customers each advisor serves.</summary>
    public ImmutableSortedDictionary<AdvisorId, int> Loads { get; }

    /// <summary>The customers for whom no advisor has room, ordered.</summary>
    public ImmutableArray<CustomerId> Unserved { get; }

    /// <summary>Whether the advisors are enough.</summary>
    public AdvisorStaffing Staffing { get; }
}
