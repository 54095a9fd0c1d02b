using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Membership;

public sealed class MembershipPolicyTests
{
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly LocalDate Start = new(2024, 1, 10);
    private static readonly string[] Codes = ["base", "silver", "gold", "black"];
    private static readonly EarningPeriod[] Periods = [EarningPeriod.Lifetime, EarningPeriod.CalendarYear, EarningPeriod.RollingDays(20)];

    // The sentences of the domain, day by day: rise at once, a term at the end of the validity, fall after the grace.
    [Fact]
    public void Assess_RandomHistories_AgreeWithTheSentencesDayByDay() => Prop.ForAll(
        Arb.From(
            from rule in Gen.Elements(Enum.GetValues<DowngradeRule>())
            from period in Gen.Elements(Periods)
            from gifts in Gen.Choose(0, 60).SelectMany(static day => Gen.Choose(1, 250), static (day,
                amount) => (Day: day, Amount: (decimal)amount)).ListOf()
            from asked in Gen.Choose(0, 120)
            select (rule, period, gifts, asked)),
        static history =>
        {
            MembershipAssessment now = Policy(history.period, history.rule).Assess(Earnings(history.gifts, history.asked));
            List<(int Day, decimal Amount)> seen = [.. history.gifts.Where(g => g.Day <= history.asked)];
            int first = seen.Count == 0 ? history.asked : seen.Min(static g => g.Day);
            (int Tier, LocalDate Since, LocalDate Until)? plain = null;
            for (int day = first; day <= history.asked; day++)
            {
                decimal sum = PlainSum(history.period, seen, Start.PlusDays(day));
                plain = PlainNext(plain, Math.Min(3, (int)(sum / 100m)), Start.PlusDays(day), history.rule);
                Assert.True(day < history.asked || sum == now.Earned);
            }

            Assert.Equal(plain!.Value, (Array.IndexOf(Codes, now.Tier), now.Since, now.ValidUntil));
            Assert.NotEmpty(now.Reasons);
            Assert.NotEqual(MembershipHold.Unknown, now.Hold);
        }).Holds(300);

    [Fact]
    public void Assess_WhatARefundTookBack_IsGoneAtOnce_WhatLapsesHasItsGrace()
    {
        // 6,000 earned on day 0 and all refunded on day 2: no tier from the refund on.
        CustomerId ann = CustomerId.From("ann");
        OrderId order = OrderId.From("o1");
        CustomerHistory history = CustomerHistory.From(ann, [
            new OrderPaid(CustomerEventId.From("e1"), ann, At(0), order, Money.Yuan(6_000m)),
            new OrderRefunded(CustomerEventId.From("e2"), ann, At(2), order, Money.Yuan(6_000m))]);
        MembershipPolicy policy = MembershipPolicy.Create(new MembershipOptions
        {
            Basis = EarnedBasis.Spend,
            Period = EarningPeriod.RollingDays(20),
            Tiers = [new MembershipTier { Code = "base", Threshold = 0m }, new MembershipTier { Code = "gold", Threshold = 5_000m }],
            ValidityDays = 10,
            GraceDays = 3,
        });
        string TierAt(Instant at, CustomerHistory of) => policy.Assess(MemberEarnings.From(of.FactsAt(at, Shop), EarnedBasis.Spend)).Tier;
        Assert.Equal("gold", TierAt(At(2) - Duration.Epsilon, history));
        Assert.Equal("base", TierAt(At(2), history));

        // Without the refund it lapses on day 20; renewed on day 10, it is valid up to day 19 and in grace up to day 22.
        CustomerHistory kept = CustomerHistory.From(ann, [new OrderPaid(
            CustomerEventId.From("e1"), ann, At(0), order, Money.Yuan(6_000m))]);
        Assert.Equal("gold", TierAt(At(22), kept));
        Assert.Equal("base", TierAt(At(23), kept));
    }

