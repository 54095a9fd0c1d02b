using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Costs;
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

/// <summary>Everything that a shop decides for itself (店铺配置): one value that can be bound, compared and changed by <c>with</c>.</summary>
/// <remarks>
/// <para>A zone and a currency must be stated; every policy has default figures, each with
/// its source. Nothing is checked here: <see cref="ShopRules.Create"/> checks all
/// of it and names all mistakes.</para>
/// <para>What belongs to one campaign (a referral programme, a hook, a gift's price) is no rule of the shop.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ShopOptions
{
    /// <summary>The zone in which the shop's days begin, such as <c>DateTimeZoneProviders.Tzdb["Asia/Shanghai"]</c>; it must be
    /// stated.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The currency of the shop's books; it must be stated.</summary>
    public Currency Currency { get; init; }

    /// <summary>How many periods a payback is looked for: 1 to <see cref="Payback.LongestHorizon"/>.</summary>
    public int PaybackPeriodsMax { get; init; } = Payback.DefaultHorizon;

    /// <summary>What keeping a customer costs, in the currency of the books; null when it is not known.</summary>
    public UpkeepFigures? Upkeep { get; init; }

    /// <summary>How products are judged.</summary>
    public ProductFitOptions ProductFit { get; init; } = new();

    /// <summary>Which products may be given away.</summary>
    public GiftOptions Gifts { get; init; } = new();

    /// <summary>What must be answered before a product is launched.</summary>
    public LaunchOptions Launch { get; init; } = new();

    /// <summary>What counts as which stage of a relationship.</summary>
    public LadderOptions Ladder { get; init; } = new();

    /// <summary>What raises trust and how it fades.</summary>
    public TrustOptions Trust { get; init; } = new();

    /// <summary>How many customers one advisor serves.</summary>
    public AdvisorOptions Advisors { get; init; } = new();

    /// <summary>How a need is verified; no product groups by default.</summary>
    public NeedOptions Needs { get; init; } = new();

    /// <summary>What is worth knowing about a customer.</summary>
    public ProfileOptions Profile { get; init; } = new();

    /// <summary>How recency, frequency and money are scored.</summary>
    public RfmOptions Rfm { get; init; } = new();

    /// <summary>Who is a key customer.</summary>
    public KeyCustomerOptions KeyCustomers { get; init; } = new();

    /// <summary>When a trait of repeat buyers counts as found.</summary>
    public BuyerTraitOptions BuyerTraits { get; init; } = new();

    /// <summary>What research has to come before grouping.</summary>
    public ResearchOptions Research { get; init; } = new();

    /// <summary>When a free service is worth keeping.</summary>
    public TrialOptions Trials { get; init; } = new();

    /// <summary>Which channels suit whom.</summary>
    public ChannelOptions Channels { get; init; } = new();

    /// <summary>What must be true of an SMS before it goes.</summary>
    public SmsOptions Sms { get; init; } = new();

    /// <summary>How soon newcomers are to be received.</summary>
    public ReceptionOptions Reception { get; init; } = new();

    /// <summary>When which touch may be sent.</summary>
    public OutreachOptions Outreach { get; init; } = new();

    /// <summary>When a group is straining or dying.</summary>
    public GroupHealthOptions GroupHealth { get; init; } = new();

    /// <summary>When the next touch is due.</summary>
    public RhythmOptions Rhythm { get; init; } = new();

    /// <summary>What drafts are searched for.</summary>
    public ComplianceOptions Compliance { get; init; } = new();

    /// <summary>Who may make content for others.</summary>
    public AmbassadorOptions Ambassadors { get; init; } = new();

    /// <summary>Which body groups there are.</summary>
    public BodyGroupOptions BodyGroups { get; init; } = new();

    /// <summary>When running a brand persona is worth it.</summary>
    public BrandPersonaOptions BrandPersona { get; init; } = new();

    /// <summary>When the shop is ready for tiers.</summary>
    public MembershipReadinessOptions MembershipReadiness { get; init; } = new();

    /// <summary>Who may refer.</summary>
    public ReferrerOptions Referrers { get; init; } = new();

    /// <summary>Whose purchase makes a referral count.</summary>
    public RefereeOptions Referees { get; init; } = new();

    /// <summary>When the shop may be scaled.</summary>
    public GrowthOptions Growth { get; init; } = new();

    /// <summary>The tiers of the shop; null when it has none.</summary>
    public MembershipOptions? Membership { get; init; }

    /// <summary>When the shop is ready for referrals.</summary>
    public ReferralReadinessOptions ReferralReadiness { get; init; } = new();

    /// <summary>Which occasions come when.</summary>
    public WelfareCalendar Occasions { get; init; } = WelfareCalendar.Default;

    /// <summary>The segments of the shop; null when it has none.</summary>
    public SegmentSet? Segments { get; init; }

    /// <summary>What the options mean; the policies' own descriptions stand below their names.</summary>
    internal static Description<ShopOptions> Description { get; } = new(
        new("shop rules", "店铺规则"),
        For<ShopOptions>.Rule("zone", static o => o.Zone is null ? RulesReasons.ZoneMissing.With() : null),
        For<ShopOptions>.Rule("currency", static o => o.Currency.IsNone ? RulesReasons.CurrencyMissing.With() : null),
        For<ShopOptions>.Whole(static o => o.PaybackPeriodsMax, 1, Payback.LongestHorizon, Unit.Periods, Source.Own),
        For<ShopOptions>.Part(static o => o.Upkeep, Costs.Upkeep.Description, optional: true),
        For<ShopOptions>.Rule("upkeep", static o => o.Upkeep is { } upkeep ? InBooks(o, upkeep.WagePerYear) : null),
        For<ShopOptions>.Part(static o => o.ProductFit, ProductFitPolicy.Description),
        For<ShopOptions>.Part(static o => o.Gifts, Of<GiftPolicy, GiftOptions>()),
        For<ShopOptions>.Part(static o => o.Launch, Of<LaunchPolicy, LaunchOptions>()),
        For<ShopOptions>.Part(static o => o.Ladder, Of<LadderPolicy, LadderOptions>()),
        For<ShopOptions>.Part(static o => o.Trust, Of<TrustPolicy, TrustOptions>()),
        For<ShopOptions>.Part(static o => o.Advisors, Of<AdvisorPolicy, AdvisorOptions>()),
        For<ShopOptions>.Part(static o => o.Needs, Of<NeedPolicy, NeedOptions>()),
        For<ShopOptions>.Part(static o => o.Profile, Of<ProfilePolicy, ProfileOptions>()),
        For<ShopOptions>.Part(static o => o.Rfm, Of<RfmPolicy, RfmOptions>()),
        For<ShopOptions>.Part(static o => o.KeyCustomers, Of<KeyCustomerPolicy, KeyCustomerOptions>()),
        For<ShopOptions>.Part(static o => o.BuyerTraits, Of<BuyerTraitPolicy, BuyerTraitOptions>()),
        For<ShopOptions>.Part(static o => o.Research, Of<ResearchPolicy, ResearchOptions>()),
        For<ShopOptions>.Part(static o => o.Trials, Of<TrialPolicy, TrialOptions>()),
        For<ShopOptions>.Part(static o => o.Channels, Of<ChannelPolicy, ChannelOptions>()),
        For<ShopOptions>.Part(static o => o.Sms, Of<SmsPolicy, SmsOptions>()),
        For<ShopOptions>.Part(static o => o.Reception, Of<ReceptionPolicy, ReceptionOptions>()),
        For<ShopOptions>.Part(static o => o.Outreach, Of<OutreachPolicy, OutreachOptions>()),
        For<ShopOptions>.Part(static o => o.GroupHealth, Of<GroupHealthPolicy, GroupHealthOptions>()),
        For<ShopOptions>.Part(static o => o.Rhythm, Of<RhythmPolicy, RhythmOptions>()),
        For<ShopOptions>.Part(static o => o.Compliance, Of<CompliancePolicy, ComplianceOptions>()),
        For<ShopOptions>.Part(static o => o.Ambassadors, Of<AmbassadorPolicy, AmbassadorOptions>()),
        For<ShopOptions>.Part(static o => o.BodyGroups, Of<BodyGroupPolicy, BodyGroupOptions>()),
        For<ShopOptions>.Part(static o => o.BrandPersona, Of<BrandPersonaPolicy, BrandPersonaOptions>()),
        For<ShopOptions>.Part(static o => o.MembershipReadiness, Of<MembershipReadinessPolicy, MembershipReadinessOptions>()),
        For<ShopOptions>.Part(static o => o.Referrers, Of<ReferrerPolicy, ReferrerOptions>()),
        For<ShopOptions>.Part(static o => o.Referees, Of<RefereePolicy, RefereeOptions>()),
        For<ShopOptions>.Part(static o => o.Growth, Of<GrowthPolicy, GrowthOptions>()),
        For<ShopOptions>.Rule("productFit.anchorTicket", static o => o.ProductFit?.AnchorTicket is { } ticket ? InBooks(o, ticket) : null),
        For<ShopOptions>.Part(static o => o.Membership, MembershipOptions.Description, optional: true),
        For<ShopOptions>.Part(static o => o.ReferralReadiness, Of<ReferralReadinessPolicy, ReferralReadinessOptions>()),
        For<ShopOptions>.Rule("occasions", static o => o.Occasions is null ? PolicyReasons.Missing.With(required: Wanted.Entry) : null));

    private static Description<TOptions> Of<TPolicy, TOptions>()
        where TPolicy : IPolicy<TPolicy, TOptions>
        where TOptions : class =>
        TPolicy.Description;

    // Where no currency is stated, that alone is told.
    private static Reason? InBooks(ShopOptions options, Money figure) =>
        options.Currency.IsNone || figure.Currency == options.Currency
            ? null
            : PolicyReasons.OtherCurrency.With(figure.Currency.Code, options.Currency.Code);
}
