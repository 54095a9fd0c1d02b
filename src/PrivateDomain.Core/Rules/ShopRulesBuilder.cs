using NodaTime;
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

/// <summary>Describes the rules of one shop (店铺规则配置). What is said twice counts as said last; nothing is checked before the end.</summary>
public sealed class ShopRulesBuilder
{
    private readonly List<Func<ShopRules, ShopRules>> policies = [];
    private DateTimeZone? zone;
    private string? zoneId;
    private Currency currency;
    private ProductFitPolicy productFit = ProductFitPolicy.Default;
    private Upkeep? upkeep;
    private int paybackHorizon = Payback.DefaultHorizon;

    internal ShopRulesBuilder()
    {
    }

    /// <summary>States the zone in which the shop's days begin.</summary>
    /// <param name="zone">The zone.</param>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    public ShopRulesBuilder In(DateTimeZone zone)
    {
        (this.zone, zoneId) = (Guard.Against.Null(zone), null);
        return this;
    }

    /// <summary>States the zone in which the shop's days begin by its id; an unknown id is reported with all other mistakes.</summary>
    /// <param name="zoneId">The id, such as <c>Asia/Shanghai</c>.</param>
    /// <param name="zones">Where zones are looked up, such as <c>DateTimeZoneProviders.Tzdb</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ShopRulesBuilder In(string zoneId, IDateTimeZoneProvider zones)
    {
        this.zoneId = Guard.Against.Null(zoneId);
        zone = Guard.Against.Null(zones).GetZoneOrNull(zoneId);
        return this;
    }

    /// <summary>States the currency of the shop's books.</summary>
    /// <param name="currency">The currency.</param>
    public ShopRulesBuilder CountingIn(Currency currency)
    {
        this.currency = currency;
        return this;
    }

    /// <summary>States how products are judged; without it, <see cref="ProductFitPolicy.Default"/>.</summary>
    /// <param name="productFit">The model, in the currency of the books.</param>
    /// <exception cref="ArgumentNullException">The model is null.</exception>
    public ShopRulesBuilder WithProductFit(ProductFitPolicy productFit)
    {
        this.productFit = Guard.Against.Null(productFit);
        return this;
    }

    /// <summary>States what keeping a customer costs; without it, it is not known.</summary>
    /// <param name="upkeep">The upkeep, in the currency of the books.</param>
    /// <exception cref="ArgumentNullException">The upkeep is null.</exception>
    public ShopRulesBuilder WithUpkeep(Upkeep upkeep)
    {
        this.upkeep = Guard.Against.Null(upkeep);
        return this;
    }

    /// <summary>States how many periods a payback is looked for; without it, <see cref="Payback.DefaultHorizon"/>.</summary>
    /// <param name="periods">From 1 to <see cref="Payback.LongestHorizon"/>.</param>
    public ShopRulesBuilder WithPaybackHorizon(int periods)
    {
        paybackHorizon = periods;
        return this;
    }

    /// <summary>States what counts as which stage of a relationship; without it, <see cref="LadderPolicy.Default"/>.</summary>
    /// <param name="ladder">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithLadder(LadderPolicy ladder) => Set(Guard.Against.Null(ladder), static (rules, policy) => rules with { Ladder = policy });

    /// <summary>States what raises trust and how it fades; without it, <see cref="TrustPolicy.Default"/>.</summary>
    /// <param name="trust">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithTrust(TrustPolicy trust) => Set(Guard.Against.Null(trust), static (rules, policy) => rules with { Trust = policy });

    /// <summary>States how many customers one advisor serves; without it, <see cref="AdvisorPolicy.Default"/>.</summary>
    /// <param name="advisors">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithAdvisors(AdvisorPolicy advisors) => Set(Guard.Against.Null(advisors), static (rules, policy) => rules with { Advisors = policy });

    /// <summary>States how recency, frequency and money are scored; without it, <see cref="RfmPolicy.Default"/>.</summary>
    /// <param name="rfm">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithRfm(RfmPolicy rfm) => Set(Guard.Against.Null(rfm), static (rules, policy) => rules with { Rfm = policy });

    /// <summary>States when a trait of repeat buyers counts as found; without it, <see cref="BuyerTraitPolicy.Default"/>.</summary>
    /// <param name="personas">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithPersonas(BuyerTraitPolicy personas) => Set(Guard.Against.Null(personas), static (rules, policy) => rules with { Personas = policy });

    /// <summary>States what research has to come before grouping; without it, <see cref="ResearchPolicy.Default"/>.</summary>
    /// <param name="research">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithResearch(ResearchPolicy research) => Set(Guard.Against.Null(research), static (rules, policy) => rules with { Research = policy });

    /// <summary>States which channels suit whom; without it, <see cref="ChannelPolicy.Default"/>.</summary>
    /// <param name="channels">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithChannels(ChannelPolicy channels) => Set(Guard.Against.Null(channels), static (rules, policy) => rules with { Channels = policy });

    /// <summary>States what must be true of an SMS before it goes; without it, <see cref="SmsPolicy.Default"/>.</summary>
    /// <param name="sms">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithSms(SmsPolicy sms) => Set(Guard.Against.Null(sms), static (rules, policy) => rules with { Sms = policy });

    /// <summary>States how soon newcomers are to be received; without it, <see cref="ReceptionPolicy.Default"/>.</summary>
    /// <param name="reception">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithReception(ReceptionPolicy reception) => Set(Guard.Against.Null(reception), static (rules, policy) => rules with { Reception = policy });

