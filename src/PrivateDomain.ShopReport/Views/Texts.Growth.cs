using PrivateDomain.Core;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words of the manager's page.</summary>
internal sealed partial class Texts
{
    public string GrowthTitle => Say("Scale, hold or repair", "放大、维持还是修补");

    public string StandingsTitle => Say("How the links stand", "各环节情况");

    public string GrowthLinkColumn => Say("Link", "环节");

    public string Found => Say("Found", "实际");

    public string Wanted => Say("Wanted", "要求");

    public string Standing => Say("Standing", "结论");

    public string Never => Say("never", "无法回本");

    public string AlsoTitle => Say("After that", "其次");

    public string SpentOnIt => Say("Spent on it", "已花费");

    public string EachRetained => Say("A retained customer", "每位留量客户成本");

    public string LostOnIt => Say("Lost on it", "净亏");

    public string ShortOnIt => Say("Short of the upkeep", "不足以覆盖维护成本");

    public string OwnFigure => Say("Its own figure", "自身数据");

    public string Then => Say("Without it", "停掉之后");

    public string Now => Say("now", "现在");

    public string Nobody0 => Say("nobody retained", "没有留下客户");

    public string Verdict(GrowthPart growth)
    {
        string phase = PhaseOf(growth);
        return growth.Report.Verdict switch
        {
            GrowthVerdict.Scale => Say($"Scale: every link holds ({phase}).", $"可以放大：各环节均达标（{phase}）。"),
            GrowthVerdict.Repair =>
                Say($"Repair before spending more ({phase}). The weakest link first:", $"先修补，再投入（{phase}）。最弱环节在前："),
            _ => Say($"Hold: spend no more than now ({phase}).", $"维持现状，暂不加大投入（{phase}）。"),
        };
    }

    /// <summary>The verdict in a word or two, for its mark.</summary>
    public string ShortVerdict(GrowthVerdict verdict) => verdict switch
    {
        GrowthVerdict.Scale => Say("Scale", "可以放大"),
        GrowthVerdict.Repair => Say("Repair before spending more", "先修补，再投入"),
        _ => Say("Hold: spend no more than now", "维持现状，暂不加大投入"),
    };

    public string PhaseOf(GrowthPart growth)
    {
        string phase = growth.Report.Phase.Name().In(language);
        return growth.Retained is { } count
            ? Say($"{phase}, {Show.Count(count)} retained customers", $"{phase}，留量客户 {Show.Count(count)} 位")
            : Say($"{phase}, links are unknown", $"{phase}，是否在联未知");
    }

    /// <summary>The one act, as an order: stop what costs more than it brings, mend what keeps too few.</summary>
    public string ActTitle(GrowthAct act) => act.Measure switch
    {
        GrowthMeasure.AcquisitionShare or GrowthMeasure.PaybackPeriods =>
            Say($"Stop {act.Part.Name}, or make it cheaper", $"停掉“{act.Part.Name}”，或把成本降下来"),
        GrowthMeasure.ReceptionRate =>
            Say($"Receive those from {act.Part.Name} better, or stop it", $"改善“{act.Part.Name}”来客的承接，否则停掉"),
        GrowthMeasure.InteractionRate => Say($"Talk with those from {act.Part.Name}", $"多与“{act.Part.Name}”来的好友互动"),
        GrowthMeasure.FriendChurn => Say($"Find out why those from {act.Part.Name} leave", $"查清“{act.Part.Name}”来的好友为何流失"),
        GrowthMeasure.ConversionRate => Say($"Help those from {act.Part.Name} to a first purchase", $"促成“{act.Part.Name}”来的好友首购"),
        GrowthMeasure.RepurchaseRate => Say($"Bring those from {act.Part.Name} back", $"让“{act.Part.Name}”来的买家复购"),
        _ => Say($"Raise the ticket of those from {act.Part.Name}", $"提高“{act.Part.Name}”来客的客单价"),
    };

