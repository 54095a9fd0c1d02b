using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>How far a programme spreads (裂变传播): the fission multiple K (裂变倍率) from cycle to cycle.</summary>
/// <remarks>
/// <para>K counts invitations per customer over all customers, not only over those who share. After n cycles N₀(Kⁿ⁺¹ − 1) ÷ (K − 1) have
/// come, N₀(n + 1) for K = 1. K below 1 approaches N₀ ÷ (1 − K); K of 1 or more never converges, so only the addressable base ends
/// it.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Spread
{
    private Spread(int seed, Ratio multiple, int addressableBase)
    {
        Seed = seed;
        Multiple = multiple;
        AddressableBase = addressableBase;
    }

    /// <summary>N₀: how many customers it begins with.</summary>
    public int Seed { get; }

    /// <summary>K: newcomers of the next cycle per customer of this one.</summary>
    public Ratio Multiple { get; }

    /// <summary>How many people can be reached at all, those of the seed included; no forecast exceeds it.</summary>
    public int AddressableBase { get; }

    /// <summary>How many times the seed is reached when it has spread without a cap: 1 ÷ (1 − K), 1.818 for 0.45; no value for K of 1 or
    /// more.</summary>
    public Answer<decimal> Amplification => Multiple.Value < 1m
        ? 1m / (1m - Multiple.Value)
        : Answer<decimal>.Refused(ReferralReasons.SpreadDoesNotConverge.With(Multiple.Value, 1));

    /// <summary>Where it ends: the limit, or the addressable base when that is less or there is no limit.</summary>
    public decimal Limit => Seed == 0 ? 0m
        // compared first: it may be beyond computing
        : Amplification.TryGet(out decimal times) && times < (decimal)AddressableBase / Seed ? Seed * times
        : AddressableBase;

    /// <summary>K from invitations and their conversion: 3 × 15 % = 0.45.</summary>
    /// <param name="invitationsPerCustomer">Invitations per customer over all customers.</param>
    /// <param name="conversion">The share of invitations that bring a newcomer.</param>
    /// <returns>K; unknown when a part is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The invitations are too many to be multiplied.</exception>
    public static Ratio MultipleOf(Ratio invitationsPerCustomer, Ratio conversion)
    {
        try
        {
            return invitationsPerCustomer.IsKnown && conversion.IsKnown
                ? Ratio.From(invitationsPerCustomer.Value * conversion.Value)
                : Ratio.Unknown;
        }
        catch (OverflowException)
        {
            throw new ArgumentOutOfRangeException(nameof(invitationsPerCustomer), invitationsPerCustomer,
                "Too many to be multiplied by the conversion.");
        }
    }

    /// <summary>Makes a forecast.</summary>
    /// <param name="seed">N₀, 0 or more.</param>
    /// <param name="multiple">K, known and 0 or more.</param>
    /// <param name="addressableBase">At least the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range or unknown.</exception>
    public static Spread From(int seed, Ratio multiple, int addressableBase)
    {
        Guard.Against.Negative(seed);
        Guard.Against.OutOfRange(addressableBase, nameof(addressableBase), seed, int.MaxValue);
        return multiple is { IsKnown: true, Value: >= 0m }
            ? new Spread(seed, multiple, addressableBase)
            : throw new ArgumentOutOfRangeException(nameof(multiple), multiple, "A known multiple of 0 or more is needed.");
    }

    /// <summary>How many have come after 0, 1, 2 … n cycles, the seed included: never less than before, never more than the addressable
    /// base.</summary>
    /// <param name="cycles">n, 0 to 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public ImmutableArray<decimal> Forecast(int cycles)
    {
        Guard.Against.OutOfRange(cycles, nameof(cycles), 0, 10_000);
        var totals = ImmutableArray.CreateBuilder<decimal>(cycles + 1);
        decimal total = Seed;
        decimal newcomers = Seed;
        totals.Add(total);
        for (int cycle = 1; cycle <= cycles; cycle++)
        {
            newcomers = total >= AddressableBase ? 0m : Next(newcomers, AddressableBase - total);
            total += newcomers;
            totals.Add(total);
        }

        return totals.MoveToImmutable();
    }

    // Compared before multiplying, so that a large K cannot overflow.
    private decimal Next(decimal newcomers, decimal room) =>
        Multiple.Value > 0m && newcomers >= room / Multiple.Value ? room : newcomers * Multiple.Value;
}
