using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outlook;

/// <summary>The outlook against brute force: every hour of the horizon is asked, and both sides of every change.</summary>
[Text]
public sealed class CustomerOutlookProperties
{
    // Clocks moved at midnight, a skipped day, a half-hour zone, and none of that.
    internal static readonly string[] Zones = ["Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia", "Europe/Berlin", "Asia/Kolkata"];
    internal static readonly NumberFact Age = NumberFact.From("age", new("age", "年龄"));
    internal static readonly DateFact Birthday = DateFact.From("birthday", new("birthday", "生日"));

    [Fact]
    public void BetweenTwoChanges_NothingChanges_AndAtEachTheAnswerIsTheNewOne()
    {
        Random random = Chance.From(50);
        int changes = 0;
        for (int i = 0; i < Chance.Cases(usual: 20, inLongRun: 50_000); i++)
        {
            changes += Check(random, i);
        }

        Assert.True(changes > 20);
    }

    private static int Check(Random random, int number)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[Zones[number % Zones.Length]];
        Instant now = Instant.FromUtc(2011, 12, 20, 0, 0) + Duration.FromHours(random.Next(24 * 20));
        now = zone.Id is "Pacific/Apia" ? now : now + Duration.FromDays(random.Next(300));
        CustomerHistory history = History(random, now, number);
        LocalDate birthday = now.InZone(zone).Date.PlusDays(random.Next(-10, 20));
        SegmentRule[] parts = [.. Enumerable.Range(0, 4).Select(_ => Leaf(random))];
        SegmentSet set = SegmentSet.From(ShopFacts.Schema.With(Age, Birthday),
        [
            new("first", random.Next(2) == 0 ? parts[0] & parts[1] : parts[0] | !parts[1]),
            new("second", SegmentRule.AtLeastOf(2, parts[1], parts[2], parts[3])),
            new("third", SegmentRule.InSegment("first") & !parts[3]),
        ], isExclusive: random.Next(3) == 0);
        ShopRules rules = ShopRules.Create(new ShopOptions
        {
            Zone = zone,
            Currency = Currency.Cny,
            Segments = set,
            Membership = new MembershipOptions
            {
                Basis = EarnedBasis.Spend,
                Period = EarningPeriod.RollingDays(random.Next(5, 20)),
                ValidityDays = random.Next(3, 15),
                GraceDays = random.Next(0, 6),
                Tiers = [new MembershipTier { Code = "base", Threshold = 0m }, new MembershipTier { Code = "gold", Threshold = 200m }],
            },
        });
        double level = random.Next(1, 60);
        FactValues Own(FactValues values) => values.With(Age, 30).With(Birthday, birthday);
        ReceptionFacts? reception = random.Next(2) == 0 ? null
            : new ReceptionFacts(history.Customer, now - Duration.FromHours(random.Next(500)));
        var facts = new OutlookFacts
        {
            History = history,
            AsOf = now,
            Carrier = Carrier.WeCom,
            Reception = reception,
            TrustLevels = [level],
            OwnFacts = Own,
        };
        Instant horizon = now + Duration.FromDays(30);
        CustomerOutlook outlook = CustomerOutlook.From(rules, facts);
        ImmutableArray<OutlookChange> found = outlook.Forecast(horizon);
        Assert.Equal(found.IsEmpty ? null : found[0].At, outlook.NextChangeBy(horizon)?.At);

        // The answers as anybody would ask for them, once an hour and around each change.
        SortedSet<Instant> asked = [.. Enumerable.Range(0, 24 * 30).Select(hour => now + Duration.FromHours(hour))];
        foreach (OutlookChange change in found)
        {
            asked.Add(change.At);
            asked.Add(Instant.Max(now, change.At - Duration.Epsilon));
        }

        string[]? last = null;
        Instant before = now;
        foreach (Instant at in asked)
        {
            string[] answers = Ask(rules, history, at, Own, reception, level);
            for (int i = 0; i < answers.Length && last is not null; i++)
            {
                bool isTold = found.Any(change => change.At > before && change.At <= at && Place(change, set) == i);
                bool differs = !string.Equals(answers[i], last[i], StringComparison.Ordinal);
                Assert.True(!differs || isTold, $"{i}: {last[i]} at {before}, {answers[i]} at {at}, in {zone.Id}, but nothing is told");
            }

            last = answers;
            before = at;
        }

        foreach (OutlookChange change in found)
        {
            int i = Place(change, set);
            string then = Ask(rules, history, change.At, Own, reception, level)[i];
            string until = Ask(rules, history, change.At - Duration.Epsilon, Own, reception, level)[i];
            Assert.True(!string.Equals(then, until, StringComparison.Ordinal), $"{change} in {zone.Id}");
        }

