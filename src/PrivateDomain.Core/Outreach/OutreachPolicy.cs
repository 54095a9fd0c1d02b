using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>When a customer may be written to, and with what (营销不推销): the outreach guard. From [A][B][C][E], D9.</summary>
/// <remarks>
/// <para>All numbers are the host's own: no limit of any platform is built in.</para>
/// <para>Immutable; checked when made. Equality is that of the reference.</para>
/// </remarks>
public sealed partial class OutreachPolicy
{
    internal const int DaysMax = 365;
    private const int KindCount = (int)TouchKind.MembershipOffer + 1;
    private readonly ImmutableArray<TouchRule?> ruleOf;
    private readonly double roughRhythmShare;

    private OutreachPolicy(
        ImmutableArray<TouchRule> rules, ImmutableArray<TouchCap> caps, QuietHours? quiet, Duration reception,
        decimal shareMax, decimal strainingShareMax, int shareDays, decimal rhythmShare, bool promotesToMuted)
    {
        Rules = rules;
        Caps = caps;
        Quiet = quiet;
        Reception = reception;
        PromotionShareMax = shareMax;
        StrainingPromotionShareMax = strainingShareMax;
        PromotionShareDays = shareDays;
        RhythmShare = rhythmShare;
        roughRhythmShare = (double)rhythmShare;
        PromotesToMuted = promotesToMuted;
        var byKind = new TouchRule?[KindCount];
        foreach (TouchRule rule in rules)
        {
            byKind[(int)rule.Kind] = rule;
        }

        ruleOf = [.. byKind];
    }

    /// <summary>The rules by default: value to everyone linked, selling from interaction on [E], offers and referrals to buyers only [C][E], D9.</summary>
    public static ImmutableArray<TouchRule> DefaultRules { get; } =
    [
        new(TouchKind.UsefulContent, RelationshipStage.Acquaintance),
        new(TouchKind.Survey, RelationshipStage.Acquaintance),
        new(TouchKind.Welfare, RelationshipStage.Acquaintance),
        new(TouchKind.SoftRecommendation, RelationshipStage.Interaction),
        new(TouchKind.Promotion, RelationshipStage.Interaction, isPromotional: true),
        new(TouchKind.ReferralInvitation, RelationshipStage.Rapport, isPromotional: true, needsPurchase: true),
        new(TouchKind.MembershipOffer, RelationshipStage.Rapport, isPromotional: true, needsPurchase: true),
    ];

    /// <summary>The caps by default: 2 a day, 5 in 7 days, 15 in 30 days, of promotions 1 in 7 days. Sizes of our own for the rule of [A][B][C], D9: who is written to too often leaves.</summary>
    public static ImmutableArray<TouchCap> DefaultCaps { get; } =
        [new(2, 1), new(5, 7), new(15, 30), new(1, 7, TouchKind.Promotion), new(1, 30, TouchKind.ReferralInvitation), new(1, 30, TouchKind.MembershipOffer)];

    /// <summary>
    /// The policy by default: <see cref="DefaultRules"/> [E], <see cref="DefaultCaps"/> [A][B][C], quiet from 21:00 to 9:00 [A], 7 days of reception without promotion [A],
    /// at most 20 % promotional in 30 days and 10 % while a group strains [B], nothing sold in the first half of a repurchase cycle [C], nothing sold to who muted the shop. D9, D10, D30.
    /// </summary>
    public static OutreachPolicy Default { get; } = Create();

    /// <summary>What each kind needs; service replies need nothing.</summary>
    public ImmutableArray<TouchRule> Rules { get; }

    /// <summary>The most messages in a number of days.</summary>
    public ImmutableArray<TouchCap> Caps { get; }

    /// <summary>The quiet hours of the customer's day; null when there are none.</summary>
    public QuietHours? Quiet { get; }

    /// <summary>For how long after joining there is no promotion (承接期).</summary>
    public Duration Reception { get; }

    /// <summary>The most of the messages that may be promotional, the one in question included, from 0 to 1 (推销占比).</summary>
    public decimal PromotionShareMax { get; }

    /// <summary>The same while the group strains; not more than <see cref="PromotionShareMax"/>.</summary>
    public decimal StrainingPromotionShareMax { get; }

    /// <summary>Over how many of the customer's days the share is taken, today included.</summary>
    public int PromotionShareDays { get; }

    /// <summary>The part of the repurchase cycle after a purchase in which nothing is sold, from 0 to 1 (复购节奏).</summary>
    public decimal RhythmShare { get; }

    /// <summary>Whether who muted the shop is still promoted to.</summary>
    public bool PromotesToMuted { get; }

