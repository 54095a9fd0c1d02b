using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Segmentation.Queries;

// What a stranger would do first with the package: register a shop, keep a history as JSON, judge products, ask when it pays, segment
// customers.
CultureInfo invariant = CultureInfo.InvariantCulture;
using ServiceProvider provider = new ServiceCollection()
    .AddPrivateDomain(shop => shop with { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny })
    .BuildServiceProvider();
ShopRules rules = provider.GetRequiredService<ShopRules>();

var customer = CustomerId.From("客户-1");
Instant at = Instant.FromUtc(2026, 3, 2, 3, 0);
CustomerHistory history = CustomerHistory.From(customer,
[
    new LinkMade(CustomerEventId.From("e1"), customer, at, Carrier.WeCom),
    new OrderPaid(CustomerEventId.From("e2"), customer, at, OrderId.From("o1"), Money.Yuan(168m)),
]);
byte[] json = CustomerJson.Write(history);
CustomerHistory read = CustomerJson.ReadHistory(json);
Console.WriteLine(
    string.Create(
        invariant, $"history: {json.Length} bytes, the same: {read.Equals(history)}, retained: {read.FactsAt(at, rules.Shop).IsRetained}"));

float[] ticket = [168f, 39f, float.NaN];
float[] rate = [0.45f, 0f, 0.3f];
float[] scores = new float[3];
var grades = new FitGrade[3];
ProductFitPolicy.Default.Assess(
    new ProductColumns { Currency = Currency.Cny, Ticket = ticket, RepurchaseRate = rate, LoyaltyRate = rate, BrandPower = rate }, scores,
    grades);
Console.WriteLine(string.Create(invariant, $"fit: {string.Join(", ", grades)}"));

Answer<Payback> payback = Payback.Of(Money.Yuan(120m), ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.80m)));
Console.WriteLine(string.Create(invariant, $"payback: {payback.Value.Outcome}, limit {payback.Value.Limit}"));
Console.WriteLine(CostsReasons.NoFollowers.With(0).ToString(Language.SimplifiedChinese));

SegmentRule buyers = SegmentText.Parse(FactSchema.BuiltIn, "orders >= 1 and linked is yes and not (channel any (\"ads\"))");
FactValues values = FactValues.From(read.FactsAt(at, rules.Shop));
PreparedSegments prepared = PreparedSegments.From(SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", buyers)]), values.Today);
bool same = SegmentJson.ReadRule(FactSchema.BuiltIn, SegmentJson.Write(buyers)) == buyers;
Console.WriteLine($"segment: {same}, first of: {prepared.FirstOf(prepared.Read(values))}");
Console.WriteLine(SegmentSentence.Of(buyers).In(Language.SimplifiedChinese));
Console.WriteLine(SegmentMapping<int[]>.Empty.Map(Facts.Orders, row => row[0]).Filter(Facts.Orders.AtLeast(1), values.Today).Value);

// What a host stores and sends, through its own source-generated context: it comes back whole, or it throws at once.
var shop = rules.Shop;
CustomerFacts facts = read.FactsAt(at, shop);
StageJourney journey = StageJourney.Replay(LadderPolicy.Default, read, at, shop).Value;
OutreachDecision outreach = OutreachPolicy.Default.Decide(
    OutreachFacts.From(facts, Carrier.WeCom, RelationshipStage.Acquaintance), TouchKind.Promotion, at);
ReferralProgramme programme = ReferralProgramme.Create(new ReferralProgrammeOptions
{
    Name = "summer",
    Mechanic = ReferralMechanic.InviteFriends,
    Logic = ReferralLogic.LifetimeValue,
    PaidPer = PayTrigger.PerPurchase,
    Reward = Money.Yuan(10m),
    Hook = Gift.Virtual(Money.Yuan(500m)),
    Budget = Money.Yuan(5_000m),
    Begins = at - Duration.FromDays(1),
    Ends = at + Duration.FromDays(30),
});
Decision may = ReferrerPolicy.Default.Decide(new ReferrerFacts(
    programme, at, orders: 0, isFlagged: false, isLinked: true, stage: RelationshipStage.Interaction, hasOpenRefund: false, rewards: 0));
ReferralLedger ledger = ReferralLedger.From(
    programme,
    ReferralFact.Opened(CustomerEventId.From("r1"), at, CustomerId.From("bob"), ReferralCode.From("LI-1", programme, customer)),
    ReferralFact.Joined(CustomerEventId.From("r2"), at + Duration.FromHours(1), CustomerId.From("bob")));
ComesBack(history, HostJson.Default.CustomerHistory);
ComesBack(history.Events[0], HostJson.Default.CustomerEvent);
ComesBack(may, HostJson.Default.Decision);
ComesBack(outreach, HostJson.Default.OutreachDecision);
ComesBack(outreach.Reasons[0], HostJson.Default.Reason);
ComesBack(ReadBudget("1200 CNY").Per(7), HostJson.Default.AnswerMoney);
ComesBack(LadderPolicy.Default.Assess(RelationshipFacts.From(facts)), HostJson.Default.StageAssessment);
ComesBack(journey, HostJson.Default.StageJourney);
ComesBack(buyers, HostJson.Default.SegmentRule);
ComesBack(SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", buyers)]), HostJson.Default.SegmentSet);
ComesBack(ledger.Facts[0], HostJson.Default.ReferralFact);
ComesBack(ledger, HostJson.Default.ReferralLedger);
try
{
    _ = JsonSerializer.Serialize(facts, HostJson.Default.CustomerFacts);
    Console.WriteLine("facts: written, which loses what they rest on");
}
catch (NotSupportedException e)
{
    Console.WriteLine($"facts: {e.Message}");
}

static Money ReadBudget(string text) => Money.Parse(text, CultureInfo.InvariantCulture);

static void ComesBack<T>(T value, JsonTypeInfo<T> type)
{
    string written = JsonSerializer.Serialize(value, type);
    T? back = JsonSerializer.Deserialize(written, type);
    Console.WriteLine($"{typeof(T).Name}: {written.Length} characters, the same: {Equals(value, back)}");
}

// Written to the error stream, since it differs between the two runs of this program.
Console.Error.WriteLine($"dynamic code: {RuntimeFeature.IsDynamicCodeSupported}");
