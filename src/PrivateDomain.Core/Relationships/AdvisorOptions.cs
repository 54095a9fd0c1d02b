namespace PrivateDomain.Core.Relationships;

/// <summary>How many customers one advisor serves (顾问服务半径).</summary>
/// <remarks>Plain figures: <see cref="AdvisorPolicy"/> checks them. Equality is that of all figures.</remarks>
public sealed record AdvisorOptions
{
    /// <summary>The least number of customers that fills an advisor's time: 0 or more. From the article on shopping advisors.</summary>
    public int CustomersMin { get; init; } = 300;

    /// <summary>The greatest number of customers an advisor can know: 1 or more, not below the least. From the article on shopping
    /// advisors.</summary>
    public int CustomersMax { get; init; } = 500;
}
