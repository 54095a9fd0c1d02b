using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What is said of many rows at once; found is how many, required an example or the file.</summary>
internal static class ReadingReasons
{
    public static ReasonDefinition RowsOfTotals { get; } = new(
        "reading.rows_of_totals", "{required}: {found} {found|row of totals is no record|rows of totals are no records}.",
        "{required}：{found} 行合计未计入。");

    public static ReasonDefinition NoStatus { get; } = new(
        "reading.no_status", "{found} {found|row has no status and is|rows have no status and are} counted as paid.",
        "{found} 行没有状态，按已付款计入。");

    public static ReasonDefinition RefundStatusUnknown { get; } = new(
        "reading.refund_status_unknown",
        "{found} {found|row has|rows have} a refund status such as {required}, which is read as nothing given back; if it was given back, "
            + "say so with --status \"WORD=refunded\".",
        "{found} 行的售后状态（如 {required}）按未退款处理；若已退款，请用 --status \"状态=refunded\" 说明。");

    public static ReasonDefinition AmountsDiffer { get; } = new(
        "reading.amounts_differ",
        "{found} {found|order adds|orders add} up to two different sums: {required}. The first of these columns counts; choose the other "
            + "with --map amount=COLUMN.",
        "{found} 笔订单的两个金额列不一致：{required}。以前一列计；若应以另一列为准，请用 --map amount=列名 指定。");

    public static ReasonDefinition DiscountNotTakenOff { get; } = new(
        "reading.discount_not_taken_off",
        "{found} {found|row has|rows have} a discount, which is not taken off price × quantity: map the amount that was paid, with "
            + "--map amount=COLUMN.",
        "{found} 行有优惠金额，未从单价 × 数量中扣除：请用 --map amount=列名 指定实付金额。");

    public static ReasonDefinition RoundedOrder { get; } = new(
        "reading.rounded_order",
        "{found} {found|row has|rows have} an order number that a spreadsheet has rounded, such as {required}: each row is counted as an "
            + "order. Export the file again with that column as text.",
        "{found} 行的订单号已被电子表格改写（如 {required}）：每行按一笔订单统计。请将该列按文本重新导出。");

    public static ReasonDefinition RoundedCustomer { get; } = new(
        "reading.rounded_customer",
        "{found} {found|row has|rows have} a customer that a spreadsheet has rounded, such as {required}: counted as sales without a "
            + "customer. Export the file again with that column as text.",
        "{found} 行的客户编号已被电子表格改写（如 {required}）：计入无客户的销售。请将该列按文本重新导出。");

    public static ReasonDefinition RowsOfNobody { get; } = new(
        "reading.rows_of_nobody",
        "{required}: {found} {found|row names|rows name} nobody, such as 0 or 匿名用户, and {found|is|are} left out.",
        "{required}：{found} 行没有指明客户（如 0 或 匿名用户），未计入。");

    public static ReasonDefinition RowsOfRoundedCustomers { get; } = new(
        "reading.rows_of_rounded_customers",
        "{required}: {found} {found|row has|rows have} a customer that a spreadsheet has rounded, such as 1.20E+17, and "
            + "{found|is|are} left out. Export the file again with that column as text.",
        "{required}：{found} 行的客户编号已被电子表格改写（如 1.20E+17），未计入。请将该列按文本重新导出。");

    public static ReasonDefinition FoldedAddress { get; } = new(
        "reading.folded_address",
        "{found} e-mail {found|address was|addresses were} written with capitals: one address is one customer.",
        "{found} 个邮箱地址含大写字母：同一地址视为同一客户。");

    public static ReasonDefinition WholeNumber { get; } = new(
        "reading.whole_number",
        "{found} {found|customer is a number such as 123.0, read as 123|customers are numbers such as 123.0, read as 123}.",
        "{found} 个客户编号形如 123.0，按 123 读取。");

    public static ReasonDefinition InTwoFiles { get; } = new(
        "reading.in_two_files",
        "{found} {found|row stands in two of the files of orders and is|rows stand in two of the files of orders and are} counted once.",
        "{found} 行在两个订单文件中重复，只计一次。");

    public static ReasonDefinition TotalOnEachRow { get; } = new(
        "reading.total_on_each_row",
        "The amount of {found} {found|order stands on each of its rows|orders stands on each of their rows} and is counted once; if it is "
            + "the row's own, say --amount-per line.",
        "有 {found} 笔订单的金额在每行重复出现，只计一次；若为每行各自的金额，请用 --amount-per line。");

    public static ReasonDefinition TwinsByCase { get; } = new(
        "reading.twins_by_case",
        "{found} {found|group of customers differs|groups of customers differ} only by case, such as {required}: they are counted apart. "
            + "Make them alike in the file if they are one person.",
        "{found} 组客户仅大小写不同（如 {required}）：按不同客户统计。若为同一人，请在文件中统一写法。");

    public static ReasonDefinition TwinsByZeros { get; } = new(
        "reading.twins_by_zeros",
        "{found} {found|group of customers differs|groups of customers differ} only by leading zeros, such as {required}: they are counted "
            + "apart. Make them alike in the file if they are one person.",
        "{found} 组客户仅前导零不同（如 {required}）：按不同客户统计。若为同一人，请在文件中统一写法。");
}
