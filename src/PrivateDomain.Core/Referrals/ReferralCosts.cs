using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>What a programme spends beside reward and hook (裂变其他成本).</summary>
/// <remarks>Not checked: <see cref="HookEconomics.From"/> does. All are 0 or more, in the currency of the reward. Equality is that of all
/// parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferralCosts
{
    /// <summary>k: per success, such as handling.</summary>
    public required Money PerSuccess { get; init; }

    /// <summary>c: per invitation, such as an SMS.</summary>
    public required Money PerInvitation { get; init; }

    /// <summary>Once, such as the poster.</summary>
    public required Money FixedCost { get; init; }

    internal static Description<ReferralCosts> Description { get; } = new(
        new("referral costs", "裂变其他成本"),
        For<ReferralCosts>.Amount(static o => o.PerSuccess, Source.Own),
        For<ReferralCosts>.Amount(static o => o.PerInvitation, Source.Own),
        For<ReferralCosts>.Amount(static o => o.FixedCost, Source.Own));

    /// <summary>No other costs.</summary>
    /// <param name="currency">The currency.</param>
    public static ReferralCosts None(Currency currency) =>
        new() { PerSuccess = Money.Zero(currency), PerInvitation = Money.Zero(currency), FixedCost = Money.Zero(currency) };
}
