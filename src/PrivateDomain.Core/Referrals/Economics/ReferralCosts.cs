using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>What a programme spends beside reward and hook (裂变其他成本).</summary>
/// <remarks>Not checked: <see cref="HookEconomics.From"/> does. All are 0 or more, in the currency of the reward. Equality is that of all
/// parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferralCosts>))]
public sealed record ReferralCosts : IPolicyOptions<ReferralCosts>
{
    /// <summary>k: per success, such as handling.</summary>
    public required Money PerSuccess { get; init; }

    /// <summary>c: per invitation, such as an SMS.</summary>
    public required Money PerInvitation { get; init; }

    /// <summary>Once, such as the poster.</summary>
    public required Money FixedCost { get; init; }

    static Description<ReferralCosts> IPolicyOptions<ReferralCosts>.Description { get; } = new(
        new("referral costs", "裂变其他成本"), static () => new() { PerSuccess = default, PerInvitation = default, FixedCost = default },
        For<ReferralCosts>.Amount(
            static o => o.PerSuccess, static (o, v) => o with { PerSuccess = v }, new("per success", "每次成功"), Source.Own).Needed(),
        For<ReferralCosts>.Amount(
            static o => o.PerInvitation, static (o, v) => o with { PerInvitation = v }, new("per invitation", "每次邀请"),
            Source.Own).Needed(),
        For<ReferralCosts>.Amount(
            static o => o.FixedCost, static (o, v) => o with { FixedCost = v }, new("once", "一次性"), Source.Own).Needed());

    /// <summary>No other costs.</summary>
    /// <param name="currency">The currency.</param>
    public static ReferralCosts None(Currency currency) =>
        new() { PerSuccess = Money.Zero(currency), PerInvitation = Money.Zero(currency), FixedCost = Money.Zero(currency) };
}
