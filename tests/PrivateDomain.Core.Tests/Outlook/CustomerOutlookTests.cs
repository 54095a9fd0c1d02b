using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Outlook;

/// <summary>The outlook by worked cases.</summary>
public sealed class CustomerOutlookTests
{
    private static readonly CustomerId Anna = CustomerId.From("anna");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 4, 0);

    private static readonly ShopOptions Options = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema,
        [
            new("recent", Facts.LastOrder.WithinDays(30)),
            new("best", FactsOfRfm.Recency.AtLeast(5)),
        ]),
    };

    private static readonly CustomerHistory History = CustomerHistory.From(Anna,
    [
        new LinkMade(CustomerEventId.From("l"), Anna, Now - Duration.FromDays(20), Carrier.WeCom),
        new MessageReceived(CustomerEventId.From("m"), Anna, Now - Duration.FromDays(10), Carrier.WeCom),
        new OrderPaid(CustomerEventId.From("o"), Anna, Now - Duration.FromDays(5), OrderId.From("o1"), Money.Yuan(100)),
    ]);

    [Fact]
    public void TheStage_FallsNinetyDaysAfterTheLastInteraction_ToTheNanosecond()
    {
        var outlook = CustomerOutlook.From(ShopRules.Create(Options), new OutlookFacts { History = History, AsOf = Now });
        OutlookChange change = Assert.Single(outlook.Forecast(Now + Duration.FromDays(365)), static c => c.Kind == OutlookKind.Stage);
        Assert.Equal(Now + Duration.FromDays(80), change.At);
        Assert.Equal(("interaction", "acquaintance"), (change.From.English, change.To.English));
    }

    [Fact]
    public void ASegment_IsLeftAtTheBeginningOfTheShopsDay_AndRanksAreLeftOut()
    {
        var outlook = CustomerOutlook.From(ShopRules.Create(Options), new OutlookFacts { History = History, AsOf = Now });
        OutlookChange change = Assert.IsType<OutlookChange>(outlook.NextChangeBy(Now + Duration.FromDays(60)));
        Assert.Equal("recent", change.Subject);
        Assert.Equal(Instant.FromUtc(2026, 3, 26, 16, 0), change.At); // 2026-02-25 is in the last 30 days up to 2026-03-26
        Reason left = Assert.Single(outlook.LeftOut);
        Assert.Equal("outlook.ranks_left_out", left.Code);
    }

    [Fact]
    public void EventsAfterTheInstant_AreNoPartOfTheQuestion()
    {
        CustomerHistory later = History.Add(new MessageReceived(CustomerEventId.From("x"), Anna, Now + Duration.FromDays(3)));
        ShopRules rules = ShopRules.Create(Options);
        Instant horizon = Now + Duration.FromDays(300);
        Assert.Equal(
            CustomerOutlook.From(rules, new OutlookFacts { History = History, AsOf = Now }).Forecast(horizon).AsEnumerable(),
            CustomerOutlook.From(rules, new OutlookFacts { History = later, AsOf = Now }).Forecast(horizon));
    }

    [Fact]
    public void AReward_FallsDueWhenReturnWindowAndTestPeriodAreOver_AndNotBefore()
    {
        var programme = ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = "summer",
            Mechanic = ReferralMechanic.PosterToGroup,
            Logic = ReferralLogic.LifetimeValue,
            PaidPer = PayTrigger.PerPurchase,
            Reward = Money.Yuan(10m),
            Hook = Gift.Virtual(Money.Yuan(500m)),
            Budget = Money.Yuan(5_000m),
            Begins = Now - Duration.FromDays(10),
            Ends = Now + Duration.FromDays(90),
        });
        var ben = CustomerId.From("ben");
        ReferralCode code = ReferralCode.From("c1", programme, Anna);
        ReferralLedger ledger = ReferralLedger.From(
            programme,
            ReferralFact.Opened(CustomerEventId.From("f1"), Now - Duration.FromDays(3), ben, code),
            ReferralFact.Joined(CustomerEventId.From("f2"), Now - Duration.FromDays(2), ben),
            ReferralFact.Bought(CustomerEventId.From("f3"), Now - Duration.FromDays(1), ben, OrderId.From("o9"), Money.Yuan(100m)));
        var outlook = CustomerOutlook.From(ShopRules.Create(Options), new OutlookFacts { History = History, AsOf = Now, Ledger = ledger });
        OutlookChange due = outlook.Forecast(Now + Duration.FromDays(60)).Single(
            change => change.Kind == OutlookKind.Reward && !ledger.StateAt(change.At).Due.IsEmpty
                && ledger.StateAt(change.At - Duration.Epsilon).Due.IsEmpty);
        Assert.Equal(Now + Duration.FromDays(28), due.At); // 30 days after joining, which is later than the return window's end
        Assert.Equal("ben", Assert.Single(ledger.StateAt(due.At).Due).Referee.Text);
    }
}
