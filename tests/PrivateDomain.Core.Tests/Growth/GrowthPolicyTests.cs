using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Growth;

[Text]
public sealed class GrowthPolicyTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 6, 10, 0, 0);
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);

    [Fact]
    public void Assess_EveryLinkHolds_Scales()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(Figures());
        Assert.Equal(GrowthVerdict.Scale, assessment.Verdict);
        Assert.Equal(GrowthPhase.ZeroToOne, assessment.Phase);
        Assert.Empty(assessment.Reasons);
        Assert.Empty(assessment.FailingLinks);
        Assert.Null(assessment.Act);
        Assert.Equal(8, assessment.Readings.Length);
        Assert.Equal(assessment, GrowthPolicy.Default.Assess(Figures()));
        Assert.Equal(assessment.GetHashCode(), GrowthPolicy.Default.Assess(Figures()).GetHashCode());
    }

    [Fact]
    public void Assess_FailingLinks_AreNamedTheWeakestFirst_AndRepaired()
    {
        // Reception reaches 60 ÷ 80, the ticket 50 ÷ 100.
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(Figures(reception: 0.6m, ticket: 50m));
        Assert.Equal(GrowthVerdict.Repair, assessment.Verdict);
        Assert.Equal([GrowthLink.Cost, GrowthLink.Reception], assessment.FailingLinks);
        Assert.Equal(
            [GrowthReasons.TicketTooLow.With(Ratio.From(0.5m), Ratio.From(1m)),
                GrowthReasons.ReceptionTooLow.With(Ratio.From(0.6m), Ratio.From(0.8m))],
            assessment.Reasons);
    }

    [Fact]
    public void Assess_NeverPaidBack_IsTheWeakestOfAll()
    {
        GrowthAssessment assessment =
            GrowthPolicy.Default.Assess(Figures(reception: 0.1m, retention: 0.8m) with { RetainedCustomers = 20_000 });
        Assert.Equal(GrowthPhase.TenToHundred, assessment.Phase);
        Assert.Equal("growth.never_paid_back", assessment.Reasons[0].Code);
        Assert.Equal([GrowthLink.Acquisition, GrowthLink.Reception], assessment.FailingLinks);
        Assert.Equal(Ratio.From(0m), assessment.Readings[0].Attainment);
    }

    [Fact]
    public void Assess_NothingMeasured_HoldsAndSaysWhatIsMissing()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures());
        Assert.Equal(GrowthVerdict.Hold, assessment.Verdict);
        Assert.Equal(8, assessment.Reasons.Length);
        Assert.All(assessment.Reasons, static r => Assert.Equal("growth.not_measured", r.Code));
        Assert.Equal(
            [GrowthLink.Acquisition, GrowthLink.Reception, GrowthLink.Interaction, GrowthLink.Conversion, GrowthLink.Cost],
                assessment.UnmeasuredLinks);
    }

    // A known loss fails its link; "not measured" is only what is not known.
    [Theory]
    [InlineData(50d, 0d, GrowthStanding.Fails)]
    [InlineData(50d, -10d, GrowthStanding.Fails)]
    [InlineData(0d, 0d, GrowthStanding.Fails)]
    [InlineData(null, -10d, GrowthStanding.Fails)]
    [InlineData(null, 0d, GrowthStanding.Fails)]
    [InlineData(null, 0.01d, GrowthStanding.NotMeasured)]
    [InlineData(50d, null, GrowthStanding.NotMeasured)]
    [InlineData(0d, 0.01d, GrowthStanding.Holds)]
    [InlineData(50d, 150d, GrowthStanding.Holds)]
    [InlineData(50d, 149d, GrowthStanding.Fails)]
    public void Assess_CostAndLifetimeValue(double? cost, double? value, GrowthStanding expected)
    {
        GrowthAssessment assessment =
            GrowthPolicy.Default.Assess(new GrowthFigures { CustomerCost = Yuan(cost), LifetimeValue = Yuan(value) });
        GrowthReading reading = assessment.Readings.Single(static r => r.Measure == GrowthMeasure.AcquisitionShare);
        Assert.Equal(expected, reading.Standing);
        Assert.Equal(expected == GrowthStanding.Fails, assessment.FailingLinks.Contains(GrowthLink.Acquisition));
        if (value <= 0)
        {
            Assert.Equal(GrowthReasons.WorthNothing.With(Money.Yuan((decimal)value.Value)), assessment.Reasons[0]);
            Assert.Equal(Ratio.From(0m), reading.Attainment);
        }
    }

    [Theory]
    [InlineData(0d, 0d, GrowthStanding.Holds)]
    [InlineData(10d, -5d, GrowthStanding.Holds)] // whatever is sold pays the upkeep
    [InlineData(10d, 10d, GrowthStanding.Holds)]
    [InlineData(9.99d, 10d, GrowthStanding.Fails)]
    [InlineData(10d, null, GrowthStanding.NotMeasured)]
    [InlineData(null, 10d, GrowthStanding.NotMeasured)]
    public void Assess_TicketAndBreakEven(double? ticket, double? least, GrowthStanding expected) => Assert.Equal(
        expected,
        GrowthPolicy.Default.Assess(new GrowthFigures { AverageTicket = Yuan(ticket), BreakEvenTicket = Yuan(least) })
            .Readings.Single(static r => r.Measure == GrowthMeasure.TicketCover).Standing);

    [Fact]
    public void Assess_Extremes_DoNotOverflow()
    {
        Money tiny = Money.Yuan(0.0000000000000000000000000001m);
        Money huge = Money.Yuan(decimal.MaxValue);
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures
        {
            CustomerCost = huge,
            LifetimeValue = tiny,
            AverageTicket = huge,
            BreakEvenTicket = tiny,
            ReceptionRate = Ratio.From(decimal.MaxValue),
            FriendChurn = Ratio.From(decimal.MaxValue),
            RepurchaseRate =
                Ratio.From(decimal.MinValue),
        });
        Assert.Equal(GrowthVerdict.Repair, assessment.Verdict);
        Assert.All(assessment.Reasons, static r => Assert.NotEmpty(r.ToString()));
    }

    [Theory]
    [InlineData(999, 79, GrowthVerdict.Repair)]
    [InlineData(1_000, 79, GrowthVerdict.Hold)]
    [InlineData(10_000, 72, GrowthVerdict.Hold)]
    [InlineData(1_000, 71, GrowthVerdict.Repair)]
    [InlineData(null, 79, GrowthVerdict.Repair)]
    [InlineData(0, 80, GrowthVerdict.Scale)]
    public void Assess_AMeasureFallsShort_DependsOnThePhase(int? retained, int percent, GrowthVerdict expected) =>
        Assert.Equal(expected, GrowthPolicy.Default.Assess(Figures(reception: percent / 100m) with { RetainedCustomers = retained })
            .Verdict);

    // Less is better: 10 % is the most, and 10 % short of it is 1 / 9.
    [Theory]
    [InlineData(0.1, GrowthStanding.Holds)]
    [InlineData(0.1000000001, GrowthStanding.Tolerated)]
    [InlineData(0.1111111111, GrowthStanding.Tolerated)]
    [InlineData(0.1111111112, GrowthStanding.Fails)]
    public void Assess_WhereLessIsBetter_IsToleratedToItsEdge(double churn, GrowthStanding expected) => Assert.Equal(
        expected,
        GrowthPolicy.Default.Assess(new GrowthFigures { FriendChurn = Ratio.From((decimal)churn), RetainedCustomers = 1_000 })
            .Readings.Single(static r => r.Measure == GrowthMeasure.FriendChurn).Standing);

    [Theory]
    [InlineData(0, GrowthPhase.ZeroToOne)]
    [InlineData(999, GrowthPhase.ZeroToOne)]
    [InlineData(1_000, GrowthPhase.OneToTen)]
    [InlineData(9_999, GrowthPhase.OneToTen)]
    [InlineData(10_000, GrowthPhase.TenToHundred)]
    [InlineData(null, GrowthPhase.ZeroToOne)]
    public void Assess_RetainedCustomers_TellThePhase(int? retained, GrowthPhase phase) =>
        Assert.Equal(phase, GrowthPolicy.Default.Assess(new GrowthFigures { RetainedCustomers = retained }).Phase);

    [Fact]
    public void Assess_EveryCombinationOfLinks_AgreesWithThePlainRule()
    {
        decimal?[] cases = [null, 0.5m, 0.95m, 1m];
        foreach ((decimal? reception, decimal? ticket, int retained) in from a in cases
                                                                        from b in cases
                                                                        from c in new[] { 0, 1_000,
            10_000 }
                                                                        select (a, b, c))
        {
            decimal?[] both = [reception, ticket];
            decimal least = retained == 0 ? 1m : 0.9m;
            GrowthVerdict expected = both.Any(x => x < least) ? GrowthVerdict.Repair
                : both.Any(static x => x is null or < 1m) ? GrowthVerdict.Hold : GrowthVerdict.Scale;
            GrowthAssessment assessment =
                GrowthPolicy.Default.Assess(Figures(reception * 0.8m, ticket: ticket * 100m) with { RetainedCustomers = retained });
            Assert.Equal(expected, assessment.Verdict);
            Assert.Equal(both.Count(static x => x is not 1m), assessment.Reasons.Length);
        }
    }

    // Monotone: no figure gets worse and the verdict better. Every figure is made worse in turn, over known losses, edges and everything
    // between.
    [Fact]
    public void Assess_AFigureGetsWorse_TheVerdictGetsNoBetter() =>
        Prop.ForAll(Anything.ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), Gen.Elements(Steps).ToArbitrary(),
            static (figures, which, step) =>
        {
            GrowthFigures worse = Worsen(figures, which, step);
            Assert.True(GrowthPolicy.Default.Assess(worse).Verdict <= GrowthPolicy.Default.Assess(figures).Verdict);
        }).Holds(20_000);

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether()
    {
        GrowthOptions wrong = new()
        {
            PaybackPeriodsMax = null,
            AcquisitionShareMax = null,
            ReceptionRateMin = 0m,
            InteractionRateMin = 1.01m,
            FriendChurnMax =
                0m,
            ConversionRateMin = -1m,
            RepurchaseRateMin = 2m,
            TicketCoverMin = 0m,
            OneToTenFrom = 0,
            TenToHundredFrom = 0,
            ToleranceToTen =
                -0.01m,
            ToleranceToHundred = 1m,
        };
        Assert.Equal(
            [
                "receptionRateMin policy.out_of_range", "interactionRateMin policy.out_of_range", "friendChurnMax policy.out_of_range",
                "conversionRateMin policy.out_of_range", "repurchaseRateMin policy.out_of_range", "ticketCoverMin policy.out_of_range",
                "oneToTenFrom policy.out_of_range", "tenToHundredFrom policy.out_of_range", "oneToTenFrom policy.not_in_order",
                "toleranceToTen policy.out_of_range", "toleranceToHundred policy.out_of_range", "paybackPeriodsMax policy.missing",
            ],
            Mistakes(wrong));
        Assert.Equal(["ticketCoverMin policy.missing"], Mistakes(new GrowthOptions { TicketCoverMin = null }));
        Assert.Equal(["interactionRateMin policy.missing"],
            Mistakes(new GrowthOptions { InteractionRateMin = null, FriendChurnMax = null }));
        Assert.Equal(["oneToTenFrom policy.not_in_order"], Mistakes(new GrowthOptions { OneToTenFrom = 5, TenToHundredFrom = 5 }));
        Assert.Empty(Mistakes(new GrowthOptions
        {
            PaybackPeriodsMax = null,
            FriendChurnMax = null,
            ConversionRateMin = null,
            ReceptionRateMin = 1m,
            RepurchaseRateMin =
                1m,
            OneToTenFrom = 1,
            TenToHundredFrom = 2,
            ToleranceToTen = 0m,
            ToleranceToHundred = 0.99m,
        }));
        Assert.Throws<ArgumentNullException>(static () => GrowthPolicy.Create(null!));
        Assert.Equal(GrowthPolicy.Default, GrowthPolicy.Create(new GrowthOptions()));
    }

    [Fact]
    public void Assess_WhatIsNotAskedFor_IsNotRead()
    {
        GrowthPolicy policy = GrowthPolicy.Create(new GrowthOptions { FriendChurnMax = null });
        GrowthAssessment assessment = policy.Assess(Figures() with { FriendChurn = Ratio.From(1m) });
        Assert.Equal((GrowthVerdict.Scale, 7), (assessment.Verdict, assessment.Readings.Length));
    }

    [Fact]
    public void Assess_WrongFigures_AreRefused()
    {
        Assert.Equal("figures", Assert.Throws<ArgumentNullException>(static () => GrowthPolicy.Default.Assess(null!)).ParamName);
        Assert.Equal("figures",
            Assert.Throws<ArgumentOutOfRangeException>(static () =>
            GrowthPolicy.Default.Assess(new GrowthFigures { RetainedCustomers = -1 })).ParamName);
        Assert.Equal("figures",
            Assert.Throws<ArgumentException>(static () => GrowthPolicy.Default.Assess(new GrowthFigures { Parts = [null!] })).ParamName);
        Assert.Equal("figures",
            Assert.Throws<ArgumentException>(static () => GrowthPolicy.Default.Assess(new GrowthFigures { Parts = default })).ParamName);
        Assert.Throws<CurrencyMismatchException>(static () => GrowthPolicy.Default.Assess(
            new GrowthFigures { CustomerCost = Money.Yuan(1m), LifetimeValue = Money.From(1m, Currency.From("USD")) }));
        Assert.Throws<CurrencyMismatchException>(static () => GrowthPolicy.Default.Assess(
            new GrowthFigures { AverageTicket = Money.Yuan(1m), BreakEvenTicket = Money.From(1m, Currency.From("USD")) }));
    }

    private static decimal[] Steps { get; } = [0.0000001m, 0.01m, 0.1m, 0.5m, 1m, 25m];

    private static Gen<decimal> Number =>
        Gen.Elements(-10m, 0m, 0.04m, 0.05m, 0.09m, 0.1m, 0.11m, 0.12m, 0.19m, 0.2m, 0.21m, 0.72m, 0.75m, 0.8m, 0.9m, 1m, 30m, 33m, 36m,
        100m);

    private static Gen<decimal?> Maybe => Gen.Frequency((1, Gen.Constant<decimal?>(null)), (9, Number.Select(static x => (decimal?)x)));

    private static Gen<GrowthFigures> Anything =>
        from numbers in Maybe.ArrayOf(9)
        from payback in Gen.Choose(0, 400)
        from retained in Gen.Elements<long?>(null, 0, 999, 1_000, 10_000)
        select new GrowthFigures
        {
            RetainedCustomers = retained,
            Payback = payback > 350 ? default : PaybackOf(payback),
            CustomerCost = YuanOf(numbers[0]),
            LifetimeValue = YuanOf(numbers[1]),
            ReceptionRate = RatioOf(numbers[2]),
            InteractionRate = RatioOf(numbers[3]),
            FriendChurn = RatioOf(numbers[4]),
            ConversionRate = RatioOf(numbers[5]),
            RepurchaseRate = RatioOf(numbers[6]),
            AverageTicket = YuanOf(numbers[7]),
            BreakEvenTicket = YuanOf(numbers[8]),
        };

    private static GrowthFigures Worsen(GrowthFigures f, int which, decimal by) => which switch
    {
        0 => f with { CustomerCost = f.CustomerCost.Then(m => Money.Yuan(m.Amount + by)) },
        1 => f with { LifetimeValue = f.LifetimeValue.Then(m => Money.Yuan(m.Amount - by)) },
        2 => f with { ReceptionRate = Less(f.ReceptionRate, by) },
        3 => f with { InteractionRate = Less(f.InteractionRate, by) },
        4 => f with { FriendChurn = Less(f.FriendChurn, -by) },
        5 => f with { ConversionRate = Less(f.ConversionRate, by) },
        6 => f with { RepurchaseRate = Less(f.RepurchaseRate, by) },
        7 => f with { AverageTicket = f.AverageTicket.Then(m => Money.Yuan(m.Amount - by)) },
        8 => f with { BreakEvenTicket = f.BreakEvenTicket.Then(m => Money.Yuan(m.Amount + by)) },
        9 => f with { RetainedCustomers = f.RetainedCustomers is { } count ? Math.Max(0, count - (long)(by * 100m)) : null },
        _ => f with { Payback = f.Payback.Then(p => PaybackOf((-p.Curve[0].Net.Amount) + by).Value) },
    };

    private static Ratio Less(Ratio ratio, decimal by) => ratio.IsKnown ? Ratio.From(ratio.Value - by) : ratio;

    private static Answer<Payback> PaybackOf(decimal cost) =>
        Payback.Of(Money.Yuan(cost), ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.9m)));

    private static Answer<Money> YuanOf(decimal? amount) => amount is { } known ? Money.Yuan(known) : default(Answer<Money>);

    private static Answer<Money> Yuan(double? amount) => YuanOf((decimal?)amount);

    private static Ratio RatioOf(decimal? value) => value is { } known ? Ratio.From(known) : Ratio.Unknown;

    private static string[] Mistakes(GrowthOptions options)
    {
        GrowthPolicy.TryCreate(options, out _, out var mistakes);
        return [.. mistakes.Select(static m => $"{m.Place} {m.Reason.Code}")];
    }

    // CAC 120 and m 23.375 are back after 6 periods at r = 0.99, and never at r = 0.8. Ann and Bo are linked, interacted and bought, twice.
    private static GrowthFigures Figures(decimal? reception = 0.8m, decimal retention = 0.99m, decimal? ticket = 100m)
    {
        ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(retention));
        StageMetrics stages = StageMetrics.Measure([Customer("ann"), Customer("bo")], Now - Duration.FromDays(30), Now, Shop);
        return GrowthFigures.From(stages) with
        {
            Payback = Payback.Of(Money.Yuan(120m), expected),
            CustomerCost = Money.Yuan(30m),
            LifetimeValue = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment),
            ReceptionRate = RatioOf(reception),
            AverageTicket = YuanOf(ticket),
            BreakEvenTicket = Money.Yuan(100m),
        };
    }

    private static CustomerHistory Customer(string name)
    {
        CustomerId id = CustomerId.From(name);
        return CustomerHistory.From(
            id,
            [
                new LinkMade(CustomerEventId.From(name + 1), id, Now - Duration.FromDays(40), Carrier.WeCom, "card"),
                new OrderPaid(CustomerEventId.From(name + 2), id, Now - Duration.FromDays(20), OrderId.From(name + 1), Money.Yuan(100m)),
                new OrderPaid(CustomerEventId.From(name + 3), id, Now - Duration.FromDays(10), OrderId.From(name + 2), Money.Yuan(100m)),
                new ActivityJoined(CustomerEventId.From(name + 4), id, Now - Duration.FromDays(5)),
            ]);
    }

    [Fact]
    public void Figures_AreEqual_WhenEachOfThemIs()
    {
        GrowthFigures whole = Figures() with { RetainedCustomers = 1_000 };
        GrowthFigures[] others =
        [
            whole with { RetainedCustomers = 1_001 }, whole with { Payback = PaybackOf(50m) },
            whole with { CustomerCost = Money.Yuan(1.01m) },
            whole with { LifetimeValue = Money.Yuan(1.01m) }, whole with { ReceptionRate = Ratio.From(0.123m) },
            whole with { InteractionRate = Ratio.From(0.123m) }, whole with { FriendChurn = Ratio.From(0.123m) },
            whole with { ConversionRate = Ratio.From(0.123m) }, whole with { RepurchaseRate = Ratio.From(0.123m) },
            whole with { AverageTicket = Money.Yuan(1.01m) }, whole with { BreakEvenTicket = Money.Yuan(1.01m) },
        ];
        Assert.Equal(whole, Figures() with { RetainedCustomers = 1_000 });
        Assert.Equal(whole.GetHashCode(), (Figures() with { RetainedCustomers = 1_000 }).GetHashCode());
        Assert.All(others, other => Assert.NotEqual(whole, other));
        Assert.False(whole.Equals(null));
    }

    [Fact]
    public void Assessments_AreEqual_WhenAllPartsAre()
    {
        GrowthAssessment whole = GrowthPolicy.Default.Assess(Figures());
        Assert.NotEqual(whole, GrowthPolicy.Default.Assess(Figures(reception: 0.6m)));
        Assert.NotEqual(whole, GrowthPolicy.Default.Assess(Figures() with { RetainedCustomers = 1_000 }));
        Assert.False(whole.Equals(null));
    }
}
