using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Rules;

/// <summary>All rules of one shop (店铺规则), made of its options: what a host serving the shop needs, with or without a
/// container.</summary>
/// <remarks>
/// <para>To change one figure, make other rules of <c>rules.Options with { … }</c>.</para>
/// <para>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// var options = new ShopOptions { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny };
/// ShopRules rules = ShopRules.Create(options);
/// ShopRules strict = ShopRules.Create(options with { GroupHealth = options.GroupHealth with { DyingLeaveShare = 0.06m } });
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed partial class ShopRules : IEquatable<ShopRules>
{
    private ShopRules(ShopOptions options)
    {
        Options = options;
        Shop = new Shop(options.Zone!, options.Currency);
        PaybackPeriodsMax = options.PaybackPeriodsMax;
        Upkeep = options.Upkeep is { } upkeep ? Costs.Upkeep.From(upkeep) : null;
        ProductFit = ProductFitPolicy.Create(options.ProductFit);
        Gifts = GiftPolicy.Create(options.Gifts);
        Launch = LaunchPolicy.Create(options.Launch);
        Ladder = LadderPolicy.Create(options.Ladder);
        Trust = TrustPolicy.Create(options.Trust);
        Advisors = AdvisorPolicy.Create(options.Advisors);
        Needs = NeedPolicy.Create(options.Needs);
        Profile = ProfilePolicy.Create(options.Profile);
        Rfm = RfmPolicy.Create(options.Rfm);
        KeyCustomers = KeyCustomerPolicy.Create(options.KeyCustomers);
        BuyerTraits = BuyerTraitPolicy.Create(options.BuyerTraits);
        Research = ResearchPolicy.Create(options.Research);
        Trials = TrialPolicy.Create(options.Trials);
        Channels = ChannelPolicy.Create(options.Channels);
        Sms = SmsPolicy.Create(options.Sms);
        Reception = ReceptionPolicy.Create(options.Reception);
        Outreach = OutreachPolicy.Create(options.Outreach);
        GroupHealth = GroupHealthPolicy.Create(options.GroupHealth);
        Rhythm = RhythmPolicy.Create(options.Rhythm);
        Compliance = CompliancePolicy.Create(options.Compliance);
        Ambassadors = AmbassadorPolicy.Create(options.Ambassadors);
        BodyGroups = BodyGroupPolicy.Create(options.BodyGroups);
        BrandPersona = BrandPersonaPolicy.Create(options.BrandPersona);
        MembershipReadiness = MembershipReadinessPolicy.Create(options.MembershipReadiness);
        Referrers = ReferrerPolicy.Create(options.Referrers);
        Referees = RefereePolicy.Create(options.Referees);
        Growth = GrowthPolicy.Create(options.Growth);
        PublicSale = options.PublicSale is { } sale ? PublicSalePolicy.Create(sale) : null;
        Membership = options.Membership is { } membership ? MembershipPolicy.Create(membership) : null;
        ReferralReadiness = ReferralReadinessPolicy.Create(options.ReferralReadiness);
        Occasions = options.Occasions;
        Segments = options.Segments;
    }

    /// <summary>What the rules were made of.</summary>
    public ShopOptions Options { get; }

    /// <summary>The shop: where its days begin and in what it counts money.</summary>
    public Shop Shop { get; }

    /// <summary>How many periods a payback is looked for.</summary>
    public int PaybackPeriodsMax { get; }

    /// <summary>What keeping a customer costs; null when it is not known.</summary>
    public Upkeep? Upkeep { get; }

    /// <summary>How products are judged.</summary>
    public ProductFitPolicy ProductFit { get; }

    /// <summary>Which products may be given away.</summary>
    public GiftPolicy Gifts { get; }

    /// <summary>What must be answered before a product is launched.</summary>
    public LaunchPolicy Launch { get; }

    /// <summary>What counts as which stage of a relationship.</summary>
    public LadderPolicy Ladder { get; }

    /// <summary>What raises trust and how it fades.</summary>
    public TrustPolicy Trust { get; }

    /// <summary>How many customers one advisor serves.</summary>
    public AdvisorPolicy Advisors { get; }

    /// <summary>How a need is verified.</summary>
    public NeedPolicy Needs { get; }

    /// <summary>What is worth knowing about a customer.</summary>
    public ProfilePolicy Profile { get; }

    /// <summary>How recency, frequency and money are scored.</summary>
    public RfmPolicy Rfm { get; }

    /// <summary>Who is a key customer.</summary>
    public KeyCustomerPolicy KeyCustomers { get; }

    /// <summary>When a trait of repeat buyers counts as found.</summary>
    public BuyerTraitPolicy BuyerTraits { get; }

    /// <summary>What research has to come before grouping.</summary>
    public ResearchPolicy Research { get; }

    /// <summary>When a free service is worth keeping.</summary>
    public TrialPolicy Trials { get; }

    /// <summary>Which channels suit whom.</summary>
    public ChannelPolicy Channels { get; }

    /// <summary>What must be true of an SMS before it goes.</summary>
    public SmsPolicy Sms { get; }

    /// <summary>How soon newcomers are to be received.</summary>
    public ReceptionPolicy Reception { get; }

    /// <summary>When which touch may be sent.</summary>
    public OutreachPolicy Outreach { get; }

    /// <summary>When a group is straining or dying.</summary>
    public GroupHealthPolicy GroupHealth { get; }

    /// <summary>When the next touch is due.</summary>
    public RhythmPolicy Rhythm { get; }

    /// <summary>What drafts are searched for.</summary>
    public CompliancePolicy Compliance { get; }

    /// <summary>Who may make content for others.</summary>
    public AmbassadorPolicy Ambassadors { get; }

    /// <summary>Which body groups there are.</summary>
    public BodyGroupPolicy BodyGroups { get; }

    /// <summary>When running a brand persona is worth it.</summary>
    public BrandPersonaPolicy BrandPersona { get; }

    /// <summary>When the shop is ready for tiers.</summary>
    public MembershipReadinessPolicy MembershipReadiness { get; }

    /// <summary>Who may refer.</summary>
    public ReferrerPolicy Referrers { get; }

    /// <summary>Whose purchase makes a referral count.</summary>
    public RefereePolicy Referees { get; }

    /// <summary>When the shop may be scaled.</summary>
    public GrowthPolicy Growth { get; }

    /// <summary>What a sale by livestream or influencer must keep; null when the shop has stated no floor and red lines.</summary>
    public PublicSalePolicy? PublicSale { get; }

    /// <summary>The tiers of the shop; null when it has none.</summary>
    public MembershipPolicy? Membership { get; }

    /// <summary>When the shop is ready for referrals.</summary>
    public ReferralReadinessPolicy ReferralReadiness { get; }

    /// <summary>Which occasions come when.</summary>
    public WelfareCalendar Occasions { get; }

    /// <summary>The segments of the shop; null when it has none.</summary>
    public SegmentSet? Segments { get; }

    /// <summary>Every part that a host may ask a container for by its type.</summary>
    internal static ImmutableArray<RulesPart> Parts { get; } =
    [
        new(typeof(Shop), static rules => rules.Shop),
        new(typeof(ProductFitPolicy), static rules => rules.ProductFit),
        new(typeof(GiftPolicy), static rules => rules.Gifts),
        new(typeof(LaunchPolicy), static rules => rules.Launch),
        new(typeof(LadderPolicy), static rules => rules.Ladder),
        new(typeof(TrustPolicy), static rules => rules.Trust),
        new(typeof(AdvisorPolicy), static rules => rules.Advisors),
        new(typeof(NeedPolicy), static rules => rules.Needs),
        new(typeof(ProfilePolicy), static rules => rules.Profile),
        new(typeof(RfmPolicy), static rules => rules.Rfm),
        new(typeof(KeyCustomerPolicy), static rules => rules.KeyCustomers),
        new(typeof(BuyerTraitPolicy), static rules => rules.BuyerTraits),
        new(typeof(ResearchPolicy), static rules => rules.Research),
        new(typeof(TrialPolicy), static rules => rules.Trials),
        new(typeof(ChannelPolicy), static rules => rules.Channels),
        new(typeof(SmsPolicy), static rules => rules.Sms),
        new(typeof(ReceptionPolicy), static rules => rules.Reception),
        new(typeof(OutreachPolicy), static rules => rules.Outreach),
        new(typeof(GroupHealthPolicy), static rules => rules.GroupHealth),
        new(typeof(RhythmPolicy), static rules => rules.Rhythm),
        new(typeof(CompliancePolicy), static rules => rules.Compliance),
        new(typeof(AmbassadorPolicy), static rules => rules.Ambassadors),
        new(typeof(BodyGroupPolicy), static rules => rules.BodyGroups),
        new(typeof(BrandPersonaPolicy), static rules => rules.BrandPersona),
        new(typeof(MembershipReadinessPolicy), static rules => rules.MembershipReadiness),
        new(typeof(ReferrerPolicy), static rules => rules.Referrers),
        new(typeof(RefereePolicy), static rules => rules.Referees),
        new(typeof(GrowthPolicy), static rules => rules.Growth),
        new(typeof(ReferralReadinessPolicy), static rules => rules.ReferralReadiness),
        new(typeof(WelfareCalendar), static rules => rules.Occasions),
        new(typeof(Upkeep), static rules => rules.Upkeep),
        new(typeof(PublicSalePolicy), static rules => rules.PublicSale),
        new(typeof(MembershipPolicy), static rules => rules.Membership),
        new(typeof(SegmentSet), static rules => rules.Segments),
    ];

    /// <summary>Makes a shop's rules.</summary>
    /// <param name="options">What the shop decides.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Something is wrong; all mistakes of all policies are named, each with its
    /// place.</exception>
    public static ShopRules Create(ShopOptions options)
    {
        Descriptions.Of<ShopOptions>().ThrowIfWrong(Guard.Against.Null(options));
        return new ShopRules(options);
    }

    /// <summary>Makes a shop's rules, or tells all mistakes.</summary>
    /// <param name="options">What the shop decides.</param>
    /// <param name="rules">The rules; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes, each with its place; empty when there are rules.</param>
    /// <returns>Whether there are rules.</returns>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(ShopOptions options, [NotNullWhen(true)] out ShopRules? rules, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Descriptions.Of<ShopOptions>().Check(Guard.Against.Null(options));
        rules = mistakes.IsEmpty ? new ShopRules(options) : null;
        return rules is not null;
    }

    /// <summary>How far back the rules look (回看起点): the earliest instant from which any of them needs what was said and done one by
    /// one. Before it a history may be compacted, and no stage, trust, segment, rhythm, reception or outreach answer from
    /// <paramref name="now"/> on becomes another one or undecidable; see <see cref="CustomerHistory.CompactBefore"/>.</summary>
    /// <param name="now">The instant from which answers are asked for.</param>
    /// <returns>The earliest of what the parts tell: <see cref="OutreachPolicy.LookBack"/>, <see cref="ReceptionPolicy.LookBack"/>,
    /// <see cref="LadderPolicy.LookBack"/>, <see cref="TrustPolicy.LookBack"/>, <see cref="SegmentSet.LooksBackTo"/>. 1900-01-01T00:00:00Z,
    /// before which there are no events, where one needs all there ever were.</returns>
    /// <remarks>
    /// <para>The default ladder and trust count days of conversation, of any age: a shop that compacts leaves that evidence out, or looks
    /// at the parts it uses.</para>
    /// <para>Reports on the past (a journey, a cohort of touches, a replay under other rules) need what they ask about, too.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not one at which facts can be asked for.</exception>
    public Instant LooksBackTo(Instant now)
    {
        CustomerEvent.CheckInstant(now);
        Instant earliest = Before(Duration.Max(Outreach.LookBack, Reception.LookBack));
        earliest = Instant.Min(earliest, Instant.Min(Before(Ladder.LookBack), Before(Trust.LookBack)));
        return Segments?.LooksBackTo(now.InZone(Shop.Zone).Date) is { } day
            ? Instant.Min(earliest, Instant.Max(CustomerEvent.EarliestAt, day.AtStartOfDayInZone(Shop.Zone).ToInstant()))
            : earliest;

        Instant Before(Duration? back) =>
            back < now - CustomerEvent.EarliestAt ? now - back.Value : CustomerEvent.EarliestAt;
    }

    /// <inheritdoc/>
    public bool Equals(ShopRules? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShopRules);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();
}

/// <summary>A part of a shop's rules: its type, and how it is read; null where the shop may be without it.</summary>
internal readonly record struct RulesPart(Type Type, Func<ShopRules, object?> Of);
