using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>What is planned (裂变计划): the size, the least that must be left, and how long the cash lasts.</summary>
/// <remarks>Not checked: <see cref="HookEconomics"/> does, where it is used. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferralPlan>))]
public sealed record ReferralPlan : IPolicyOptions<ReferralPlan>
{
    /// <summary>n: how many successes are planned; 1 or more.</summary>
    public required int Successes { get; init; }

    /// <summary>The least that must be left in all (利润红线), in the currency of the reward; below 0 is a loss that is accepted.</summary>
    public required Money RedLine { get; init; }

    /// <summary>How many periods of the contributions the cash lasts (现金周期), 1 to <see cref="Payback.LongestHorizon"/>; LTV logic must
    /// be back within it.</summary>
    public required int CashHorizon { get; init; }

    static Description<ReferralPlan> IPolicyOptions<ReferralPlan>.Description { get; } = new(
        new("referral plan", "裂变计划"), static () => new() { Successes = 0, RedLine = default, CashHorizon = 0 },
        For<ReferralPlan>.Whole(
            static o => o.Successes, static (o, v) => o with { Successes = v }, new("successes", "计划成功数"),
            1, int.MaxValue, Unit.Customers, Source.Own).Needed(),
        For<ReferralPlan>.Value(
            static o => o.RedLine, static (o, v) => o with { RedLine = v }, new("red line", "利润红线"),
            new MoneyForm(isSigned: true, above: false), Source.Own).Needed(),
        For<ReferralPlan>.Whole(
            static o => o.CashHorizon, static (o, v) => o with { CashHorizon = v }, new("cash horizon", "现金周期"),
            1, Payback.LongestHorizon, Unit.Periods, Source.Own).Needed());
}
