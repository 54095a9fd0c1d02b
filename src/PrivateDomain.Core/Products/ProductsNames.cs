namespace PrivateDomain.Core.Products;

/// <summary>The names of this area's choices as people say them (商品相关名称).</summary>
public static class ProductsNames
{
    /// <summary>The name of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this FitCriterion criterion) => criterion switch
    {
        FitCriterion.TicketSize => new("ticket size", "客单价"),
        FitCriterion.Repurchase => new("repurchase", "复购"),
        FitCriterion.Loyalty => new("loyalty", "忠诚度"),
        FitCriterion.BrandPower => new("brand power", "品牌力"),
        _ => throw Choices.Undefined(criterion),
    };

    /// <summary>The name of a grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this FitGrade grade) => grade switch
    {
        FitGrade.Unknown => new("unknown", "未知"),
        FitGrade.Barred => new("barred", "不准入"),
        FitGrade.Poor => new("poor", "差"),
        FitGrade.Fair => new("fair", "一般"),
        FitGrade.Good => new("good", "良好"),
        FitGrade.Excellent => new("excellent", "优秀"),
        _ => throw Choices.Undefined(grade),
    };

    /// <summary>The name of a kind of gift.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this GiftKind kind) => kind switch
    {
        GiftKind.None => new("not stated", "未说明"),
        GiftKind.Virtual => new("virtual gift", "虚拟赠品"),
        GiftKind.Physical => new("physical gift", "实物赠品"),
        _ => throw Choices.Undefined(kind),
    };

    /// <summary>The name of what is said of a gift.</summary>
    /// <param name="suitability">What is said.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static Bilingual Name(this GiftSuitability suitability) => suitability switch
    {
        GiftSuitability.Unknown => new("unknown", "无法判断"),
        GiftSuitability.LosesMoney => new("loses money", "亏损"),
        GiftSuitability.Suitable => new("may be given", "可以赠送"),
        _ => throw Choices.Undefined(suitability),
    };

    /// <summary>A question before a launch, in words.</summary>
    /// <param name="question">The question.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public static Bilingual Name(this LaunchQuestion question) => question switch
    {
        LaunchQuestion.Difference => new("what sets it apart from rivals", "与竞品的差异是什么"),
        LaunchQuestion.SellingPoint => new("what the selling point is", "卖点是什么"),
        LaunchQuestion.PortraitMatch => new("whether it matches the customers' portrait", "与用户画像是否匹配"),
        LaunchQuestion.WhyOldCustomers => new("why an old customer would choose it", "老客户为什么会选择它"),
        LaunchQuestion.WishedImprovement => new("what users would want improved", "用户希望改进什么"),
        _ => throw Choices.Undefined(question),
    };
}