    /// <summary>The latest instant the guard can be asked about: 9000-01-01T00:00:00Z.</summary>
    internal static Instant LatestAt { get; } = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>Makes a policy; what is left out is that of <see cref="Default"/>.</summary>
    /// <param name="rules">One rule for each kind other than a service reply.</param>
    /// <param name="caps">The most messages; empty for no caps.</param>
    /// <param name="quietHours">The quiet hours.</param>
    /// <param name="hasQuietHours">Whether there are quiet hours at all.</param>
    /// <param name="reception">For how long after joining there is no promotion; 0 to 3,650 days.</param>
    /// <param name="promotionShareMax">The most of the messages that may be promotional; 0 to 1, where 1 sets no limit.</param>
    /// <param name="strainingPromotionShareMax">The same while the group strains; 0 to <paramref name="promotionShareMax"/>.</param>
    /// <param name="promotionShareDays">Over how many days; 1 to 365.</param>
    /// <param name="rhythmShare">The part of the repurchase cycle in which nothing is sold; 0 to 1, where 0 sets no limit.</param>
    /// <param name="promotesToMuted">Whether who muted the shop is still promoted to.</param>
    /// <exception cref="ArgumentNullException">A rule or a cap is null.</exception>
    /// <exception cref="InvalidPolicyException">Something is out of range, missing or there twice; all mistakes are named.</exception>
    public static OutreachPolicy Create(
        ImmutableArray<TouchRule> rules = default,
        ImmutableArray<TouchCap> caps = default,
        QuietHours? quietHours = null,
        bool hasQuietHours = true,
        Duration? reception = null,
        decimal promotionShareMax = 0.2m,
        decimal? strainingPromotionShareMax = null,
        int promotionShareDays = 30,
        decimal rhythmShare = 0.5m,
        bool promotesToMuted = false)
    {
        rules = rules.IsDefault ? DefaultRules : rules;
        caps = caps.IsDefault ? DefaultCaps : caps;
        QuietHours quiet = quietHours ?? new QuietHours(new LocalTime(21, 0), new LocalTime(9, 0));
        Duration receives = reception ?? Duration.FromDays(7);
        decimal straining = strainingPromotionShareMax ?? Math.Min(0.1m, promotionShareMax);
        var check = new PolicyCheck();
        CheckRules(check, rules);
        CheckCaps(check, caps);
        check
            .Needs(quiet.From != quiet.Until, "quietHours", EngagementReasons.PolicyOutOfRange, quiet.From.ToString("HH:mm", CultureInfo.InvariantCulture), Wanted.NoTime)
            .Needs(
                receives >= Duration.Zero && receives <= Duration.FromDays(OutreachFacts.CycleDaysMax),
                "reception", EngagementReasons.PolicyOutOfRange, receives, Wanted.From("0", "3650:00:00:00"))
            .Needs(IsShare(promotionShareMax), "promotionShareMax", EngagementReasons.PolicyOutOfRange, promotionShareMax, Wanted.Share)
            .Needs(
                straining >= 0 && (straining <= promotionShareMax || !IsShare(promotionShareMax)),
                "strainingPromotionShareMax", EngagementReasons.PolicyOutOfRange, straining, $"0–{ReasonValue.Of((double)promotionShareMax)}")
            .Needs(IsDays(promotionShareDays), "promotionShareDays", EngagementReasons.PolicyOutOfRange, promotionShareDays, Wanted.From("1", "365"))
            .Needs(IsShare(rhythmShare), "rhythmShare", EngagementReasons.PolicyOutOfRange, rhythmShare, Wanted.Share)
            .ThrowIfAny("outreach policy");
        return new OutreachPolicy(
            rules, caps, hasQuietHours ? quiet : null, receives, promotionShareMax, straining, promotionShareDays, rhythmShare, promotesToMuted);
    }

    private static void CheckRules(PolicyCheck check, ImmutableArray<TouchRule> rules)
    {
        var seen = new HashSet<TouchKind>();
        for (int i = 0; i < rules.Length; i++)
        {
            TouchRule rule = Guard.Against.Null(rules[i], nameof(rules));
            check
                .Needs(NeedsRule(rule.Kind), $"rules[{i}].kind", EngagementReasons.PolicyKindUnknown, rule.Kind.ToString())
                .Needs(Enum.IsDefined(rule.Stage), $"rules[{i}].stage", EngagementReasons.PolicyKindUnknown, rule.Stage.ToString())
                .Needs(seen.Add(rule.Kind), $"rules[{i}].kind", EngagementReasons.PolicyTwice, rule.Kind.ToString());
        }

        foreach (TouchKind kind in Enum.GetValues<TouchKind>().Where(NeedsRule))
        {
            check.Needs(seen.Contains(kind), "rules", EngagementReasons.PolicyMissing, kind.ToString());
        }
    }

    private static void CheckCaps(PolicyCheck check, ImmutableArray<TouchCap> caps)
    {
        var seen = new HashSet<(int Days, TouchKind Kind)>();
        for (int i = 0; i < caps.Length; i++)
        {
            TouchCap cap = Guard.Against.Null(caps[i], nameof(caps));
            check
                .Needs(cap.Max >= 0, $"caps[{i}].max", EngagementReasons.PolicyOutOfRange, cap.Max, Wanted.ZeroOrMore)
                .Needs(IsDays(cap.Days), $"caps[{i}].days", EngagementReasons.PolicyOutOfRange, cap.Days, Wanted.From("1", "365"))
                .Needs(
                    cap.Kind == TouchKind.None || NeedsRule(cap.Kind),
                    $"caps[{i}].kind", EngagementReasons.PolicyKindUnknown, cap.Kind.ToString())
                .Needs(seen.Add((cap.Days, cap.Kind)), $"caps[{i}]", EngagementReasons.PolicyTwice, $"{cap.Kind}/{cap.Days}");
        }
    }

    private static bool NeedsRule(TouchKind kind) => kind is not (TouchKind.None or TouchKind.ServiceReply) && Enum.IsDefined(kind);

    private static bool IsShare(decimal value) => value is >= 0 and <= 1;

    private static bool IsDays(int days) => days is >= 1 and <= DaysMax;
}
