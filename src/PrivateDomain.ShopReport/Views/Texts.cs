using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Every word of console and page, in the language asked for.</summary>
internal sealed partial class Texts(Language language)
{
    public Language Language => language;

    public string Tag => Say("en", "zh-CN");

    public string Title => Say("Shop report", "私域店铺报告");

    public string ShippedShop => Say("Invented shop, shipped with the sample", "随示例附带的虚构店铺");

    public string Unknown => Say("unknown", "暂无数据");

    public string Customers => Say("Customers", "客户");

    public string Orders => Say("Orders", "订单");

    public string PurchaseDays => Say("Purchase days", "购买日");

    public string RepeatCustomers => Say("Repeat customers", "复购客户");

    public string Sales => Say("Sales", "销售额");

    public string AverageTicket => Say("Average ticket", "客单价");

    public string RetainedTitle => Say("Retained volume", "留量");

    public string RetainedMeaning =>
        Say("A retained customer has bought and is still linked: in the list of friends, muted or not.",
            "留量客户：买过，且仍在好友列表中（屏蔽朋友圈也算在联）。");

    public string Flow => Say("Flow (everyone who passed by)", "流量（所有来过的人）");

    public string Buyers => Say("Buyers", "购买客户");

    public string Linked => Say("Linked now", "当前在联");

    public string RetainedCustomers => Say("Retained", "留量客户");

    public string Ineffective => Say("Ineffective flow", "无效流量");

    public string RetainedRatio => Say("Retained ratio", "留存率（留量 ÷ 流量）");

    public string LinksUnknown => Say(
        "No links file was given, so it is unknown who is still linked. Give --links FILE, or --every-buyer-linked for a shop whose buyers "
            + "all have an account.",
        "没有好友链接文件，无法得知谁仍在联。请用 --links 给出文件；若所有买家都有账号，可用 --every-buyer-linked。");

    public string LinksAssumed => Say(
        "Assumed, not observed: every buyer has an account since the first order and keeps it (--every-buyer-linked). People who never "
            + "bought are seen only where a file names them.",
        "此为假设而非观测：每位买家自首单起即有账号且一直保留（--every-buyer-linked）。从未购买的人仅在文件提及时计入。");

    public string WeeksTitle => Say("First and repeat orders by week", "每周首单与复购单");

    public string Week => Say("Week from", "周（周一起）");

    public string First => Say("first", "首单");

    public string Repeat => Say("repeat", "复购单");

    public string FitTitle => Say("Product fit", "产品适配度");

    public string FitMeaning => Say(
        "Does a product suit the private domain? High ticket, repurchase and loyalty speak for it, a strong brand against it.",
        "产品是否适合做私域？客单价高、复购高、忠诚度高为宜；品牌力越强越不依赖私域。");

    public string Product => Say("Product", "产品");

    public string Score => Say("Score", "得分");

    public string Grade => Say("Grade", "等级");

    public string Reasons => Say("Reasons", "理由");

    public string NoProducts => Say("The orders name no product, so no product can be scored.", "订单中没有产品字段，无法为产品评分。");

    public string NoScore => Say("no score", "无得分");

    public string Details => Say("Figures as a table", "数据表");

    public string CampaignsTitle => Say("Acquisition cost", "引流成本");

    public string Campaign => Say("Campaign", "活动");

    public string Channel => Say("Channel", "渠道");

    public string Spend => Say("Spend", "花费");

    public string Gained => Say("Followers", "新增粉丝");

    public string PerFollower => Say("Per follower", "单粉成本");

    public string RetainedNow => Say("Retained", "留量");

    public string PerRetained => Say("Per retained", "单个留量成本");

    public string NoCampaigns => Say("No campaigns file was given (--campaigns FILE).", "未给出活动文件（--campaigns）。");

    public string UpkeepTitle => Say("Upkeep and break-even ticket", "维护成本与保本客单价");

    public string PerYear => Say("Per customer and year", "每客户每年");

    public string Total => Say("Total", "合计");

    public string BreakEvenTicket => Say("Break-even ticket", "保本客单价");

    public string NoCosts => Say("No costs file was given (--costs FILE).", "未给出成本文件（--costs）。");

    public string PaybackTitle => Say("Payback", "回本曲线");

    public string AcquisitionCost => Say("acquisition", "获客成本");

    public string NoPayback => Say(
        "Payback needs the upkeep figures, an acquisition cost (campaigns with retained customers, or acquisition_cost) and a monthly "
            + "survival (links, or survival_per_month).",
        "回本测算需要维护成本、获客成本（有留量客户的活动，或 acquisition_cost）以及月留存率（链接，或 survival_per_month）。");

