using System.Collections.Immutable;
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

/// <summary>Everything that a shop decides for itself (店铺配置): one value that can be compared and changed by <c>with</c>, and one
/// document that <see cref="ShopOptionsJson"/> reads and writes.</summary>
/// <remarks>
/// <para>A zone and a currency must be stated; every policy has default figures, each with
/// its source. Nothing is checked here: <see cref="ShopRules.Create"/> checks all
/// of it and names all mistakes.</para>
/// <para>What belongs to one campaign (a referral programme, a hook, a gift's price) is no rule of the shop.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// var options = new ShopOptions { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny };
/// var calm = options with { Outreach = options.Outreach with { Caps = [new TouchCap { Max = 1, Days = 7 }] } };
/// foreach (ShopFigure figure in calm.Explain()) { Show(figure); } // every figure in words, beside its default
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ShopOptions : IPolicyOptions<ShopOptions>
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

    /// <summary>What a sale by livestream or influencer must keep; null when the shop has stated no floor and red lines.</summary>
    public PublicSaleOptions? PublicSale { get; init; }

    /// <summary>The tiers of the shop; null when it has none.</summary>
    public MembershipOptions? Membership { get; init; }

    /// <summary>When the shop is ready for referrals.</summary>
    public ReferralReadinessOptions ReferralReadiness { get; init; } = new();

    /// <summary>Which occasions come when.</summary>
    public WelfareCalendar Occasions { get; init; } = WelfareCalendar.Default;

    /// <summary>The segments of the shop; null when it has none.</summary>
    public SegmentSet? Segments { get; init; }

    static Description<ShopOptions> IPolicyOptions<ShopOptions>.Description { get; } = new(
        new("shop rules", "店铺规则"), static () => new(),
        new ZoneFigure().Needed(),
        For<ShopOptions>.Rule("zone", static o => o.Zone is null ? RulesReasons.ZoneMissing.With() : null),
        For<ShopOptions>.Value(
            static o => o.Currency, static (o, v) => o with { Currency = v }, new("currency of the books", "记账币种"),
            CurrencyForm.Instance,
            Source.Own).Needed(),
        For<ShopOptions>.Rule("currency", static o => o.Currency.IsNone ? RulesReasons.CurrencyMissing.With() : null),
        For<ShopOptions>.Whole(
            static o => o.PaybackPeriodsMax, static (o, v) => o with { PaybackPeriodsMax = v },
            new("most periods of a payback", "回本期数上限"),
            1, Payback.LongestHorizon, Unit.Periods, Source.Own),
        For<ShopOptions>.OptionalPart(static o => o.Upkeep, static (o, v) => o with { Upkeep = v }),
        For<ShopOptions>.Rule("upkeep", static o => o.Upkeep is { } upkeep ? InBooks(o, upkeep.WagePerYear) : null),
        For<ShopOptions>.Part(static o => o.ProductFit, static (o, v) => o with { ProductFit = v }),
        For<ShopOptions>.Part(static o => o.Gifts, static (o, v) => o with { Gifts = v }),
        For<ShopOptions>.Part(static o => o.Launch, static (o, v) => o with { Launch = v }),
        For<ShopOptions>.Part(static o => o.Ladder, static (o, v) => o with { Ladder = v }),
        For<ShopOptions>.Part(static o => o.Trust, static (o, v) => o with { Trust = v }),
        For<ShopOptions>.Part(static o => o.Advisors, static (o, v) => o with { Advisors = v }),
        For<ShopOptions>.Part(static o => o.Needs, static (o, v) => o with { Needs = v }),
        For<ShopOptions>.Part(static o => o.Profile, static (o, v) => o with { Profile = v }),
        For<ShopOptions>.Part(static o => o.Rfm, static (o, v) => o with { Rfm = v }),
        For<ShopOptions>.Part(static o => o.KeyCustomers, static (o, v) => o with { KeyCustomers = v }),
        For<ShopOptions>.Part(static o => o.BuyerTraits, static (o, v) => o with { BuyerTraits = v }),
        For<ShopOptions>.Part(static o => o.Research, static (o, v) => o with { Research = v }),
        For<ShopOptions>.Part(static o => o.Trials, static (o, v) => o with { Trials = v }),
        For<ShopOptions>.Part(static o => o.Channels, static (o, v) => o with { Channels = v }),
        For<ShopOptions>.Part(static o => o.Sms, static (o, v) => o with { Sms = v }),
        For<ShopOptions>.Part(static o => o.Reception, static (o, v) => o with { Reception = v }),
        For<ShopOptions>.Part(static o => o.Outreach, static (o, v) => o with { Outreach = v }),
        For<ShopOptions>.Part(static o => o.GroupHealth, static (o, v) => o with { GroupHealth = v }),
        For<ShopOptions>.Part(static o => o.Rhythm, static (o, v) => o with { Rhythm = v }),
        For<ShopOptions>.Part(static o => o.Compliance, static (o, v) => o with { Compliance = v }),
        For<ShopOptions>.Part(static o => o.Ambassadors, static (o, v) => o with { Ambassadors = v }),
        For<ShopOptions>.Part(static o => o.BodyGroups, static (o, v) => o with { BodyGroups = v }),
        For<ShopOptions>.Part(static o => o.BrandPersona, static (o, v) => o with { BrandPersona = v }),
        For<ShopOptions>.Part(static o => o.MembershipReadiness, static (o, v) => o with { MembershipReadiness = v }),
        For<ShopOptions>.Part(static o => o.Referrers, static (o, v) => o with { Referrers = v }),
        For<ShopOptions>.Part(static o => o.Referees, static (o, v) => o with { Referees = v }),
        For<ShopOptions>.Part(static o => o.Growth, static (o, v) => o with { Growth = v }),
        For<ShopOptions>.Rule("productFit.anchorTicket", static o => o.ProductFit?.AnchorTicket is { } ticket ? InBooks(o, ticket) : null),
        For<ShopOptions>.OptionalPart(static o => o.PublicSale, static (o, v) => o with { PublicSale = v }),
        For<ShopOptions>.Rule(
            "publicSale.priceFloor", static o => o.PublicSale is { } sale ? InBooks(o, sale.PriceFloor) : null),
        For<ShopOptions>.OptionalPart(static o => o.Membership, static (o, v) => o with { Membership = v }),
        For<ShopOptions>.Part(static o => o.ReferralReadiness, static (o, v) => o with { ReferralReadiness = v }),
        new OccasionsFigure(),
        For<ShopOptions>.Rule("occasions", static o => o.Occasions is null ? PolicyReasons.Missing.With(required: Wanted.Entry) : null),
        new SegmentsFigure());

    /// <summary>What differs between two shops' rules (规则差异), in words: figure by figure, entries of lists by their key, segments by
    /// their name.</summary>
    /// <remarks>The options are taken as they are, right or wrong. Two that are equal differ in nothing.</remarks>
    /// <param name="before">The earlier rules.</param>
    /// <param name="after">The later rules.</param>
    /// <param name="today">The shop's ISO date on which segments are compared: then a changed segment also tells who comes in and who goes
    /// out (<see cref="FigureDifference.Effect"/>). Null: that is not asked.</param>
    /// <returns>The differences in the order of the document; empty where there are none.</returns>
    /// <exception cref="ArgumentNullException">Options are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static ImmutableArray<FigureDifference> Compare(ShopOptions before, ShopOptions after, LocalDate? today = null)
    {
        Guard.Against.Null(before);
        Guard.Against.Null(after);
        var found = new List<FigureDifference>();
        Descriptions.Of<ShopOptions>().Compare(before, after, "", default, found);
        new SegmentDifferences(before, after, today).AddTo(found);
        return [.. found];
    }

    /// <summary>Every figure of the rules in words (规则清单), in the order of the document: what the shop says beside what the library
    /// would say, and why. For a page on which everybody in the shop can read its rules.</summary>
    /// <returns>The figures; of parts that the shop does not have, such as tiers, one entry that says so.</returns>
    /// <remarks>The options are taken as they are, right or wrong.</remarks>
    public ImmutableArray<ShopFigure> Explain()
    {
        Description<ShopOptions> description = Descriptions.Of<ShopOptions>();
        Dictionary<string, Bilingual> defaults = description.Said(description.Blank(), "", description.Name)
            .ToDictionary(static row => row.Path, static row => row.Value, StringComparer.Ordinal);
        defaults["currency"] = FigureText.None; // every shop has to say it
        return
        [
            .. description.Said(this, "", description.Name)
                .Select(row => new ShopFigure(row, defaults.GetValueOrDefault(row.Path, FigureText.None))),
        ];
    }

    // Where no currency is stated, that alone is told.
    private static Reason? InBooks(ShopOptions options, Money figure) =>
        options.Currency.IsNone || figure.Currency.IsNone || figure.Currency == options.Currency
            ? null
            : PolicyReasons.OtherCurrency.With(figure.Currency.Code, options.Currency.Code);
}
