using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>How often, how fast and after how long (裂变限制): caps, cool-down and windows of a programme.</summary>
/// <remarks>
/// <para>Not checked: <see cref="ReferralProgramme.Create"/> does. Lengths are of elapsed time, at most ten years; a length is over at the
/// instant at which it has passed in full. Where no source is named, the figure is a cautious choice of the library's own.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferralLimits>))]
public sealed record ReferralLimits : IPolicyOptions<ReferralLimits>
{
    private static readonly Duration Longest = Duration.FromDays(3_653); // so that no sum of times leaves the calendar

    /// <summary>How many rewards one referrer may have (奖励上限); 1 or more.</summary>
    public int RewardsPerReferrerMax { get; init; } = 10;

    /// <summary>The least time between two referrals of one referrer (冷却时间).</summary>
    public Duration CoolDown { get; init; } = Duration.FromHours(1);

    /// <summary>How many newcomers of one referrer may join within <see cref="VelocityWindow"/> (频次上限); 1 or more.</summary>
    public int VelocityMax { get; init; } = 10;

    /// <summary>The window of the velocity cap, above 0.</summary>
    public Duration VelocityWindow { get; init; } = Duration.FromHours(24);

    /// <summary>How many newcomers of one household count (同户上限); 1 or more.</summary>
    public int HouseholdMax { get; init; } = 1;

    /// <summary>How many helpers one reward of <see cref="ReferralMechanic.InviteFriends"/> needs (助力人数); 1 or more. From the article
    /// on going from classic to private-domain commerce.</summary>
    public int HelpersNeeded { get; init; } = 3;

    /// <summary>How long a first purchase can be returned (退货期). The usual right of return of online sales in China.</summary>
    public Duration ReturnWindow { get; init; } = Duration.FromDays(7);

    /// <summary>How long a newcomer is watched: who deletes the shop before is no newcomer (考察期).</summary>
    public Duration TestPeriod { get; init; } = Duration.FromDays(30);

    /// <summary>Whether a reward on a purchase is held until the test period is over too, not only until the return window is
    /// (冻结至考察期结束).</summary>
    public bool HeldThroughTestPeriod { get; init; } = true;

    static Description<ReferralLimits> IPolicyOptions<ReferralLimits>.Description { get; } = new(
        new("referral limits", "裂变限制"), static () => new(),
        For<ReferralLimits>.Whole(
            static o => o.RewardsPerReferrerMax, static (o, v) => o with { RewardsPerReferrerMax = v },
            new("most rewards of a referrer", "每位推荐人的奖励上限"), 1, int.MaxValue, Unit.Times, Source.Own),
        For<ReferralLimits>.Time(
            static o => o.CoolDown, static (o, v) => o with { CoolDown = v }, new("cool-down", "冷却时间"),
            Duration.Zero, Longest, Source.Own),
        For<ReferralLimits>.Whole(
            static o => o.VelocityMax, static (o, v) => o with { VelocityMax = v }, new("most newcomers in the window", "频次上限"),
            1, int.MaxValue, Unit.People, Source.Own),
        For<ReferralLimits>.Time(
            static o => o.VelocityWindow, static (o, v) => o with { VelocityWindow = v }, new("window of the velocity cap", "频次窗口"),
            Duration.Zero, Longest, Source.Own, above: true),
        For<ReferralLimits>.Whole(
            static o => o.HouseholdMax, static (o, v) => o with { HouseholdMax = v }, new("most newcomers of a household", "同户上限"),
            1, int.MaxValue, Unit.People, Source.Own),
        For<ReferralLimits>.Whole(
            static o => o.HelpersNeeded, static (o, v) => o with { HelpersNeeded = v }, new("helpers needed", "助力人数"),
            1, int.MaxValue, Unit.People, Source.TraditionalToPrivate),
        For<ReferralLimits>.Time(
            static o => o.ReturnWindow, static (o, v) => o with { ReturnWindow = v }, new("return window", "退货期"),
            Duration.Zero, Longest, Source.From("the usual right of return online", "网购七天无理由退货")),
        For<ReferralLimits>.Time(
            static o => o.TestPeriod, static (o, v) => o with { TestPeriod = v }, new("test period", "考察期"),
            Duration.Zero, Longest, Source.Own),
        For<ReferralLimits>.Flag(
            static o => o.HeldThroughTestPeriod, static (o, v) => o with { HeldThroughTestPeriod = v },
            new("held through the test period", "冻结至考察期结束"), Source.Own));
}
