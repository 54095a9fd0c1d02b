using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on single customers.</summary>
internal sealed partial class Texts
{
    public string CustomersTitle => Say("Customers", "客户名单");

    public string CustomersMeaning(CustomersPart part) => part.List.Length == part.All
        ? Say("Touch a name: why this stage, this segment, this answer, and what changes when.",
            "点开姓名：为什么是这个阶段、分群和结论，何时会变化。")
        : Say(
            $"The {Show.Count(part.List.Length)} of {Show.Count(part.All)} who are to be written to or spent most. Touch a name: why this "
                + "stage, this segment, this answer, and what changes when.",
            $"共 {Show.Count(part.All)} 位，列出该联系的和消费最高的 {Show.Count(part.List.Length)} 位。点开姓名：为什么是这个阶段、"
                + $"分群和结论，何时会变化。");

    public string LastOrderColumn => Say("Last order", "最近下单");

    public string PromotionColumn => Say("A promotion now?", "现在可否促销");

    public string AnswerOf(OutreachDecision decision, DateTimeZone zone) => decision.Outcome switch
    {
        OutreachOutcome.Allowed => Allowed,
        OutreachOutcome.Deferred => LaterFrom(FirstMinute(decision.Until!.Value, zone)),
        OutreachOutcome.Undecidable => Undecidable,
        _ => Denied,
    };

    public string ShortAnswerOf(OutreachOutcome outcome) => outcome switch
    {
        OutreachOutcome.Allowed => Allowed,
        OutreachOutcome.Deferred => Deferred,
        OutreachOutcome.Undecidable => Undecidable,
        _ => Denied,
    };

    public string AnswerOf(Truth truth) => truth switch
    {
        Truth.Yes => Say("in it", "属于"),
        Truth.No => Say("not in it", "不属于"),
        _ => Undecidable,
    };

    public string StageOf(StageExplanation stage) => stage.Assessment.Stage is not { } reached ? Undecidable
        : stage.Assessment.Next is { } next ? Say(
            $"{Capital(NameOf(reached))}. For {NameOf(next)} is missing:", $"处于“{NameOf(reached)}”。要到“{NameOf(next)}”还缺：")
        : Say($"{Capital(NameOf(reached))}: the top.", $"处于“{NameOf(reached)}”，已是最高阶段。");

    public IEnumerable<string> Missing(StageExplanation stage, DateTimeZone zone) =>
        stage.Missing.Concat(stage.OutOfOrder).Concat(stage.Assessment.Reasons).Select(reason => reason.ToString(language, zone));

    public string ChangeOf(OutlookChange change, DateTimeZone zone)
    {
        string what = change.Subject.Length == 0 ? change.Kind.Name().In(language)
            : Say($"{change.Kind.Name().In(language)} “{change.Subject}”", $"{change.Kind.Name().In(language)}“{change.Subject}”");
        string day = Show.Date(change.At.InZone(zone).Date);
        return Say(
            $"{day}: {what} from {change.From.In(language)} to {change.To.In(language)}",
            $"{day}：{what}由“{change.From.In(language)}”变为“{change.To.In(language)}”");
    }

    public IEnumerable<(string Name, string Value)> FactsOf(CustomerPart customer, DateTimeZone zone)
    {
        CustomerFacts facts = customer.Facts;
        string Day(Instant? at) => at is { } known ? Show.Date(known.InZone(zone).Date) : "–";
        return
        [
            (Stage, customer.Stage.Assessment.Stage is { } stage ? NameOf(stage) : Undecidable),
            (Cell, customer is { Cell: { } cell, Score: { } score } ? $"{cell.In(language)} ({score})" : "–"),
            (SpentColumn, Show.Money(facts.Spend)),
            (Orders, Show.Count(facts.OrderCount)),
            (Say("First order", "首次下单"), Day(facts.FirstOrderAt)),
            (LastOrderColumn, Day(facts.LastOrderAt)),
            (Say("Repurchase cycle", "复购周期"), facts.RepurchaseCycleDays.TryGet(out decimal days)
                ? Say($"{Show.Count(days)} days", $"{Show.Count(days)} 天") : Unknown),
            (Say("Last interaction", "最近互动"), Day(facts.LastInteractionAt)),
            (Say("First channel", "来源渠道"), facts.FirstChannelCode ?? Unknown),
        ];
    }

    /// <summary>The first whole minute: before the instant itself the answer is still no.</summary>
    public static LocalDateTime FirstMinute(Instant until, DateTimeZone zone) =>
        (until + Duration.FromMinutes(1) - Duration.Epsilon).InZone(zone).LocalDateTime;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
