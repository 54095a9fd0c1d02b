using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Growth;
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

/// <summary>All rules of one shop (店铺规则): what a host serving the shop needs, with or without a container.</summary>
/// <remarks>
/// What depends on the shop's currency is checked by <see cref="Create"/>; every other policy has a default and is exchanged by <c>with</c>, as in
/// <c>rules with { Ladder = … }</c>. Equality is that of all parts; there is no ordering.
/// </remarks>
public sealed record ShopRules
{
    private ShopRules(Shop shop, ProductFitPolicy productFit, Upkeep? upkeep, int paybackHorizon)
    {
        Shop = shop;
        ProductFit = productFit;
        Upkeep = upkeep;
        PaybackHorizon = paybackHorizon;
    }

    /// <summary>The shop: where its days begin and in what it counts money.</summary>
    public Shop Shop { get; }

    /// <summary>How products are judged.</summary>
    public ProductFitPolicy ProductFit { get; }

    /// <summary>What keeping a customer costs; null when it is not known.</summary>
    public Upkeep? Upkeep { get; }

    /// <summary>How many periods a payback is looked for.</summary>
    public int PaybackHorizon { get; }

    /// <summary>What counts as which stage of a relationship. <see cref="LadderPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public LadderPolicy Ladder { get; init => field = Guard.Against.Null(value); } = LadderPolicy.Default;

    /// <summary>What raises trust and how it fades. <see cref="TrustPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public TrustPolicy Trust { get; init => field = Guard.Against.Null(value); } = TrustPolicy.Default;

    /// <summary>How many customers one advisor serves. <see cref="AdvisorPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public AdvisorPolicy Advisors { get; init => field = Guard.Against.Null(value); } = AdvisorPolicy.Default;

    /// <summary>How recency, frequency and money are scored. <see cref="RfmPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public RfmPolicy Rfm { get; init => field = Guard.Against.Null(value); } = RfmPolicy.Default;

    /// <summary>When a trait of repeat buyers counts as found. <see cref="BuyerTraitPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public BuyerTraitPolicy Personas { get; init => field = Guard.Against.Null(value); } = BuyerTraitPolicy.Default;

    /// <summary>What research has to come before grouping. <see cref="ResearchPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public ResearchPolicy Research { get; init => field = Guard.Against.Null(value); } = ResearchPolicy.Default;

    /// <summary>Which channels suit whom. <see cref="ChannelPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public ChannelPolicy Channels { get; init => field = Guard.Against.Null(value); } = ChannelPolicy.Default;

    /// <summary>What must be true of an SMS before it goes. <see cref="SmsPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public SmsPolicy Sms { get; init => field = Guard.Against.Null(value); } = SmsPolicy.Default;

    /// <summary>How soon newcomers are to be received. <see cref="ReceptionPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public ReceptionPolicy Reception { get; init => field = Guard.Against.Null(value); } = ReceptionPolicy.Default;

    /// <summary>When which touch may be sent. <see cref="OutreachPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public OutreachPolicy Outreach { get; init => field = Guard.Against.Null(value); } = OutreachPolicy.Default;

    /// <summary>When a group counts as straining or dying. <see cref="GroupHealthPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public GroupHealthPolicy GroupHealth { get; init => field = Guard.Against.Null(value); } = GroupHealthPolicy.Default;

    /// <summary>When the next touch is due. <see cref="RhythmPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public RhythmPolicy Rhythm { get; init => field = Guard.Against.Null(value); } = RhythmPolicy.Default;

    /// <summary>What drafts are screened for. <see cref="CompliancePolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public CompliancePolicy Compliance { get; init => field = Guard.Against.Null(value); } = CompliancePolicy.Default;

    /// <summary>Who may make content for others. <see cref="AmbassadorPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public AmbassadorPolicy Ambassadors { get; init => field = Guard.Against.Null(value); } = AmbassadorPolicy.Default;

    /// <summary>Which occasions come when. <see cref="WelfareCalendar.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public WelfareCalendar Occasions { get; init => field = Guard.Against.Null(value); } = WelfareCalendar.Default;

    /// <summary>When a persona account is worth running. <see cref="BrandPersonaPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public BrandPersonaPolicy PersonaAccount { get; init => field = Guard.Against.Null(value); } = BrandPersonaPolicy.Default;

    /// <summary>When the shop is ready for tiers. <see cref="MembershipReadinessPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public MembershipReadinessPolicy MembershipReadiness { get; init => field = Guard.Against.Null(value); } = MembershipReadinessPolicy.Default;

    /// <summary>The tiers of the shop; null when it has none.</summary>
    public MembershipPolicy? Membership { get; init => field = value; }

    /// <summary>When the shop is ready for referrals. <see cref="ProgrammeReadiness.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public ProgrammeReadiness ReferralReadiness { get; init => field = Guard.Against.Null(value); } = ProgrammeReadiness.Default;

    /// <summary>Who may refer. <see cref="ReferrerPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public ReferrerPolicy Referrers { get; init => field = Guard.Against.Null(value); } = ReferrerPolicy.Default;

    /// <summary>Whose purchase makes a referral count. <see cref="RefereePolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public RefereePolicy Referees { get; init => field = Guard.Against.Null(value); } = RefereePolicy.Default;

    /// <summary>When the shop may be scaled. <see cref="GrowthPolicy.Default"/> when nothing else is said.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public GrowthPolicy Growth { get; init => field = Guard.Against.Null(value); } = GrowthPolicy.Default;

    /// <summary>The segments of the shop; null when it has none.</summary>
    public SegmentSet? Segments { get; init => field = value; }

    /// <summary>Makes a shop's rules.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="productFit">How products are judged, in the shop's currency; <see cref="ProductFitPolicy.Default"/> when left out.</param>
    /// <param name="upkeep">What keeping a customer costs, in the shop's currency; null when it is not known.</param>
    /// <param name="paybackHorizon">How many periods a payback is looked for, from 1 to <see cref="Payback.LongestHorizon"/>.</param>
    /// <exception cref="ArgumentNullException">The shop is null.</exception>
    /// <exception cref="InvalidPolicyException">The rules do not fit together; all mistakes are reported.</exception>
    public static ShopRules Create(
        Shop shop, ProductFitPolicy? productFit = null, Upkeep? upkeep = null, int paybackHorizon = Payback.DefaultHorizon)
    {
        Guard.Against.Null(shop);
        productFit ??= ProductFitPolicy.Default;
        Check(new PolicyCheck(), shop.Currency, productFit, upkeep, paybackHorizon).ThrowIfAny("shop rules");
        return new ShopRules(shop, productFit, upkeep, paybackHorizon);
    }

    /// <summary>Records what is wrong with rules; a currency of none is not held against the others.</summary>
    internal static PolicyCheck Check(PolicyCheck check, Currency currency, ProductFitPolicy productFit, Upkeep? upkeep, int paybackHorizon) =>
        NeedsCurrency(NeedsCurrency(check, currency, productFit.Options.AnchorTicket?.Currency ?? currency, "productFit"), currency, upkeep?.PerYear.Currency ?? currency, "upkeep")
            .Needs(
                paybackHorizon is >= 1 and <= Payback.LongestHorizon,
                "paybackHorizon",
                CostsReasons.HorizonOutOfRange,
                found: paybackHorizon,
                required: Payback.LongestHorizon);

    private static PolicyCheck NeedsCurrency(PolicyCheck check, Currency books, Currency figure, string path) =>
        check.Needs(books.IsNone || figure == books, path, RulesReasons.OtherCurrency, found: figure.Code, required: books.Code);
}
