namespace PrivateDomain.Core.Products;

/// <summary>The figures by which gifts are judged (赠品标准).</summary>
/// <remarks>Equality is that of the figures; there is no ordering. <see cref="GiftPolicy"/> checks them.</remarks>
public sealed record GiftOptions
{
    /// <summary>The least that all gifts together must leave (利润红线), of any sign: below 0 it is a loss that is planned. Null, the
    /// default, is 0 in the gift's
    /// currency: no loss. The rule is from the article on free and paid content; the figure is the shop's.</summary>
    public Money? RedLine { get; init; }
}
