using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
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
            programme, now, orders: 0, isFlagged: false, isLinked: true, stage: RelationshipStage.Interaction, hasOpenRefund: false, rewards: 0);
        Decision decision = ReferrerPolicy.Default.Decide(browser);
        string why = string.Join(" ", decision.Reasons); // has not bought; and the stage is too low

        // What a scarf costs when 90 % of those who come are freeloaders.
        HookEconomics scarf = HookEconomics.Create(
            ReferralLogic.ReturnOnInvestment, PayTrigger.PerPurchase, reward: Money.Yuan(0m),
            Gift.Physical(goods: Money.Yuan(15m), storage: Money.Yuan(1m), labour: Money.Yuan(2m), postage: Money.Yuan(6m)),
            ReferralCosts.None(Currency.Cny),
            ReferralFunnel.Create(joinPerInvitation: Ratio.Known(0.15m), purchasePerJoin: Ratio.Known(1m), freeloaderShare: Ratio.Known(0.9m)),
            NewcomerValue.Create(
                firstOrder: Money.Yuan(50m), freeloaderFirstOrder: Money.Yuan(0m), ExpectedContribution.From(Money.Yuan(20m), Ratio.Known(0.8m))));
        bool isKnown = scarf.CostPerGenuine.TryGet(out Money perGenuine);                       // 240 yuan: ten times 24
        Decision verdict = scarf.Decide(ReferralPlan.Create(500, redLine: Money.Yuan(0m), cashHorizon: 12)); // refused: 9,500 yuan lost at 500
        // end
        Assert.Equal(
            "The referrer has 0 orders; 1 is needed: only who has bought may refer. The referrer's stage is interaction, but rapport is needed.", why);
        Assert.True(isKnown);
        Assert.Equal(Money.Yuan(240m), perGenuine);
        Assert.Equal(Money.Yuan(-9_500m), verdict.Reasons[0].Found.Content);
    }
}
