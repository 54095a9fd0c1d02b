namespace PrivateDomain.Core.Acquisition;

/// <summary>A way to win followers (引流渠道). From [C], D21.</summary>
/// <remarks>The default value is <see cref="None"/>, which no rule has.</remarks>
public enum AcquisitionChannel
{
    /// <summary>Not said.</summary>
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
/// <remarks>The default value is <see cref="None"/>, which no rule has.</remarks>
public enum ChannelTrait
{
    /// <summary>Not said.</summary>
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

/// <summary>The words for channels and traits.</summary>
internal static class ChannelWords
{
    private static readonly Bilingual[] Channels =
    [
        default, new("package card", "包裹卡"), new("telephone", "人工电话"), new("SMS", "短信"), new("AI voice", "AI 语音"), new("article", "公众号或 App 文章"),
        new("short video", "抖音、快手账号"), new("store poster", "门店海报"),
    ];

    private static readonly Bilingual[] Traits =
    [
        default, new("an older audience", "客群年长"), new("a young audience", "客群年轻"), new("a health business", "健康类业务"), new("a high ticket", "高客单价"),
        new("products that show well", "适合演示的产品"), new("parcels", "有发货包裹"), new("numbers that may be used", "有可用的手机号"), new("a store", "有门店客流"),
        new("content all the time", "能持续产出内容"),
    ];

    internal static Bilingual Of(AcquisitionChannel channel) => Channels[(int)channel];

    internal static Bilingual Of(ChannelTrait trait) => Traits[(int)trait];

    internal static Bilingual Of(IEnumerable<ChannelTrait> traits)
    {
        Bilingual[] words = [.. traits.Select(Of)];
        return new(string.Join(" and ", words.Select(static w => w.English)), string.Join('、', words.Select(static w => w.Chinese)));
    }
}
