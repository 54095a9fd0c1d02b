namespace PrivateDomain.Core.Customers;

/// <summary>Where a link to a person lives (载体).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a carrier is needed.</remarks>
public enum Carrier
{
    /// <summary>No carrier: refused.</summary>
    None = 0,

    /// <summary>A personal WeChat account (个人微信).</summary>
    PersonalWeChat,

    /// <summary>A WeCom account (企业微信).</summary>
    WeCom,

    /// <summary>A WeChat group (微信群).</summary>
    WeChatGroup,

    /// <summary>A QQ group (QQ群).</summary>
    QqGroup,

    /// <summary>A WeChat official account (公众号).</summary>
    OfficialAccount,

    /// <summary>A WeChat service account (服务号).</summary>
    ServiceAccount,

    /// <summary>A mini program (小程序).</summary>
    MiniProgram,

    /// <summary>A Douyin account (抖音).</summary>
    Douyin,

    /// <summary>A Kuaishou account (快手).</summary>
    Kuaishou,

    /// <summary>A Weibo account (微博).</summary>
    Weibo,

    /// <summary>A WeChat video account (视频号).</summary>
    VideoAccount,

    /// <summary>The shop's own app.</summary>
    App,

    /// <summary>A phone number for calls and text messages (手机号).</summary>
    PhoneNumber,
}
