namespace PrivateDomain.Core.Costs;

/// <summary>What a shop spends on keeping customers (维护成本构成): the figures of <see cref="Upkeep"/>.</summary>
/// <remarks>What is null is nothing spent. Equality is that of the figures; there is no ordering. <see cref="Upkeep"/> checks
/// them.</remarks>
public sealed record UpkeepFigures
{
    /// <summary>An advisor's wage per year (人工年薪), 0 or more.</summary>
    public required Money WagePerYear { get; init; }

    /// <summary>How many customers one advisor serves, above 0. There is no default; the article on private traffic in retail has 300–500
    /// whose depth is kept.</summary>
    public required decimal CustomersPerAdvisor { get; init; }

    /// <summary>Content (内容) per customer and year, 0 or more.</summary>
    public Money? Content { get; init; }

    /// <summary>Benefits and hooks (福利与利益点) per customer and year, 0 or more.</summary>
    public Money? Benefits { get; init; }

    /// <summary>Membership (会员) per customer and year, 0 or more.</summary>
    public Money? Membership { get; init; }

    /// <summary>Tools (工具) per customer and year, 0 or more.</summary>
    public Money? Tools { get; init; }
}
