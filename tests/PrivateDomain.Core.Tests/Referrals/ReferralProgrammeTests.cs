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
        ReferralProgrammeOptions wrong = Sample.Programme().Options with
        {
            Name = " x",
            Mechanic = ReferralMechanic.None,
            Logic = ReferralLogic.None,
            PaidPer = (PayTrigger)9,
            Reward = Money.Yuan(-1m),
            Hook = Gift.Virtual(Money.From(1m, Currency.Jpy)),
            Budget = Money.Yuan(-2m),
            Begins = Sample.Ends,
            Ends = Sample.Ends,
        };
        string[] places = ["name", "mechanic", "logic", "paidPer", "reward", "hook", "budget", "budget", "ends"];
        Assert.Equal(
            places, Assert.Throws<InvalidPolicyException>(() => ReferralProgramme.Create(wrong)).Mistakes.Select(static m => m.Place));
        Assert.False(ReferralProgramme.TryCreate(wrong, out _, out var mistakes));
        Assert.Equal(places, mistakes.Select(static m => m.Place));
        Assert.True(ReferralProgramme.TryCreate(wrong with
        {
            Name = "x",
            Mechanic = ReferralMechanic.RedPacket,
            Logic = ReferralLogic.ReturnOnInvestment,
            PaidPer = PayTrigger.PerJoin,
            Reward = Money.Yuan(0m),
            Hook = Sample.EBook,
            Budget = Money.Yuan(0m),
            Begins = Sample.Ends - Duration.Epsilon,
        }, out _, out _));
    }

    [Fact]
    public void Create_BudgetInAnotherCurrency_IsRefused() => Assert.Equal(
        ["policy.other_currency"],
        Assert.Throws<InvalidPolicyException>(static () => ReferralProgramme.Create(
            Sample.Programme().Options with { Budget = Money.From(100m, Currency.Jpy) })).Mistakes.Select(static m => m.Reason.Code));

    [Fact]
    public void Create_LimitsAllTooSmall_NamesAllMistakesTogether()
    {
        Duration less = -Duration.Epsilon;
        var wrong = new ReferralLimits
        {
            RewardsPerReferrerMax = 0,
            CoolDown = less,
            VelocityMax = 0,
            VelocityWindow = Duration.Zero,
            HouseholdMax = 0,
            HelpersNeeded = 0,
            ReturnWindow = less,
            TestPeriod = less,
        };
        Assert.Equal(
            [
                "limits.rewardsPerReferrerMax", "limits.coolDown", "limits.velocityMax", "limits.velocityWindow", "limits.householdMax",
                "limits.helpersNeeded", "limits.returnWindow", "limits.testPeriod",
            ],
            Assert.Throws<InvalidPolicyException>(() => Sample.Programme(wrong)).Mistakes.Select(static m => m.Place));
        Assert.Equal(
            ["limits.testPeriod"],
            Assert.Throws<InvalidPolicyException>(static () => Sample.Programme(
                new ReferralLimits { TestPeriod = Duration.MaxValue })).Mistakes.Select(static m => m.Place));
        Assert.NotNull(
            Sample.Programme(new ReferralLimits { CoolDown = Duration.Zero, ReturnWindow = Duration.Zero, TestPeriod = Duration.Zero }));
    }

    [Fact]
    public void Limits_Default_HasTheFiguresOfTheArticles()
    {
        Assert.Equal(3, new ReferralLimits().HelpersNeeded);
        Assert.Equal(Duration.FromDays(30), new ReferralLimits().TestPeriod);
        Assert.Equal(new ReferralLimits(), Sample.Programme().Options.Limits);
    }

    [Fact]
    public void StepsOf_EveryMechanic_CountsAtTheFriendsStepAndCostsHookAndRewardOnce() => Assert.All(
        Enum.GetValues<ReferralMechanic>().Where(static m => m != ReferralMechanic.None),
        static mechanic =>
        {
            Assert.Single(ReferralMechanics.StepsOf(mechanic), static step => step.Counts);
            Assert.True(ReferralMechanics.StepsOf(mechanic).Single(static step => step.Counts).IsFriends);
            Assert.False(ReferralMechanics.StepsOf(mechanic)[0].IsFriends);
            ReferralProgramme programme = Sample.Programme(hook: Gift.Physical(
                Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m)));
            Assert.Equal(
                Money.Yuan(34m), ReferralMechanics.StepsOf(mechanic).Aggregate(
                    Money.Yuan(0m), (sum, step) => sum + step.CostIn(programme)));
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
    public void Code_PartWrong_NamesIt()
    {
        Assert.Throws<ArgumentException>("text", static () => ReferralCode.From("", Sample.Programme(), Sample.Referrer));
        Assert.Throws<ArgumentException>("referrer", static () => ReferralCode.From("A1", Sample.Programme(), default));
        Assert.Throws<ArgumentException>(
            "ends", static () => ReferralCode.From("A1", Sample.Programme(), Sample.Referrer, Sample.Now, Sample.Now));
        Assert.Equal(
            Sample.Now + Duration.Epsilon,
            ReferralCode.From("A1", Sample.Programme(), Sample.Referrer, Sample.Now, Sample.Now + Duration.Epsilon).Holds.End);
    }

    [Fact]
    public void Code_WithoutTimes_HoldsWithTheProgramme() =>
        Assert.Equal(new Interval(Sample.Begins, Sample.Ends), ReferralCode.From("A1", Sample.Programme(), Sample.Referrer).Holds);
}
