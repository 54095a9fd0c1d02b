using System.Collections.Immutable;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Finds a carrier by its English or Chinese name.</summary>
internal static class Carriers
{
    private static readonly ImmutableDictionary<string, Carrier> ByName = new Dictionary<string, Carrier>
    {
        ["个人微信"] = Carrier.PersonalWeChat,
        ["企业微信"] = Carrier.WeCom,
        ["微信群"] = Carrier.WeChatGroup,
        ["QQ群"] = Carrier.QqGroup,
        ["公众号"] = Carrier.OfficialAccount,
        ["服务号"] = Carrier.ServiceAccount,
        ["小程序"] = Carrier.MiniProgram,
        ["抖音"] = Carrier.Douyin,
        ["快手"] = Carrier.Kuaishou,
        ["微博"] = Carrier.Weibo,
        ["视频号"] = Carrier.VideoAccount,
        ["手机号"] = Carrier.PhoneNumber,
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that can be written, for messages.</summary>
    public static string Known { get; } = string.Join(", ", Enum.GetNames<Carrier>().Where(static name => name != nameof(Carrier.None)));

    /// <summary>The carrier of a name; null when there is none.</summary>
    public static Carrier? Find(string name) =>
        ByName.TryGetValue(name, out Carrier carrier) ? carrier
        : name.Length > 0 && char.IsLetter(name[0]) && Enum.TryParse(name, ignoreCase: true, out carrier) && carrier != Carrier.None
            ? carrier
        : null;
}