    public string MonthColumn => Say("Month", "月");

    public string Cumulative => Say("Cumulative contribution", "累计贡献");

    public string ValueTitle => Say("Lifetime value in three cases", "客户终身价值（三种情形）");

    public string ValueCase => Say("Case", "情形");

    public string Meaning => Say("Meaning", "含义");

    public string Value => Say("Value", "价值");

    public string ProblemsTitle => Say("Rows that were not used", "未采用的数据行");

    public string File => Say("File", "文件");

    public string Line => Say("Line", "行");

    public string Column => Say("Column", "列");

    public string Reason => Say("Reason", "原因");

    public string Reading(string file) => Say($"Reading {file}", $"读取 {file}");

    public string Rows(string file, long read, long? of, TimeSpan? left)
    {
        if (of is not { } all || left is not { } time)
        {
            return Say($"Looking through {file}: {Show.Count(read)} rows", $"浏览 {file}：{Show.Count(read)} 行");
        }

        string seconds = Show.Count((long)Math.Ceiling(time.TotalSeconds));
        return Say(
            $"Reading {file}: {Show.Count(read)} of {Show.Count(all)} rows, about {seconds} s left",
            $"读取 {file}：{Show.Count(read)} / {Show.Count(all)} 行，约剩 {seconds} 秒");
    }

    public string Working => Say("Applying the rules", "计算规则");

    public string Written(string path) => Say($"Report: {path}", $"报告：{path}");

    public string Period(SummaryPart summary) => Say(
        $"{Show.Date(summary.First)} to {Show.Date(summary.AsOf)}, the last day included",
        $"{Show.Date(summary.First)} 至 {Show.Date(summary.AsOf)}（含当日）");

    public string ProblemCount(int count) =>
        Say($"{Show.Count(count)} problems in rows that were not used", $"共 {Show.Count(count)} 处问题，相应数据行未采用");

    public string AndMore(int count) =>
        Say($"… and {Show.Count(count)} more (--errors FILE lists all)", $"……另有 {Show.Count(count)} 处（--errors 文件列出全部）");

    public string SummaryTitle => Say("The shop at a glance", "店铺概览");

    public string SalesMeaning => Say("All payments of orders that count, less what was given back.", "有效订单的全部付款减去退款。");

    public string OrdersMeaning => Say("Orders for which more was paid than given back.", "付款大于退款的订单。");

    public string CustomersTip => Say("Who has an order that counts, and is named.", "有有效订单且有姓名的客户。");

    public string RepeatMeaning => Say("Customers with two or more purchase days.", "购买日为两天及以上的客户。");

    public string TicketMeaning => Say("Sales ÷ orders.", "销售额 ÷ 订单数。");

    public string RepeatNote(long count) => Say($"{Show.Count(count)}, on two or more days", $"{Show.Count(count)} 位，购买日 ≥ 2 天");

    public string OutOf(string whole) => Say($"of {whole} in all", $"共 {whole}");

    public string WorthOf(string value) => Say($"worth {value} in a lifetime", $"终身价值 {value}");

    public string Of(string part, string whole) => Say($"{part} of {whole}", $"{whole} 中的 {part}");

    public string MoreProducts(int count) =>
        Say($"{Show.Count(count)} more products are not shown (--top N).", $"另有 {Show.Count(count)} 个产品未显示（--top N）。");

    public string Month(int month) => Say($"month {Show.Count(month)}", $"第 {Show.Count(month)} 个月");

    public string RetainedSentence(RetainedPart part) => Say(
        $"{Show.Count(part.Retained)} of {Show.Count(part.Flow)} people are retained: {Show.Percent(part.Share, this)}.",
        $"{Show.Count(part.Flow)} 人中有 {Show.Count(part.Retained)} 位留量客户：{Show.Percent(part.Share, this)}。");

    public string WeeksDescription(ImmutableArray<WeekOfOrders> weeks) => Say(
        $"{Show.Count(weeks.Sum(static w => w.First))} first and {Show.Count(weeks.Sum(static w => w.Repeat))} repeat orders in "
            + $"{Show.Count(weeks.Length)} weeks.",
        $"{Show.Count(weeks.Length)} 周内首单 {Show.Count(weeks.Sum(static w => w.First))} 笔，"
            + $"复购单 {Show.Count(weeks.Sum(static w => w.Repeat))} "
            + $"笔。");

