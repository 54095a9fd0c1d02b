using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>The figures by which gifts are judged (赠品标准).</summary>
/// <remarks>Equality is that of the figures; there is no ordering. <see cref="GiftPolicy"/> checks them.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<GiftOptions>))]
public sealed record GiftOptions : IPolicyOptions<GiftOptions>
{
    /// <summary>The least that all gifts together must leave (利润红线), of any sign: below 0 it is a loss that is planned. Null, the
    /// default, is 0 in the gift's
    /// currency: no loss. The rule is from the article on free and paid content; the figure is the shop's.</summary>
    public Money? RedLine { get; init; }

    static Description<GiftOptions> IPolicyOptions<GiftOptions>.Description { get; } = new(
        new("gift policy", "赠品规则"), static () => new(),
        For<GiftOptions>.Value(
            static o => o.RedLine, static (o, v) => o with { RedLine = v }, new("red line", "利润红线"),
            new MoneyForm(isSigned: true, above: false), Source.From("the article on free and paid content; the figure is the shop's",
            "《免费与付费内容》一文；数值由店铺自定")));
}
