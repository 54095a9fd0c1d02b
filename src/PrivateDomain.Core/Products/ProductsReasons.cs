namespace PrivateDomain.Core.Products;

/// <summary>The reasons of product fit, launches and gifts (选品、上架与赠品理由), in order of precedence.</summary>
public static class ProductsReasons
{
    /// <summary>The gate bars the product: hardly anybody buys it again.</summary>
    public static ReasonDefinition NotBoughtAgain { get; } = new(
        "products.not_bought_again",
        "{found} of its buyers bought it again; more than {required} is needed.",
        "复购率为 {found}，须高于 {required} 才适合做私域。");

    /// <summary>The ticket is unknown.</summary>
    public static ReasonDefinition TicketUnknown { get; } = new("products.ticket_unknown", "The ticket is unknown.", "客单价未知。");

    /// <summary>The ticket is known, but not what a good one is in its currency.</summary>
    public static ReasonDefinition TicketNotAnchored { get; } = new(
        "products.ticket_not_anchored",
        "A ticket of {found} is not judged: state the break-even ticket in {required}.",
        "无法评价 {found} 的客单价：请设定以 {required} 计的保本客单价。");

    /// <summary>The repurchase rate is unknown.</summary>
    public static ReasonDefinition RepurchaseUnknown { get; } = new(
        "products.repurchase_unknown", "The repurchase rate is unknown.", "复购率未知。");

    /// <summary>The loyalty rate is unknown.</summary>
    public static ReasonDefinition LoyaltyUnknown { get; } = new("products.loyalty_unknown", "The loyalty rate is unknown.",
        "忠诚度未知。");

    /// <summary>The brand power is unknown.</summary>
    public static ReasonDefinition BrandPowerUnknown { get; } = new("products.brand_power_unknown", "Brand power is unknown.",
        "品牌力未知。");

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
        "products.brand_power_earned", "Brand power of {found} earns {required}; weak brands earn more.",
        "品牌力为 {found}，得 {required}；品牌越弱，得分越高。");

    /// <summary>A curve that single precision cannot follow.</summary>
    public static ReasonDefinition TooSteep { get; } = new(
        "products.too_steep",
        "Single precision misses a knot of the curve by {found} points, more than {required}: its figures lie too close together.",
        "单精度计算在曲线节点上的误差为 {found} 分，超过 {required} 分：节点过于接近。");

    /// <summary>A question before a launch is not answered.</summary>
    public static ReasonDefinition LaunchQuestionOpen { get; } = new("launch.unanswered", "Not answered yet: {found}.",
        "尚未回答：{found}。");

    /// <summary>Giving it leaves less than the red line.</summary>
    public static ReasonDefinition GiftLosesMoney { get; } = new(
        "gift.loses_money", "Giving it leaves {found}; at least {required} is needed.", "送出后只剩 {found}，至少需要 {required}。");

    /// <summary>The amounts are too large to be computed with.</summary>
    public static ReasonDefinition AmountsTooLarge { get; } = new(
        "products.amounts_too_large", "The amounts are too large to be added up.", "金额过大，无法计算。");
}
