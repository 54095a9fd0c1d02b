using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Acquisition;

/// <summary>The names of this area's kinds and states for people, in English and Chinese (引流与承接的中英文名称).</summary>
/// <remarks>A value outside its enumeration has no name: <see cref="ArgumentOutOfRangeException"/>.</remarks>
public static class AcquisitionNames
{
    private static readonly Bilingual[] Channels =
    [
        new("no channel", "未说明渠道"), new("package card", "包裹卡"), new("telephone", "人工电话"), new("SMS", "短信"),
        new("AI voice", "AI 语音"),
        new("article", "公众号或 App 文章"), new("short video", "抖音、快手账号"), new("store poster", "门店海报"),
    ];

    private static readonly Bilingual[] Traits =
    [
        new("nothing stated", "未说明"), new("an older audience", "客群年长"), new("a young audience", "客群年轻"),
        new("a health business", "健康类业务"),
        new("a high ticket", "高客单价"), new("products that show well", "适合演示的产品"), new("parcels", "有发货包裹"),
        new("numbers that may be used", "有可用的手机号"), new("a store", "有门店客流"), new("content all the time", "能持续产出内容"),
    ];

    private static readonly Bilingual[] Cards =
    [
        new("no card", "未说明"), new("notice card", "通知卡"), new("brand card", "品牌卡"), new("marketing card", "营销卡"),
            new("hot-topic card", "热点卡"),
    ];

    private static readonly Bilingual[] Encodings = [new("GSM alphabet", "GSM 7 位编码"), new("UCS-2", "UCS-2 编码")];

    private static readonly Bilingual[] Steps =
    [
        new("no step", "未说明"), new("accepting the request", "通过好友"), new("the first conversation", "首次沟通"),
        new("learning the basics", "了解基本信息"), new("setting tags", "打标签"),
    ];

    private static readonly Bilingual[] Clocks =
    [
        new("not started", "未开始"), new("running", "进行中"), new("in time", "按时完成"), new("late", "超时完成"),
        new("overdue", "已逾期"),
            new("stopped", "已取消"),
    ];

    private static readonly Bilingual[] Qualities = [new("open", "未到期"), new("good", "良好"), new("poor", "不佳")];

    /// <summary>The name of a kind of channel (渠道类型名称).</summary>
    /// <param name="channel">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ChannelKind channel) => Of(Channels, (int)channel, channel);

    /// <summary>The name of a channel's condition (渠道条件名称).</summary>
    /// <param name="trait">The condition.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ChannelTrait trait) => Of(Traits, (int)trait, trait);

    /// <summary>The name of a kind of card (包裹卡种类名称).</summary>
    /// <param name="card">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this CardKind card) => Of(Cards, (int)card, card);

    /// <summary>The name of an encoding (短信编码名称).</summary>
    /// <param name="encoding">The encoding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this SmsEncoding encoding) => Of(Encodings, (int)encoding, encoding);

    /// <summary>The name of a step of the reception (承接步骤名称).</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ReceptionStep step) => Of(Steps, (int)step, step);

    /// <summary>The name of a clock's state (时效状态名称).</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ClockState state) => Of(Clocks, (int)state, state);

    /// <summary>The name of a reception's quality (承接结论名称).</summary>
    /// <param name="quality">The quality.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ReceptionQuality quality) => Of(Qualities, (int)quality, quality);

    // Several conditions at once, joined as a sentence joins them.
    internal static Bilingual Names(IEnumerable<ChannelTrait> traits)
    {
        Bilingual[] words = [.. traits.Select(Name)];
        return new(string.Join(" and ", words.Select(static w => w.English)), string.Join('、', words.Select(static w => w.Chinese)));
    }

    private static Bilingual Of<T>(Bilingual[] names, int place, T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum => place >= 0 && place < names.Length ? names[place] : throw Choices.Undefined(value, name);
}
