using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Knowledge;

/// <summary>Promotion goes to a need that was verified.</summary>
[Text]
public sealed class NeedTests
{
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 30, 4, 0); // noon in Shanghai
    private static readonly CustomerId Anna = CustomerId.From("anna");

    private static readonly NeedPolicy Policy = NeedPolicy.Create(new NeedOptions
    {
        Groups =
        [
            new NeedGroup
            {
                Name = "diapers", Products = [ProductId.From("d1"), ProductId.From("d2")], CycleDays = 30, TraitTags = ["baby"],
            },
            new NeedGroup { Name = "coats", Products = [ProductId.From("c1")] },
        ],
    });

    // Bought on 1 June: with a cycle of 30 days due on 1 July, so satisfied on 30 June; bought on 31 May, due on 30 June.
    [Theory]
    [InlineData(29, NeedState.Satisfied, "knowledge.need_satisfied")]
    [InlineData(30, NeedState.Shown, "knowledge.need_due")]
    [InlineData(31, NeedState.Shown, "knowledge.need_due")]
    public void Bought_IsSatisfiedUntilTheGroupsCycleIsOver(int daysAgo, NeedState state, string code) =>
        Check(state, code, Bought(daysAgo, "d1"));

    // Bought every 10 days three times: the own cycle of 10 days goes before the group's 30.
    [Fact]
    public void TheCustomersOwnCycle_GoesBeforeTheGroups()
    {
        Check(NeedState.Shown, "knowledge.need_due", Bought(30, "d1"), Bought(20, "d2"), Bought(10, "d1"));
        Check(NeedState.Satisfied, "knowledge.need_satisfied", Bought(20, "d1"), Bought(10, "d2"));
    }

    [Fact]
    public void BoughtWithoutAKnownCycle_IsUnknown_WhichIsNotNone()
    {
        NeedAssessment need = Policy.Assess(Facts(Bought(200, "c1")), "coats");
        Assert.Equal((NeedState.Unknown, "knowledge.cycle_unknown"), (need.State, need.Reasons.Single().Code));
        Assert.Equal(NeedState.NoneKnown, Policy.Assess(Facts(Bought(200, "d1")), "coats").State);
    }

    [Fact]
    public void ANoteAfterTheLastPurchase_ShowsTheNeed_OneBeforeItWasMet()
    {
        Check(NeedState.Shown, "knowledge.need_noted", Bought(9, "d1"), Noted(3, "diapers"));
        Check(NeedState.Satisfied, "knowledge.need_satisfied", Noted(10, "diapers"), Bought(9, "d1"));
        Check(NeedState.Shown, "knowledge.need_noted", Noted(10, "diapers"), Noted(5, "coats"));
    }

    [Fact]
    public void ATrait_ShowsTheNeedOfWhoNeverBought()
    {
        CustomerEvent tagged = new TagAdded(CustomerEventId.From("t"), Anna, Now - Duration.FromDays(50), "baby");
        Check(NeedState.Shown, "knowledge.need_of_trait", tagged);
        Check(NeedState.Satisfied, "knowledge.need_satisfied", tagged, Bought(5, "d1"));
        Check(NeedState.NoneKnown, "knowledge.no_need_known");
    }

    // An order without lines may have been of the group: nothing is concluded that it could change.
    [Fact]
    public void AnOrderThatDoesNotTellItsProducts_LeavesUnknownWhatItCouldChange()
    {
        Check(NeedState.Unknown, "knowledge.products_unknown", Bought(5));
        Check(NeedState.Unknown, "knowledge.products_unknown", Bought(40, "d1"), Bought(5));
        Check(NeedState.Satisfied, "knowledge.need_satisfied", Bought(5, "d1"), Bought(4));
        Check(NeedState.Shown, "knowledge.need_due", Bought(41), Bought(40, "d1"));
        Check(NeedState.Shown, "knowledge.need_noted", Bought(5), Noted(4, "diapers"));
        Check(NeedState.Unknown, "knowledge.products_unknown", Noted(6, "diapers"), Bought(5));
    }

    [Fact]
    public void AnOrderGivenBack_MetNoNeed()
    {
        OrderPaid order = Bought(5, "d1");
        var refund = new OrderRefunded(CustomerEventId.From("r"), Anna, Now - Duration.FromDays(1), order.Order, order.Amount);
        Check(NeedState.NoneKnown, "knowledge.no_need_known", order, refund);
    }

    [Fact]
    public void WithoutAProductGroup_OrWithAnotherShops_TheNeedIsUnknown()
    {
        CustomerFacts facts = Facts(Bought(5, "d1"));
        Assert.Equal("knowledge.no_product_group", Unknown(null));
        Assert.Equal("knowledge.other_product_group", Unknown("Diapers"));

        string Unknown(string? group)
        {
            NeedAssessment need = Policy.Assess(facts, group);
            Assert.Equal(NeedState.Unknown, need.State);
            return need.Reasons.Single().Code;
        }
    }

    [Fact]
    public void TheGuard_WarnsOfOrRequiresANeed_ByKindOfTouch()
    {
        OutreachPolicy off = Guarded(NeedDemand.Off);
        OutreachPolicy warn = Guarded(NeedDemand.Warn);
        OutreachPolicy require = Guarded(NeedDemand.Require);
        Assert.Equal((true, 0), Answer(off));
        Assert.Equal((true, 1), Answer(warn));
        Assert.Equal("knowledge.no_product_group", Decide(warn, null).Warnings.Single().Code);
        Assert.Equal(OutreachOutcome.Undecidable, Decide(require, null).Outcome);
        Assert.Equal(OutreachOutcome.Denied, Decide(require, Need()).Outcome);
        NeedAssessment shown = Need(Noted(1, "diapers"));
        Assert.Equal((true, 0), (Decide(require, shown).IsAllowed, Decide(warn, shown).Warnings.Length));

        // Satisfied: not before the day on which it is due again, which begins at midnight in the shop's zone.
        OutreachDecision later = Decide(require, Need(Bought(25, "d1")));
        Assert.Equal(OutreachOutcome.Deferred, later.Outcome);
        Assert.Equal(Instant.FromUtc(2026, 7, 4, 16, 0), later.Until);
        Assert.True(Decide(require, Need(Bought(25, "d1")), Instant.FromUtc(2026, 7, 4, 16, 0)).IsAllowed);

        static (bool, int) Answer(OutreachPolicy policy) => (Decide(policy, null).IsAllowed, Decide(policy, null).Warnings.Length);
    }

    [Fact]
    public void AWarning_TravelsAsJson()
    {
        OutreachDecision warned = Decide(Guarded(NeedDemand.Warn), Need());
        string json = System.Text.Json.JsonSerializer.Serialize(warned);
        Assert.Contains("\"warnings\":[", json, StringComparison.Ordinal);
        Assert.Equal(warned, System.Text.Json.JsonSerializer.Deserialize<OutreachDecision>(json));
        Assert.NotEqual(warned, Decide(Guarded(NeedDemand.Off), Need()));
    }

    [Fact]
    public void Rules_MayAskForNeeds()
    {
        FactValues values = FactValues.From(Facts(Noted(1, "diapers"), Bought(9, "c1"))).With(
            Policy.Assess(Facts(Noted(1, "diapers"), Bought(9, "c1"))));
        Assert.True(FactsOfKnowledge.NeedsShown.AnyOf("diapers").Matches(values));
        Assert.True(FactsOfKnowledge.NeedsUnknown.AnyOf("coats").Matches(values));
        Assert.True(FactsOfKnowledge.NeedsSatisfied.NoneOf("diapers", "coats").Matches(values));
    }

    // Each customer: two purchases at most, a note, an order without lines; the model is the sentence over days.
    [Fact]
    public void AnyHistory_HasTheStateOfTheSentence()
    {
        Gen<int?> day = Gen.Choose(-10, 80).Select(static days => days < 0 ? (int?)null : days);
        Prop.ForAll(
            (from one in day
             from two in day
             from note in day
             from blind in day
             from tag in Gen.Elements(true, false)
             select (one, two, note, blind, tag)).ToArbitrary(),
            static x =>
            {
                List<CustomerEvent> events = [];
                Put(x.one, static days => Bought(days, "d1"));
                Put(x.two, static days => Bought(days, "d2"));
                Put(x.note, static days => Noted(days, "diapers"));
                Put(x.blind, static days => Bought(days));
                if (x.tag)
                {
                    events.Add(new TagAdded(CustomerEventId.From("t"), Anna, Now - Duration.FromDays(90), "baby"));
                }

                int? last = x.one is null ? x.two : x.two is null ? x.one : Math.Min(x.one.Value, x.two.Value);
                int blind = x.blind ?? int.MaxValue;
                bool isAsked = x.note is { } noted && noted <= (last ?? int.MaxValue) && noted <= blind;
                NeedState expected = isAsked ? NeedState.Shown
                    : last < 30 ? NeedState.Satisfied
                    : blind < (last ?? int.MaxValue) ? NeedState.Unknown
                    : last is not null || x.tag ? NeedState.Shown
                    : NeedState.NoneKnown;
                return Policy.Assess(Facts([.. events]), "diapers").State == expected;

                void Put(int? days, Func<int, CustomerEvent> make)
                {
                    if (days is { } ago)
                    {
                        events.Add(make(ago));
                    }
                }
            }).Holds();
    }

    // Three touches for diapers: to nobody known to need them, 5 days before an order; to a shown need; the last too young.
    [Fact]
    public void Measure_CountsTouchesByNeed_EachOrderToItsLatestTouch()
    {
        CustomerHistory history = History(
            Touch(60, "diapers"), Bought(55, "d1"), Touch(20, "diapers"), Touch(18, "diapers"), Bought(17, "d2"), Touch(50, null),
            Touch(3, "diapers"), Bought(2, "d1"));
        TouchNeeds needs = TouchNeeds.Measure([history], Policy, Shop, Now - Duration.FromDays(100), Now);
        Assert.Equal([1, 1, 0, 2], needs.Parts.Select(static part => part.Touches));
        Assert.Equal([0, 1, 0, 1], needs.Parts.Select(static part => part.Orders));
        Assert.Equal(1, needs.Open); // 3 days ago: its 14 days are not over, and its order belongs to no part
        Assert.Equal(Ratio.From(1, 3), needs.NeedlessShare);
        Assert.Equal(Ratio.From(1, 2), needs[NeedState.Shown].FollowedShare);
        Assert.Equal(Money.Yuan(5m), needs[NeedState.Shown].SalesPerTouch.Value);
        Assert.Equal("knowledge.no_experiment", needs.Warning.Code);
        Assert.False(needs[NeedState.Satisfied].SalesPerTouch.HasValue);
    }

    [Fact]
    public void EveryState_HasANameInBothLanguages_AndNoOtherValueHasOne()
    {
        Assert.Equal(4, Enum.GetValues<NeedState>().Select(static state => state.Name().Chinese).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, Enum.GetValues<TopicState>().Select(static state => state.Name().Chinese).Distinct(StringComparer.Ordinal).Count());
        Assert.Throws<ArgumentOutOfRangeException>("value", static () => ((NeedState)9).Name());
        Assert.Throws<ArgumentOutOfRangeException>("value", static () => ((TopicState)9).Name());
    }

    [Fact]
    public void WrongOptions_TellEveryMistake()
    {
        NeedPolicy.TryCreate(
            new NeedOptions
            {
                NoteTopic = "",
                Groups =
                [
                    new NeedGroup { Name = "a", CycleDays = 0, TraitTags = [""] }, new NeedGroup { Name = "a", Products = [default] },
                ],
            },
            out _, out ImmutableArray<Mistake> mistakes);
        Assert.Equal(
            ["groups[0].cycleDays", "groups[0].traitTags", "groups[1]", "groups[1].products", "noteTopic"],
            mistakes.Select(static mistake => mistake.Place).Order(StringComparer.Ordinal));
    }

    private static OutreachPolicy Guarded(NeedDemand demand) => OutreachPolicy.Create(new OutreachOptions
    {
        Caps = [],
        PromotionShareMax = 1m,
        StrainingPromotionShareMax = 1m,
        Quiet = null,
        Rules = [.. new OutreachOptions().Rules.Select(rule =>
            rule.Kind == TouchKind.Promotion ? rule with { Need = demand } : rule)],
    });

    private static OutreachDecision Decide(OutreachPolicy policy, NeedAssessment? need, Instant? at = null) => policy.Decide(
        new OutreachFacts(
            Now, Shop.Zone, RelationshipStage.Rapport, LinkState.Active, Now - Duration.FromDays(90), sent: [], need: need),
        TouchKind.Promotion, at ?? Now);

    private static NeedAssessment Need(params CustomerEvent[] events) => Policy.Assess(Facts(events), "diapers");

    private static void Check(NeedState state, string code, params CustomerEvent[] events)
    {
        NeedAssessment need = Need(events);
        Assert.Equal((state, code), (need.State, need.Reasons.Single().Code));
        Assert.Equal(need, Policy.Assess(Facts(events))[0]);
    }

    private static CustomerHistory History(params CustomerEvent[] events) => CustomerHistory.From(Anna, events);

    private static CustomerFacts Facts(params CustomerEvent[] events) => History(events).FactsAt(Now, Shop);

    private static OrderPaid Bought(int daysAgo, params string[] products) => new OrderPaid(
        CustomerEventId.From($"o{daysAgo}{string.Concat(products)}"), Anna, Now - Duration.FromDays(daysAgo),
        OrderId.From($"o{daysAgo}{string.Concat(products)}"), Money.Yuan(10m),
        [.. products.Select(static product => new OrderLine(ProductId.From(product), 1m, Money.Yuan(10m)))]);

    private static FactNoted Noted(int daysAgo, string group) => new FactNoted(
        CustomerEventId.From($"n{daysAgo}{group}"), Anna, Now - Duration.FromDays(daysAgo), "need", group);

    private static TouchSent Touch(int daysAgo, string? group) => new TouchSent(
        CustomerEventId.From($"s{daysAgo}"), Anna, Now - Duration.FromDays(daysAgo), TouchKind.Promotion, Carrier.WeCom, group);
}
