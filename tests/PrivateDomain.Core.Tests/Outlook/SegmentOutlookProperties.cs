using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outlook;

/// <summary>The outlook of segments over many customers, against single customers and against asking every hour.</summary>
[Text]
public sealed class SegmentOutlookProperties
{
    [Fact]
    public void ManyCustomers_GiveWhatEachOneAloneGives()
    {
        Random random = Chance.From(51);
        int changes = 0;
        for (int i = 0; i < Chance.Cases(usual: 25, inLongRun: 5_000); i++)
        {
            (ShopRules rules, Instant now, CustomerHistory[] histories, Func<FactValues, FactValues> own) = Case(random, i, customers: 6);
            Instant horizon = now + Duration.FromDays(random.Next(1, 40));
            SegmentOutlook many = SegmentOutlook.Of(rules, histories, now, horizon, own);
            var alone = histories.ToDictionary(
                static history => history.Customer,
                history => CustomerOutlook.From(rules, new OutlookFacts { History = history, AsOf = now, OwnFacts = own }));
            Assert.Equal(
                from each in alone
                from change in each.Value.Forecast(horizon)
                where change.Kind == OutlookKind.Segment
                orderby rules.Segments!.PlaceOf(change.Subject), change.At, each.Key
                select (change.Subject, change.At, each.Key, change.From.English, change.To.English),
                many.Segments.SelectMany(static flow => flow.Changes.Select(change =>
                    (flow.Segment, change.At, change.Customer, Said(change.From), Said(change.To)))));
            Assert.All(alone, each => Assert.Equal(each.Value.LeftOut.AsEnumerable(), many.LeftOut));
            Assert.Equal(histories.Length, many.Customers);
            changes += many.Segments.Sum(static flow => flow.Changes.Length);
        }

        Assert.True(changes > 20);
    }

    /// <summary>Every hour and both sides of every change are asked of every customer, as anybody would ask.</summary>
    [Fact]
    public void BetweenTwoChanges_NothingChanges_WhoeverAsksWhenever()
    {
        Random random = Chance.From(52);
        int customers = 0;
        int changes = 0;
        for (int i = 0; customers < Chance.Cases(usual: 60, inLongRun: 60_000); i++)
        {
            (ShopRules rules, Instant now, CustomerHistory[] histories, Func<FactValues, FactValues> own) = Case(random, i, customers: 3);
            int days = random.Next(3, 12);
            SegmentOutlook found = SegmentOutlook.Of(rules, histories, now, now + Duration.FromDays(days), own);
            changes += found.Segments.Sum(static flow => flow.Changes.Length);
            foreach (SegmentFlow flow in found.Segments)
            {
                Assert.Equal(histories.Count(history => In(rules, history, now, own)[Place(rules, flow)]), flow.Now);
                Assert.Equal(histories.Count(history => In(rules, history, found.Horizon, own)[Place(rules, flow)]), flow.Then);
            }

            foreach (CustomerHistory history in histories)
            {
                Check(rules, found, history, own, days);
                customers++;
            }
        }

        Assert.True(changes > 5);
        TestContext.Current.TestOutputHelper?.WriteLine($"{customers} customers, {changes} changes");
    }

    private static void Check(
        ShopRules rules, SegmentOutlook found, CustomerHistory history, Func<FactValues, FactValues> own, int days)
    {
        SegmentChange[][] changes =
            [.. found.Segments.Select(flow => flow.Changes.Where(change => change.Customer == history.Customer).ToArray())];
        SortedSet<Instant> asked = [.. Enumerable.Range(0, (24 * days) + 1).Select(hour => found.AsOf + Duration.FromHours(hour))];
        foreach (SegmentChange change in changes.SelectMany(static each => each))
        {
            Assert.InRange(change.At, found.AsOf + Duration.Epsilon, found.Horizon);
            asked.Add(change.At);
            asked.Add(change.At - Duration.Epsilon);
        }

        bool[] state = In(rules, history, found.AsOf, own);
        foreach (Instant at in asked)
        {
            bool[] @is = In(rules, history, at, own);
            for (int i = 0; i < changes.Length; i++)
            {
                int place = Place(rules, found.Segments[i]);
                SegmentChange last = changes[i].LastOrDefault(change => change.At <= at);
                bool told = last.Customer == history.Customer ? last.To == Truth.Yes : state[place];
                Assert.True(told == @is[place], $"segment {place} of {history.Customer} at {at} in {rules.Shop.Zone.Id}");
            }
        }
    }

    private static int Place(ShopRules rules, SegmentFlow flow) => rules.Segments!.PlaceOf(flow.Segment);

    private static bool[] In(ShopRules rules, CustomerHistory history, Instant at, Func<FactValues, FactValues> own)
    {
        CustomerFacts facts = history.FactsAt(at, rules.Shop);
        RelationshipFacts evidence = RelationshipFacts.From(facts);
        FactValues values = own(FactValues.From(facts).With(rules.Ladder.Assess(evidence)).With(rules.Trust.Assess(evidence)));
        bool[] holds = [.. rules.Segments!.Segments.Select(segment => rules.Segments.Explain(segment.Name, values).Holds)];
        int first = Array.IndexOf(holds, true);
        return rules.Segments.IsExclusive ? [.. holds.Select((held, i) => held && i == first)] : holds;
    }

    private static string Said(Truth truth) => truth switch
    {
        Truth.Yes => "in it",
        Truth.No => "not in it",
        _ => truth.Name().English,
    };

    private static (ShopRules Rules, Instant Now, CustomerHistory[] Histories, Func<FactValues, FactValues> Own) Case(
        Random random, int number, int customers)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[CustomerOutlookProperties.Zones[number % CustomerOutlookProperties.Zones.Length]];
        Instant now = Instant.FromUtc(2011, 12, 20, 0, 0) + Duration.FromHours(random.Next(24 * 20));
        now = zone.Id is "Pacific/Apia" ? now : now + Duration.FromDays(random.Next(300));
        LocalDate birthday = now.InZone(zone).Date.PlusDays(random.Next(-10, 20));
        SegmentRule[] parts = [.. Enumerable.Range(0, 4).Select(_ => CustomerOutlookProperties.Leaf(random))];
        var rules = ShopRules.Create(new ShopOptions
        {
            Zone = zone,
            Currency = Currency.Cny,
            Segments = SegmentSet.From(ShopFacts.Schema.With(CustomerOutlookProperties.Age, CustomerOutlookProperties.Birthday),
            [
                new("first", random.Next(2) == 0 ? parts[0] & parts[1] : parts[0] | !parts[1]),
                new("second", SegmentRule.AtLeastOf(2, parts[1], parts[2], parts[3])),
                new("third", SegmentRule.InSegment("first") & !parts[3]),
            ], isExclusive: random.Next(3) == 0),
        });
        return (rules, now, [.. Enumerable.Range(0, customers).Select(i => CustomerOutlookProperties.History(random, now, i))], Own);

        FactValues Own(FactValues values) =>
            values.With(CustomerOutlookProperties.Age, 30).With(CustomerOutlookProperties.Birthday, birthday);
    }
}
