using System.Collections.Immutable;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals;

/// <summary>What a referral programme costs and brings in (利益点经济账): per success, per genuine newcomer, at any size. From D42 [B], D38 [C], D20.</summary>
/// <remarks>
/// <para>Per success: the reward w, other costs k, invitations c ÷ p, and the hook v. Only what is paid before success is divided by a conversion: a reward
/// by its <see cref="PayTrigger"/>. With nothing paid per invitation the break-even rewards are those of the reference: <c>(1−f)M + f·M_f − k</c> by ROI logic and
/// <c>(1−f)V − k</c> by LTV logic.</para>
/// <para>Nothing is rounded. Equality is that of all parts.</para>
/// </remarks>
public sealed record HookEconomics
{
    private HookEconomics(ReferralLogic logic, PayTrigger paidPer, Money reward, Gift hook, ReferralCosts costs, ReferralFunnel funnel, NewcomerValue value)
    {
        Logic = logic;
        PaidPer = paidPer;
        Reward = reward;
        Hook = hook;
        Costs = costs;
        Funnel = funnel;
        Value = value;
    }

    /// <summary>What bounds the reward.</summary>
    public ReferralLogic Logic { get; }

    /// <summary>What the reward is paid for.</summary>
    public PayTrigger PaidPer { get; }

    /// <summary>w: what is paid each time.</summary>
    public Money Reward { get; }

    /// <summary>What each success is given: F + 0·n, or v·n.</summary>
    public Gift Hook { get; }

    /// <summary>k, c and the fixed cost.</summary>
    public ReferralCosts Costs { get; }

    /// <summary>p and f.</summary>
    public ReferralFunnel Funnel { get; }

    /// <summary>M, M_f and what newcomers contribute later.</summary>
    public NewcomerValue Value { get; }

    /// <summary>What one success costs: w by its trigger + k + c ÷ p + v; no value when nobody converts but something is paid before success.</summary>
    public Answer<Money> CostPerSuccess => AddUp(BeforeSuccess(Reward), OtherPerSuccess);

    /// <summary>What one genuine newcomer costs (有效获客成本): the cost of one success ÷ (1 − f); ten times it at f = 0.9. No value when f is 1.</summary>
    public Answer<Money> CostPerGenuine => Divide(CostPerSuccess, Funnel.FreeloaderShare.Complement(), ReferralProgrammeReasons.NobodyGenuine, Funnel.FreeloaderShare);

    /// <summary>What one genuine newcomer who stays costs (留存获客成本); no value when that share is 0 or not known.</summary>
    public Answer<Money> CostPerRetained => Divide(CostPerGenuine, Funnel.RetainedShare, ReferralProgrammeReasons.NobodyStays, Funnel.RetainedShare);

    /// <summary>What one success brings in by the logic: (1−f)M + f·M_f, or (1−f)V; no value when V has no limit.</summary>
    public Answer<Money> WorthPerSuccess => Logic == ReferralLogic.ReturnOnInvestment
        ? (Value.FirstOrder * Genuine) + (Value.FreeloaderFirstOrder * (1m - Genuine))
        : LifetimeValue.Of(Value.Expected, ValueCase.BeforeFirstPayment).Then(v => v * Genuine);

    /// <summary>The most a success may be given, in money and hook together, so that it loses nothing (盈亏平衡奖励); below 0 when it loses even without.</summary>
    public Answer<Money> BreakEvenReward => AddUp(WorthPerSuccess, OtherCosts.Then(static cost => -cost));

    private decimal Genuine => 1m - Funnel.FreeloaderShare.Value;

    // k + c ÷ p
    private Answer<Money> OtherCosts =>
        AddUp(Divide(Costs.PerInvitation, Funnel.Conversion, ReferralProgrammeReasons.NobodyConverts, Funnel.Conversion), Costs.PerSuccess);

    private Answer<Money> OtherPerSuccess => AddUp(OtherCosts, Hook.CostPerPiece);

