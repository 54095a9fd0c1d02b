using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>How often, how fast and after how long (裂变限制): caps, cool-down, hold and windows of a programme.</summary>
/// <remarks>
/// <para>Lengths are of elapsed time; a length is over at the instant at which it has passed in full.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
public sealed record ReferralLimits
{
    private static readonly Duration Longest = Duration.FromDays(3_653); // ten years, so that no sum of times leaves the calendar

    private ReferralLimits(int rewards, Duration coolDown, int velocity, Duration velocityWindow, int household, int helpers, Duration returnWindow, Duration testPeriod, bool heldThroughTestPeriod)
    {
        RewardsPerReferrerMax = rewards;
        CoolDown = coolDown;
        VelocityMax = velocity;
        VelocityWindow = velocityWindow;
        HouseholdMax = household;
        HelpersNeeded = helpers;
        ReturnWindow = returnWindow;
        TestPeriod = testPeriod;
        HeldThroughTestPeriod = heldThroughTestPeriod;
    }

    /// <summary>The defaults: 3 helpers from [A], D39; a test period of 30 days from D43. The return window of 7 days is the usual right of return of
    /// online sales in China; the others are cautious choices of this library, for no article has a figure.</summary>
    public static ReferralLimits Default { get; } = Create();

    /// <summary>How many rewards one referrer may be given (奖励上限).</summary>
    public int RewardsPerReferrerMax { get; }

    /// <summary>The least time between two referrals of one referrer (冷却时间).</summary>
    public Duration CoolDown { get; }

    /// <summary>How many newcomers of one referrer may join within <see cref="VelocityWindow"/> (频次上限).</summary>
    public int VelocityMax { get; }

    /// <summary>The window of the velocity cap.</summary>
    public Duration VelocityWindow { get; }

    /// <summary>How many newcomers of one household count (同户上限).</summary>
    public int HouseholdMax { get; }

    /// <summary>How many helpers one reward of <see cref="ReferralMechanic.InviteFriends"/> needs (助力人数).</summary>
    public int HelpersNeeded { get; }

    /// <summary>How long a first purchase can be returned (退货期).</summary>
    public Duration ReturnWindow { get; }

    /// <summary>How long a newcomer is watched: who deletes the shop before is no newcomer (考察期).</summary>
    public Duration TestPeriod { get; }

    /// <summary>Whether a reward on a purchase is held until the test period is over too, not only until the return window is (冻结至考察期结束).</summary>
    public bool HeldThroughTestPeriod { get; }

    /// <summary>Makes limits; what is left out has its default.</summary>
    /// <param name="rewardsPerReferrerMax">1 or more; default 10.</param>
    /// <param name="coolDown">0 or more; default 1 hour.</param>
    /// <param name="velocityMax">1 or more; default 10.</param>
    /// <param name="velocityWindow">Above 0; default 24 hours.</param>
    /// <param name="householdMax">1 or more; default 1.</param>
    /// <param name="helpersNeeded">1 or more; default 3.</param>
    /// <param name="returnWindow">0 or more; default 7 days.</param>
    /// <param name="testPeriod">0 or more; default 30 days.</param>
    /// <param name="heldThroughTestPeriod">Default true.</param>
    /// <exception cref="InvalidPolicyException">Limits are too small, or a length is over ten years; all of them are named.</exception>
    public static ReferralLimits Create(
        int rewardsPerReferrerMax = 10,
        Duration? coolDown = null,
        int velocityMax = 10,
        Duration? velocityWindow = null,
        int householdMax = 1,
        int helpersNeeded = 3,
        Duration? returnWindow = null,
        Duration? testPeriod = null,
        bool heldThroughTestPeriod = true)
    {
        var limits = new ReferralLimits(
            rewardsPerReferrerMax, coolDown ?? Duration.FromHours(1), velocityMax, velocityWindow ?? Duration.FromHours(24), householdMax,
            helpersNeeded, returnWindow ?? Duration.FromDays(7), testPeriod ?? Duration.FromDays(30), heldThroughTestPeriod);
        var check = new PolicyCheck();
        AtLeastOne(check, rewardsPerReferrerMax, nameof(rewardsPerReferrerMax));
        AtLeast(check, limits.CoolDown, Duration.Zero, nameof(coolDown));
        AtLeastOne(check, velocityMax, nameof(velocityMax));
        AtLeast(check, limits.VelocityWindow, Duration.Epsilon, nameof(velocityWindow));
        AtLeastOne(check, householdMax, nameof(householdMax));
        AtLeastOne(check, helpersNeeded, nameof(helpersNeeded));
        AtLeast(check, limits.ReturnWindow, Duration.Zero, nameof(returnWindow));
        AtLeast(check, limits.TestPeriod, Duration.Zero, nameof(testPeriod));
        check.ThrowIfAny("referral limits");
        return limits;
    }

    private static void AtLeastOne(PolicyCheck check, int value, string path) =>
        check.Needs(value >= 1, path, ReferralProgrammeReasons.TooSmall, value, 1);

    private static void AtLeast(PolicyCheck check, Duration value, Duration least, string path) =>
        check.Needs(value >= least, path, ReferralProgrammeReasons.TooSmall, value, least)
            .Needs(value <= Longest, path, ReferralProgrammeReasons.TooGreat, value, Longest);
}
