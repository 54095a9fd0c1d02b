namespace PrivateDomain.Core.Relationships;

/// <summary>How far the relationship with a customer has come (关系阶段): four rungs, each standing on the one below, none of which may be
/// skipped. From the article on the underlying logic of private domains.</summary>
/// <remarks>
/// <para>The order of the numbers is the order of the rungs, so stages compare with &lt; and &gt;.</para>
/// <para>The default value is <see cref="None"/>.</para>
/// </remarks>
public enum RelationshipStage
{
    /// <summary>No link: public traffic (无联系).</summary>
    None = 0,

    /// <summary>Linked, so that the shop can reach the customer again (认识).</summary>
    Acquaintance = 1,

    /// <summary>Takes part in something (互动).</summary>
    Interaction = 2,

    /// <summary>Has bought, and talks with the shop (私交).</summary>
    Rapport = 3,

    /// <summary>Buys again, and stands by the brand (同盟).</summary>
    Alliance = 4,
}
