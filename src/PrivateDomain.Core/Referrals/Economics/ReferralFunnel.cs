using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals.Economics;

/// <summary>How many invitations become successes, and how many successes are genuine (裂变漏斗).</summary>
/// <remarks>Not checked: <see cref="HookEconomics.From"/> does. The shares have no default: the article on the underlying logic of private
/// domains found f = 90 % where people who never bought refer. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferralFunnel>))]
public sealed record ReferralFunnel : IPolicyOptions<ReferralFunnel>
{
    /// <summary>Of invitations, the share that join; 0 to 1.</summary>
    public required decimal JoinPerInvitation { get; init; }

    /// <summary>Of those who join, the share who succeed, usually by a purchase; 0 to 1, and 1 where joining is the success.</summary>
    public required decimal PurchasePerJoin { get; init; }

    /// <summary>f: of successes, the share of freeloaders (羊毛党占比); 0 to 1.</summary>
    public required decimal FreeloaderShare { get; init; }

    /// <summary>Of genuine newcomers, the share still there after the test period; 0 to 1, null when it was not measured.</summary>
    public decimal? RetainedShare { get; init; }

    static Description<ReferralFunnel> IPolicyOptions<ReferralFunnel>.Description { get; } = new(
        new("referral funnel", "裂变漏斗"), static () => new() { JoinPerInvitation = 0, PurchasePerJoin = 0, FreeloaderShare = 0 },
        For<ReferralFunnel>.Share(
            static o => o.JoinPerInvitation, static (o, v) => o with { JoinPerInvitation = v }, new("join per invitation", "邀请加入率"),
            Source.Own).Needed(),
        For<ReferralFunnel>.Share(
            static o => o.PurchasePerJoin, static (o, v) => o with { PurchasePerJoin = v }, new("purchase per join", "加入购买率"),
            Source.Own).Needed(),
        For<ReferralFunnel>.Share(
            static o => o.FreeloaderShare, static (o, v) => o with { FreeloaderShare = v }, new("share of freeloaders", "羊毛党占比"),
            Source.UnderlyingLogic).Needed(),
        For<ReferralFunnel>.Share(
            static o => o.RetainedShare, static (o, v) => o with { RetainedShare = v }, new("share retained", "留存占比"), Source.Own));

    // p: of invitations, the share that succeed.
    internal Ratio Conversion => Ratio.From(JoinPerInvitation * PurchasePerJoin);
}
