namespace PrivateDomain.Core.Content;

/// <summary>Who an account presents itself as (人设类型).</summary>
/// <remarks>The default value is <see cref="None"/>, which no account has.</remarks>
public enum BrandPersonaKind
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Knows the matter and advises (专家).</summary>
    Expert,

    /// <summary>A customer like the reader, who tries things out (同好体验官).</summary>
    Companion,

    /// <summary>Founded or runs the shop and stands for it (主理人).</summary>
    Owner,

    /// <summary>Brings the offers (福利官).</summary>
    WelfareOfficer,

    /// <summary>Looks after the customer before and after the sale (专属管家).</summary>
    Butler,
}

/// <summary>What customers want from an account (受众需求).</summary>
/// <remarks>The default value is <see cref="None"/>, which is no need.</remarks>
public enum AudienceNeed
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>To be told what is right for them (专业建议).</summary>
    Advice,

    /// <summary>To see people like themselves (同好陪伴).</summary>
    Company,

    /// <summary>To know who stands behind the goods (品牌信任).</summary>
    Trust,

    /// <summary>To buy cheaply (实惠).</summary>
    Bargains,

    /// <summary>To be helped at once (贴身服务).</summary>
    Service,
}
