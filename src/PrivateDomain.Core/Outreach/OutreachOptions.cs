using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>The figures by which a customer may be written to (营销不推销): who, how often, when.</summary>
/// <remarks>
/// <para>All numbers are the host's own: no limit of any platform is built in. They are checked by
/// <see cref="OutreachPolicy"/>.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members, lists by content; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<OutreachOptions>))]
public sealed record OutreachOptions : IPolicyOptions<OutreachOptions>
{
    private static readonly Duration ReceptionMax = Duration.FromDays(OutreachFacts.CycleDaysMax);

    /// <summary>What each kind of touch needs: one rule for each kind but service replies. Value goes to everybody linked, selling begins
    /// with
    /// interaction (from the article on the logic of the private domain), offers and referrals are for buyers (from the articles on its
    /// steps and its logic).</summary>
    public ImmutableArray<TouchRule> Rules { get; init; } =
    [
        new() { Kind = TouchKind.UsefulContent },
        new() { Kind = TouchKind.Survey },
        new() { Kind = TouchKind.Welfare },
        new() { Kind = TouchKind.SoftRecommendation, Stage = RelationshipStage.Interaction },
        new() { Kind = TouchKind.Promotion, Stage = RelationshipStage.Interaction, IsPromotional = true },
        new() { Kind = TouchKind.ReferralInvitation, Stage = RelationshipStage.Rapport, IsPromotional = true, NeedsPurchase = true },
        new() { Kind = TouchKind.MembershipOffer, Stage = RelationshipStage.Rapport, IsPromotional = true, NeedsPurchase = true },
    ];

    /// <summary>The most messages: 2 a day, 5 in 7 days, 15 in 30; 1 promotion in 7 days; 1 referral invitation and 1 membership offer in
    /// 30.
    /// That there must be caps is from the articles, their sizes are the library's own. No two have the same days and kind; none for no
    /// caps.</summary>
    public ImmutableArray<TouchCap> Caps { get; init; } =
    [
        new() { Max = 2, Days = 1 },
        new() { Max = 5, Days = 7 },
        new() { Max = 15, Days = 30 },
        new() { Max = 1, Days = 7, Kind = TouchKind.Promotion },
        new() { Max = 1, Days = 30, Kind = TouchKind.ReferralInvitation },
        new() { Max = 1, Days = 30, Kind = TouchKind.MembershipOffer },
    ];

    /// <summary>The quiet hours of the customer's day; null for none.</summary>
    public QuietHours? Quiet { get; init; } = new();

    /// <summary>For how long after joining there is no promotion (承接期), 0 to 3,650 days; 7 days. From the article on moving from
    /// traditional
    /// e-commerce to the private domain.</summary>
    public Duration Reception { get; init; } = Duration.FromDays(7);

    /// <summary>The most of the messages that may be promotional, the one in question included (推销占比), 0 to 1, where 1 sets no limit;
    /// 20 %. Value comes before promotion: from the article on two fashion shops; the size is the library's own.</summary>
    public decimal PromotionShareMax { get; init; } = 0.2m;

    /// <summary>The same while the group strains, 0 to <see cref="PromotionShareMax"/>; 10 %, the library's own figure.</summary>
    public decimal StrainingPromotionShareMax { get; init; } = 0.1m;

    /// <summary>Over how many of the customer's days the share is taken, today included, 1 to 365; 30, the library's own figure.</summary>
    public int PromotionShareDays { get; init; } = 30;

    /// <summary>The part of the repurchase cycle after a purchase in which nothing is sold (复购节奏), 0 to 1, where 0 sets no limit; a
    /// half, the
    /// library's own figure for the rule of the article on the steps of the private domain.</summary>
    public decimal RhythmShare { get; init; } = 0.5m;

    /// <summary>Whether who muted the shop is still promoted to; no.</summary>
    public bool PromotesToMuted { get; init; }

    static Description<OutreachOptions> IPolicyOptions<OutreachOptions>.Description { get; } = new(
        new("outreach policy", "触达策略"), static () => new(),
        For<OutreachOptions>.List(
            static o => o.Rules, static (o, v) => o with { Rules = v }, new("rules by kind of touch", "各类触达的规则"),
            Source.Own, key: static rule => OutreachReasons.NameOf(rule.Kind)),
        For<OutreachOptions>.Rules(static o => MissingRules(o)),
        For<OutreachOptions>.List(
            static o => o.Caps, static (o, v) => o with { Caps = v }, new("caps", "频次上限"), Source.Own, key: static cap => cap.Window),
        For<OutreachOptions>.OptionalPart(static o => o.Quiet, static (o, v) => o with { Quiet = v }),
        For<OutreachOptions>.Time(
            static o => o.Reception, static (o, v) => o with { Reception = v }, new("reception without promotion", "承接期"),
            Duration.Zero, ReceptionMax, Source.TraditionalToPrivate),
        For<OutreachOptions>.Share(
            static o => o.PromotionShareMax, static (o, v) => o with { PromotionShareMax = v },
            new("greatest promotion share", "推销占比上限"),
            Source.Own),
        For<OutreachOptions>.Share(
            static o => o.StrainingPromotionShareMax, static (o, v) => o with { StrainingPromotionShareMax = v },
            new("greatest promotion share while a group strains", "社群紧张时的推销占比上限"), Source.Own),
        For<OutreachOptions>.AtMost<decimal>(static o => o.StrainingPromotionShareMax, static o => o.PromotionShareMax),
        For<OutreachOptions>.Whole(
            static o => o.PromotionShareDays, static (o, v) => o with { PromotionShareDays = v },
            new("days of the promotion share", "推销占比的天数"), 1, TouchCap.DaysMax, Unit.Days, Source.Own),
        For<OutreachOptions>.Share(
            static o => o.RhythmShare, static (o, v) => o with { RhythmShare = v },
            new("part of the repurchase cycle in which nothing is sold", "复购周期中不推销的部分"), Source.Own),
        For<OutreachOptions>.Flag(
            static o => o.PromotesToMuted, static (o, v) => o with { PromotesToMuted = v },
            new("promotes to who muted the shop", "向屏蔽消息者推销"), Source.Own));

    /// <inheritdoc/>
    public bool Equals(OutreachOptions? other) =>
        other is not null && Contents.Equal(Rules, other.Rules) && Contents.Equal(Caps, other.Caps) && Numbers == other.Numbers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(Rules), Contents.Hash(Caps), Numbers);

    private (QuietHours?, Duration, decimal, decimal, int, decimal, bool) Numbers =>
        (Quiet, Reception, PromotionShareMax, StrainingPromotionShareMax, PromotionShareDays, RhythmShare, PromotesToMuted);

    private static IEnumerable<Mistake> MissingRules(OutreachOptions options)
    {
        ImmutableArray<TouchRule> rules = options.Rules.IsDefault ? [] : options.Rules;
        foreach (TouchKind kind in Enum.GetValues<TouchKind>())
        {
            if (TouchRule.IsNeededFor(kind) && !rules.Any(rule => rule?.Kind == kind))
            {
                yield return new Mistake("rules", PolicyReasons.Missing.With(required: OutreachReasons.RuleFor(kind)));
            }
        }
    }
}
