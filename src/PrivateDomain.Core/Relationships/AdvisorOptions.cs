using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>How many customers one advisor serves (顾问服务半径).</summary>
/// <remarks>Plain figures: <see cref="AdvisorPolicy"/> checks them. Equality is that of all figures.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<AdvisorOptions>))]
public sealed record AdvisorOptions : IPolicyOptions<AdvisorOptions>
{
    /// <summary>The least number of customers that fills an advisor's time: 0 or more. From the article on shopping advisors.</summary>
    public int CustomersMin { get; init; } = 300;

    /// <summary>The greatest number of customers an advisor can know: 1 or more, not below the least. From the article on shopping
    /// advisors.</summary>
    public int CustomersMax { get; init; } = 500;

    static Description<AdvisorOptions> IPolicyOptions<AdvisorOptions>.Description { get; } = new(
        new("advisor policy", "顾问规则"), static () => new(),
        For<AdvisorOptions>.Whole(
            static o => o.CustomersMin, static (o, v) => o with { CustomersMin = v }, new("least customers", "最少客户数"),
            0, int.MaxValue, Unit.Customers, Source.RetailTraffic),
        For<AdvisorOptions>.Whole(
            static o => o.CustomersMax, static (o, v) => o with { CustomersMax = v }, new("most customers", "最多客户数"),
            1, int.MaxValue, Unit.Customers, Source.RetailTraffic),
        For<AdvisorOptions>.AtMost<int>(static o => o.CustomersMin, static o => o.CustomersMax));
}
