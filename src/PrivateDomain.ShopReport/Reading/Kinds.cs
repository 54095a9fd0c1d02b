using System.Collections.Immutable;
using System.Text.Json;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Finds a kind of interaction by its English or Chinese name.</summary>
internal static class InteractionKinds
{
    private static readonly KindNames<EventKind> Names = new(new Dictionary<string, EventKind>
    {
        ["客户消息"] = EventKind.MessageReceived,
        ["参加活动"] = EventKind.ActivityJoined,
        ["填写问卷"] = EventKind.SurveyAnswered,
        ["主动反馈"] = EventKind.FeedbackVolunteered,
        ["推荐好友"] = EventKind.RecommendationMade,
        ["推荐成交"] = EventKind.ReferralConverted,
        ["推荐打分"] = EventKind.NpsAnswered,
        ["拒绝竞品"] = EventKind.RivalDeclined,
        ["入群"] = EventKind.GroupJoined,
        ["退群"] = EventKind.GroupLeft,
        ["领取福利"] = EventKind.WelfareReceived,
        ["投诉"] = EventKind.ComplaintMade,
        ["退订"] = EventKind.OptedOut,
        ["恢复订阅"] = EventKind.OptedIn,
    });

    public static string Known => Names.Known;

    public static EventKind? Find(string name) => Names.Find(name);
}

/// <summary>Finds a kind of touch by its English or Chinese name.</summary>
internal static class TouchKinds
{
    private static readonly KindNames<TouchKind> Names = new(new Dictionary<string, TouchKind>
    {
        ["服务回复"] = TouchKind.ServiceReply,
        ["干货内容"] = TouchKind.UsefulContent,
        ["问卷"] = TouchKind.Survey,
        ["福利"] = TouchKind.Welfare,
        ["软性推荐"] = TouchKind.SoftRecommendation,
        ["促销"] = TouchKind.Promotion,
        ["裂变邀请"] = TouchKind.ReferralInvitation,
        ["会员邀约"] = TouchKind.MembershipOffer,
    });

    public static string Known => Names.Known;

    public static TouchKind? Find(string name) => Names.Find(name);
}

/// <summary>The names of some kinds: Chinese ones, and the English ones in the form of <c>activity_joined</c>.</summary>
internal sealed class KindNames<TKind>
    where TKind : struct, Enum
{
    private readonly ImmutableDictionary<string, TKind> byName;

    public KindNames(Dictionary<string, TKind> chinese)
    {
        byName = chinese
            .Concat(chinese.Values.Select(static kind => KeyValuePair.Create(English(kind), kind)))
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
        Known = string.Join(", ", chinese.Values.Select(English));
    }

    /// <summary>The names that can be written, for messages.</summary>
    public string Known { get; }

    public TKind? Find(string name) => byName.TryGetValue(name, out TKind kind) ? kind : null;

    private static string English(TKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
