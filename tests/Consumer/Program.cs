using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.Core.Segmentation.Queries;

// What a stranger would do first with the package: register a shop, keep a history as JSON, judge products, ask when it pays, segment customers.
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
Console.WriteLine(string.Create(invariant, $"history: {json.Length} bytes, the same: {read.Equals(history)}, retained: {read.FactsAt(at, rules.Shop).IsRetained}"));

float[] ticket = [168f, 39f, float.NaN];
float[] rate = [0.45f, 0f, 0.3f];
float[] scores = new float[3];
var grades = new FitGrade[3];
ProductFitPolicy.Default.Assess(
    new ProductColumns { Currency = Currency.Cny, Ticket = ticket, RepurchaseRate = rate, LoyaltyRate = rate, BrandPower = rate }, scores, grades);
Console.WriteLine(string.Create(invariant, $"fit: {string.Join(", ", grades)}"));

Answer<Payback> payback = Payback.Of(Money.Yuan(120m), ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.80m)));
Console.WriteLine(string.Create(invariant, $"payback: {payback.Value.Outcome}, limit {payback.Value.Limit}"));
Console.WriteLine(CostsReasons.NoFollowers.With(0).ToString(Language.SimplifiedChinese));

SegmentRule buyers = SegmentText.Parse(FactSchema.BuiltIn, "orders >= 1 and linked is yes and not (channel any (\"ads\"))");
FactValues values = FactValues.From(read.FactsAt(at, rules.Shop));
PreparedSegments prepared = PreparedSegments.From(SegmentSet.From(FactSchema.BuiltIn, [new Segment("buyers", buyers)]), values.Today);
Console.WriteLine($"segment: {SegmentJson.ReadRule(FactSchema.BuiltIn, SegmentJson.Write(buyers)) == buyers}, first of: {prepared.FirstOf(prepared.Read(values))}");
Console.WriteLine(SegmentSentence.Of(buyers).In(Language.SimplifiedChinese));
Console.WriteLine(SegmentMapping<int[]>.Empty.Map(Facts.Orders, row => row[0]).Filter(Facts.Orders.AtLeast(1), values.Today).Value);

// Written to the error stream, since it differs between the two runs of this program.
Console.Error.WriteLine($"dynamic code: {RuntimeFeature.IsDynamicCodeSupported}");
