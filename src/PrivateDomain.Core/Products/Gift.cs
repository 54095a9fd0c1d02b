namespace PrivateDomain.Core.Products;

/// <summary>Whether each copy of a gift costs something (赠品形态).</summary>
/// <remarks>The default value is <see cref="None"/>, which no gift has.</remarks>
public enum GiftKind
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Made once, given any number of times (虚拟赠品): a course, an e-book, a coupon code.</summary>
    Virtual = 1,

    /// <summary>Goods that are bought, stored, packed and sent, each piece anew (实物赠品).</summary>
    Physical = 2,
}

/// <summary>What is given away, as its costs (赠品, 利益点): a fixed sum, or a sum for each piece.</summary>
/// <remarks>
/// <para>Virtual: F + 0·n. Physical: (goods + storage + labour + postage)·n, so it costs more the better a campaign works (D20, D42 [B]).</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
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
        new PolicyCheck()
            .Needs(!fixedCost.Currency.IsNone, nameof(fixedCost), GiftReasons.CurrencyMissing, fixedCost)
            .Needs(!fixedCost.IsNegative, nameof(fixedCost), GiftReasons.CostIsNegative, fixedCost)
            .ThrowIfAny("gift");
        return new Gift(GiftKind.Virtual, fixedCost, Money.Zero(fixedCost.Currency));
    }

    /// <summary>A gift of which each piece costs; each part is named, because the forgotten one is the loss.</summary>
    /// <param name="goods">The piece itself; 0 or more.</param>
    /// <param name="storage">Keeping it until it is sent; 0 or more.</param>
    /// <param name="labour">Packing and handling; 0 or more.</param>
    /// <param name="postage">Sending it; 0 or more.</param>
    /// <exception cref="InvalidPolicyException">A cost is negative, or the costs are in no currency or in several.</exception>
    public static Gift Physical(Money goods, Money storage, Money labour, Money postage)
    {
        var check = new PolicyCheck();
        check.Needs(!goods.Currency.IsNone, nameof(goods), GiftReasons.CurrencyMissing, goods);
        foreach ((string path, Money cost) in new[] { (nameof(goods), goods), (nameof(storage), storage), (nameof(labour), labour), (nameof(postage), postage) })
        {
            check.Needs(!cost.IsNegative, path, GiftReasons.CostIsNegative, cost)
                .Needs(cost.Currency == goods.Currency, path, GiftReasons.CurrenciesDiffer, cost.Currency.Code, goods.Currency.Code);
        }

        check.ThrowIfAny("gift");
        return new Gift(GiftKind.Physical, Money.Zero(goods.Currency), goods + storage + labour + postage);
    }

    /// <summary>What a number of gifts costs in all: the cost curve.</summary>
    /// <param name="pieces">How many are given; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Money CostOf(int pieces) => FixedCost + (CostPerPiece * Guard.Against.Negative(pieces));
}
