using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>How many customers are key (重点客户的配置).</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="KeyCustomerPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<KeyCustomerOptions>))]
public sealed record KeyCustomerOptions : IPolicyOptions<KeyCustomerOptions>
{
    /// <summary>The most key customers; 1 or more. 1,000, from the article on private traffic in retail.</summary>
    public int CountMax { get; init; } = 1_000;

    /// <summary>The most key customers as a share of the buyers, above 0 and at most 1; their number is rounded down. 0.2, the library's
    /// own figure: where everybody is key,
    /// nobody is.</summary>
    public decimal ShareMax { get; init; } = 0.2m;

    static Description<KeyCustomerOptions> IPolicyOptions<KeyCustomerOptions>.Description { get; } = new(
        new("key customer policy", "重点客户策略"), static () => new(),
        For<KeyCustomerOptions>.Whole(
            static o => o.CountMax, static (o, v) => o with { CountMax = v }, new("most key customers", "重点客户上限"),
            1, int.MaxValue, Unit.Customers, Source.RetailTraffic),
        For<KeyCustomerOptions>.Share(
            static o => o.ShareMax, static (o, v) => o with { ShareMax = v }, new("greatest share of the buyers", "占已购客户的上限"),
            Source.Own, above: true));
}