        return found.Length;
    }

    private static int Place(OutlookChange change, SegmentSet set) => change.Kind switch
    {
        OutlookKind.Stage => 0,
        OutlookKind.Trust => 1,
        OutlookKind.Segment => 2 + set.PlaceOf(change.Subject),
        OutlookKind.Tier => 5,
        OutlookKind.Reception when change.Subject.Length == 0 => 6,
        OutlookKind.Reception => 6 + (int)Enum.GetValues<ReceptionStep>().First(step => step.Name().English == change.Subject),
        _ => 10 + (int)Enum.GetValues<TouchKind>().First(kind => kind.Name().English == change.Subject),
    };

    private static string[] Ask(
        ShopRules rules, CustomerHistory history, Instant at, Func<FactValues, FactValues> own, ReceptionFacts? reception, double level)
    {
        CustomerFacts facts = history.FactsAt(at, rules.Shop);
        RelationshipFacts evidence = RelationshipFacts.From(facts);
        StageAssessment stage = rules.Ladder.Assess(evidence);
        TrustAssessment trust = rules.Trust.Assess(evidence);
        FactValues values = own(FactValues.From(facts).With(stage).With(trust));
        bool[] holds = [.. rules.Segments!.Segments.Select(s => rules.Segments.Explain(s.Name, values).Holds)];
        MembershipAssessment tier = rules.Membership!.Assess(MemberEarnings.From(facts, EarnedBasis.Spend));
        ReceptionAssessment? received = reception is null ? null : rules.Reception.Assess(reception, at);
        OutreachFacts outreach = OutreachFacts.From(facts, Carrier.WeCom, stage.Stage!.Value);
        return
        [
            $"{stage.Stage}", $"{trust.Trust!.Value.Value >= level}",
            .. holds.Select((held, i) => $"{held && !(rules.Segments.IsExclusive && holds[..i].Contains(true))}"),
            $"{tier.Tier} {tier.Hold}", $"{received?.Quality}",
            .. Enumerable.Range(0, 4).Select(i => $"{received?.Clocks[i].State}"),
            .. Enum.GetValues<TouchKind>().Where(static kind => kind != TouchKind.None)
                .Select(kind => rules.Outreach.Decide(outreach, kind, at)).Select(static d => $"{d.Outcome} {d.Until}"),
        ];
    }

    internal static SegmentRule Leaf(Random random)
    {
        int days = random.Next(1, 25);
        return random.Next(14) switch
        {
            0 => Facts.Count(Behaviour.Order, TimeWindow.LastDays(days)).AtLeast(random.Next(1, 4)),
            1 => Facts.Count(Behaviour.Interaction, TimeWindow.MoreThanDaysAgo(days)).EqualTo(random.Next(0, 3)),
            2 => Facts.SpendIn(TimeWindow.LastDays(days)).AtLeast(random.Next(1, 400)),
            3 => Facts.LastOrder.WithinDays(days),
            4 => Facts.LastInteraction.MoreThanDaysAgo(days),
            5 => Facts.DaysSinceOrder.AtLeast(days),
            6 => Facts.Gap(Behaviour.Interaction, TimeWindow.LastDays(days)).AtLeast(2),
            7 => Facts.Periods(Behaviour.Order, random.Next(1, 8), 3).AtLeast(2),
            8 => Birthday.WithinNextDays(random.Next(1, 8)),
            9 => Facts.Days(Behaviour.Interaction, TimeWindow.LastDays(days)).LessThan(2),
            10 => FactsOfRelationship.Stage.AtLeast("interaction"),
            11 => FactsOfRelationship.Trust.AtLeast(random.Next(1, 50)),
            12 => Facts.Ratio(Facts.SpendIn(TimeWindow.LastDays(days)), Facts.Orders).GreaterThan(50),
            _ => Birthday.WithinDays(3),
        };
    }

    internal static CustomerHistory History(Random random, Instant now, int number)
    {
        var customer = CustomerId.From($"c{number}");
        var events = new List<CustomerEvent>();
        for (int i = 0; i < random.Next(1, 10); i++)
        {
            var id = CustomerEventId.From($"e{i}");
            Instant at = now - (random.Next(4) == 0 ? Duration.FromDays(random.Next(80, 95)) : Duration.FromHours(random.Next(24 * 25)));
            events.Add(random.Next(7) switch
            {
                0 or 1 => new OrderPaid(id, customer, at, OrderId.From($"o{i}"), Money.Yuan(random.Next(1, 300))),
                2 => new MessageReceived(id, customer, at, Carrier.WeCom),
                3 => new TouchSent(id, customer, at, (TouchKind)random.Next(1, 9), Carrier.WeCom),
                4 => new FeedbackVolunteered(id, customer, at),
                5 => new NpsAnswered(id, customer, at, random.Next(11)),
                _ => new LinkMade(id, customer, at, Carrier.WeCom),
            });
        }

        return CustomerHistory.From(customer, events);
    }
}
