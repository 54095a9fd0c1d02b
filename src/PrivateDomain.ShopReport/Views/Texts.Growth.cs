using PrivateDomain.Core.Growth;
namespace PrivateDomain.ShopReport.Views;

/// <summary>The words of the manager's page.</summary>
internal sealed partial class Texts
{
    public string GrowthTitle => Say("Scale, hold or repair", "放大、维持还是修补");

    public string GrowthLinkColumn => Say("Link", "环节");

    public string Found => Say("Found", "实际");

    public string Wanted => Say("Wanted", "要求");

    public string Standing => Say("Standing", "结论");

    public string Never => Say("never", "无法回本");

    public string Verdict(GrowthPart growth)
    {
        string phase = growth.Report.Phase.Name().In(language);
        string retained = growth.Retained is { } count
            ? Say($"{Show.Count(count)} retained customers", $"留量客户 {Show.Count(count)} 位")
            : Say("links are unknown", "是否在联未知");
        return growth.Report.Verdict switch
        {
            GrowthVerdict.Scale => Say($"Scale: every link holds ({phase}, {retained}).", $"可以放大：各环节均达标（{phase}，{retained}）。"),
            GrowthVerdict.Repair =>
                Say($"Repair before spending more ({phase}, {retained}). The weakest link first:", $"先修补，再投入（{phase}，{retained}）。最弱环节在前："),
            _ => Say($"Hold: spend no more than now ({phase}, {retained}).", $"维持现状，暂不加大投入（{phase}，{retained}）。"),
        };
    }

    public string NameOf(GrowthLink link) => link.Name().In(language);

    public string RepairOf(GrowthLink link) => link switch
    {
        GrowthLink.Acquisition =>
            Say("win cheaper customers, or bring the payback forward, before buying more of them.", "先降低获客成本或缩短回本周期，再扩大引流。"),
        GrowthLink.Reception => Say("accept, talk, learn and tag in time, so that newcomers stay.", "及时通过、沟通、了解、打标签，让新客留下来。"),
        GrowthLink.Interaction =>
            Say("give before selling: talk with the silent, and mend what makes people leave.", "先给价值再推销：唤醒沉默客户，改掉让人离开的做法。"),
        GrowthLink.Conversion => Say("sell what is bought again, to those who are ready.", "向已准备好的客户推荐会复购的产品。"),
        _ => Say("raise the ticket or lower the upkeep until a customer pays for the labour.", "提高客单价或降低维护成本，直到客户能覆盖人力。"),
    };

    public string MeasureFirst(IEnumerable<GrowthLink> links)
    {
        string names = string.Join(Say(", ", "、"), links.Select(NameOf));
        return Say($"Not measured yet: {names}. Measure before scaling.", $"尚未测量：{names}。先测量，再放大。");
    }

    public string NameOf(GrowthMeasure measure) => measure.Name().In(language);

    public string NameOf(GrowthStanding standing) => standing.Name().In(language);

    public string Months(decimal months) => Say($"{Show.Count(months)} months", $"{Show.Count(months)} 个月");
}
