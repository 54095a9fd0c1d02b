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
        ["记录信息"] = EventKind.FactNoted,
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
