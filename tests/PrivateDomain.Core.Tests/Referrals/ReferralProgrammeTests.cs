using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class ReferralProgrammeTests
{
    [Fact]
    public void Create_EverythingWrong_NamesAllMistakesTogether()
    {
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(static () => ReferralProgramme.Create(
            " x", ReferralMechanic.None, ReferralLogic.None, (PayTrigger)9, Money.Yuan(-1m), Gift.Virtual(Money.Of(1m, Currency.Jpy)), Money.Yuan(-2m), Sample.Ends, Sample.Begins));
        Assert.Equal(
            ["name", "mechanic", "logic", "paidPer", "reward", "hook", "budget", "budget", "ends"],
            thrown.Mistakes.Select(static v => v.Place));
        Assert.Equal("programme.ends_before_it_begins", thrown.Mistakes[^1].Reason.Code);
    }

    [Fact]
    public void Create_BudgetInAnotherCurrency_IsRefused() =>
        Assert.Equal("programme.currencies_differ", Assert.Single(Assert.Throws<InvalidPolicyException>(static () => ReferralProgramme.Create(
            "x", ReferralMechanic.RedPacket, ReferralLogic.ReturnOnInvestment, PayTrigger.PerJoin, Money.Yuan(1m), Sample.EBook,
            Money.Of(100m, Currency.Jpy), Sample.Begins, Sample.Ends)).Mistakes).Reason.Code);

    [Fact]
    public void Limits_AllTooSmall_NamesAllMistakesTogether()
    {
        Duration less = Duration.FromTicks(-1);
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => ReferralLimits.Create(0, less, 0, Duration.Zero, 0, 0, less, less));
        Assert.Equal(
            ["rewardsPerReferrerMax", "coolDown", "velocityMax", "velocityWindow", "householdMax", "helpersNeeded", "returnWindow", "testPeriod"],
            thrown.Mistakes.Select(static v => v.Place));
        Assert.Equal(
            ["programme.too_great"],
            Assert.Throws<InvalidPolicyException>(static () => ReferralLimits.Create(testPeriod: Duration.MaxValue)).Mistakes.Select(static v => v.Reason.Code));
    }

    [Fact]
    public void Limits_Default_HasTheFiguresOfTheArticles()
    {
        Assert.Equal(3, ReferralLimits.Default.HelpersNeeded);
        Assert.Equal(Duration.FromDays(30), ReferralLimits.Default.TestPeriod);
        Assert.Equal(ReferralLimits.Default, Sample.Programme().Limits);
    }

    [Fact]
    public void StepsOf_EveryMechanic_CountsAtTheFriendsStepAndCostsHookAndRewardOnce() => Assert.All(
        Enum.GetValues<ReferralMechanic>().Where(static m => m != ReferralMechanic.None),
        static mechanic =>
        {
            Assert.Single(ReferralMechanics.StepsOf(mechanic), static step => step.Counts);
            Assert.True(ReferralMechanics.StepsOf(mechanic).Single(static step => step.Counts).IsFriends);
            Assert.False(ReferralMechanics.StepsOf(mechanic)[0].IsFriends);
            ReferralProgramme programme = Sample.Programme(hook: Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m)));
            Assert.Equal(Money.Yuan(34m), ReferralMechanics.StepsOf(mechanic).Aggregate(Money.Yuan(0m), (sum, step) => sum + step.CostIn(programme)));
            Assert.All(ReferralMechanics.StepsOf(mechanic), static step => Assert.False(step.Name == default));
        });

    [Fact]
    public void Names_OfEveryValue_AreThere()
    {
        Assert.All(Enum.GetValues<ReferralState>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<RewardState>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<RefereeConsequence>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<ReferralMechanic>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<ReferralLogic>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<PayTrigger>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<NewcomerQuality>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.Equal("person, phone, device, address, payment account", IdentityKinds.All.Name().English);
        Assert.Equal("nothing", IdentityKinds.None.Name().English);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((IdentityKinds)64).Name());
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((RewardState)64).Name());
    }

    [Fact]
    public void StepsOf_NoMechanic_IsEmpty()
    {
        Assert.Empty(ReferralMechanics.StepsOf(default));
        Assert.Empty(ReferralMechanics.StepsOf((ReferralMechanic)77));
    }

    [Fact]
    public void Code_EverythingWrong_NamesAllMistakesTogether() => Assert.Equal(
        ["text", "referrer", "ends"],
        Assert.Throws<InvalidPolicyException>(static () => ReferralCode.Create("", Sample.Programme(), default, Sample.Now, Sample.Now)).Mistakes.Select(static v => v.Place));

    [Fact]
    public void Code_WithoutTimes_HoldsWithTheProgramme() =>
        Assert.Equal(new Interval(Sample.Begins, Sample.Ends), ReferralCode.Create("A1", Sample.Programme(), Sample.Referrer).Holds);
}
