using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Welfare;

/// <summary>What people do to take part in a welfare (福利形式). From [A], D28.</summary>
/// <remarks>The default value is <see cref="None"/>, which no plan has.</remarks>
public enum WelfareForm
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>They like a post (点赞).</summary>
    Like,

    /// <summary>They write under a post (评论).</summary>
    Comment,

    /// <summary>They draw lots (抽奖).</summary>
    Lottery,

    /// <summary>They pass a post on (转发).</summary>
    Forward,
}

/// <summary>A welfare for an occasion, before it is given (福利方案). From [A], D28 and D20.</summary>
/// <remarks>Immutable; checked when made. Equality is that of all members; there is no ordering.</remarks>
public sealed record WelfarePlan
{
    private WelfarePlan(
        Occasion occasion, WelfareForm form, Gift gift, int pieces, int participants,
        Money contributionPerParticipant, Money price, Money redLine)
    {
        Occasion = occasion;
        Form = form;
        Gift = gift;
        Pieces = pieces;
        Participants = participants;
        ContributionPerParticipant = contributionPerParticipant;
        Price = price;
        RedLine = redLine;
    }

    /// <summary>What for.</summary>
    public Occasion Occasion { get; }

    /// <summary>How people take part.</summary>
    public WelfareForm Form { get; }

    /// <summary>What is given.</summary>
    public Gift Gift { get; }

    /// <summary>How many gifts are given.</summary>
    public int Pieces { get; }

    /// <summary>How many are expected to take part.</summary>
    public int Participants { get; }

    /// <summary>What one who takes part brings in on average, won or not, before the cost of gifts.</summary>
    public Money ContributionPerParticipant { get; }

    /// <summary>What the receiver pays for a gift.</summary>
    public Money Price { get; }

    /// <summary>The least that must be left in all (利润红线).</summary>
    public Money RedLine { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="occasion">What for.</param>
    /// <param name="form">How people take part.</param>
    /// <param name="gift">What is given.</param>
    /// <param name="pieces">How many gifts are given; 1 or more.</param>
    /// <param name="participants">How many are expected to take part; <paramref name="pieces"/> or more.</param>
    /// <param name="contributionPerParticipant">What one who takes part brings in on average; any sign. There is no default: who has not
    /// measured it does not know.</param>
    /// <param name="price">What the receiver pays for a gift, 0 or more; null gives it away.</param>
    /// <param name="redLine">The least that must be left in all; null is 0, "no loss".</param>
    /// <exception cref="ArgumentNullException">The occasion or gift is null.</exception>
    /// <exception cref="InvalidPolicyException">Something is out of range or in another currency than the gift; all mistakes are
    /// named.</exception>
    public static WelfarePlan Create(
        Occasion occasion,
        WelfareForm form,
        Gift gift,
        int pieces,
        int participants,
        Money contributionPerParticipant,
        Money? price = null,
        Money? redLine = null)
    {
        Guard.Against.Null(occasion);
        Currency currency = Guard.Against.Null(gift).FixedCost.Currency;
        Money zero = Money.Zero(currency);
        var plan = new WelfarePlan(occasion, form, gift, pieces, participants, contributionPerParticipant, price ?? zero, redLine ?? zero);
        var check = new PolicyCheck();
        int piecesMin = Math.Max(1, pieces);
        check.Needs(form is > WelfareForm.None and <= WelfareForm.Forward, nameof(form), WelfareReasons.FormMissing, $"{form}")
            .Needs(pieces >= 1, nameof(pieces), WelfareReasons.OutOfRange, pieces, "≥ 1")
            .Needs(participants >= piecesMin, nameof(participants), WelfareReasons.OutOfRange, participants, $"≥ {piecesMin}")
            .Needs(!plan.Price.IsNegative, nameof(price), WelfareReasons.OutOfRange, plan.Price, Wanted.ZeroOrMore);
        CheckCurrency(contributionPerParticipant, nameof(contributionPerParticipant));
        CheckCurrency(plan.Price, nameof(price));
        CheckCurrency(plan.RedLine, nameof(redLine));
        check.ThrowIfAny("welfare plan");
        return plan;

        void CheckCurrency(Money amount, string path) =>
            check.Needs(amount.Currency == currency, path, WelfareReasons.CurrenciesDiffer, amount.Currency.Code, currency.Code);
    }

    /// <summary>Judges the plan: refused when it would lose money (D20), or cost more than its budget.</summary>
    /// <param name="budget">What is set aside for gifts; null when there is no budget, and then the plan is refused.</param>
    /// <exception cref="CurrencyMismatchException">The budget is in another currency than the gift.</exception>
    public WelfareVerdict Assess(Money? budget)
    {
        // What participants bring in is moved into the red line, so that a share per piece, maybe no whole number, is never needed.
        Money brought = ContributionPerParticipant * Participants;
        GiftSuitability gifts = GiftSuitability.Assess(Gift, Pieces, Money.Zero(RedLine.Currency), Price, RedLine - brought);
        Money cost = Gift.CostOf(Pieces);
        Money left = gifts.Left + brought;
        List<Reason> reasons = [];
        if (!gifts.Decision.IsAllowed)
        {
            reasons.Add(GiftReasons.LosesMoney.With(left, RedLine));
        }

        if (budget is not { } most)
        {
            reasons.Add(WelfareReasons.NoBudget.With(Occasion.Name));
        }
        else if (cost > most)
        {
            reasons.Add(WelfareReasons.OverBudget.With(cost, most));
        }

        Decision decision = reasons.Count == 0 ? Decision.Allowed : Decision.Denied([.. reasons]);
        return new WelfareVerdict(decision, cost, left, gifts.PriceMin.Value, cost / Participants, Ratio.Of(Pieces, Participants));
    }
}

/// <summary>Whether a welfare may be given, and what it costs (福利评估).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record WelfareVerdict
{
    internal WelfareVerdict(Decision decision, Money cost, Money left, Money priceMin, Money costPerParticipant, Ratio winShare)
    {
        Decision = decision;
        Cost = cost;
        Left = left;
        PriceMin = priceMin;
        CostPerParticipant = costPerParticipant;
        WinShare = winShare;
    }

    /// <summary>Whether it may be given: <c>gift.loses_money</c>, then <c>welfare.no_budget</c> or <c>welfare.over_budget</c>.</summary>
    public Decision Decision { get; }

    /// <summary>What all gifts cost.</summary>
    public Money Cost { get; }

    /// <summary>What is left after prices, contributions and gifts; below 0 is a loss.</summary>
    public Money Left { get; }

    /// <summary>The lowest price of a gift that keeps the red line; 0 when it may be given away.</summary>
    public Money PriceMin { get; }

    /// <summary>What the gifts cost for each who takes part: the price of an interaction.</summary>
    public Money CostPerParticipant { get; }

    /// <summary>The share of those who take part that get a gift (中奖率).</summary>
    public Ratio WinShare { get; }
}
