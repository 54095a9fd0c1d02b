using System.Collections.Immutable;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals;

/// <summary>What a referral programme costs and brings in (裂变测算): per success, per genuine newcomer, at any size.</summary>
/// <remarks>
/// <para>Per success: the reward w, other costs k, invitations c ÷ p, and the hook v. Only what is paid before success is divided by a conversion: a reward
/// by its <see cref="PayTrigger"/>. With nothing paid per invitation the break-even rewards are those of the reference: <c>(1−f)M + f·M_f − k</c> by ROI logic and
/// <c>(1−f)V − k</c> by LTV logic.</para>
/// <para>Nothing is rounded but the largest reward, which somebody pays. Figures beyond what a decimal holds give no value, with the reason
/// <c>referral.not_computable</c>. Equality is that of all parts. Immutable, so safe on any thread.</para>
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
    public Answer<Money> CostPerSuccess => Computed(() => AddUp(BeforeSuccess(Reward), OtherPerSuccess));

    /// <summary>What one genuine newcomer costs (有效获客成本): the cost of one success ÷ (1 − f); ten times it at f = 0.9. No value when f is 1.</summary>
    public Answer<Money> CostPerGenuine =>
        Computed(() => Divide(CostPerSuccess, Funnel.FreeloaderShare.Complement(), ReferralReasons.NobodyGenuine, Funnel.FreeloaderShare));

    /// <summary>What one genuine newcomer who stays costs (留存获客成本); no value when nobody stays or the share is not known.</summary>
    public Answer<Money> CostPerRetained => Funnel.RetainedShare.IsKnown
        ? Computed(() => Divide(CostPerGenuine, Funnel.RetainedShare, ReferralReasons.NobodyStays, Funnel.RetainedShare))
        : Answer<Money>.Refused(ReferralReasons.FactUnknown.With(new Bilingual("share of newcomers who stay", "新客留存占比")));

    /// <summary>What one success brings in by the logic: (1−f)M + f·M_f, or (1−f)V; no value when V has no limit.</summary>
    public Answer<Money> WorthPerSuccess => Computed(() => Logic == ReferralLogic.ReturnOnInvestment
        ? (Value.FirstOrder * Genuine) + (Value.FreeloaderFirstOrder * (1m - Genuine))
        : LifetimeValue.Of(Value.Expected, ValueCase.BeforeFirstPayment).Then(v => v * Genuine));

    /// <summary>The most a success may be given, in money and hook together, so that it loses nothing (盈亏平衡奖励); below 0 when it loses even without.</summary>
    public Answer<Money> BreakEvenReward => Computed(() => AddUp(WorthPerSuccess, OtherCosts.Then(static cost => -cost)));

    private decimal Genuine => 1m - Funnel.FreeloaderShare.Value;

    // k + c ÷ p
    private Answer<Money> OtherCosts =>
        AddUp(Divide(Costs.PerInvitation, Funnel.Conversion, ReferralReasons.NobodyConverts, Funnel.Conversion), Costs.PerSuccess);

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
            .Needs(logic is ReferralLogic.LifetimeValue or ReferralLogic.ReturnOnInvestment, nameof(logic), PolicyReasons.UnknownChoice, logic.ToString("D"), new Bilingual("LTV or ROI logic", "LTV 逻辑或 ROI 逻辑"))
            .Needs(
                paidPer is PayTrigger.PerInvitation or PayTrigger.PerJoin or PayTrigger.PerPurchase,
                nameof(paidPer), PolicyReasons.UnknownChoice, paidPer.ToString("D"), new Bilingual("what it is paid for", "奖励触发点"))
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
    public Answer<Money> CostAt(int successes)
    {
        Guard.Against.Negative(successes);
        return Computed(() => CostPerSuccess.Then(each => (each * successes) + Hook.FixedCost + Costs.Fixed));
    }

    /// <summary>What is left of a number of successes: n·(worth − cost) − F − fixed, below 0 a loss.</summary>
    /// <param name="successes">n, 0 or more.</param>
    /// <returns>The sum; no value where the cost or worth of one success has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Answer<Money> ProfitAt(int successes)
    {
        Guard.Against.Negative(successes);
        return Computed(() => AddUp(WorthPerSuccess.Then(worth => worth * successes), CostAt(successes).Then(static cost => -cost)));
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
        Computed(() => CostPerGenuine.Then(cost => Core.Costs.Payback.Of(cost, Value.Expected, horizon)));

    /// <summary>The largest w that somebody can pay which keeps the red line at the planned size and, by LTV logic, is back within the cash horizon (奖励上限).</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>The reward as it is paid, by its trigger, in whole minor units, 0 or more: <see cref="Decide"/> allows it, and one minor unit more it refuses.
    /// No value, with the reason, when even no reward breaks a bound, or when no reward does, because it is never paid.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    public Answer<Money> LargestReward(ReferralPlan plan)
    {
        Guard.Against.Null(plan);
        HookEconomics without = With(0m);
        Decision bare = without.Decide(plan);
        if (!bare.IsAllowed)
        {
            return Answer<Money>.Refused(bare.Reasons.AsSpan());
        }

        if (PaidShare == 0m)
        {
            return Answer<Money>.Refused(ReferralReasons.NobodyConverts.With(Funnel.Conversion));
        }

        return Computed(() => without.Room(plan).Then(room => Payable(room.Amount * PaidShare, plan)));
    }

    /// <summary>Whether the programme pays at its planned size: refused when its loss grows with success (with the loss at the planned size), when less than the
    /// red line is left, when nobody converts though something is paid before success, or, by LTV logic, when the money is back too late.</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>Allowed, or denied with all reasons; undecidable when a figure has no value.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    public Decision Decide(ReferralPlan plan)
    {
        Guard.Against.Null(plan);
        try
        {
            return DecideAt(plan);
        }
        catch (OverflowException)
        {
            return Decision.Undecidable(ReferralReasons.NotComputable.With());
        }
    }

    private Decision DecideAt(ReferralPlan plan)
    {
        Answer<Money> left = ProfitAt(plan.Successes);
        if (!CostPerSuccess.TryGet(out Money cost) || !WorthPerSuccess.TryGet(out Money worth) || !left.TryGet(out Money profit)
            || !BreakEvenReward.TryGet(out Money even))
        {
            // That nobody converts is known, not unknown.
            bool isKnown = left.Reasons.Any(static r => r.Definition.Equals(ReferralReasons.NobodyConverts));
            return isKnown ? Decision.Denied(left.Reasons.AsSpan()) : Decision.Undecidable(left.Reasons.AsSpan());
        }

        Findings findings = default;
        if (cost > worth)
        {
            findings.Deny(ReferralReasons.LossGrowsWithSuccess.With(profit, even));
        }

        if (profit < plan.RedLine)
        {
            findings.Deny(ReferralReasons.BelowRedLine.With(profit, plan.RedLine));
        }

        if (Logic == ReferralLogic.LifetimeValue && Back(plan).TryGet(out Money back) && back < cost)
        {
            findings.Deny(ReferralReasons.PaybackBeyondHorizon.With(PaybackText(), plan.CashHorizon));
        }

        return findings.ToDecision();
    }

    // What is left for the reward of one success: by growth, by the red line, by the cash horizon.
    private Answer<Money> Room(ReferralPlan plan)
    {
        Answer<Money> growth = WorthPerSuccess.Combine(CostPerSuccess, static (worth, cost) => worth - cost);
        Answer<Money> line = ProfitAt(plan.Successes).Then(profit => (profit - plan.RedLine) / plan.Successes);
        Answer<Money> room = growth.Combine(line, Least);
        return Logic == ReferralLogic.LifetimeValue
            ? room.Combine(Back(plan).Combine(CostPerSuccess, static (back, cost) => back - cost), Least)
            : room;
    }

    private Answer<Money> Back(ReferralPlan plan) =>
        LifetimeValue.Within(Value.Expected, ValueCase.BeforeFirstPayment, plan.CashHorizon).Then(back => back * Genuine);

    // Down to a minor unit, then to where the test itself turns: divisions round in the 28th digit.
    private Answer<Money> Payable(decimal most, ReferralPlan plan)
    {
        decimal unit = new(1, 0, 0, false, (byte)Reward.Currency.MinorUnitDigits);
        decimal paid = decimal.Round(most, Reward.Currency.MinorUnitDigits, MidpointRounding.ToZero);
        while (paid > 0m && !With(paid).Decide(plan).IsAllowed)
        {
            paid -= unit;
        }

        while (With(paid + unit).Decide(plan).IsAllowed)
        {
            paid += unit;
        }

        return Money.Of(paid, Reward.Currency);
    }

    private HookEconomics With(decimal reward) => new(Logic, PaidPer, Money.Of(reward, Reward.Currency), Hook, Costs, Funnel, Value);

    private static Money Least(Money left, Money right) => left < right ? left : right;

    private static Answer<T> Computed<T>(Func<Answer<T>> compute)
        where T : notnull
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return Answer<T>.Refused(ReferralReasons.NotComputable.With());
        }
    }

    private decimal PaidShare => PaidPer switch
    {
        PayTrigger.PerInvitation => Funnel.Conversion.Value,
        PayTrigger.PerJoin => Funnel.PurchasePerJoin.Value,
        _ => 1m,
    };

    private Answer<Money> BeforeSuccess(Money paid) => Divide(paid, Ratio.Known(PaidShare), ReferralReasons.NobodyConverts, Ratio.Known(PaidShare));

    private ReasonValue PaybackText() =>
        Payback().TryGet(out Payback? payback) && payback.Periods is { } periods
            ? periods
            : new Bilingual("more than can be seen", "超出测算范围的");

    // Nothing paid is nothing per success, also when there is no success.
    private static Answer<Money> Divide(Answer<Money> amount, Ratio by, ReasonDefinition refusal, Ratio found) =>
        !amount.HasValue || amount.Value.IsZero ? amount
        : by > Ratio.Known(0m) ? amount.Value / by.Value
        : Answer<Money>.Refused(refusal.With(found));

    private static Answer<Money> AddUp(Answer<Money> left, Answer<Money> right) => left.Combine(right, static (a, b) => a + b);
}
