using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>What happened in a group in a window (社群数据).</summary>
/// <remarks>
/// <para>Every rate is unknown when its whole is empty, never 0; the reply rate also when nothing was sent.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(GroupFiguresJsonConverter))]
public sealed record GroupFigures
{
    /// <summary>Makes figures.</summary>
    /// <param name="members">How many were members at any time of the window; 0 or more.</param>
    /// <param name="left">How many of them left the group; 0 to <paramref name="members"/>.</param>
    /// <param name="deleted">How many of them deleted or blocked the shop's contact; 0 to <paramref name="members"/>.</param>
    /// <param name="replied">How many of them wrote something; 0 to <paramref name="members"/>.</param>
    /// <param name="sent">How many messages the shop sent to the group, answers excepted; 0 or more.</param>
    /// <param name="promotional">How many of them were promotional; 0 to <paramref name="sent"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public GroupFigures(int members, int left, int deleted, int replied, int sent, int promotional)
    {
        Members = Guard.Against.Negative(members);
        Left = Guard.Against.OutOfRange(left, nameof(left), 0, members);
        Deleted = Guard.Against.OutOfRange(deleted, nameof(deleted), 0, members);
        Replied = Guard.Against.OutOfRange(replied, nameof(replied), 0, members);
        Sent = Guard.Against.Negative(sent);
        Promotional = Guard.Against.OutOfRange(promotional, nameof(promotional), 0, sent);
    }

    /// <summary>How many were members at any time of the window.</summary>
    public int Members { get; }

    /// <summary>How many of them left the group.</summary>
    public int Left { get; }

    /// <summary>How many of them deleted or blocked the shop's contact.</summary>
    public int Deleted { get; }

    /// <summary>How many of them wrote something.</summary>
    public int Replied { get; }

    /// <summary>How many messages the shop sent to the group.</summary>
    public int Sent { get; }

    /// <summary>How many of them were promotional.</summary>
    public int Promotional { get; }

    /// <summary>The part of the members who left (退群率).</summary>
    public Ratio LeaveRate => Ratio.From(Left, Members);

    /// <summary>The part of the members who deleted the shop's contact (删除率).</summary>
    public Ratio DeletionRate => Ratio.From(Deleted, Members);

    /// <summary>The part of the members who wrote something (回复率); unknown when nothing was sent to them.</summary>
    public Ratio ReplyRate => Sent == 0 ? Ratio.Unknown : Ratio.From(Replied, Members);

    /// <summary>The part of the messages that were promotional (推销占比).</summary>
    public Ratio PromotionShare => Ratio.From(Promotional, Sent);

    /// <summary>How many were lost in either way; one member can be lost in both.</summary>
    internal long Lost => (long)Left + Deleted;

    /// <summary>The members lost in either way, as a part of the members; up to 2, as one member can be lost in both (流失率).</summary>
    internal Ratio LossRate => Ratio.From(Lost, Members);
}
