using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>The terms by default, by category, each with where it is harmless.</summary>
internal static class ComplianceTerms
{
    internal static ImmutableArray<ComplianceTerm> Default =>
    [
        .. Of(
            ComplianceCategory.OverMarketing,
            "不买后悔", "最后一天", "最后一次机会", "错过再等一年", "手慢无", "赶紧下单", "马上抢购", "buy now or never", "last chance"),
        .. Of(
            ComplianceCategory.PainPlay,
            "再不就晚了", "再不买就晚了", "再胖下去", "嫁不出去", "丑死了", "毁掉孩子", "输在起跑线", "后果自负"),
        Term(ComplianceCategory.PainPlay, "没人要", "没人要求"),
        .. Of(ComplianceCategory.Forbidden, "代开发票", "赌博", "色情", "好评返现", "无抵押贷款"),
        Term(ComplianceCategory.Forbidden, "高仿", "提高仿", "高仿真"),
        Term(ComplianceCategory.Forbidden, "刷单", "印刷单", "刷单页", "刷单品"),

        // cures
        .. Of(
            ComplianceCategory.Forbidden,
            "治愈", "药到病除", "包治百病", "永不反弹", "无副作用", "无毒副作用", "抗癌", "防癌", "降血糖", "降血压", "祖传秘方", "疗效"),

        // earnings
        .. Of(
            ComplianceCategory.Forbidden,
            "稳赚不赔", "稳赚", "躺赚", "保本高收益", "保本保息", "保证收益", "零风险", "无风险收益", "日入过万", "月入过万", "日赚千元",
            "日赚过万", "轻松月入", "一夜暴富"),
        .. Of(
            ComplianceCategory.Boasting,
            "国家级", "世界级", "最高级", "最低价", "最便宜", "最先进", "全网最低", "史上最低", "极品", "独一无二", "绝无仅有", "100%有效",
            "百分百有效", "根治",
            "空前绝后", "史无前例", "no.1", "world's best", "number one"),
        Term(ComplianceCategory.Boasting, "最佳", "最佳食用", "最佳赏味", "最佳使用", "最佳实践"),
        Term(
            ComplianceCategory.Boasting, "最好",
            "最好是", "最好先", "最好提前", "最好在", "最好不", "最好能", "最好别", "最好把", "最好让", "最好要", "最好有", "最好去",
            "最好再", "最好选", "最好按",
            "最好多", "最好少", "最好早", "最好分", "最好于", "最好事先", "最好预", "最好每", "最好当", "最好和", "最好跟", "最好也",
            "最好避", "最好搭配"),
        Term(ComplianceCategory.Boasting, "最优", "最优解", "最优化"),
        Term(
            ComplianceCategory.Boasting, "第一",
            "第一次", "第一时间", "第一天", "第一步", "第一医院", "第一人民", "第一中学", "第一小学", "第一季", "第一个", "第一位",
            "第一批", "第一件", "第一章", "第一节",
            "第一周", "第一月", "第一年", "第一期", "第一版", "第一条", "第一款", "第一层", "第一页", "第一课", "第一集", "第一印象",
            "第一人称", "第一反应", "第一段",
            "第一轮", "第一行", "第一列", "第一排", "第一杯", "第一口", "第一单", "第一张", "第一组", "第一种", "第一项", "第一点",
            "第一眼", "第一届", "第一部", "第一代"),
        Term(ComplianceCategory.Boasting, "第一品牌"),
        Term(ComplianceCategory.Boasting, "唯一", "唯一码", "唯一标识", "唯一编号"),
        Term(ComplianceCategory.Boasting, "首选", "首选项"),
        Term(ComplianceCategory.Boasting, "顶级", "顶级域名"),
        .. Of(
            ComplianceCategory.InducedSharing,
            "转发领红包", "转发有礼", "转发抽奖", "转发得奖", "转发得红包", "转发后领", "转发朋友圈领", "转发到朋友圈", "分享领红包",
            "分享领券", "分享有礼", "分享得红包", "分享后可见", "分享后领取",
            "分享后查看",
            "分享到朋友圈", "邀请好友拆", "邀请好友领", "邀请好友得", "好友助力", "帮我砍", "不转不是", "必须转发", "请好心人转发",
            "转疯了", "转发保平安",
            "关注后领取", "关注领红包", "share to win", "share to unlock"),
        Term(ComplianceCategory.InducedSharing, "集赞", "集赞美", "收集赞"),
    ];

    private static IEnumerable<ComplianceTerm> Of(ComplianceCategory category, params string[] texts) =>
        texts.Select(text => Term(category, text));

    private static ComplianceTerm Term(ComplianceCategory category, string text, params ImmutableArray<string> notWithin) =>
        new() { Category = category, Text = text, NotWithin = notWithin };
}
