using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>Whether each copy of a gift costs something (赠品形态).</summary>
/// <remarks>The default value is <see cref="None"/>, which no gift has.</remarks>
public enum GiftKind
{
    /// <summary>Not said (未说明).</summary>
    None = 0,

    /// <summary>Made once, given any number of times (虚拟赠品): a course, an e-book, a coupon code.</summary>
    Virtual = 1,

    /// <summary>Goods that are bought, stored, packed and sent, each piece anew (实物赠品).</summary>
    Physical = 2,
}

/// <summary>What is given away, as its costs (赠品, 利益点): a fixed sum, or a sum for each piece.</summary>
/// <remarks>
/// <para>Virtual: F + 0·n. Physical: (goods + storage + labour + postage)·n, so it costs more the better a campaign works. From the
/// articles on fashion shops and on
/// fission.</para>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// Gift scarf = Gift.Physical(goods: Money.Yuan(15m), storage: Money.Yuan(1m), labour: Money.Yuan(2m), postage: Money.Yuan(6m));
/// Money cost = scarf.CostOf(500); // 12,000 yuan
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Gift
{
    private Gift(GiftKind kind, Money fixedCost, Money costPerPiece)
    {
        Kind = kind;
        FixedCost = fixedCost;
        CostPerPiece = costPerPiece;
    }

    /// <summary>Virtual or physical.</summary>
    public GiftKind Kind { get; }

    /// <summary>What is spent once, however many are given; 0 for a physical gift.</summary>
    public Money FixedCost { get; }

    /// <summary>What each further piece costs; 0 for a virtual gift.</summary>
    public Money CostPerPiece { get; }

    /// <summary>A gift of which copies cost nothing.</summary>
    /// <param name="fixedCost">What making it costs; 0 or more.</param>
    /// <exception cref="InvalidPolicyException">The cost is negative or in no currency.</exception>
    public static Gift Virtual(Money fixedCost)
    {
        ThrowIfWrong((nameof(fixedCost), fixedCost));
        return new Gift(GiftKind.Virtual, fixedCost, Money.Zero(fixedCost.Currency));
    }

    /// <summary>A gift of which each piece costs; each part is named, because the forgotten one is the loss.</summary>
    /// <param name="goods">The piece itself; 0 or more.</param>
    /// <param name="storage">Keeping it until it is sent; 0 or more.</param>
    /// <param name="labour">Packing and handling; 0 or more.</param>
    /// <param name="postage">Sending it; 0 or more.</param>
    /// <exception cref="InvalidPolicyException">A cost is negative, or the costs are in no currency or in several; all mistakes are
    /// named.</exception>
    /// <exception cref="ArgumentException">Together they are more than can be counted.</exception>
    public static Gift Physical(Money goods, Money storage, Money labour, Money postage)
    {
        ThrowIfWrong((nameof(goods), goods), (nameof(storage), storage), (nameof(labour), labour), (nameof(postage), postage));
        try
        {
            return new Gift(GiftKind.Physical, Money.Zero(goods.Currency), goods + storage + labour + postage);
        }
        catch (OverflowException overflow)
        {
            throw new ArgumentException($"A piece costs more than can be counted: the goods alone are {goods}.", nameof(goods), overflow);
        }
    }

    /// <summary>What a number of gifts costs in all: the cost curve.</summary>
    /// <param name="pieces">How many are given; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or so many cost more than can be counted.</exception>
    public Money CostOf(int pieces)
    {
        Guard.Against.Negative(pieces);
        try
        {
            return FixedCost + (CostPerPiece * pieces);
        }
        catch (OverflowException)
        {
            throw new ArgumentOutOfRangeException(
                nameof(pieces), pieces, $"So many pieces at {CostPerPiece} cost more than can be counted.");
        }
    }

    private static void ThrowIfWrong(params ReadOnlySpan<(string Place, Money Cost)> costs)
    {
        List<Mistake> mistakes = [];
        Currency currency = costs[0].Cost.Currency;
        foreach ((string place, Money cost) in costs)
        {
            if (cost.IsNegative)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.OutOfRange.With(cost, Wanted.ZeroOrMore)));
            }

            if (cost.Currency.IsNone)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.Missing.With(required: Wanted.Amount)));
            }
            else if (cost.Currency != currency)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.OtherCurrency.With(cost.Currency.Code, currency.Code)));
            }
        }

        if (mistakes.Count > 0)
        {
            throw new InvalidPolicyException("gift", [.. mistakes]);
        }
    }
}
