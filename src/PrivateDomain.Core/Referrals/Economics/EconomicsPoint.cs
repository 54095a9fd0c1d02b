using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>One size of a programme (规模点).</summary>
/// <remarks>Equality is that of all parts. The default value is size 0 of no money.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct EconomicsPoint
{
    internal EconomicsPoint(int successes, Money cost, Money profit)
    {
        Successes = successes;
        Cost = cost;
        Profit = profit;
    }

    /// <summary>n.</summary>
    public int Successes { get; }

    /// <summary>What n successes cost in all.</summary>
    public Money Cost { get; }

    /// <summary>What is left; below 0 a loss.</summary>
    public Money Profit { get; }
}
