using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Membership;

public sealed class MembershipPlanTests
{
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly LocalDate Start = new(2024, 1, 10);
    private static readonly string[] Codes = ["base", "silver", "gold", "black"];
    private static readonly EarningPeriod[] Periods = [EarningPeriod.Lifetime, EarningPeriod.CalendarYear, EarningPeriod.RollingDays(20)];

    [Fact]
    public void Assess_EveryTierEarnedDayAndRule_AgreesWithThePlainTable()
    {
        // Validity ends on day 9, grace on day 12, both counted from the start.
        MembershipMove[] moves = [MembershipMove.Joined, MembershipMove.Rose, MembershipMove.Renewed, MembershipMove.Fell, MembershipMove.Replaced];
        foreach ((DowngradeRule rule, int tier, int earned, int day, MembershipMove move) in
            from rule in Enum.GetValues<DowngradeRule>()
            from tier in Enumerable.Range(0, 4)
            from earned in Enumerable.Range(0, 4)
            from day in Enumerable.Range(-1, 16)
            from move in moves
            select (rule, tier, earned, day, move))
        {
            var previous = MembershipStanding.Create(Codes[tier], move, Start, Start.PlusDays(9));
            MembershipAssessment assessment = Plan(EarningPeriod.Lifetime, rule).Assess(Earned((day, earned * 100m), day), previous);
            int expected = day < 0 ? tier : earned > tier ? earned : day <= 12 || earned == tier || rule == DowngradeRule.Never ? tier
                : rule == DowngradeRule.OneStep ? tier - 1 : earned;
            bool begins = day >= 0 && (earned > tier || (day > 9 && earned == tier) || expected < tier);
            Assert.Equal(Codes[expected], assessment.Standing.Tier);
            Assert.Equal(begins ? Start.PlusDays(day) : Start, assessment.Standing.Since);
            Assert.Equal(begins ? Start.PlusDays(day + 9) : Start.PlusDays(9), assessment.Standing.ValidUntil);
            Assert.Equal(
                !begins ? move : earned > tier ? MembershipMove.Rose : earned == tier ? MembershipMove.Renewed : MembershipMove.Fell,
                assessment.Standing.Move);
            Assert.NotEmpty(assessment.Reasons);
        }
    }

