namespace PrivateDomain.Core.Products;

/// <summary>The reasons of product fit (选品理由), in order of precedence.</summary>
public static class ProductsReasons
{
    /// <summary>A gate bars the product: hardly anybody buys it again.</summary>
    public static ReasonDefinition NotBoughtAgain { get; } = new(
        "products.not_bought_again",
        "Of its buyers {found} bought it again, more than {required} are needed: such a product has no place in a private domain.",
        "买过的顾客中有 {found} 再次购买，须高于 {required}：这样的商品不适合做私域。");

    /// <summary>The ticket is unknown.</summary>
    public static ReasonDefinition TicketUnknown { get; } = new(
        "products.ticket_unknown", "How much is spent at one purchase is not known.", "客单价未知。");

    /// <summary>The repurchase rate is unknown.</summary>
    public static ReasonDefinition RepurchaseUnknown { get; } = new(
        "products.repurchase_unknown", "How many buyers buy it again is not known.", "复购率未知。");

    /// <summary>The loyalty rate is unknown.</summary>
    public static ReasonDefinition LoyaltyUnknown { get; } = new(
        "products.loyalty_unknown", "How many buyers stay with it is not known.", "忠诚度未知。");

    /// <summary>The brand power is unknown.</summary>
    public static ReasonDefinition BrandPowerUnknown { get; } = new(
        "products.brand_power_unknown", "How strong its brand is is not known.", "品牌力未知。");

    /// <summary>What the ticket earned.</summary>
    public static ReasonDefinition TicketEarned { get; } = new(
        "products.ticket_earned", "A ticket of {found} earns {required}.", "客单价为 {found}，得 {required}。");

    /// <summary>What the repurchase rate earned.</summary>
    public static ReasonDefinition RepurchaseEarned { get; } = new(
        "products.repurchase_earned", "A repurchase rate of {found} earns {required}.", "复购率为 {found}，得 {required}。");

    /// <summary>What the loyalty rate earned.</summary>
    public static ReasonDefinition LoyaltyEarned { get; } = new(
        "products.loyalty_earned", "A loyalty rate of {found} earns {required}.", "忠诚度为 {found}，得 {required}。");

    /// <summary>What the brand power earned.</summary>
    public static ReasonDefinition BrandPowerEarned { get; } = new(
        "products.brand_power_earned", "A brand power of {found} earns {required}; weak brands earn more.", "品牌力为 {found}，得 {required}；品牌越弱，得分越高。");

    /// <summary>A model without a currency.</summary>
    public static ReasonDefinition NoCurrency { get; } = new(
        "products.no_currency", "A model counts tickets in a currency, but it was {found}.", "选品模型须有币种，但为 {found}。");

    /// <summary>A curve with too few knots.</summary>
    public static ReasonDefinition TooFewKnots { get; } = new(
        "products.too_few_knots", "A curve needs {required} knots or more, but has {found}.", "曲线至少需要 {required} 个节点，但只有 {found} 个。");

    /// <summary>A figure that is no finite number.</summary>
    public static ReasonDefinition NotFinite { get; } = new(
        "products.not_finite", "A finite number in single precision is needed, but it was {found}.", "须为单精度范围内的有限数，但为 {found}。");

    /// <summary>A share not from 0 to 1.</summary>
    public static ReasonDefinition ShareOutOfRange { get; } = new(
        "products.share_out_of_range", "A share from 0 to 1 is needed, but it was {found}.", "须为 0 到 1 之间的数，但为 {found}。");

    /// <summary>Knots that do not ascend.</summary>
    public static ReasonDefinition NotAscending { get; } = new(
        "products.not_ascending", "A number above {required} is needed, but it was {found}.", "须大于 {required}，但为 {found}。");

    /// <summary>A curve that single precision cannot follow.</summary>
    public static ReasonDefinition TooSteep { get; } = new(
        "products.too_steep",
        "Single precision misses a knot of the curve by {found} points, more than {required}: its figures lie too close together for their size.",
        "单精度计算在曲线节点上的误差为 {found} 分，超过 {required} 分：相对其大小，节点过于接近。");

    /// <summary>A negative weight.</summary>
    public static ReasonDefinition NegativeWeight { get; } = new(
        "products.negative_weight", "A weight of 0 or more is needed, but it was {found}.", "权重不得小于 0，但为 {found}。");

    /// <summary>Weights that add up to nothing.</summary>
    public static ReasonDefinition NoWeight { get; } = new(
        "products.no_weight", "At least one criterion must count, but the weights add up to {found}.", "至少一项标准须有权重，但权重之和为 {found}。");

    /// <summary>A line of a grade not from 0 to 100.</summary>
    public static ReasonDefinition LineOutOfRange { get; } = new(
        "products.line_out_of_range", "A score above 0 and up to 100 is needed, but it was {found}.", "分数线须大于 0 且不超过 100，但为 {found}。");
}