    /// <summary>What to do where no single channel is to blame, or nothing fails.</summary>
    public string ActTitle(GrowthAssessment report) => report.Verdict switch
    {
        GrowthVerdict.Scale => Say("Do more of what works", "有效的做法，加大力度"),
        GrowthVerdict.Repair => Say(
            $"Mend the {NameOf(report.FailingLinks[0])}", $"先修补“{NameOf(report.FailingLinks[0])}”环节"),
        _ => report.UnmeasuredLinks.IsEmpty ? Say("Keep going, and wait with spending more", "保持现状，先不加投入")
            : Say("Measure what is not known yet", "先把未知环节测出来"),
    };

    public string ActSentence(GrowthAssessment report) => report.Verdict switch
    {
        GrowthVerdict.Scale => Say("Every link of the chain holds.", "各环节均达标。"),
        GrowthVerdict.Repair => Capital(RepairOf(report.FailingLinks[0])),
        _ => Say("Nothing fails, but not everything is known or quite reached.", "没有不达标的环节，但有的未测或略低。"),
    };

    /// <summary>What a figure has to reach.</summary>
    public string Limit(GrowthReading reading) => reading.IsMost
        ? Say($"at most {FigureOf(reading.Measure, reading.Target)}", $"上限 {FigureOf(reading.Measure, reading.Target)}")
        : Say($"at least {FigureOf(reading.Measure, reading.Target)}", $"下限 {FigureOf(reading.Measure, reading.Target)}");

    public string NameOf(GrowthLink link) => link.Name().In(language);

    public string RepairOf(GrowthLink link) => link switch
    {
        GrowthLink.Acquisition =>
            Say("win cheaper customers, or bring the payback forward, before buying more of them.",
                "先降低获客成本或缩短回本周期，再扩大引流。"),
        GrowthLink.Reception => Say("accept, talk, learn and tag in time, so that newcomers stay.",
            "及时通过、沟通、了解、打标签，让新客留下来。"),
        GrowthLink.Interaction =>
            Say("give before selling: talk with the silent, and mend what makes people leave.",
                "先给价值再推销：唤醒沉默客户，改掉让人离开的做法。"),
        GrowthLink.Conversion => Say("sell what is bought again, to those who are ready.", "向已准备好的客户推荐会复购的产品。"),
        _ => Say("raise the ticket or lower the upkeep until a customer pays for the labour.",
            "提高客单价或降低维护成本，直到客户能覆盖人力。"),
    };

    public string MeasureFirst(IEnumerable<GrowthLink> links)
    {
        string names = string.Join(Say(", ", "、"), links.Select(NameOf));
        return Say($"Not measured yet: {names}. Measure before scaling.", $"尚未测量：{names}。先测量，再放大。");
    }

    /// <summary>Which file tells what is not measured.</summary>
    public string CureOf(GrowthMeasure measure) => measure switch
    {
        GrowthMeasure.PaybackPeriods or GrowthMeasure.AcquisitionShare =>
            Say("give --campaigns, --costs and --links", "请给出 --campaigns、--costs 与 --links"),
        GrowthMeasure.ReceptionRate => Say("give --links", "请给出 --links"),
        GrowthMeasure.TicketCover => Say("give --costs", "请给出 --costs"),
        _ => Say("give --links and --interactions", "请给出 --links 与 --interactions"),
    };

    public string NameOf(GrowthMeasure measure) => measure.Name().In(language);

    public string NameOf(GrowthStanding standing) => standing.Name().In(language);

    public string Months(decimal months) => Say($"{Show.Count(months)} months", $"{Show.Count(months)} 个月");

    /// <summary>A figure of the gate with its unit.</summary>
    public string FigureOf(GrowthMeasure measure, decimal value) =>
        measure == GrowthMeasure.PaybackPeriods ? Months(value) : Show.PercentToCompare(value);
}
