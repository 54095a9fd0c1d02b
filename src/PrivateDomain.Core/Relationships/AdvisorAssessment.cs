using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>Whether a shop's advisors fit its customers (顾问编制结论).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum AdvisorStaffing
{
    /// <summary>Nothing was assessed; no policy says this (未知).</summary>
    Unknown = 0,

    /// <summary>Too few advisors: somebody would have to serve more than can be known (人手不足).</summary>
    TooFew,

    /// <summary>Neither too few nor too many (合适).</summary>
    Enough,

    /// <summary>So many advisors that some of them could go (人手富余).</summary>
    TooMany,
}

/// <summary>Whether the advisors of a shop are enough for its customers, and the figures that say so (顾问编制).</summary>
/// <remarks>
/// <para>Equality is that of the two numbers and the limits they are measured by; there is no ordering.</para>
/// <para>The default value is of no customers and no advisors, and unknown. The value is immutable, so threads may share it.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct AdvisorAssessment
{
    private readonly int least;
    private readonly int most;

    internal AdvisorAssessment(AdvisorOptions limits, int customers, int advisors)
    {
        (least, most) = (limits.CustomersMin, limits.CustomersMax);
        Customers = customers;
        Advisors = advisors;
    }

    /// <summary>How many customers there are.</summary>
    public int Customers { get; }

    /// <summary>How many advisors there are.</summary>
    public int Advisors { get; }

    /// <summary>Too few, enough or too many.</summary>
    public AdvisorStaffing Staffing =>
        most == 0 ? AdvisorStaffing.Unknown
        : Shortage > 0 ? AdvisorStaffing.TooFew
        : Surplus > 0 ? AdvisorStaffing.TooMany
        : AdvisorStaffing.Enough;

    /// <summary>Why they are too few or too many; empty when they are enough.</summary>
    public ImmutableArray<Reason> Reasons => Staffing switch
    {
        AdvisorStaffing.TooFew => [RelationshipsReasons.TooFewAdvisors.With(Advisors, AdvisorsNeeded)],
        AdvisorStaffing.TooMany => [RelationshipsReasons.TooManyAdvisors.With(Advisors, Advisors - Surplus)],
        _ => [],
    };

    /// <summary>How many customers the advisors can serve at the most (服务容量).</summary>
    public long Capacity => (long)Advisors * most;

    /// <summary>The customers of the capacity (负荷): above 100 % depth is lost; unknown without advisors.</summary>
    public Ratio Load => Ratio.From(Customers, Capacity);

    /// <summary>The customers for each advisor; unknown without advisors.</summary>
    public Ratio CustomersPerAdvisor => Ratio.From(Customers, Advisors);

    /// <summary>How many customers nobody can serve.</summary>
    public long Unserved => Math.Max(0, Customers - Capacity);

    /// <summary>The least number of advisors that can serve all customers.</summary>
    public int AdvisorsNeeded => most == 0 ? 0 : (int)(((long)Customers + most - 1) / most);

    /// <summary>How many advisors are missing (顾问缺口); 0 when there are enough.</summary>
    public int Shortage => Math.Max(0, AdvisorsNeeded - Advisors);

    /// <summary>How many advisors have not enough to do (顾问富余): as many as could go while the others still have the least number of
    /// customers; the needed ones are kept.</summary>
    public int Surplus => least == 0 ? 0 : Math.Max(0, Advisors - Math.Max(AdvisorsNeeded, Customers / least));
}
