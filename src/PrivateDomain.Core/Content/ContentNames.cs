namespace PrivateDomain.Core.Content;

/// <summary>The names of this room's enumerations for people, in both languages (内容名称).</summary>
public static class ContentNames
{
    /// <summary>The name of a source.</summary>
    /// <param name="value">The source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ContentSource value) => value switch
    {
        ContentSource.None => new("no source", "无来源"),
        ContentSource.UserMade => new("user-made", "用户生产（UGC）"),
        ContentSource.Professional => new("professional", "专业生产（PGC）"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a purpose.</summary>
    /// <param name="value">The purpose.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ContentPurpose value) => value switch
    {
        ContentPurpose.None => new("no purpose", "无用途"),
        ContentPurpose.Useful => new("useful", "有用内容"),
        ContentPurpose.Advertising => new("advertising", "广告"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a kind of brand persona.</summary>
    /// <param name="value">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this BrandPersonaKind value) => value switch
    {
        BrandPersonaKind.None => new("no persona", "无人设"),
        BrandPersonaKind.Expert => new("expert", "专家"),
        BrandPersonaKind.Companion => new("companion", "同好体验官"),
        BrandPersonaKind.Owner => new("owner", "主理人"),
        BrandPersonaKind.WelfareOfficer => new("welfare officer", "福利官"),
        BrandPersonaKind.Butler => new("butler", "专属管家"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a need of the audience.</summary>
    /// <param name="value">The need.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this AudienceNeed value) => value switch
    {
        AudienceNeed.None => new("no need", "无需求"),
        AudienceNeed.Advice => new("advice", "专业建议"),
        AudienceNeed.Company => new("company", "同好陪伴"),
        AudienceNeed.Trust => new("trust", "品牌信任"),
        AudienceNeed.Bargains => new("bargains", "实惠"),
        AudienceNeed.Service => new("service", "贴身服务"),
        _ => throw Choices.Undefined(value),
    };
}
