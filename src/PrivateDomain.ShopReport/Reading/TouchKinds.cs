using PrivateDomain.Core.Customers;

namespace PrivateDomain.ShopReport.Reading;

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
