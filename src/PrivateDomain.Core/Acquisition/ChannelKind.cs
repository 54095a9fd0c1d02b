namespace PrivateDomain.Core.Acquisition;

/// <summary>A kind of channel by which followers are won (渠道类型). The code a host puts on a link, the channel code (渠道活码), is free
/// text and not meant here.</summary>
/// <remarks>The default value is <see cref="None"/>, which no rule and no figures
/// take. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum ChannelKind
{
    /// <summary>Not said (未说明).</summary>
    None = 0,

    /// <summary>A card in the parcel (包裹卡).</summary>
    PackageCard,

    /// <summary>A call by a person (人工电话).</summary>
    Telephone,

    /// <summary>An SMS (短信).</summary>
    Sms,

    /// <summary>A call by a machine (AI 语音).</summary>
    AiVoice,

    /// <summary>An article of an official account or an app (公众号或 App 文章).</summary>
    Article,

    /// <summary>An account on Douyin or Kuaishou (抖音、快手账号).</summary>
    ShortVideo,

    /// <summary>A poster in the store (门店海报).</summary>
    StorePoster,
}

/// <summary>What may be true of audience, product and business, and decides on channels (渠道条件).</summary>
/// <remarks>The default value is <see cref="None"/>, which no rule takes. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum ChannelTrait
{
    /// <summary>Not said (未说明).</summary>
    None = 0,

    /// <summary>Most of the audience is of age (客群年长).</summary>
    OlderAudience,

    /// <summary>Most of the audience is young (客群年轻).</summary>
    YoungAudience,

    /// <summary>The business sells health (健康类业务).</summary>
    HealthBusiness,

    /// <summary>A high ticket: one customer is worth the minutes of a person (高客单价).</summary>
    HighTicket,

    /// <summary>Products that are best shown in use (适合演示的产品).</summary>
    ShowsWell,

    /// <summary>The shop sends parcels (有发货包裹).</summary>
    SendsParcels,

    /// <summary>The shop has telephone numbers that it may use (有可用的手机号).</summary>
    HasNumbers,

    /// <summary>The shop has a store that people enter (有门店客流).</summary>
    HasStore,

    /// <summary>Somebody can make content all the time (能持续产出内容).</summary>
    MakesContent,
}
