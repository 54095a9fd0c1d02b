using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>What a newcomer brings in (新客价值), before what winning them cost.</summary>
/// <remarks>Not checked: <see cref="HookEconomics.From"/> does. All are in the currency of the reward. That referred customers are worth
/// more is one segment's finding, so it is an input and has no default. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record NewcomerValue : IPolicyOptions<NewcomerValue>
{
    /// <summary>M: the contribution of a genuine newcomer's first order, of any sign.</summary>
    public required Money FirstOrder { get; init; }

    /// <summary>M_f: the contribution of a freeloader's first order, often below 0.</summary>
    public required Money FreeloaderFirstOrder { get; init; }

    /// <summary>What a genuine newcomer contributes period by period; its lifetime value before the first payment is V.</summary>
    public required ExpectedContribution Expected { get; init; }

    static Description<NewcomerValue> IPolicyOptions<NewcomerValue>.Description { get; } = new(
        new("newcomer value", "新客价值"), static () => new() { FirstOrder = default, FreeloaderFirstOrder = default, Expected = null! },
        For<NewcomerValue>.Rule(
            "expected",
            static o => o.Expected is null ? PolicyReasons.Missing.With(required: new Bilingual("expected contribution",
                "预期贡献")) : null));
}
