using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Knowledge;

/// <summary>How well an advisor knows the customers served, beside the load (顾问服务深度).</summary>
/// <remarks>Immutable. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record AdvisorDepth
{
    private AdvisorDepth(AdvisorId advisor, Answer<Ratio> depth, AdvisorAssessment load)
    {
        Advisor = advisor;
        Depth = depth;
        Load = load;
    }

    /// <summary>The advisor.</summary>
    public AdvisorId Advisor { get; }

    /// <summary>The mean of the customers' depths, 0 to 1; no value, with the reason <c>knowledge.nobody_served</c>, when nobody is
    /// served.</summary>
    public Answer<Ratio> Depth { get; }

    /// <summary>How many customers the advisor serves, and whether that is too many.</summary>
    public AdvisorAssessment Load { get; }

    /// <summary>Takes the mean over the customers served.</summary>
    /// <param name="advisor">The advisor.</param>
    /// <param name="served">What is known of each customer served; each customer once.</param>
    /// <param name="policy">How many customers one advisor serves.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">The advisor is nobody, or an assessment is null or of a customer who is there twice.</exception>
    public static AdvisorDepth Measure(AdvisorId advisor, IEnumerable<ProfileAssessment> served, AdvisorPolicy policy)
    {
        Guard.Against.NullOrWhiteSpace(advisor.Text, nameof(advisor));
        Guard.Against.Null(served);
        Guard.Against.Null(policy);
        var seen = new HashSet<CustomerId>();
        decimal sum = 0m;
        foreach (ProfileAssessment customer in served)
        {
            if (customer is null || !seen.Add(customer.Customer))
            {
                throw new ArgumentException(
                    customer is null ? "What is known of a customer is null."
                    : $"Each customer is counted once, but {Quoted.Of(customer.Customer.Text)} is there twice.", nameof(served));
            }

            sum += customer.Depth.Value;
        }

        return new AdvisorDepth(
            advisor,
            seen.Count == 0 ? Answer<Ratio>.Refused(KnowledgeReasons.NobodyServed.With(advisor.Text)) : Ratio.From(sum, seen.Count),
            policy.Assess(seen.Count, 1));
    }
}
