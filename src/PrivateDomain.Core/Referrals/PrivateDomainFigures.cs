namespace PrivateDomain.Core.Referrals;

/// <summary>How stable a private domain is (私域现状): the figures that the readiness for referrals asks for.</summary>
/// <remarks>Equality is that of all parts. A figure that is null or unknown is never taken for 0: the policy cannot decide without
/// it.</remarks>
public sealed record PrivateDomainFigures
{
    /// <summary>How long it has been run, in days; null when not known.</summary>
    public int? AgeDays { get; init; }

    /// <summary>How many customers have bought and are linked (留量); null when not known.</summary>
    public int? RetainedCustomers { get; init; }

    /// <summary>The share of linked customers who stay (留存率).</summary>
    public Ratio RetentionRate { get; init; }

    /// <summary>The share of newcomers who are received well (承接率).</summary>
    public Ratio ReceptionRate { get; init; }

    /// <summary>The share of customers who complained (投诉率).</summary>
    public Ratio ComplaintRate { get; init; }

    /// <summary>Of the customers asked, the share who want what is offered (需求占比).</summary>
    public Ratio NeedShare { get; init; }

    /// <summary>Whether value, service and brand move people to pass it on (净推荐值): the share of promoters (9, 10) less that of
    /// detractors (0 to 6), from -1 to 1.</summary>
    public Ratio NetPromoterScore { get; init; }
}
