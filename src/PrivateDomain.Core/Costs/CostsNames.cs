namespace PrivateDomain.Core.Costs;

/// <summary>The names of this area's choices as people say them (成本相关名称).</summary>
public static class CostsNames
{
    /// <summary>The name of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this CostScope scope) => scope switch
    {
        CostScope.Unstated => new("not stated", "未说明"),
        CostScope.CampaignOnly => new("campaign only", "仅引流活动"),
        CostScope.AllMarketing => new("all marketing", "全部营销"),
        CostScope.Lagged => new("adjusted for the lag", "按滞后期调整"),
        CostScope.WithOnboarding => new("with onboarding", "含新客承接"),
        _ => throw Choices.Undefined(scope),
    };

    /// <summary>The name of a kind of upkeep.</summary>
    /// <param name="item">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this UpkeepItem item) => item switch
    {
        UpkeepItem.Labour => new("Labour", "人工"),
        UpkeepItem.Content => new("Content", "内容"),
        UpkeepItem.Benefits => new("Benefits and hooks", "福利与利益点"),
        UpkeepItem.Membership => new("Membership", "会员"),
        UpkeepItem.Tools => new("Tools", "工具"),
        _ => throw Choices.Undefined(item),
    };

    /// <summary>The name of a payback's outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this PaybackOutcome outcome) => outcome switch
    {
        PaybackOutcome.Never => new("never paid back", "永不回本"),
        PaybackOutcome.NotWithinHorizon => new("not within the horizon", "测算期内未回本"),
        PaybackOutcome.PaidBack => new("paid back", "已回本"),
        _ => throw Choices.Undefined(outcome),
    };

    /// <summary>The name of a case of lifetime value.</summary>
    /// <param name="valueCase">The case.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this ValueCase valueCase) => valueCase switch
    {
        ValueCase.BeforeFirstPayment => new("not yet won, first payment now", "未成交，首付即时"),
        ValueCase.AfterPayment => new("after a payment just booked", "刚付款之后"),
        ValueCase.PaymentsAtPeriodEnd => new("not yet won, payments at period ends", "未成交，期末付款"),
        _ => throw Choices.Undefined(valueCase),
    };

    /// <summary>The name of a public sale's health.</summary>
    /// <param name="health">The health.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this PublicSaleHealth health) => health switch
    {
        PublicSaleHealth.Unknown => new("cannot be said", "无法判断"),
        PublicSaleHealth.Harmful => new("harmful", "有害"),
        PublicSaleHealth.Caution => new("caution", "需谨慎"),
        PublicSaleHealth.Healthy => new("healthy", "健康"),
        _ => throw Choices.Undefined(health),
    };
}