    /// <summary>States when which touch may be sent; without it, <see cref="OutreachPolicy.Default"/>.</summary>
    /// <param name="outreach">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithOutreach(OutreachPolicy outreach) => Set(Guard.Against.Null(outreach), static (rules, policy) => rules with { Outreach = policy });

    /// <summary>States when a group counts as straining or dying; without it, <see cref="GroupHealthPolicy.Default"/>.</summary>
    /// <param name="groupHealth">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithGroupHealth(GroupHealthPolicy groupHealth) => Set(Guard.Against.Null(groupHealth), static (rules, policy) => rules with { GroupHealth = policy });

    /// <summary>States when the next touch is due; without it, <see cref="RhythmPolicy.Default"/>.</summary>
    /// <param name="rhythm">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithRhythm(RhythmPolicy rhythm) => Set(Guard.Against.Null(rhythm), static (rules, policy) => rules with { Rhythm = policy });

    /// <summary>States what drafts are screened for; without it, <see cref="CompliancePolicy.Default"/>.</summary>
    /// <param name="compliance">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithCompliance(CompliancePolicy compliance) => Set(Guard.Against.Null(compliance), static (rules, policy) => rules with { Compliance = policy });

    /// <summary>States who may make content for others; without it, <see cref="AmbassadorPolicy.Default"/>.</summary>
    /// <param name="ambassadors">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithAmbassadors(AmbassadorPolicy ambassadors) => Set(Guard.Against.Null(ambassadors), static (rules, policy) => rules with { Ambassadors = policy });

    /// <summary>States which occasions come when; without it, <see cref="WelfareCalendar.Default"/>.</summary>
    /// <param name="occasions">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithOccasions(WelfareCalendar occasions) => Set(Guard.Against.Null(occasions), static (rules, policy) => rules with { Occasions = policy });

    /// <summary>States when a persona account is worth running; without it, <see cref="BrandPersonaPolicy.Default"/>.</summary>
    /// <param name="personaAccount">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithPersonaAccount(BrandPersonaPolicy personaAccount) => Set(Guard.Against.Null(personaAccount), static (rules, policy) => rules with { PersonaAccount = policy });

    /// <summary>States when the shop is ready for tiers; without it, <see cref="MembershipReadinessPolicy.Default"/>.</summary>
    /// <param name="membershipReadiness">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithMembershipReadiness(MembershipReadinessPolicy membershipReadiness) => Set(Guard.Against.Null(membershipReadiness), static (rules, policy) => rules with { MembershipReadiness = policy });

    /// <summary>States the tiers of the shop; without it, it has none.</summary>
    /// <param name="membership">The plan.</param>
    /// <exception cref="ArgumentNullException">The plan is null.</exception>
    public ShopRulesBuilder WithMembership(MembershipPolicy membership) =>
        Set(Guard.Against.Null(membership), static (rules, plan) => rules with { Membership = plan });

    /// <summary>States when the shop is ready for referrals; without it, <see cref="ProgrammeReadiness.Default"/>.</summary>
    /// <param name="readiness">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithReferralReadiness(ProgrammeReadiness readiness) => Set(Guard.Against.Null(readiness), static (rules, policy) => rules with { ReferralReadiness = policy });

    /// <summary>States who may refer; without it, <see cref="ReferrerPolicy.Default"/>.</summary>
    /// <param name="referrers">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithReferrers(ReferrerPolicy referrers) => Set(Guard.Against.Null(referrers), static (rules, policy) => rules with { Referrers = policy });

    /// <summary>States whose purchase makes a referral count; without it, <see cref="RefereePolicy.Default"/>.</summary>
    /// <param name="referees">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithReferees(RefereePolicy referees) => Set(Guard.Against.Null(referees), static (rules, policy) => rules with { Referees = policy });

    /// <summary>States when the shop may be scaled; without it, <see cref="GrowthPolicy.Default"/>.</summary>
    /// <param name="growth">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public ShopRulesBuilder WithGrowth(GrowthPolicy growth) => Set(Guard.Against.Null(growth), static (rules, policy) => rules with { Growth = policy });

    /// <summary>States the segments of the shop; without it, it has none.</summary>
    /// <param name="segments">The segments.</param>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    public ShopRulesBuilder WithSegments(SegmentSet segments) => Set(Guard.Against.Null(segments), static (rules, set) => rules with { Segments = set });

    /// <summary>What is wrong so far.</summary>
    internal PolicyCheck Check() =>
        ShopRules.Check(
            new PolicyCheck()
                .Needs(zone is not null || zoneId is not null, "zone", RulesReasons.ZoneMissing)
                .Needs(zone is not null || zoneId is null, "zone", RulesReasons.ZoneUnknown, found: zoneId)
                .Needs(!currency.IsNone, "currency", RulesReasons.CurrencyMissing),
            currency,
            productFit,
            upkeep,
            paybackHorizon);

    /// <summary>The rules, once nothing is wrong.</summary>
    internal ShopRules Build() =>
        policies.Aggregate(ShopRules.Create(new Shop(zone!, currency), productFit, upkeep, paybackHorizon), static (rules, set) => set(rules));

    private ShopRulesBuilder Set<T>(T policy, Func<ShopRules, T, ShopRules> set)
    {
        policies.Add(rules => set(rules, policy));
        return this;
    }
}
