namespace PrivateDomain.Core.Customers;

/// <summary>The reasons of this area (客户域理由), in order of precedence.</summary>
public static class CustomersReasons
{
    /// <summary>There is no order to average over.</summary>
    public static ReasonDefinition NoOrders { get; } = new(
        "customers.no_orders",
        "The customer has {found} orders in the shop's currency; at least {required} is needed.",
        "该客户以店铺币种支付的订单为 {found} 笔，至少需要 {required} 笔。");

    /// <summary>There are too few purchase days for a cycle.</summary>
    public static ReasonDefinition TooFewPurchaseDays { get; } = new(
        "customers.too_few_purchase_days",
        "The customer has bought on {found} days; a repurchase cycle needs at least {required}.",
        "该客户的购买天数为 {found} 天，计算复购周期至少需要 {required} 天。");

    /// <summary>What is asked for was folded away by <see cref="CustomerHistory.CompactBefore"/>, so that the fact is missing.</summary>
    public static ReasonDefinition Folded { get; } = new(
        "customers.folded",
        "The history before {found} was folded into totals; what is asked for needs the events from {required} on.",
        "{found} 之前的历史已压缩为合计，而此处需要自 {required} 起的明细。");

    /// <summary>A text is no valid JSON from some place on, or nests too deep.</summary>
    public static ReasonDefinition JsonMalformed { get; } = new(
        "customers.json_malformed", "From here on this is no valid JSON, or it nests too deep.", "此处起不是有效的 JSON，或嵌套过深。");

    /// <summary>A JSON text is too long.</summary>
    public static ReasonDefinition JsonTooLong { get; } = new(
        "customers.json_too_long", "The input has {found} bytes; at most {required} are read.",
        "输入为 {found} 字节，最多读取 {required} 字节。");

    /// <summary>A JSON member is missing.</summary>
    public static ReasonDefinition JsonMissing { get; } = new("customers.json_missing", "The member \"{required}\" is missing.",
        "缺少成员“{required}”。");

    /// <summary>A JSON member is unknown.</summary>
    public static ReasonDefinition JsonUnknown { get; } = new("customers.json_unknown", "There is no member \"{found}\" here.",
        "此处没有成员“{found}”。");

    /// <summary>A JSON member or total stands twice.</summary>
    public static ReasonDefinition JsonTwice { get; } = new("customers.json_twice", "\"{found}\" stands here twice.",
        "“{found}”重复出现。");

    /// <summary>A JSON member belongs to another kind of event.</summary>
    public static ReasonDefinition JsonMisplaced { get; } = new(
        "customers.json_misplaced", "The member \"{found}\" does not belong to an event of kind \"{required}\".",
            "成员“{found}”不属于类型为“{required}”的事件。");

    /// <summary>A JSON value has another form than it must have.</summary>
    public static ReasonDefinition JsonWrong { get; } = new("customers.json_wrong", "It was {found}; {required} is needed.",
        "当前为 {found}，应为{required}。");
}
