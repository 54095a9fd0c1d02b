using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>What a link can carry now (链接状态).</summary>
/// <remarks>The default value is <see cref="Lost"/>, so a forgotten state carries nothing.</remarks>
public enum LinkState
{
    /// <summary>There is no link: never made, or lost (已流失).</summary>
    Lost = 0,

    /// <summary>Still linked, but the feed (Moments) is hidden (已屏蔽朋友圈).</summary>
    Muted,

    /// <summary>Linked, and nothing is hidden (正常).</summary>
    Active,
}

/// <summary>How a link was lost (流失方式).</summary>
public enum LinkLoss
{
    /// <summary>The link is not lost.</summary>
    None = 0,

    /// <summary>The customer deleted the contact (删除).</summary>
    Deleted,

    /// <summary>The customer blocked the contact (拉黑).</summary>
    Blocked,

    /// <summary>The customer no longer follows the account (取关).</summary>
    Unfollowed,

    /// <summary>The customer left the group (退群).</summary>
    Left,
}

/// <summary>One person on one carrier (链接): since when, by which channel, and in which state.</summary>
/// <remarks>
/// <para>Equality is that of all members; there is no ordering.</para>
/// <para>The default value is lost, on no carrier.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct Link
{
    internal Link(Carrier carrier, Instant since, string? channelCode, LinkState state, LinkLoss loss)
    {
        Carrier = carrier;
        Since = since;
        ChannelCode = channelCode;
        State = state;
        Loss = loss;
    }

    /// <summary>Where the link lives.</summary>
    public Carrier Carrier { get; }

    /// <summary>When the link was made; for a link lost and made again, when it was made again.</summary>
    public Instant Since { get; }

    /// <summary>The code of the channel by which the person came (渠道活码), as the host names it; null when unknown.</summary>
    public string? ChannelCode { get; }

    /// <summary>What the link can carry.</summary>
    public LinkState State { get; }

    /// <summary>How the link was lost; <see cref="LinkLoss.None"/> while it is not.</summary>
    public LinkLoss Loss { get; }
}
