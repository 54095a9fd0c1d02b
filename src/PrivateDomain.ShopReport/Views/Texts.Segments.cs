namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on value and segments.</summary>
internal sealed partial class Texts
{
    public string RfmTitle => Say("Value of buyers (RFM)", "客户价值（RFM）");

    public string RfmMeaning => Say(
        "Recency, frequency and money, 1 to 5 each, 5 is best; equal customers score alike.",
        "按最近购买、购买频次、消费金额各打 1–5 分，5 分最好；相同的客户得分相同。");

    public string NoBuyers => Say("nobody has bought.", "没有购买客户。");

    public string Cell => Say("Group", "客户分层");

    public string Share => Say("Share", "占比");

    public string Recency => Say("recency", "近度");

    public string Frequency => Say("frequency", "频度");

    public string TraitsTitle => Say("What repeat buyers have in common", "复购客户的共同点");

    public string TraitsMeaning => Say(
        "Share among repeat buyers and among the others, each with its 95 % interval; sure when the sample is large enough and the "
            + "intervals do not overlap.",
        "复购客户与其他客户中的占比及 95 % 置信区间；样本足够且区间不重叠时为可靠。");

    public string NoTraits => Say("nobody was asked (--traits FILE).", "没有调研文件（--traits）。");

    public string Trait => Say("Trait", "特征");

    public string RepeatBuyers => Say("Repeat buyers", "复购客户");

    public string OtherCustomers => Say("Others", "其他客户");

    public string Lift => Say("Lift", "提升度");

    public string Sure => Say("Sure", "可靠");

    public string Yes => Say("yes", "是");

    public string No => Say("no", "否");

    public string TraitsAsked(TraitsPart part) => Say(
        $"{Show.Count(part.Asked)} customers were asked; a repeat buyer has {Show.Count(part.RepeatOrders)} orders or more.",
        $"共调研 {Show.Count(part.Asked)} 位客户；下单 {Show.Count(part.RepeatOrders)} 次及以上为复购客户。");

    public string SegmentsTitle => Say("Segments", "客户分群");

    public string SegmentsMeaning => Say("Customers in each segment, and in each pair of them.", "各分群人数，以及两两重叠人数。");

    public string NoSegments => Say("no segments file was given, or it has mistakes (--segments FILE).",
        "没有分群文件，或文件有错误（--segments）。");

    public string SegmentColumn => Say("Segment", "分群");

    public string HintsTitle => Say("What is odd about the rules", "规则提示");

    public string RulesTitle => Say("What the rules say", "规则含义");

    public string KeyTitle(int all) => Say($"Key customers: {Show.Count(all)}", $"重点客户：{Show.Count(all)} 位");

    public string HeatDescription(RfmPart part) => Say(
        $"Buyers by recency and frequency: {Show.Count(part.Cohort.Scored)} in all.",
        $"按近度与频度划分的购买客户，共 {Show.Count(part.Cohort.Scored)} 位。");

    public string CustomerCount(int count) => Say(count == 1 ? "1 customer" : $"{Show.Count(count)} customers",
        $"{Show.Count(count)} 位客户");

    public string PointsOf(double points, double most) =>
        Say($"{Show.Score(points)} of {Show.Score(most)} points", $"得 {Show.Score(points)} 分（满分 {Show.Score(most)}）");

    public string Explained(SegmentsPart part) => part.Why.Holds
        ? Say($"Why {part.Explained} is in \"{part.Segment}\":",
            $"{part.Explained} 为什么属于“{part.Segment}”：")
        : Say($"Why {part.Explained} is not in \"{part.Segment}\":",
            $"{part.Explained} 为什么不属于“{part.Segment}”：");
}
