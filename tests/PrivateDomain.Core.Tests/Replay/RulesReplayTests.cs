using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Replay;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Replay;

/// <summary>The past of a small shop under two rules, counted by hand.</summary>
public sealed class RulesReplayTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 4, 0);

    private static readonly ShopOptions Options = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema, [new("buyers", Facts.Orders.AtLeast(1))]),
    };

    private static readonly ShopOptions Stricter = Options with
    {
        Ladder = Options.Ladder with { Interaction = [new([new(EvidenceKind.Interaction, WithinDays: 30)])] },
        Outreach = Options.Outreach with { Caps = [new TouchCap { Max = 1, Days = 7 }] },
        Segments = SegmentSet.From(ShopFacts.Schema, [new("buyers", Facts.Orders.AtLeast(2))]),
    };

    private static RulesReplay Found { get; } = RulesReplay.Of(
        ShopRules.Create(Options), ShopRules.Create(Stricter), [Customer("anna", 2, isBuying: false), Customer("ben", 1, isBuying: true)],
        new ReplayQuestion { AsOf = Now, TouchesFrom = Now - Duration.FromDays(100) });

    [Fact]
    public void WhoStandsElsewhere_IsNamed()
    {
        ReplayShift shift = Assert.Single(Found.Stages);
        Assert.Equal(("interaction", "acquaintance"), (shift.From.English, shift.To.English));
        Assert.Equal(["anna", "ben"], shift.Customers.Select(static c => c.Text));
        ReplayShift segment = Assert.Single(Found.Segments);
        Assert.Equal(("buyers", "in it", "not in it"), (segment.Subject, segment.From.English, segment.To.English));
        Assert.Equal(["ben"], segment.Customers.Select(static c => c.Text));
    }

    [Fact]
    public void ATouchThatWouldHaveBeenDeferred_IsCounted_AndItsCustomerFollowedBesideTheOthers()
    {
        Assert.Equal((3, 0, 1, 0), (Found.Touches.Sent, Found.Touches.Refused, Found.Touches.Deferred, Found.Touches.Undecidable));
        Assert.Equal((0, 1), (Found.Touches.Purchase.Left.Having, Found.Touches.Purchase.Left.Asked));
        Assert.Equal((1, 1), (Found.Touches.Purchase.Right.Having, Found.Touches.Purchase.Right.Asked));
        Assert.Equal(-1m, Found.Touches.Purchase.Difference.Value);
        Assert.Equal("replay.no_experiment", Found.Touches.Warning.Code);
    }

    /// <summary>An order given back does not count, and a balance paid is no new order.</summary>
    [Fact]
    public void APurchaseAfterATouch_IsAnOrderThatCounts()
    {
        var carl = CustomerId.From("carl");
        CustomerHistory plain = Customer("carl", 1, isBuying: true);
        CustomerHistory refunded = plain.Add(
            new OrderRefunded(CustomerEventId.From("r"), carl, Now - Duration.FromDays(1), OrderId.From("o"), Money.Yuan(9)));
        CustomerHistory balance = plain.Add(
            new OrderPaid(CustomerEventId.From("d"), carl, Now - Duration.FromDays(80), OrderId.From("o"), Money.Yuan(1)));
        Assert.Equal([1, 0, 0], new[] { plain, refunded, balance }.Select(static history => Bought(history)));

        static int Bought(CustomerHistory history) => RulesReplay.Of(
            ShopRules.Create(Options), ShopRules.Create(Options), [history],
            new ReplayQuestion { AsOf = Now, TouchesFrom = Now - Duration.FromDays(100) }).Touches.Purchase.Right.Having;
    }

    /// <summary>Joined and bought 40 days ago: due after a test period of 30 days, not yet after one of 60.</summary>
    [Fact]
    public void RewardsDueUnderOneProgrammeOnly_AreNamed()
    {
        ReferralProgramme shorter = Programme(30);
        Instant joined = Now - Duration.FromDays(40);
        ImmutableArray<ReferralFact> facts =
        [
            ReferralFact.Opened(
                CustomerEventId.From("1"), joined - Duration.FromDays(1), CustomerId.From("bob"),
                ReferralCode.From("c1", shorter, CustomerId.From("anna"))),
            ReferralFact.Joined(CustomerEventId.From("2"), joined, CustomerId.From("bob")),
            ReferralFact.Bought(CustomerEventId.From("3"), joined, CustomerId.From("bob"), OrderId.From("o"), Money.Yuan(100m)),
        ];
        ReplayQuestion question = new()
        {
            AsOf = Now,
            TouchesFrom = Now,
            ProgrammeBefore = shorter,
            ProgrammeAfter = Programme(60),
            ReferralFacts = facts,
        };
        RulesReplay replay = RulesReplay.Of(ShopRules.Create(Options), ShopRules.Create(Options), [], question);
        Assert.Equal("bob", Assert.Single(replay.DueOnlyBefore).Referee.Text);
        Assert.Empty(replay.DueOnlyAfter);
        ReplayQuestion turned = question with { ProgrammeBefore = question.ProgrammeAfter, ProgrammeAfter = shorter };
        RulesReplay back = RulesReplay.Of(ShopRules.Create(Options), ShopRules.Create(Options), [], turned);
        Assert.Equal("bob", Assert.Single(back.DueOnlyAfter).Referee.Text);
        Assert.Empty(back.DueOnlyBefore);
        Assert.Equal(question, question with { ReferralFacts = [.. facts] });
    }

    private static ReferralProgramme Programme(int testDays) => ReferralProgramme.Create(new ReferralProgrammeOptions
    {
        Name = "summer",
        Mechanic = ReferralMechanic.PosterToGroup,
        Logic = ReferralLogic.LifetimeValue,
        PaidPer = PayTrigger.PerPurchase,
        Reward = Money.Yuan(10m),
        Hook = Gift.Virtual(Money.Yuan(500m)),
        Budget = Money.Yuan(1_000m),
        Begins = Now - Duration.FromDays(60),
        Ends = Now + Duration.FromDays(60),
        Limits = new ReferralLimits { TestPeriod = Duration.FromDays(testDays) },
    });

    [Fact]
    public void TheSameRules_DifferInNothing()
    {
        ShopRules rules = ShopRules.Create(Stricter);
        RulesReplay same = RulesReplay.Of(rules, rules, [Customer("anna", 2, isBuying: true)],
            new ReplayQuestion { AsOf = Now, TouchesFrom = Now - Duration.FromDays(100) });
        Assert.Empty(same.Stages);
        Assert.Empty(same.Segments);
        Assert.Empty(same.DueOnlyAfter);
        Assert.Equal(1, same.Customers);
    }

    // Linked, then interacted 60 days ago, and was sent useful content on as many days after it; some bought after that.
    private static CustomerHistory Customer(string name, int touches, bool isBuying)
    {
        var customer = CustomerId.From(name);
        Instant met = Now - Duration.FromDays(60);
        ImmutableArray<CustomerEvent> events =
        [
            new LinkMade(CustomerEventId.From("l"), customer, met - Duration.FromDays(30), Carrier.WeCom),
            new MessageReceived(CustomerEventId.From("m"), customer, met, Carrier.WeCom),
            .. Enumerable.Range(1, touches).Select(i => new TouchSent(
                CustomerEventId.From($"t{i}"), customer, met + Duration.FromDays(i), TouchKind.UsefulContent, Carrier.WeCom)),
        ];
        return CustomerHistory.From(customer, isBuying
            ? events.Add(new OrderPaid(CustomerEventId.From("o"), customer, met + Duration.FromDays(10), OrderId.From("o"), Money.Yuan(9)))
            : events);
    }
}