    /// <summary>Puts the figures together.</summary>
    /// <param name="logic">What bounds the reward.</param>
    /// <param name="paidPer">What the reward is paid for.</param>
    /// <param name="reward">w, 0 or more.</param>
    /// <param name="hook">What each success is given.</param>
    /// <param name="costs">k, c and the fixed cost.</param>
    /// <param name="funnel">p and f.</param>
    /// <param name="value">M, M_f and later contributions.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="InvalidPolicyException">A choice is missing, the reward is negative, or currencies differ; all mistakes are named.</exception>
    public static HookEconomics Create(
        ReferralLogic logic, PayTrigger paidPer, Money reward, Gift hook, ReferralCosts costs, ReferralFunnel funnel, NewcomerValue value)
    {
        Guard.Against.Null(hook);
        Guard.Against.Null(costs);
        Guard.Against.Null(funnel);
        Guard.Against.Null(value);
        new PolicyCheck()
            .Needs(logic is ReferralLogic.LifetimeValue or ReferralLogic.ReturnOnInvestment, nameof(logic), ReferralProgrammeReasons.ChoiceMissing, logic.ToString())
            .Needs(
                paidPer is PayTrigger.PerInvitation or PayTrigger.PerJoin or PayTrigger.PerPurchase,
                nameof(paidPer), ReferralProgrammeReasons.ChoiceMissing, paidPer.ToString())
            .NeedsCost(reward, reward.Currency, nameof(reward))
            .NeedsCurrency(hook.FixedCost, reward.Currency, nameof(hook))
            .NeedsCurrency(costs.Fixed, reward.Currency, nameof(costs))
            .NeedsCurrency(value.FirstOrder, reward.Currency, nameof(value))
            .ThrowIfAny("hook economics");
        return new HookEconomics(logic, paidPer, reward, hook, costs, funnel, value);
    }

    /// <summary>What a number of successes costs in all, the hook and all fixed costs included: the cost curve.</summary>
    /// <param name="successes">n, 0 or more.</param>
    /// <returns>The sum; no value where the cost or worth of one success has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">The sum is more than a decimal holds.</exception>
    public Answer<Money> CostAt(int successes)
    {
        Guard.Against.Negative(successes);
        return CostPerSuccess.Then(each => (each * successes) + Hook.FixedCost + Costs.Fixed);
    }

    /// <summary>What is left of a number of successes: n·(worth − cost) − F − fixed, below 0 a loss.</summary>
    /// <param name="successes">n, 0 or more.</param>
    /// <returns>The sum; no value where the cost or worth of one success has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">The sum is more than a decimal holds.</exception>
    public Answer<Money> ProfitAt(int successes)
    {
        Guard.Against.Negative(successes);
        return AddUp(WorthPerSuccess.Then(worth => worth * successes), CostAt(successes).Then(static cost => -cost));
    }

    /// <summary>Cost and profit at several sizes, as data to plot.</summary>
    /// <param name="sizes">The sizes, such as 100, 1,000 and 10,000; each 0 or more.</param>
    /// <returns>The points in the order asked for, or why there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public Answer<ImmutableArray<EconomicsPoint>> Curve(params ReadOnlySpan<int> sizes)
    {
        var points = ImmutableArray.CreateBuilder<EconomicsPoint>(sizes.Length);
        foreach (int size in sizes)
        {
            if (!CostAt(size).TryGet(out Money cost) || !ProfitAt(size).TryGet(out Money profit))
            {
                return Answer<ImmutableArray<EconomicsPoint>>.Refused(ProfitAt(size).Reasons.AsSpan());
            }

            points.Add(new EconomicsPoint(size, cost, profit));
        }

        return points.MoveToImmutable();
    }

    /// <summary>When a genuine newcomer has paid what winning them cost (回本), all freeloaders' cost included.</summary>
    /// <param name="horizon">How many periods are looked at.</param>
    public Answer<Payback> Payback(int horizon = Core.Costs.Payback.DefaultHorizon) =>
        CostPerGenuine.TryGet(out Money cost)
            ? Core.Costs.Payback.Of(cost, Value.Expected, horizon)
            : Answer<Payback>.Refused(CostPerGenuine.Reasons.AsSpan());

