namespace PrivateDomain.Core.Knowledge;

/// <summary>Why a need is shown or not, and what is missing of a profile (需求与了解理由), in order of precedence.</summary>
public static class KnowledgeReasons
{
    /// <summary>A need was noted after the last purchase.</summary>
    public static ReasonDefinition NeedNoted { get; } = new(
        "knowledge.need_noted", "The need was noted on {found}.", "{found} 记录了该需求。");

    /// <summary>What was bought is due again.</summary>
    public static ReasonDefinition NeedDue { get; } = new(
        "knowledge.need_due", "Bought on {found}, and needed again since {required}.", "{found} 购买，{required} 起应再次需要。");

    /// <summary>A tag of the customer is tied to the need.</summary>
    public static ReasonDefinition NeedOfTrait { get; } = new(
        "knowledge.need_of_trait", "The trait \"{found}\" goes with this need.", "“{found}”这一特征与该需求相关。");

    /// <summary>Bought, and not due.</summary>
    public static ReasonDefinition NeedSatisfied { get; } = new(
        "knowledge.need_satisfied", "Bought on {found}, and needed again from {required} on.",
        "{found} 已购买，{required} 起才会再次需要。");

    /// <summary>Nothing shows a need.</summary>
    public static ReasonDefinition NoNeedKnown { get; } = new(
        "knowledge.no_need_known", "Nothing shows a need of {found}.", "没有任何依据表明需要{found}。");

    /// <summary>Bought, but nobody knows how long it lasts.</summary>
    public static ReasonDefinition CycleUnknown { get; } = new(
        "knowledge.cycle_unknown", "Bought on {found}, but it is unknown after how long it is needed again.",
        "{found} 已购买，但复购周期未知。");

    /// <summary>An order does not tell its products.</summary>
    public static ReasonDefinition ProductsUnknown { get; } = new(
        "knowledge.products_unknown", "It is unknown what was bought on {found}.", "{found} 购买的商品未知。");

    /// <summary>No product group was asked about.</summary>
    public static ReasonDefinition NoProductGroup { get; } = new(
        "knowledge.no_product_group", "It is unknown for which product group it is.", "未说明针对哪个品类。");

    /// <summary>The product group is none of the shop's.</summary>
    public static ReasonDefinition OtherProductGroup { get; } = new(
        "knowledge.other_product_group", "The shop has no product group \"{found}\".", "本店没有“{found}”这一品类。");

    /// <summary>Figures of who got what were not drawn by lot.</summary>
    public static ReasonDefinition NoExperiment { get; } = new(
        "knowledge.no_experiment", "The groups were not drawn by lot, so the difference is no proof.",
        "分组并非随机抽取，差异不能作为证明。");

    /// <summary>An advisor serves nobody.</summary>
    public static ReasonDefinition NobodyServed { get; } = new(
        "knowledge.nobody_served", "{found} serves no customers.", "{found} 没有服务任何客户。");
}