    public string PaybackSentence(PaybackPart part) => (part.Payback.Outcome, part.Payback.Periods, part.Payback.Limit) switch
    {
        (PaybackOutcome.PaidBack, { } months, _) => Say(
            $"A customer's acquisition is paid back in month {Show.Count(months)}.", $"获客成本在第 {Show.Count(months)} 个月收回。"),
        (PaybackOutcome.NotWithinHorizon, _, _) => Say("Not paid back within the horizon, but later.", "测算期内未回本，之后才会回本。"),
        (_, _, { } limit) when part.Contribution.Amount > 0m => Say(
            $"Never paid back: all contributions together tend to {Show.Money(limit)}.", $"永不回本：累计贡献趋近 {Show.Money(limit)}。"),
        _ => Say("Never paid back: a month's contribution does not cover the month's upkeep.",
            "永不回本：每月贡献不足以覆盖当月维护成本。"),
    };

    public string PaybackInputs(PaybackPart part) => Say(
        $"Acquisition {Show.Money(part.AcquisitionCost)} per retained customer; contribution {Show.Money(part.Contribution)} a month after "
            + $"upkeep; {Show.Percent(part.Survival, this)} of links survive a month "
            + $"({(part.IsSurvivalMeasured ? "measured from the links" : "given")}).",
        $"每位留量客户获客成本 {Show.Money(part.AcquisitionCost)}；扣除维护后每月贡献 {Show.Money(part.Contribution)}；链接月留存 "
            + $"{Show.Percent(part.Survival, this)}（{(part.IsSurvivalMeasured ? "由链接数据测得" : "由成本文件给出")}）。");

    public string UpkeepInputs(UpkeepPart part) => Say(
        $"At {Show.Percent(Ratio.From(part.Margin), this)} gross margin and {Show.Count(part.OrdersPerYear)} orders a year.",
        $"按毛利率 {Show.Percent(Ratio.From(part.Margin), this)}、每年 {Show.Count(part.OrdersPerYear)} 单计算。");

    public string WithoutCustomer => Say("without a customer", "无客户");

    public string HowFilesWereRead => Say("How the files were read", "文件读取方式");

    public string OfNobody(SummaryPart part) => Say(
        $"{Show.Money(part.SalesOfNobody)} in {Show.Count(part.OrdersOfNobody)} {(part.OrdersOfNobody == 1 ? "order" : "orders")}",
        $"{Show.Count(part.OrdersOfNobody)} 笔订单，{Show.Money(part.SalesOfNobody)}");

    /// <summary>What to know beside the headline figures, the weightiest first.</summary>
    public IEnumerable<string> Notes(Reading.ReadingReport reading) =>
        Lost(reading).Concat(LeftOut(reading)).Concat(reading.Warnings.Select(each => each.In(language)));

    /// <summary>Rows that could not be used, and the money in them: beside the sales.</summary>
    public IEnumerable<string> Lost(Reading.ReadingReport reading)
    {
        if (reading.RowsLost > 0)
        {
            string share = Show.Percent(Ratio.From(reading.RowsLost, reading.Rows), this);
            yield return Say(
                $"{Show.Count(reading.RowsLost)} of {Show.Count(reading.Rows)} rows of orders ({share}) could not be used, with "
                    + $"{Show.Number(reading.AmountLost)} in them as far as it can be read: the sales are too low by up to that.",
                $"{Show.Count(reading.Rows)} 行订单中有 {Show.Count(reading.RowsLost)} 行（{share}）无法使用，"
                    + $"可读金额合计 {Show.Number(reading.AmountLost)}："
                    + $"销售额最多因此偏低这么多。");
        }
    }

    /// <summary>Rows that are no sales by their status: beside the orders.</summary>
    public IEnumerable<string> LeftOut(Reading.ReadingReport reading)
    {
        if (!reading.LeftOut.IsEmpty)
        {
            IEnumerable<string> english = reading.LeftOut.Select(static each =>
                $"{each.Word} {Show.Count(each.Rows)} {(each.Rows == 1 ? "row" : "rows")} ({Show.Number(each.Amount)})");
            IEnumerable<string> chinese = reading.LeftOut.Select(static each =>
                $"{each.Word} {Show.Count(each.Rows)} 行（{Show.Number(each.Amount)}）");
            yield return Say(
                $"Not counted as sales, by status: {string.Join(", ", english)}.", $"按状态未计入销售：{string.Join("，", chinese)}。");
        }
    }

    private string Say(string english, string chinese) => language == Language.SimplifiedChinese ? chinese : english;
}
