using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>The figures of a referral programme's economics (裂变测算数据).</summary>
/// <remarks>Not checked: <see cref="HookEconomics.From"/> does. Equality is that of all parts.</remarks>
public sealed record HookFigures : IPolicyOptions<HookFigures>
{
    /// <summary>What bounds the reward.</summary>
    public required ReferralLogic Logic { get; init; }

    /// <summary>What the reward is paid for.</summary>
    public required PayTrigger PaidPer { get; init; }

    /// <summary>w: what is paid each time; 0 or more. Its currency is that of all amounts.</summary>
    public required Money Reward { get; init; }

    /// <summary>What each success is given: F + 0·n, or v·n.</summary>
    public required Gift Hook { get; init; }

    /// <summary>k, c and the fixed cost.</summary>
    public required ReferralCosts Costs { get; init; }

    /// <summary>The conversion p, and the share f of freeloaders.</summary>
    public required ReferralFunnel Funnel { get; init; }

    /// <summary>M, M_f and what newcomers contribute later.</summary>
    public required NewcomerValue Value { get; init; }

    static Description<HookFigures> IPolicyOptions<HookFigures>.Description { get; } = new(
        new("hook figures", "裂变测算数据"),
        static () => new()
        {
            Logic = ReferralLogic.None,
            PaidPer = PayTrigger.None,
            Reward = default,
            Hook = null!,
            Costs = null!,
            Funnel = null!,
            Value = null!,
        },
        For<HookFigures>.Choice(
            static o => o.Logic, static (o, v) => o with { Logic = v }, new("logic", "裂变逻辑"),
            ReferralNames.Name, Source.ClearGoals, notZero: true).Needed(),
        For<HookFigures>.Choice(
            static o => o.PaidPer, static (o, v) => o with { PaidPer = v }, new("paid per", "计酬方式"),
            ReferralNames.Name, Source.Own, notZero: true).Needed(),
        For<HookFigures>.Amount(static o => o.Reward, static (o, v) => o with { Reward = v }, new("reward", "奖励"), Source.Own).Needed(),
        For<HookFigures>.Rule(
            "hook", static o => o.Hook is null ? PolicyReasons.Missing.With(required: new Bilingual("a gift", "利益点")) : null),
        For<HookFigures>.Part(static o => o.Costs, static (o, v) => o with { Costs = v }).Needed(),
        For<HookFigures>.Part(static o => o.Funnel, static (o, v) => o with { Funnel = v }).Needed(),
        For<HookFigures>.Part(static o => o.Value, static (o, v) => o with { Value = v }).Needed(),
        For<HookFigures>.Rules(OtherCurrencies));

    // A currency that the reward does not state is told of by itself; an amount without one is in another.
    private static IEnumerable<Mistake> OtherCurrencies(HookFigures figures) => figures.Reward.Currency.IsNone
        ? []
        : Amounts(figures)
            .Where(amount => amount.Of is { } money && money.Currency != figures.Reward.Currency)
            .Select(amount => new Mistake(
                amount.Place, PolicyReasons.OtherCurrency.With(amount.Of.GetValueOrDefault().Currency.Code, figures.Reward.Currency.Code)));

    private static IEnumerable<(string Place, Money? Of)> Amounts(HookFigures figures) =>
    [
        ("hook", figures.Hook?.FixedCost),
        ("costs.perSuccess", Stated(figures.Costs?.PerSuccess)),
        ("costs.perInvitation", Stated(figures.Costs?.PerInvitation)),
        ("costs.fixedCost", Stated(figures.Costs?.FixedCost)),
        ("value.firstOrder", figures.Value?.FirstOrder),
        ("value.freeloaderFirstOrder", figures.Value?.FreeloaderFirstOrder),
        ("value.expected", figures.Value?.Expected?.PerPeriod),
    ];

    // The description of costs tells where no currency is stated.
    private static Money? Stated(Money? amount) => amount is { Currency.IsNone: false } ? amount : null;
}
