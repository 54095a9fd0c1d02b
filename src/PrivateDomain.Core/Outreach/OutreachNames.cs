namespace PrivateDomain.Core.Outreach;

/// <summary>The names of this room's enumerations for people, in both languages (触达名称).</summary>
public static class OutreachNames
{
    /// <summary>The name of what a touch asks of a need.</summary>
    /// <param name="value">What it asks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this NeedDemand value) => value switch
    {
        NeedDemand.Off => new("nothing", "不检查"),
        NeedDemand.Warn => new("warn", "提醒"),
        NeedDemand.Require => new("require", "必须已证实"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of an outcome.</summary>
    /// <param name="value">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this OutreachOutcome value) => value switch
    {
        OutreachOutcome.Denied => new("not allowed", "不可发"),
        OutreachOutcome.Undecidable => new("undecidable", "无法判断"),
        OutreachOutcome.Deferred => new("deferred", "稍后可发"),
        OutreachOutcome.Allowed => new("allowed", "可发"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a group's health.</summary>
    /// <param name="value">The health.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GroupHealth value) => value switch
    {
        GroupHealth.Unknown => new("unknown", "暂无数据"),
        GroupHealth.Healthy => new("healthy", "健康"),
        GroupHealth.Straining => new("straining", "紧张"),
        GroupHealth.Dying => new("dying", "濒临流失"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a trend.</summary>
    /// <param name="value">The trend.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GroupTrend value) => value switch
    {
        GroupTrend.Unknown => new("unknown", "暂无数据"),
        GroupTrend.Improving => new("improving", "好转"),
        GroupTrend.Steady => new("steady", "平稳"),
        GroupTrend.Worsening => new("worsening", "恶化"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a category of terms.</summary>
    /// <param name="value">The category.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ComplianceCategory value) => value switch
    {
        ComplianceCategory.None => new("no category", "无类别"),
        ComplianceCategory.OverMarketing => new("over-marketing", "过度营销"),
        ComplianceCategory.PainPlay => new("playing up pain", "放大痛点"),
        ComplianceCategory.Forbidden => new("forbidden content", "违禁内容"),
        ComplianceCategory.Boasting => new("boasting", "夸大宣传"),
        ComplianceCategory.InducedSharing => new("induced sharing", "诱导分享"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of what an assessment says of a text.</summary>
    /// <param name="value">What it says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this Compliance value) => value switch
    {
        Compliance.Unknown => new("not assessed", "未检查"),
        Compliance.Clean => new("clean", "合规"),
        Compliance.Tolerated => new("tolerated", "可容忍"),
        Compliance.Breached => new("not compliant", "违规"),
        _ => throw Choices.Undefined(value),
    };
}
