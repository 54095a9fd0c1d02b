namespace PrivateDomain.Core.Membership;

/// <summary>What is known of members so far (会员现状): the figures that the readiness for tiers asks for.</summary>
/// <remarks>Equality is that of all parts. What is null or unknown is never taken for 0.</remarks>
public sealed record MembershipFigures
{
    /// <summary>How many members there are; null when not known.</summary>
    public int? Members { get; init; }

    /// <summary>The share of buyers who bought again (复购率).</summary>
    public Ratio RepurchaseRate { get; init; }

    /// <summary>Of the benefits given, the share that was used (权益使用率).</summary>
    public Ratio BenefitUseRate { get; init; }
}
