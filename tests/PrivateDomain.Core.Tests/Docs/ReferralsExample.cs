using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Economics;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class ReferralsExample
{
    [Fact]
    public void Referrals()
    {
        Instant now = Instant.FromUtc(2024, 6, 10, 0, 0);

        // snippet: referrals
        // May this customer refer? Who never bought may not.
        ReferralProgramme programme = ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = "summer",
            Mechanic = ReferralMechanic.InviteFriends,
            Logic = ReferralLogic.LifetimeValue,
            PaidPer = PayTrigger.PerPurchase,
            Reward = Money.Yuan(10m),
            Hook = Gift.Virtual(Money.Yuan(500m)),
            Budget = Money.Yuan(5_000m),
            Begins = Instant.FromUtc(2024, 6, 1, 0, 0),
            Ends = Instant.FromUtc(2024, 7, 1, 0, 0),
        });
        var browser = new ReferrerFacts(
            programme, now, orders: 0, isFlagged: false, isLinked: true, stage: RelationshipStage.Interaction, hasOpenRefund: false,
            rewards: 0);
        Decision decision = ReferrerPolicy.Default.Decide(browser);
        string why = string.Join(" ", decision.Reasons); // has not bought; and the stage is too low

        // What a scarf costs when 90 % of those who come are freeloaders.
        HookEconomics scarf = HookEconomics.From(new HookFigures
        {
            Logic = ReferralLogic.ReturnOnInvestment,
            PaidPer = PayTrigger.PerPurchase,
            Reward = Money.Yuan(0m),
            Hook = Gift.Physical(goods: Money.Yuan(15m), storage: Money.Yuan(1m), labour: Money.Yuan(2m), postage: Money.Yuan(6m)),
            Costs = ReferralCosts.None(Currency.Cny),
            Funnel = new ReferralFunnel { JoinPerInvitation = 0.15m, PurchasePerJoin = 1m, FreeloaderShare = 0.9m },
            Value = new NewcomerValue
            {
                FirstOrder = Money.Yuan(50m),
                FreeloaderFirstOrder = Money.Yuan(0m),
                Expected = ExpectedContribution.From(Money.Yuan(20m), Ratio.From(0.8m)),
            },
        });
        bool isKnown = scarf.CostPerGenuine.TryGet(out Money perGenuine);                       // 240 yuan: ten times 24
        var plan = new ReferralPlan { Successes = 500, RedLine = Money.Yuan(0m), CashHorizon = 12 };
        Decision verdict = scarf.Decide(plan); // refused: 9,500 yuan lost at 500
        // end
        Assert.Equal(
            "The referrer has 0 orders; 1 is needed: only who has bought may refer. "
            + "The referrer's stage is interaction, but rapport is needed.",
            why);
        Assert.True(isKnown);
        Assert.Equal(Money.Yuan(240m), perGenuine);
        Assert.Equal(Money.Yuan(-9_500m), verdict.Reasons[0].Found.Content);
    }
}