    [Fact]
    public void Assess_LastValidDayAndLastDayOfGrace_BothSides()
    {
        MembershipPolicy policy = Policy(EarningPeriod.RollingDays(5), DowngradeRule.ToEarned);
        Assert.Equal(MembershipHold.Earned, policy.Assess(Earned((0, 200m), 4)).Hold);
        Assert.Equal(MembershipHold.Valid, policy.Assess(Earned((0, 200m), 5)).Hold);
        Assert.Equal(MembershipHold.Valid, policy.Assess(Earned((0, 200m), 9)).Hold);
        Assert.Equal(MembershipHold.Grace, policy.Assess(Earned((0, 200m), 10)).Hold);
        Assert.Equal(
            ("gold", MembershipHold.Grace), (policy.Assess(Earned((0, 200m), 12)).Tier, policy.Assess(Earned((0, 200m), 12)).Hold));
        Assert.Equal(("base", MembershipMove.Fell), (policy.Assess(Earned((0, 200m), 13)).Tier, policy.Assess(Earned((0, 200m), 13)).Move));
    }

    [Fact]
    public void Needs_RandomHistories_AreEnoughAndNoLessIs() => Prop.ForAll(
        Arb.From(
            from period in Gen.Elements(Periods)
            from gifts in Gen.Choose(0, 30).SelectMany(static day => Gen.Choose(1, 250), static (day,
                amount) => (Day: day, Amount: (decimal)amount)).ListOf()
            from today in Gen.Choose(0, 42)
            select (period, gifts, today)),
        static history =>
        {
            MembershipPolicy policy = Policy(history.period, DowngradeRule.ToEarned);
            List<(int Day, decimal Amount)> seen = [.. history.gifts.Where(g => g.Day <= history.today)];
            MembershipAssessment now = policy.Assess(Earnings(seen, history.today));
            if (now.ToStay is { } stay)
            {
                // To rise at once by it would begin a new term, which is staying too.
                int check = Days(now.ValidUntil) + 3 + 1;
                Assert.True(
                    Array.IndexOf(Codes, TierAfter(policy, seen, stay.Amount, Days(stay.By!.Value), check)) >= Array.IndexOf(
                        Codes, now.Tier));
                Assert.True(stay.Amount == 0m
                    || Array.IndexOf(Codes, TierAfter(policy, seen, stay.Amount - 0.01m, Days(stay.By.Value), check)) < Array.IndexOf(
                        Codes, now.Tier));
            }

            if (now.ToRise is { } rise)
            {
                int by = rise.By is { } last ? Days(last) : history.today;
                Assert.True(
                    PlainSum(history.period, [.. seen, (by, rise.Amount)], Start.PlusDays(by)) >= 100m * Array.IndexOf(Codes, rise.Tier));
                Assert.True(rise.Amount == 0m
                    || PlainSum(history.period, [.. seen, (history.today, rise.Amount - 0.01m)], Start.PlusDays(
                        history.today)) < 100m * Array.IndexOf(Codes, rise.Tier)
                    || history.period == EarningPeriod.CalendarYear);
            }
        }).Holds(200);

