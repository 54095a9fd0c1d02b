using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>What a referral programme costs and brings in (裂变测算): per success, per genuine newcomer, at any size.</summary>
/// <remarks>
/// <para>Per success: the reward w, other costs k, invitations c ÷ p, and the hook v. Only what is paid before success is divided by a
/// conversion: a reward by its <see cref="PayTrigger"/>. With nothing paid per invitation the break-even rewards are those of the
/// reference: <c>(1−f)M + f·M_f − k</c> by ROI logic and
/// <c>(1−f)V − k</c> by LTV logic.</para>
/// <para>Nothing is rounded but the largest reward, which somebody pays. Figures beyond what a decimal holds give no value, with the reason
/// <c>referral.not_computable</c>. Equality is that of all parts. Immutable, so safe on any thread.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record HookEconomics
{
    private HookEconomics(HookFigures figures) => Figures = figures;

    /// <summary>The figures it was made of.</summary>
    public HookFigures Figures { get; }

    /// <summary>What one success costs: w by its trigger + k + c ÷ p + v; no value when nobody converts but something is paid before
    /// success.</summary>
    public Answer<Money> CostPerSuccess => Computed(() => AddUp(BeforeSuccess(Figures.Reward), OtherPerSuccess));

    /// <summary>What one genuine newcomer costs (有效获客成本): the cost of one success ÷ (1 − f); ten times it at f = 0.9. No value when f
    /// is 1.</summary>
    public Answer<Money> CostPerGenuine =>
        Computed(() => Divide(CostPerSuccess, Ratio.From(Genuine), ReferralReasons.NobodyGenuine,
            Ratio.From(Figures.Funnel.FreeloaderShare)));

    /// <summary>What one genuine newcomer who stays costs (留存获客成本); no value when nobody stays or the share is not known.</summary>
    public Answer<Money> CostPerRetained => Figures.Funnel.RetainedShare is { } retained
        ? Computed(() => Divide(CostPerGenuine, Ratio.From(retained), ReferralReasons.NobodyStays, Ratio.From(retained)))
        : Answer<Money>.Refused(ReferralReasons.FactUnknown.With(new Bilingual("share of newcomers who stay", "新客留存占比")));

    /// <summary>What one success brings in by the logic: (1−f)M + f·M_f, or (1−f)V; no value when V has no limit.</summary>
    public Answer<Money> WorthPerSuccess => Computed(() => Figures.Logic == ReferralLogic.ReturnOnInvestment
        ? (Figures.Value.FirstOrder * Genuine) + (Figures.Value.FreeloaderFirstOrder * (1m - Genuine))
        : LifetimeValue.Of(Figures.Value.Expected, ValueCase.BeforeFirstPayment).Then(v => v * Genuine));

    /// <summary>The most a success may be given, in money and hook together, so that it loses nothing (盈亏平衡奖励); below 0 when it loses
    /// even without.</summary>
    public Answer<Money> BreakEvenReward => Computed(() => AddUp(WorthPerSuccess, OtherCosts.Then(static cost => -cost)));

    private decimal Genuine => 1m - Figures.Funnel.FreeloaderShare;

    // k + c ÷ p
    private Answer<Money> OtherCosts =>
        AddUp(Divide(Figures.Costs.PerInvitation, Figures.Funnel.Conversion, ReferralReasons.NobodyConverts, Figures.Funnel.Conversion),
            Figures.Costs.PerSuccess);

    private Answer<Money> OtherPerSuccess => AddUp(OtherCosts, Figures.Hook.CostPerPiece);

    /// <summary>Puts the figures together.</summary>
    /// <param name="figures">Logic, trigger, reward, hook, costs, funnel and value.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="InvalidPolicyException">A choice or a part is missing, a figure is out of range, or currencies differ; all mistakes
    /// are named.</exception>
    public static HookEconomics From(HookFigures figures)
    {
        Descriptions.Of<HookFigures>().ThrowIfWrong(Guard.Against.Null(figures));
        return new HookEconomics(figures);
    }

    /// <summary>What a number of successes costs in all, the hook and all fixed costs included: the cost curve.</summary>
    /// <param name="successes">n, 0 or more.</param>
    /// <returns>The sum; no value where the cost or worth of one success has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Answer<Money> CostAt(int successes)
    {
        Guard.Against.Negative(successes);
        return Computed(() => CostPerSuccess.Then(each => (each * successes) + Figures.Hook.FixedCost + Figures.Costs.FixedCost));
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
        Computed(() => CostPerGenuine.Then(cost => Core.Costs.Payback.Of(cost, Figures.Value.Expected, horizon)));

    /// <summary>The largest w that somebody can pay which keeps the red line at the planned size and, by LTV logic, is back within the cash
    /// horizon (奖励上限).</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>The reward as it is paid, by its trigger, in whole minor units, 0 or more: <see cref="Decide"/> allows it, and one minor
    /// unit more it refuses. No value, with the reason, when even no reward breaks a bound, or when no reward does, because it is never
    /// paid.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    /// <exception cref="InvalidPolicyException">A figure of the plan is out of range; all mistakes are named.</exception>
    /// <exception cref="CurrencyMismatchException">The red line is in another currency than the reward.</exception>
    public Answer<Money> LargestReward(ReferralPlan plan)
    {
        Descriptions.Of<ReferralPlan>().ThrowIfWrong(Guard.Against.Null(plan));
        HookEconomics without = With(0m);
        Decision bare = without.Judged(plan);
        if (!bare.IsAllowed)
        {
            return Answer<Money>.Refused(bare.Reasons.AsSpan());
        }

        if (PaidShare == 0m)
        {
            return Answer<Money>.Refused(ReferralReasons.NobodyConverts.With(Figures.Funnel.Conversion));
        }

        return Computed(() => without.Room(plan).Then(room => Payable(room.Amount * PaidShare, plan)));
    }

    /// <summary>Whether the programme pays at its planned size: refused when its loss grows with success (with the loss at the planned
    /// size), when less than the red line is left, when nobody converts though something is paid before success, or, by LTV logic, when the
    /// money is back too late.</summary>
    /// <param name="plan">Size, red line and cash horizon.</param>
    /// <returns>Allowed, or denied with all reasons, also where nobody converts or, by LTV logic, the lifetime value has no limit;
    /// undecidable when a figure is beyond computing.</returns>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    /// <exception cref="InvalidPolicyException">A figure of the plan is out of range; all mistakes are named.</exception>
    /// <exception cref="CurrencyMismatchException">The red line is in another currency than the reward.</exception>
    public Decision Decide(ReferralPlan plan)
    {
        Descriptions.Of<ReferralPlan>().ThrowIfWrong(Guard.Against.Null(plan));
        return Judged(plan);
    }

    private Decision Judged(ReferralPlan plan)
    {
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
            // That nobody converts, or that a lifetime has no end, is known, not unknown.
            bool isKnown = left.Reasons.Any(static r =>
                r.Definition.Equals(ReferralReasons.NobodyConverts) || r.Definition.Equals(CostsReasons.ValueDiverges));
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

        if (Figures.Logic == ReferralLogic.LifetimeValue && Back(plan).TryGet(out Money back) && back < cost)
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
        return Figures.Logic == ReferralLogic.LifetimeValue
            ? room.Combine(Back(plan).Combine(CostPerSuccess, static (back, cost) => back - cost), Least)
            : room;
    }

    private Answer<Money> Back(ReferralPlan plan) =>
        LifetimeValue.Within(Figures.Value.Expected, ValueCase.BeforeFirstPayment, plan.CashHorizon).Then(back => back * Genuine);

    // Down to a minor unit, then to where the test itself turns: divisions round in the 28th digit.
    private Answer<Money> Payable(decimal most, ReferralPlan plan)
    {
        decimal unit = new(1, 0, 0, false, (byte)Figures.Reward.Currency.MinorUnitDigits);
        decimal paid = decimal.Round(most, Figures.Reward.Currency.MinorUnitDigits, MidpointRounding.ToZero);
        while (paid > 0m && !With(paid).Judged(plan).IsAllowed)
        {
            paid -= unit;
        }

        while (With(paid + unit).Judged(plan).IsAllowed)
        {
            paid += unit;
        }

        return Money.From(paid, Figures.Reward.Currency);
    }

    private HookEconomics With(decimal reward) => new(Figures with { Reward = Money.From(reward, Figures.Reward.Currency) });

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

    private decimal PaidShare => Figures.PaidPer switch
    {
        PayTrigger.PerInvitation => Figures.Funnel.Conversion.Value,
        PayTrigger.PerJoin => Figures.Funnel.PurchasePerJoin,
        _ => 1m,
    };

    private Answer<Money> BeforeSuccess(Money paid) =>
        Divide(paid, Ratio.From(PaidShare), ReferralReasons.NobodyConverts, Ratio.From(PaidShare));

    private ReasonValue PaybackText() =>
        Payback().TryGet(out Payback? payback) && payback.Periods is { } periods
            ? periods
            : new Bilingual("more than can be seen", "超出测算范围的");

    // Nothing paid is nothing per success, also when there is no success.
    private static Answer<Money> Divide(Answer<Money> amount, Ratio by, ReasonDefinition refusal, Ratio found) =>
        !amount.HasValue || amount.Value.IsZero ? amount
        : by > Ratio.From(0m) ? amount.Value / by.Value
        : Answer<Money>.Refused(refusal.With(found));

    private static Answer<Money> AddUp(Answer<Money> left, Answer<Money> right) => left.Combine(right, static (a, b) => a + b);
}
