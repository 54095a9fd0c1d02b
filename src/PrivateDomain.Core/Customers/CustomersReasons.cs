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
}