    [Fact]
    public void CalendarYear_IsTheShops_AndCountsUpToTheEndOfTheNext()
    {
        // 2024-12-31 17:00 UTC is the new year in Shanghai.
        Instant newYear = Instant.FromUtc(2024, 12, 31, 17, 0);
        decimal EarnedOn(Instant at) => MemberEarnings.From(EarnedBasis.PointsEarned, [new Earning(newYear, 7m)], at, Shop).EarnedIn(
            EarningPeriod.CalendarYear);
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
        Assert.Throws<ArgumentException>(
            () => Policy(EarningPeriod.Lifetime, DowngradeRule.Never).Assess(MemberEarnings.From(ann, EarnedBasis.Orders)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Earning(At(0), -5m));
        Assert.Throws<ArgumentException>(() => MemberEarnings.From(EarnedBasis.Spend, [default], At(0), Shop));
        Assert.Throws<ArgumentException>(() => MemberEarnings.From(EarnedBasis.None, [], At(0), Shop));
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        var wrong = new MembershipOptions
        {
            Tiers = [new MembershipTier { Code = "a", Threshold = 5m }, new MembershipTier { Code = "a", Threshold = 5m }],
            ValidityDays = 0,
            GraceDays = -1,
            Downgrade = (DowngradeRule)9,
        };
        string[] places = [.. Assert.Throws<InvalidPolicyException>(() => MembershipPolicy.Create(wrong)).Mistakes.Select(
            static m => m.Place)];
        Assert.Equal(["basis", "validityDays", "graceDays", "downgrade"], places[..4]);
        Assert.Equal(["tiers[0].threshold", "tiers[1].threshold"], places[^2..]);
        Assert.False(MembershipPolicy.TryCreate(wrong, out MembershipPolicy? none, out var mistakes));
        Assert.Null(none);
        Assert.Equal(places, mistakes.Select(static m => m.Place));
        Assert.NotEmpty(
            Assert.Throws<InvalidPolicyException>(static () => MembershipPolicy.Create(
                new MembershipOptions { Basis = EarnedBasis.Spend })).Mistakes);
        Assert.NotEmpty(Assert.Throws<InvalidPolicyException>(static () => MembershipPolicy.Create(new MembershipOptions
        {
            Basis = EarnedBasis.Spend,
            Tiers = [new MembershipTier { Code = "base", Threshold = 0m, Benefits = [null!] }],
        })).Mistakes);
    }

    [Fact]
    public void Assess_WhereNobodyFalls_ATierThatLapsedIsKept()
    {
        MembershipPolicy policy = Policy(EarningPeriod.RollingDays(5), DowngradeRule.Never);
        Assert.Equal(MembershipHold.Valid, policy.Assess(Earned((0, 200m), 9)).Hold);
        MembershipAssessment kept = policy.Assess(Earned((0, 200m), 10));
        Assert.Equal(("gold", MembershipHold.Kept), (kept.Tier, kept.Hold));
        Assert.Equal(MembershipHold.Kept, policy.Assess(Earned((0, 200m), 500)).Hold);
        Assert.Contains("membership.never_falls", kept.Reasons.Select(static reason => reason.Code));
    }

    [Fact]
    public void Earnings_OfNothingOrOfNoBasis_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amount", static () => new Earning(At(0), 0m));
        Assert.Equal(0.01m, new Earning(At(0), 0.01m).Amount);
        foreach (EarnedBasis basis in new[] { EarnedBasis.None, (EarnedBasis)9 })
        {
            Assert.Throws<ArgumentException>("basis", () => MemberEarnings.From(basis, [], At(0), Shop));
        }

        Assert.All(Enum.GetValues<EarnedBasis>()[1..], static basis => Assert.NotNull(MemberEarnings.From(basis, [], At(0), Shop)));
    }

    [Fact]
    public void Policies_OfEqualOptions_AreEqual()
    {
        Assert.Equal(Policy(EarningPeriod.Lifetime, DowngradeRule.Never), Policy(EarningPeriod.Lifetime, DowngradeRule.Never));
        Assert.NotEqual(Policy(EarningPeriod.Lifetime, DowngradeRule.Never), Policy(EarningPeriod.Lifetime, DowngradeRule.OneStep));
        Assert.Equal(
            Policy(EarningPeriod.Lifetime, DowngradeRule.Never).GetHashCode(), Policy(EarningPeriod.Lifetime, DowngradeRule.Never)
                .GetHashCode());
    }

    private static MembershipPolicy Policy(EarningPeriod period, DowngradeRule rule) => MembershipPolicy.Create(new MembershipOptions
    {
        Basis = EarnedBasis.PointsEarned,
        Period = period,
        Tiers = [.. Codes.Select(static (code, i) => new MembershipTier { Code = code, Threshold = i * 100m })],
        ValidityDays = 10,
        GraceDays = 3,
        Downgrade = rule,
    });

    private static Instant At(int day) => Start.PlusDays(day).At(new LocalTime(12, 0)).InZoneStrictly(Shop.Zone).ToInstant();

    private static int Days(LocalDate date) => Period.DaysBetween(Start, date);

    private static MemberEarnings Earned((int Day, decimal Amount) one, int asked) => Earnings(one.Amount == 0m ? [] : [one], asked);

    private static MemberEarnings Earnings(IEnumerable<(int Day, decimal Amount)> gifts, int asked) =>
        MemberEarnings.From(EarnedBasis.PointsEarned, gifts.Select(static g => new Earning(At(g.Day), g.Amount)), At(asked), Shop);

    private static string TierAfter(MembershipPolicy policy, List<(int Day, decimal Amount)> seen, decimal more, int on, int asked) =>
        policy.Assess(Earnings(more > 0m ? [.. seen, (on, more)] : seen, asked)).Tier;

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
}
