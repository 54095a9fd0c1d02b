namespace PrivateDomain.Core.Value;

/// <summary>How many customers are key (重点客户的配置).</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="KeyCustomerPolicy"/> does.</remarks>
public sealed record KeyCustomerOptions
{
    /// <summary>The most key customers; 1 or more. 1,000, from the article on private traffic in retail.</summary>
    public int CountMax { get; init; } = 1_000;

    /// <summary>The most key customers as a share of the buyers, above 0 and at most 1; their number is rounded down. 0.2, the library's
    /// own figure: where everybody is key,
    /// nobody is.</summary>
    public decimal ShareMax { get; init; } = 0.2m;

    internal static Description<KeyCustomerOptions> Description { get; } = new(
        new("key customer policy", "重点客户策略"),
        For<KeyCustomerOptions>.Whole(static o => o.CountMax, 1, int.MaxValue, Unit.Customers, Source.RetailTraffic),
        For<KeyCustomerOptions>.Share(static o => o.ShareMax, Source.Own, above: true));
}
