using System.Globalization;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>The most messages in a number of days (频次上限), counted over everything sent on every carrier except service
/// replies.</summary>
/// <remarks>
/// <para>Days are the customer's; today is one of them. So 1 day is "today", 7 days are a week that does not begin anew on Monday, 30 days
/// a
/// month. A day that the customer's zone skipped is no day.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering. It is checked by the policy it
/// becomes a part of.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<TouchCap>))]
public sealed record TouchCap : IPolicyOptions<TouchCap>
{
    /// <summary>The most days a cap can look back.</summary>
    internal const int DaysMax = 365;

    /// <summary>The most messages, 0 or more; 0 allows none ever.</summary>
    public required int Max { get; init; }

    /// <summary>In how many days, today included: 1 to 365.</summary>
    public required int Days { get; init; }

    /// <summary>The kind that is counted; <see cref="TouchKind.None"/> for all kinds together.</summary>
    public TouchKind Kind { get; init; }

    static Description<TouchCap> IPolicyOptions<TouchCap>.Description { get; } = new(
        new("touch cap", "频次上限"), static () => new() { Max = 0, Days = 0 },
        For<TouchCap>.Whole(
            static o => o.Max, static (o, v) => o with { Max = v }, new("most messages", "最多条数"),
            0, int.MaxValue, Unit.Messages, Source.Own).Needed(),
        For<TouchCap>.Whole(
            static o => o.Days, static (o, v) => o with { Days = v }, new("in so many days", "天数"),
            1, DaysMax, Unit.Days, Source.Own).Needed(),
        For<TouchCap>.Choice(
            static o => o.Kind, static (o, v) => o with { Kind = v }, new("kind that counts", "计数的类型"),
            OutreachReasons.NameOf, Source.Own),
        For<TouchCap>.Rule("kind", static o =>
            o.Kind == TouchKind.ServiceReply ? PolicyReasons.UnknownChoice.With(Replies, Others) : null));

    /// <summary>The limit in words, such as "2 per day".</summary>
    internal Bilingual Limit => Days == 1
        ? new(Invariant($"{Max} per day"), Invariant($"每天 {Max} 条"))
        : new(Invariant($"{Max} in {Days} days"), Invariant($"{Days} 天 {Max} 条"));

    /// <summary>What is capped, such as "promotions in 7 days".</summary>
    internal Bilingual Window => new(
        Invariant($"{OutreachReasons.NameOf(Kind).English} in {Days} days"),
        Invariant($"{Days} 天内的{OutreachReasons.NameOf(Kind).Chinese}"));

    /// <summary>Whether a message of a kind counts.</summary>
    internal bool Counts(TouchKind kind) => Kind == TouchKind.None ? kind != TouchKind.ServiceReply : kind == Kind;

    private static Bilingual Replies => new("a service reply", "服务回复");

    private static Bilingual Others => new("another kind: replies are not counted", "其他类型：服务回复不计数");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
