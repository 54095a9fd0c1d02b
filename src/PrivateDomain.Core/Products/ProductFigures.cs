using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>What is known of one product (商品数据): the four facts its fit is judged by.</summary>
/// <remarks>
/// Each fact may be unknown, and is where it is left out; an unknown fact is never taken for 0. The default value knows nothing. Equality
/// is that of the facts;
/// there is no ordering.
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ProductFigures
{
    private readonly Money ticket; // without a currency when unknown
    private readonly float ticketColumn;
    private readonly float repurchaseColumn;
    private readonly float loyaltyColumn;
    private readonly float brandPowerColumn;

    /// <summary>Mean spend at one purchase (客单价), 0 or more; null when unknown.</summary>
    /// <exception cref="ArgumentException">It has no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money? Ticket
    {
        get => ticket.Currency.IsNone ? null : ticket;
        init
        {
            Money known = value is { } money ? Cost(money, nameof(Ticket)) : default;
            ticket = known;
            ticketColumn = (float)known.Amount;
        }
    }

    /// <summary>Share of its buyers who bought it again (复购率), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public Ratio RepurchaseRate
    {
        get;
        init => repurchaseColumn = Column(field = Share(value, nameof(RepurchaseRate)));
    }

    /// <summary>Share of its early buyers who still bought it later (忠诚度), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public Ratio LoyaltyRate
    {
        get;
        init => loyaltyColumn = Column(field = Share(value, nameof(LoyaltyRate)));
    }

    /// <summary>How strong the brand is (品牌力), from 0 (nobody knows it) to 1 (everybody does).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public Ratio BrandPower
    {
        get;
        init => brandPowerColumn = Column(field = Share(value, nameof(BrandPower)));
    }

    /// <summary>The ticket's currency, none when the ticket is unknown.</summary>
    internal Currency TicketCurrency => ticket.Currency;

    /// <summary>The facts in single precision, as columns hold them.</summary>
    internal FitRow Columns => new(
        ticket.Currency.IsNone ? float.NaN : ticketColumn,
        RepurchaseRate.IsKnown ? repurchaseColumn : float.NaN,
        LoyaltyRate.IsKnown ? loyaltyColumn : float.NaN,
        BrandPower.IsKnown ? brandPowerColumn : float.NaN);

    private static Money Cost(Money money, string name)
    {
        Guard.Against.Negative(money.Amount, name);
        return money.Currency.IsNone ? throw new ArgumentException($"An amount needs a currency, but it was {money}.", name) : money;
    }

    private static Ratio Share(Ratio ratio, string name) =>
        ratio.ValueOr(0m) is >= 0m and <= 1m
            ? ratio
            : throw new ArgumentOutOfRangeException(name, ratio, "A share from 0 to 1 is needed.");

    private static float Column(Ratio ratio) => (float)ratio.ValueOr(0m);
}