    [Fact]
    public void Assess_RandomHistories_AgreeWithThePlainModelAndKeepTheInvariants() => Prop.ForAll(
        Arb.From(
            from rule in Gen.Elements(Enum.GetValues<DowngradeRule>())
            from period in Gen.Elements(Periods)
            from gifts in Gen.Choose(0, 60).SelectMany(static day => Gen.Choose(1, 250), static (day, amount) => (Day: day, Amount: (decimal)amount)).ListOf()
            from asked in Gen.Choose(0, 90).ListOf()
            select (rule, period, gifts, asked)),
        static history =>
        {
            MembershipPlan plan = Plan(history.period, history.rule);
            MembershipStanding? standing = null;
            (int Tier, LocalDate Since, LocalDate Until)? plain = null;
            foreach (int day in history.asked.Order())
            {
                MemberEarnings earnings = Earnings(history.gifts, day);
                MembershipAssessment now = plan.Assess(earnings, standing);
                int before = standing is null ? 0 : Array.IndexOf(Codes, standing.Tier);
                decimal sum = PlainSum(history.period, history.gifts, Start.PlusDays(day));
                plain = PlainNext(plain, Math.Min(3, (int)(sum / 100m)), Start.PlusDays(day), history.rule);
                int tier = Array.IndexOf(Codes, now.Standing.Tier);
                Assert.Equal(plain.Value, (tier, now.Standing.Since, now.Standing.ValidUntil));
                Assert.Equal(sum, now.Earned);
                Assert.Equal(now, plan.Assess(earnings, now.Standing));
                Assert.InRange(tier, 0, Math.Max(before, Math.Min(3, (int)(sum / 100m))));
                Assert.True(standing is null || tier >= before || Start.PlusDays(day) > standing.ValidUntil.PlusDays(3));
                standing = now.Standing;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Needs_RandomHistories_AreEnoughAndNoLessIs() => Prop.ForAll(
        Arb.From(
            from period in Gen.Elements(Periods)
            from gifts in Gen.Choose(0, 30).SelectMany(static day => Gen.Choose(1, 250), static (day, amount) => (Day: day, Amount: (decimal)amount)).ListOf()
            from asked in Gen.Choose(0, 30)
            from later in Gen.Choose(0, 12)
            select (period, gifts, asked, later)),
        static history =>
        {
            MembershipPlan plan = Plan(history.period, DowngradeRule.ToEarned);
            List<(int Day, decimal Amount)> seen = [.. history.gifts.Where(g => g.Day <= history.asked)];
            MembershipStanding joined = plan.Assess(Earnings(seen, history.asked)).Standing;
            int today = history.asked + history.later;
            MembershipAssessment now = plan.Assess(Earnings(seen, today), joined);
            if (now.ToStay is { } stay)
            {
                int check = Days(now.Standing.ValidUntil) + 3 + 1;
                Assert.Equal(now.Standing.Tier, TierAfter(plan, seen, stay.Amount, Days(stay.By!.Value), check, now.Standing));
                Assert.True(stay.Amount == 0m || Array.IndexOf(Codes, TierAfter(plan, seen, stay.Amount - 0.01m, Days(stay.By.Value), check, now.Standing)) <
                    Array.IndexOf(Codes, now.Standing.Tier));
            }

            if (now.ToRise is { } rise)
            {
                int by = rise.By is { } last ? Days(last) : today;
                Assert.Equal(rise.Tier, TierAfter(plan, seen, rise.Amount, by, by, null));
                Assert.NotEqual(rise.Tier, TierAfter(plan, seen, rise.Amount - 0.01m, by, by, null));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_ThroughAYear_JoinsRisesIsHeldAndFalls()
    {
        MembershipPlan plan = Plan(EarningPeriod.RollingDays(20), DowngradeRule.OneStep);
        MembershipAssessment joined = plan.Assess(Earned((0, 250m), 0));
        Assert.Equal(("gold", MembershipMove.Joined, MembershipHold.Earned), (joined.Standing.Tier, joined.Standing.Move, joined.Hold));
        Assert.Equal(new MembershipNeedText("black", 50m, Start.PlusDays(19)), Text(joined.ToRise));

        MembershipStanding old = MembershipStanding.Create("gold", MembershipMove.Rose, Start, Start.PlusDays(9));
        MembershipAssessment held = plan.Assess(Earned((0, 1m), 5), old);
        Assert.Equal((MembershipHold.Valid, old), (held.Hold, held.Standing));
        Assert.Equal(new MembershipNeedText("gold", 199m, Start.PlusDays(12)), Text(held.ToStay));
        Assert.Equal(MembershipHold.Grace, plan.Assess(Earned((0, 1m), 12), old).Hold);
        MembershipAssessment fallen = plan.Assess(Earned((0, 1m), 13), old);
        Assert.Equal(("silver", MembershipMove.Fell), (fallen.Standing.Tier, fallen.Standing.Move));
        Assert.Equal("有效期与宽限期已过，2024-01-23 降级为 silver。", fallen.Reasons[0].ToString(Language.SimplifiedChinese));
        Assert.Equal(MembershipHold.Kept, Plan(EarningPeriod.RollingDays(20), DowngradeRule.Never).Assess(Earned((0, 1m), 40), old).Hold);
    }

    [Fact]
    public void Assess_TierThatLeftThePlan_TheEarnedOneTakesItsPlace()
    {
        MembershipStanding gone = MembershipStanding.Create("bronze", MembershipMove.Rose, Start, Start.PlusDays(9));
        MembershipAssessment assessment = Plan(EarningPeriod.Lifetime, DowngradeRule.OneStep).Assess(Earned((0, 100m), 1), gone);
        Assert.Equal(("silver", MembershipMove.Replaced), (assessment.Standing.Tier, assessment.Standing.Move));
        Assert.Equal("membership.tier_replaced", assessment.Reasons[0].Code);
    }

    [Fact]
    public void CalendarYear_IsTheShops_AndCountsUpToTheEndOfTheNext()
    {
        // 2024-12-31 17:00 UTC is the new year in Shanghai.
        Instant newYear = Instant.FromUtc(2024, 12, 31, 17, 0);
        decimal EarnedOn(Instant at) => MemberEarnings.Of(EarnedBasis.PointsEarned, [new Earning(newYear, 7m)], at, Shop).EarnedIn(EarningPeriod.CalendarYear);
        Assert.Equal(0m, EarnedOn(newYear - Duration.Epsilon));
        Assert.Equal(7m, EarnedOn(newYear));
        Assert.Equal(7m, EarnedOn(Instant.FromUtc(2026, 12, 31, 15, 59)));
        Assert.Equal(0m, EarnedOn(Instant.FromUtc(2026, 12, 31, 16, 0)));
    }

    [Fact]
    public void Earnings_FromFacts_AreSpendAndOrdersThatStand_AndNeverABalance()
    {
        CustomerFacts nobody = CustomerHistory.Empty(CustomerId.From("ann")).FactsAt(At(0), Shop);
        Assert.Equal(0m, MemberEarnings.From(nobody, EarnedBasis.Spend).EarnedIn(EarningPeriod.Lifetime));
        CustomerFacts ann = CustomerHistory.From(
            CustomerId.From("ann"),
            [
                new OrderPaid(CustomerEventId.From("e1"), CustomerId.From("ann"), At(0), OrderId.From("o1"), Money.Yuan(30m)),
                new OrderPaid(CustomerEventId.From("e2"), CustomerId.From("ann"), At(0), OrderId.From("o2"), Money.Yuan(20m)),
                new OrderRefunded(CustomerEventId.From("e3"), CustomerId.From("ann"), At(1), OrderId.From("o2"), Money.Yuan(20m)),
            ]).FactsAt(At(2), Shop);
        Assert.Equal(30m, MemberEarnings.From(ann, EarnedBasis.Spend).EarnedIn(EarningPeriod.Lifetime));
        Assert.Equal(1m, MemberEarnings.From(ann, EarnedBasis.Orders).EarnedIn(EarningPeriod.RollingDays(3)));
        Assert.Equal(0m, MemberEarnings.From(ann, EarnedBasis.Orders).EarnedIn(EarningPeriod.RollingDays(2)));
        Assert.Throws<ArgumentException>(() => MemberEarnings.From(ann, EarnedBasis.PointsEarned));
        Assert.Throws<ArgumentException>(() => Plan(EarningPeriod.Lifetime, DowngradeRule.Never).Assess(MemberEarnings.From(ann, EarnedBasis.Orders)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Earning(At(0), -5m));
        Assert.Throws<ArgumentException>(() => MemberEarnings.Of(EarnedBasis.Spend, [default], At(0), Shop));
        Assert.Throws<ArgumentException>(() => MemberEarnings.Of(EarnedBasis.None, [], At(0), Shop));
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether() => Assert.Equal(
        ["basis", "validityDays", "graceDays", "downgrade", "tiers[0]", "tiers[1]", "tiers[1]"],
        Assert.Throws<InvalidPolicyException>(() => MembershipPlan.Create(
            EarnedBasis.None, EarningPeriod.Lifetime, [MembershipTier.Create("a", 5m), MembershipTier.Create("a", 5m)], 0, -1, (DowngradeRule)9))
            .Mistakes.Select(static v => v.Place));

    private static MembershipPlan Plan(EarningPeriod period, DowngradeRule rule) => MembershipPlan.Create(
        EarnedBasis.PointsEarned, period, Codes.Select(static (code, i) => MembershipTier.Create(code, i * 100m)), validityDays: 10, graceDays: 3, rule);

    private static Instant At(int day) => Start.PlusDays(day).At(new LocalTime(12, 0)).InZoneStrictly(Shop.Zone).ToInstant();

    private static int Days(LocalDate date) => Period.DaysBetween(Start, date);

    private static MemberEarnings Earned((int Day, decimal Amount) one, int asked) => Earnings(one.Amount == 0m ? [] : [one], asked);

    private static MemberEarnings Earnings(IEnumerable<(int Day, decimal Amount)> gifts, int asked) =>
        MemberEarnings.Of(EarnedBasis.PointsEarned, gifts.Select(static g => new Earning(At(g.Day), g.Amount)), At(asked), Shop);

    private static string TierAfter(
        MembershipPlan plan, List<(int Day, decimal Amount)> seen, decimal more, int on, int asked, MembershipStanding? standing) =>
        plan.Assess(Earnings(more > 0m ? [.. seen, (on, more)] : seen, asked), standing).Standing.Tier;

    private static decimal PlainSum(EarningPeriod period, IEnumerable<(int Day, decimal Amount)> gifts, LocalDate today)
    {
        decimal lifetime = 0m;
        decimal rolling = 0m;
        var years = new Dictionary<int, decimal> { [today.Year] = 0m, [today.Year - 1] = 0m };
        foreach ((int day, decimal amount) in gifts.Where(g => Start.PlusDays(g.Day) <= today))
        {
            LocalDate date = Start.PlusDays(day);
            lifetime += amount;
            rolling += Period.DaysBetween(date, today) < 20 ? amount : 0m;
            years[date.Year] += amount;
        }

        return period == EarningPeriod.Lifetime ? lifetime : period == EarningPeriod.CalendarYear ? years.Values.Max() : rolling;
    }

    private static (int Tier, LocalDate Since, LocalDate Until) PlainNext(
        (int Tier, LocalDate Since, LocalDate Until)? old, int earned, LocalDate today, DowngradeRule rule)
    {
        LocalDate until = today.PlusDays(9);
        if (old is not var (tier, since, end) || earned > tier)
        {
            return (earned, today, until);
        }

        bool over = today > end;
        if (over && earned == tier)
        {
            return (tier, today, until);
        }

        bool falls = today > end.PlusDays(3) && rule != DowngradeRule.Never;
        return falls ? (rule == DowngradeRule.ToEarned ? earned : tier - 1, today, until) : (tier, since, end);
    }

    private static MembershipNeedText? Text(MembershipNeed? need) => need is { } n ? new(n.Tier!, n.Amount, n.By) : null;

    private sealed record MembershipNeedText(string Tier, decimal Amount, LocalDate? By);
}
