using NodaTime;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on whom to write to today.</summary>
internal sealed partial class Texts
{
    public string TodayWord => Say("Write to them today", "今天该联系");

    public string WhyColumn => Say("Why today", "为什么是今天");

    public string AboutColumn => Say("What about", "聊什么");

    public string SendColumn => Say("What may be sent", "可发类型");

    public string SpentColumn => Say("Spent so far", "累计消费");

    public string NobodyToday => Say(
        "Nobody: no product is due again with somebody who may be sold to, no newcomer waits, and nobody valuable is leaving.",
        "没有：没有可促销的客户到复购期，没有待承接的新客，也没有即将流失的高价值客户。");

    public string TodayTitle(TodayPart part) => Say(
        $"Write to them today: {Show.Count(part.Customers)}", $"今天该联系的客户：{Show.Count(part.Customers)} 位");

    public string TodayMeaning(TodayPart part, ZonedDateTime at) => Say(
        $"Asked for {Show.Moment(at.LocalDateTime)}. Nobody is named here to whom the rules forbid it"
            + (part.List.Length < part.Customers
                ? $"; of each reason, the {Show.Count(TodayAnalysis.NamedMax)} who spent most." : "."),
        $"以店铺时间 {Show.Moment(at.LocalDateTime)} 为准；只列出规则允许触达的客户"
            + (part.List.Length < part.Customers ? $"，每类列出消费最高的 {Show.Count(TodayAnalysis.NamedMax)} 位。" : "。"));

    public string NameOf(TodayReason reason) => reason switch
    {
        TodayReason.DueAgain => Say("due to buy again", "到复购期"),
        TodayReason.Newcomer => Say("newcomer waiting", "新客待承接"),
        TodayReason.Leaving => Say("valuable and leaving", "高价值将流失"),
        _ => Say("never talked to", "从未沟通"),
    };

    public string Why(ToWrite one) => one.Reason switch
    {
        TodayReason.DueAgain => Say(
            $"Bought on {Show.Date(one.On)}; it is bought again after {Show.Count(one.Cycle!.Value)} days",
            $"{Show.Date(one.On)} 购买，一般 {Show.Count(one.Cycle!.Value)} 天后复购"),
        TodayReason.Newcomer => Say($"Came on {Show.Date(one.On)}, no conversation yet", $"{Show.Date(one.On)} 添加，还没有对话"),
        TodayReason.Leaving => Say($"Bought often or much, last on {Show.Date(one.On)}", $"买得多或消费高，上次购买 {Show.Date(one.On)}"),
        _ => Say($"Bought on {Show.Date(one.On)}, never talked to", $"{Show.Date(one.On)} 购买，从未有人沟通"),
    };

    public string About(ToWrite one) => (one.Reason, one.Product) switch
    {
        (TodayReason.DueAgain, { } product) => Say($"{product}: is it used up?", $"{product}：快用完了吗？"),
        (TodayReason.Newcomer, _) => Say("Say hello, and ask what they are looking for", "打招呼，问问想找什么"),
        (TodayReason.Leaving, { } product) => Say($"A gift, and how {product} turned out", $"送份福利，问问{product}用得如何"),
        (TodayReason.Leaving, _) => Say("A gift, and how they are", "送份福利，问候近况"),
        (_, { } product) => Say($"How {product} turned out", $"问问{product}用得怎么样"),
        _ => Say("How the last purchase turned out", "问问上次买的用得怎么样"),
    };
}
