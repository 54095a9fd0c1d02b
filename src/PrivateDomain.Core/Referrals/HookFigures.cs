using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Referrals;

/// <summary>What a programme spends beside reward and hook (裂变其他成本).</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralCosts
{
    private ReferralCosts(Money perSuccess, Money perInvitation, Money fixedCost)
    {
        PerSuccess = perSuccess;
        PerInvitation = perInvitation;
        Fixed = fixedCost;
    }

    /// <summary>k: per success, such as handling.</summary>
    public Money PerSuccess { get; }

    /// <summary>c: per invitation, such as an SMS.</summary>
    public Money PerInvitation { get; }

    /// <summary>Once, such as the poster.</summary>
    public Money Fixed { get; }

    /// <summary>Puts the costs together.</summary>
    /// <param name="perSuccess">k, 0 or more.</param>
    /// <param name="perInvitation">c, 0 or more.</param>
    /// <param name="fixedCost">Once, 0 or more.</param>
    /// <exception cref="InvalidPolicyException">Costs are negative or in several currencies; all mistakes are named.</exception>
    public static ReferralCosts Create(Money perSuccess, Money perInvitation, Money fixedCost)
    {
        new PolicyCheck()
            .NeedsCost(perSuccess, perSuccess.Currency, nameof(perSuccess))
            .NeedsCost(perInvitation, perSuccess.Currency, nameof(perInvitation))
            .NeedsCost(fixedCost, perSuccess.Currency, nameof(fixedCost))
            .ThrowIfAny("referral costs");
        return new ReferralCosts(perSuccess, perInvitation, fixedCost);
    }

    /// <summary>No other costs.</summary>
    /// <param name="currency">The currency.</param>
    public static ReferralCosts None(Currency currency) => Create(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
}

/// <summary>How many invitations become successes, and how many successes are genuine (裂变漏斗).</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralFunnel
{
    private ReferralFunnel(Ratio joinPerInvitation, Ratio purchasePerJoin, Ratio freeloaderShare, Ratio retainedShare)
    {
        JoinPerInvitation = joinPerInvitation;
        PurchasePerJoin = purchasePerJoin;
        FreeloaderShare = freeloaderShare;
        RetainedShare = retainedShare;
    }

    /// <summary>Of invitations, the share that join.</summary>
    public Ratio JoinPerInvitation { get; }

    /// <summary>Of those who join, the share who succeed, usually by a purchase; 1 where joining is the success.</summary>
    public Ratio PurchasePerJoin { get; }

    /// <summary>p: of invitations, the share that succeed.</summary>
    public Ratio Conversion => Ratio.Known(JoinPerInvitation.Value * PurchasePerJoin.Value);

    /// <summary>f: of successes, the share of freeloaders (羊毛党占比).</summary>
    public Ratio FreeloaderShare { get; }

    /// <summary>Of genuine newcomers, the share still there after the test period; unknown when it was not measured.</summary>
    public Ratio RetainedShare { get; }

    /// <summary>Puts the shares together. They have no default: the article on the underlying logic of private
    /// domains found f = 90 % where people who never bought refer.</summary>
    /// <param name="joinPerInvitation">0 to 1.</param>
    /// <param name="purchasePerJoin">0 to 1.</param>
    /// <param name="freeloaderShare">f, 0 to 1.</param>
    /// <param name="retainedShare">0 to 1, or unknown.</param>
    /// <exception cref="InvalidPolicyException">Shares are none; all mistakes are named.</exception>
    public static ReferralFunnel Create(Ratio joinPerInvitation, Ratio purchasePerJoin, Ratio freeloaderShare, Ratio retainedShare = default)
    {
        new PolicyCheck()
            .NeedsShare(joinPerInvitation, nameof(joinPerInvitation))
            .NeedsShare(purchasePerJoin, nameof(purchasePerJoin))
            .NeedsShare(freeloaderShare, nameof(freeloaderShare))
            .NeedsShare(retainedShare.IsKnown ? retainedShare : Ratio.Known(0m), nameof(retainedShare))
            .ThrowIfAny("referral funnel");
        return new ReferralFunnel(joinPerInvitation, purchasePerJoin, freeloaderShare, retainedShare);
    }
}

/// <summary>What a newcomer brings in (新客价值), before what winning them cost.</summary>
/// <remarks>That referred customers are worth more is one segment's finding, so it is an input and has no default. Equality is that of all parts.</remarks>
public sealed record NewcomerValue
{
    private NewcomerValue(Money firstOrder, Money freeloaderFirstOrder, ExpectedContribution expected)
    {
        FirstOrder = firstOrder;
        FreeloaderFirstOrder = freeloaderFirstOrder;
        Expected = expected;
    }

    /// <summary>M: the contribution of a genuine newcomer's first order.</summary>
    public Money FirstOrder { get; }

    /// <summary>M_f: the contribution of a freeloader's first order, often below 0.</summary>
    public Money FreeloaderFirstOrder { get; }

    /// <summary>What a genuine newcomer contributes period by period; its lifetime value is V (case 1).</summary>
    public ExpectedContribution Expected { get; }

    /// <summary>Puts the values together.</summary>
    /// <param name="firstOrder">M, of any sign.</param>
    /// <param name="freeloaderFirstOrder">M_f, of any sign.</param>
    /// <param name="expected">Later contributions.</param>
    /// <exception cref="ArgumentNullException">There are no contributions.</exception>
    /// <exception cref="InvalidPolicyException">Currencies differ; all mistakes are named.</exception>
    public static NewcomerValue Create(Money firstOrder, Money freeloaderFirstOrder, ExpectedContribution expected)
    {
        Guard.Against.Null(expected);
        new PolicyCheck()
            .NeedsCurrency(freeloaderFirstOrder, firstOrder.Currency, nameof(freeloaderFirstOrder))
            .NeedsCurrency(expected.PerPeriod, firstOrder.Currency, nameof(expected))
            .ThrowIfAny("newcomer value");
        return new NewcomerValue(firstOrder, freeloaderFirstOrder, expected);
    }
}

/// <summary>What is planned (裂变计划): the size, the least that must be left, and how long the cash lasts.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralPlan
{
    private ReferralPlan(int successes, Money redLine, int cashHorizon)
    {
        Successes = successes;
        RedLine = redLine;
        CashHorizon = cashHorizon;
    }

    /// <summary>n: how many successes are planned.</summary>
    public int Successes { get; }

    /// <summary>The least that must be left in all (利润红线); below 0 is a loss that is accepted.</summary>
    public Money RedLine { get; }

    /// <summary>How many periods the cash lasts (现金周期); LTV logic must be back within it.</summary>
    public int CashHorizon { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="successes">1 or more.</param>
    /// <param name="redLine">The least that must be left.</param>
    /// <param name="cashHorizon">1 to <see cref="Payback.LongestHorizon"/> periods of the contributions.</param>
    /// <exception cref="InvalidPolicyException">Numbers are too small or too large; all mistakes are named.</exception>
    public static ReferralPlan Create(int successes, Money redLine, int cashHorizon)
    {
        new PolicyCheck()
            .Needs(successes >= 1, nameof(successes), PolicyReasons.OutOfRange, successes, Wanted.Range(1, null, false, false))
            .NeedsCurrency(redLine, redLine.Currency, nameof(redLine))
            .Needs(cashHorizon >= 1, nameof(cashHorizon), PolicyReasons.OutOfRange, cashHorizon, Wanted.Range(1, null, false, false))
            .Needs(cashHorizon <= Payback.LongestHorizon, nameof(cashHorizon), CostsReasons.HorizonOutOfRange, cashHorizon, Payback.LongestHorizon)
            .ThrowIfAny("referral plan");
        return new ReferralPlan(successes, redLine, cashHorizon);
    }
}

/// <summary>One size of a programme (规模点).</summary>
/// <remarks>Equality is that of all parts. The default value is size 0 of no money.</remarks>
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