    /// <summary>The largest w that keeps the red line at the planned size and, by LTV logic, is back within the cash horizon (奖励上限).</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>The reward as it is paid, by its trigger, 0 or more; no value, with the reason, when even no reward breaks a bound.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    public Answer<Money> LargestReward(ReferralPlan plan)
    {
        Guard.Against.Null(plan);
        HookEconomics without = new(Logic, PaidPer, Money.Zero(Reward.Currency), Hook, Costs, Funnel, Value);
        Decision bare = without.Judge(plan);
        if (!bare.IsAllowed)
        {
            return Answer<Money>.Refused(bare.Reasons.AsSpan());
        }

        Money most = (without.ProfitAt(plan.Successes).Value - plan.RedLine) / plan.Successes;
        if (Logic == ReferralLogic.LifetimeValue)
        {
            Money back = LifetimeValue.Within(Value.Expected, ValueCase.BeforeFirstPayment, plan.CashHorizon).Value * Genuine;
            Money room = back - without.CostPerSuccess.Value;
            most = room < most ? room : most;
        }

        // The margin per success is the growth bound, apart from fixed costs and the red line.
        Money growth = without.WorthPerSuccess.Value - without.CostPerSuccess.Value;
        return (growth < most ? growth : most) * PaidShare;
    }

    /// <summary>Whether the programme pays at its planned size: refused when its loss grows with success (with the loss at the planned size), when less than the red line is left, or, by LTV logic,
    /// when the money is back too late.</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>Allowed, or denied with all reasons; undecidable when a figure has no value.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    public Decision Judge(ReferralPlan plan)
    {
        Guard.Against.Null(plan);
        if (!CostPerSuccess.TryGet(out Money cost) || !WorthPerSuccess.TryGet(out Money worth) || !ProfitAt(plan.Successes).TryGet(out Money profit))
        {
            return Decision.Undecidable(ProfitAt(plan.Successes).Reasons.AsSpan());
        }

        var reasons = new GateReasons();
        reasons.Unless(cost <= worth, ReferralProgrammeReasons.LossGrowsWithSuccess, profit, BreakEvenReward.Value);
        reasons.Unless(profit >= plan.RedLine, ReferralProgrammeReasons.BelowRedLine, profit, plan.RedLine);
        if (Logic == ReferralLogic.LifetimeValue)
        {
            Money back = LifetimeValue.Within(Value.Expected, ValueCase.BeforeFirstPayment, plan.CashHorizon).Value * Genuine;
            reasons.Unless(back >= cost, ReferralProgrammeReasons.PaybackBeyondHorizon, PaybackText(), plan.CashHorizon);
        }

        return reasons.Decide();
    }

    private decimal PaidShare => PaidPer switch
    {
        PayTrigger.PerInvitation => Funnel.Conversion.Value,
        PayTrigger.PerJoin => Funnel.PurchasePerJoin.Value,
        _ => 1m,
    };

    private Answer<Money> BeforeSuccess(Money paid) => Divide(paid, Ratio.Known(PaidShare), ReferralProgrammeReasons.NobodyConverts, Ratio.Known(PaidShare));

    private ReasonValue PaybackText() =>
        Payback().TryGet(out Payback? payback) && payback.Periods is { } periods
            ? periods
            : new Bilingual("more than can be seen", "超出测算范围的");

    // Nothing paid is nothing per success, also when there is no success.
    private static Answer<Money> Divide(Answer<Money> amount, Ratio by, ReasonDefinition refusal, Ratio found) =>
        !amount.HasValue || amount.Value.IsZero ? amount
        : by > Ratio.Known(0m) ? amount.Value / by.Value
        : Answer<Money>.Refused(refusal.With(found));

    private static Answer<Money> AddUp(Answer<Money> left, Answer<Money> right) =>
        left.HasValue && right.HasValue ? left.Value + right.Value
        : Answer<Money>.Refused([.. left.HasValue ? [] : left.Reasons, .. right.HasValue ? [] : right.Reasons.Where(r => left.HasValue || !left.Reasons.Contains(r))]);
}
