using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals;

/// <summary>A referral programme as data (裂变活动): what is done, what bounds it, what is given and paid, when, how often.</summary>
/// <remarks>Not checked: <see cref="ReferralProgramme.Create"/> does. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferralProgrammeOptions : IPolicyOptions<ReferralProgrammeOptions>
{
    /// <summary>The host's name for it, of 1 to 128 characters, as an identifier; codes name it.</summary>
    public required string Name { get; init; }

    /// <summary>How it works.</summary>
    public required ReferralMechanic Mechanic { get; init; }

    /// <summary>What bounds the reward.</summary>
    public required ReferralLogic Logic { get; init; }

    /// <summary>What the reward is paid for.</summary>
    public required PayTrigger PaidPer { get; init; }

    /// <summary>What the referrer gets for one referral, in money; 0 when only the hook is given.</summary>
    public required Money Reward { get; init; }

    /// <summary>What the newcomer gets (利益点): virtual or physical; its costs are in the currency of the reward.</summary>
    public required Gift Hook { get; init; }

    /// <summary>The most that all rewards together may come to; at least one reward.</summary>
    public required Money Budget { get; init; }

    /// <summary>The first instant.</summary>
    public required Instant Begins { get; init; }

    /// <summary>The first instant after it; later than the first.</summary>
    public required Instant Ends { get; init; }

    /// <summary>Caps, cool-down and windows.</summary>
    public ReferralLimits Limits { get; init; } = new();

    static Description<ReferralProgrammeOptions> IPolicyOptions<ReferralProgrammeOptions>.Description { get; } = new(
        new("referral programme", "裂变活动"),
        static () => new()
        {
            Name = null!,
            Mechanic = ReferralMechanic.None,
            Logic = ReferralLogic.None,
            PaidPer = PayTrigger.None,
            Reward = default,
            Hook = null!,
            Budget = default,
            Begins = default,
            Ends = default,
        },
        For<ReferralProgrammeOptions>.Rule(
            "name", static o => IdentifierText.IsValid(o.Name) ? null : PolicyReasons.Malformed.With(o.Name ?? "", Wanted.Text)),
        For<ReferralProgrammeOptions>.Choice(
            static o => o.Mechanic, static (o, v) => o with { Mechanic = v }, new("mechanic", "裂变方式"),
            ReferralNames.Name, Source.Own, notZero: true).Needed(),
        For<ReferralProgrammeOptions>.Choice(
            static o => o.Logic, static (o, v) => o with { Logic = v }, new("logic", "裂变逻辑"),
            ReferralNames.Name, Source.ClearGoals, notZero: true).Needed(),
        For<ReferralProgrammeOptions>.Choice(
            static o => o.PaidPer, static (o, v) => o with { PaidPer = v }, new("paid per", "计酬方式"),
            ReferralNames.Name, Source.Own, notZero: true).Needed(),
        For<ReferralProgrammeOptions>.Amount(
            static o => o.Reward, static (o, v) => o with { Reward = v }, new("reward", "奖励"), Source.Own).Needed(),
        For<ReferralProgrammeOptions>.Rule(
            "hook", static o => o.Hook is null ? PolicyReasons.Missing.With(required: new Bilingual("a gift", "利益点")) : Other(
                o.Hook.FixedCost, o.Reward)),
        For<ReferralProgrammeOptions>.Amount(
            static o => o.Budget, static (o, v) => o with { Budget = v }, new("budget", "预算"), Source.Own).Needed(),
        For<ReferralProgrammeOptions>.Rule("budget", static o => WrongBudget(o.Budget, o.Reward)),
        For<ReferralProgrammeOptions>.Rule(
            "ends", static o => o.Ends > o.Begins ? null : ReferralReasons.EndsBeforeItBegins.With(o.Ends, o.Begins)),
        For<ReferralProgrammeOptions>.Part(static o => o.Limits, static (o, v) => o with { Limits = v }));

    private static Reason? WrongBudget(Money budget, Money reward) =>
        Other(budget, reward)
        ?? (budget.Currency.IsNone || budget >= reward ? null : ReferralReasons.BudgetBelowReward.With(budget, reward));

    // A currency that is missing is told of by itself.
    private static Reason? Other(Money amount, Money reward) =>
        amount.Currency == reward.Currency || amount.Currency.IsNone || reward.Currency.IsNone
            ? null
            : PolicyReasons.OtherCurrency.With(amount.Currency.Code, reward.Currency.Code);
}
