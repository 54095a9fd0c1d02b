namespace PrivateDomain.Core.Customers;

/// <summary>The names of this room's enumerations for people, in both languages (客户域名称).</summary>
public static class CustomersNames
{
    /// <summary>The name of a carrier.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this Carrier value) => value switch
    {
        Carrier.None => new("no carrier", "无载体"),
        Carrier.PersonalWeChat => new("personal WeChat", "个人微信"),
        Carrier.WeCom => new("WeCom", "企业微信"),
        Carrier.WeChatGroup => new("WeChat group", "微信群"),
        Carrier.QqGroup => new("QQ group", "QQ群"),
        Carrier.OfficialAccount => new("official account", "公众号"),
        Carrier.ServiceAccount => new("service account", "服务号"),
        Carrier.MiniProgram => new("mini program", "小程序"),
        Carrier.Douyin => new("Douyin", "抖音"),
        Carrier.Kuaishou => new("Kuaishou", "快手"),
        Carrier.Weibo => new("Weibo", "微博"),
        Carrier.VideoAccount => new("video account", "视频号"),
        Carrier.App => new("app", "自有 App"),
        Carrier.PhoneNumber => new("phone number", "手机号"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a link's state.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this LinkState value) => value switch
    {
        LinkState.Lost => new("lost", "已流失"),
        LinkState.Muted => new("muted", "已屏蔽朋友圈"),
        LinkState.Active => new("linked", "在联"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of how a link was lost.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this LinkLoss value) => value switch
    {
        LinkLoss.None => new("not lost", "未流失"),
        LinkLoss.Deleted => new("deleted", "删除"),
        LinkLoss.Blocked => new("blocked", "拉黑"),
        LinkLoss.Unfollowed => new("unfollowed", "取关"),
        LinkLoss.Left => new("left the group", "退群"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of what a touch is for.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TouchKind value) => value switch
    {
        TouchKind.None => new("no touch", "无触达"),
        TouchKind.ServiceReply => new("service reply", "服务回复"),
        TouchKind.UsefulContent => new("useful content", "干货内容"),
        TouchKind.Survey => new("survey", "问卷调研"),
        TouchKind.Welfare => new("welfare", "福利"),
        TouchKind.SoftRecommendation => new("soft recommendation", "软性推荐"),
        TouchKind.Promotion => new("promotion", "促销"),
        TouchKind.ReferralInvitation => new("referral invitation", "转介绍邀请"),
        TouchKind.MembershipOffer => new("membership offer", "会员邀约"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a behaviour, in the plural.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this Behaviour value) => value switch
    {
        Behaviour.None => new("no behaviour", "无行为"),
        Behaviour.Order => new("orders", "下单"),
        Behaviour.Interaction => new("interactions", "互动"),
        Behaviour.MessageReceived => new("messages received", "来信"),
        Behaviour.GroupMessageReceived => new("messages in groups", "群内发言"),
        Behaviour.FactNoted => new("notes", "客户信息记录"),
        Behaviour.TouchSent => new("messages sent", "触达"),
        Behaviour.ActivityJoined => new("activities joined", "参与活动"),
        Behaviour.SurveyAnswered => new("surveys answered", "回答问卷"),
        Behaviour.GroupJoined => new("groups joined", "入群"),
        Behaviour.GroupLeft => new("groups left", "退群"),
        Behaviour.NpsAnswered => new("NPS answers", "净推荐值回答"),
        Behaviour.FeedbackVolunteered => new("pieces of feedback", "主动反馈"),
        Behaviour.RecommendationMade => new("recommendations", "推荐"),
        Behaviour.ReferralConverted => new("converted referrals", "转介绍成交"),
        Behaviour.RivalDeclined => new("rival offers declined", "拒绝竞品"),
        Behaviour.WelfareReceived => new("pieces of welfare received", "领取福利"),
        Behaviour.ComplaintMade => new("complaints", "投诉"),
        Behaviour.LinkMade => new("links made", "建立链接"),
        Behaviour.LinkLost => new("links lost", "流失链接"),
        Behaviour.OptedOut => new("opt-outs", "退订"),
        Behaviour.OrderRefunded => new("refunds", "退款"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a kind of event.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this EventKind value) => value switch
    {
        EventKind.None => new("no event", "无事件"),
        EventKind.LinkMade => new("link made", "建立链接"),
        EventKind.LinkMuted => new("feed hidden", "屏蔽朋友圈"),
        EventKind.LinkUnmuted => new("feed shown again", "解除屏蔽"),
        EventKind.LinkLost => new("link lost", "链接流失"),
        EventKind.OptedOut => new("opted out", "退订"),
        EventKind.OptedIn => new("opted in again", "恢复订阅"),
        EventKind.GroupJoined => new("group joined", "进群"),
        EventKind.GroupLeft => new("group left", "退群"),
        EventKind.TagAdded => new("tag added", "打标签"),
        EventKind.TagRemoved => new("tag removed", "去标签"),
        EventKind.FactNoted => new("fact noted", "记录客户信息"),
        EventKind.OrderPaid => new("order paid", "订单支付"),
        EventKind.OrderRefunded => new("order refunded", "订单退款"),
        EventKind.OrderDelivered => new("order delivered", "订单签收"),
        EventKind.NpsAnswered => new("NPS answered", "净推荐值回答"),
        EventKind.MessageReceived => new("message received", "收到客户消息"),
        EventKind.GroupMessageReceived => new("message in a group", "群内发言"),
        EventKind.ActivityJoined => new("activity joined", "参加活动"),
        EventKind.SurveyAnswered => new("survey answered", "填写问卷"),
        EventKind.FeedbackVolunteered => new("feedback volunteered", "主动反馈"),
        EventKind.RecommendationMade => new("recommendation made", "主动推荐"),
        EventKind.RivalDeclined => new("rival's offer declined", "拒绝竞品"),
        EventKind.ReferralConverted => new("referral converted", "转介绍成交"),
        EventKind.WelfareReceived => new("welfare received", "领取福利"),
        EventKind.ComplaintMade => new("complaint made", "投诉"),
        EventKind.TouchSent => new("touch sent", "触达客户"),
        _ => throw Choices.Undefined(value),
    };
}
