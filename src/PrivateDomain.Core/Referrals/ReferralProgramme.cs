using NodaTime;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals;

/// <summary>A referral programme as data (裂变活动): what is done, what bounds it, what is given and paid, when, how often. From D38, D39.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralProgramme
{
    private ReferralProgramme(
        string name, ReferralMechanic mechanic, ReferralLogic logic, PayTrigger paidPer, Money reward, Gift hook, Money budget, Interval runs, ReferralLimits limits)
    {
        Name = name;
        Mechanic = mechanic;
        Logic = logic;
        PaidPer = paidPer;
        Reward = reward;
        Hook = hook;
        Budget = budget;
        Runs = runs;
        Limits = limits;
    }

    /// <summary>The host's name for it; codes name it.</summary>
    public string Name { get; }

    /// <summary>How it works.</summary>
    public ReferralMechanic Mechanic { get; }

    /// <summary>What bounds the reward.</summary>
    public ReferralLogic Logic { get; }

    /// <summary>What the reward is paid for.</summary>
    public PayTrigger PaidPer { get; }

    /// <summary>What the referrer gets for one referral, in money; 0 when only the hook is given.</summary>
    public Money Reward { get; }

    /// <summary>What the newcomer gets (利益点): virtual or physical.</summary>
    public Gift Hook { get; }

    /// <summary>The most that all rewards together may come to.</summary>
    public Money Budget { get; }

    /// <summary>When it runs: from its start, up to but without its end.</summary>
    public Interval Runs { get; }

    /// <summary>Caps, cool-down, hold and windows.</summary>
    public ReferralLimits Limits { get; }

    /// <summary>Makes a programme.</summary>
    /// <param name="name">1 to 128 characters, as an identifier.</param>
    /// <param name="mechanic">How it works.</param>
    /// <param name="logic">What bounds the reward.</param>
    /// <param name="paidPer">What the reward is paid for.</param>
    /// <param name="reward">What the referrer gets, 0 or more.</param>
    /// <param name="hook">What the newcomer gets; its costs are in the currency of the reward.</param>
    /// <param name="budget">At least one reward.</param>
    /// <param name="begins">The first instant.</param>
    /// <param name="ends">The first instant after it; later than the first.</param>
    /// <param name="limits">Null: <see cref="ReferralLimits.Default"/>.</param>
    /// <exception cref="ArgumentNullException">The name or the hook is null.</exception>
    /// <exception cref="InvalidPolicyException">Parts are wrong; all of them are named.</exception>
    public static ReferralProgramme Create(
        string name,
        ReferralMechanic mechanic,
        ReferralLogic logic,
        PayTrigger paidPer,
        Money reward,
        Gift hook,
        Money budget,
        Instant begins,
        Instant ends,
        ReferralLimits? limits = null)
    {
        Guard.Against.Null(name);
        Guard.Against.Null(hook);
        bool sameCurrency = reward.Currency == budget.Currency && !reward.Currency.IsNone;
        new PolicyCheck()
            .Needs(IdentifierText.IsValid(name), nameof(name), ReferralProgrammeReasons.NameMissing, name)
            .Needs(!ReferralMechanics.StepsOf(mechanic).IsEmpty, nameof(mechanic), ReferralProgrammeReasons.ChoiceMissing, mechanic.ToString())
            .Needs(logic is ReferralLogic.LifetimeValue or ReferralLogic.ReturnOnInvestment, nameof(logic), ReferralProgrammeReasons.ChoiceMissing, logic.ToString())
            .Needs(
                paidPer is PayTrigger.PerInvitation or PayTrigger.PerJoin or PayTrigger.PerPurchase,
                nameof(paidPer), ReferralProgrammeReasons.ChoiceMissing, paidPer.ToString())
            .Needs(!reward.IsNegative, nameof(reward), ReferralProgrammeReasons.TooSmall, reward, 0)
            .Needs(
                hook.FixedCost.Currency == reward.Currency, nameof(hook),
                ReferralProgrammeReasons.CurrenciesDiffer, hook.FixedCost.Currency.Code, reward.Currency.Code)
            .Needs(sameCurrency, nameof(budget), ReferralProgrammeReasons.CurrenciesDiffer, budget.Currency.Code, reward.Currency.Code)
            .Needs(!sameCurrency || budget >= reward, nameof(budget), ReferralProgrammeReasons.BudgetBelowReward, budget, reward)
            .Needs(!budget.IsNegative, nameof(budget), ReferralProgrammeReasons.TooSmall, budget, 0)
            .Needs(ends > begins, nameof(ends), ReferralProgrammeReasons.EndsBeforeItBegins, ends, begins)
            .ThrowIfAny("referral programme");
        return new ReferralProgramme(name, mechanic, logic, paidPer, reward, hook, budget, new Interval(begins, ends), limits ?? ReferralLimits.Default);
    }
}
