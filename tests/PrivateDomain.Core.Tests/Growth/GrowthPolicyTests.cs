using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Growth;

public sealed class GrowthPolicyTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 6, 10, 0, 0);
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);

    [Fact]
    public void Judge_EveryLinkHolds_Scales()
    {
        GrowthReport report = GrowthPolicy.Default.Judge(Metrics(), GrowthPhase.ZeroToOne);
        Assert.Equal(GrowthVerdict.Scale, report.Verdict);
        Assert.Empty(report.Reasons);
        Assert.Empty(report.FailingLinks);
        Assert.Equal(8, report.Readings.Length);
    }

    [Fact]
    public void Judge_FailingLinks_AreNamedTheWeakestFirst_AndRepaired()
    {
        // Reception reaches 60 ÷ 80, the ticket 50 ÷ 100.
        GrowthReport report = GrowthPolicy.Default.Judge(Metrics(reception: 0.6m, ticket: 50m), GrowthPhase.ZeroToOne);
        Assert.Equal(GrowthVerdict.Repair, report.Verdict);
        Assert.Equal([GrowthLink.Cost, GrowthLink.Reception], report.FailingLinks);
        Assert.Equal(
            [GrowthReasons.TicketTooLow.With(Ratio.Known(0.5m), Ratio.Known(1m)), GrowthReasons.ReceptionTooLow.With(Ratio.Known(0.6m), Ratio.Known(0.8m))],
            report.Reasons);
    }

    [Fact]
    public void Judge_NeverPaidBack_IsTheWeakestOfAll()
    {
        GrowthReport report = GrowthPolicy.Default.Judge(Metrics(reception: 0.1m, retention: 0.8m), GrowthPhase.TenToHundred);
        Assert.Equal("growth.never_paid_back", report.Reasons[0].Code);
        Assert.Equal([GrowthLink.Acquisition, GrowthLink.Reception], report.FailingLinks);
        Assert.Equal(Ratio.Known(0m), report.Readings[0].Attainment);
    }

    [Fact]
    public void Judge_NothingMeasured_HoldsAndSaysWhatIsMissing()
    {
        GrowthReport report = GrowthPolicy.Default.Judge(GrowthMetrics.Read(), GrowthPhase.ZeroToOne);
        Assert.Equal(GrowthVerdict.Hold, report.Verdict);
        Assert.Equal(8, report.Reasons.Length);
        Assert.All(report.Reasons, static r => Assert.Equal("growth.not_measured", r.Code));
        Assert.Equal(
            [GrowthLink.Acquisition, GrowthLink.Reception, GrowthLink.Interaction, GrowthLink.Conversion, GrowthLink.Cost], report.UnmeasuredLinks);
    }

    [Theory]
    [InlineData(GrowthPhase.ZeroToOne, 79, GrowthVerdict.Repair)]
    [InlineData(GrowthPhase.OneToTen, 79, GrowthVerdict.Hold)]
    [InlineData(GrowthPhase.TenToHundred, 72, GrowthVerdict.Hold)]
    [InlineData(GrowthPhase.OneToTen, 71, GrowthVerdict.Repair)]
    [InlineData(GrowthPhase.ZeroToOne, 80, GrowthVerdict.Scale)]
    public void Judge_AMeasureFallsShort_DependsOnThePhase(GrowthPhase phase, int percent, GrowthVerdict expected) =>
        Assert.Equal(expected, GrowthPolicy.Default.Judge(Metrics(reception: percent / 100m), phase).Verdict);

    [Fact]
    public void Judge_EveryCombinationOfLinks_AgreesWithThePlainRule()
    {
        decimal?[] cases = [null, 0.5m, 0.95m, 1m];
        foreach ((decimal? reception, decimal? ticket, GrowthPhase phase) in
            from a in cases from b in cases from c in Enum.GetValues<GrowthPhase>() select (a, b, c))
        {
            decimal?[] both = [reception, ticket];
            decimal least = phase == GrowthPhase.ZeroToOne ? 1m : 0.9m;
            GrowthVerdict expected = both.Any(x => x < least) ? GrowthVerdict.Repair
                : both.Any(static x => x is null or < 1m) ? GrowthVerdict.Hold : GrowthVerdict.Scale;
            GrowthReport report = GrowthPolicy.Default.Judge(Metrics(reception * 0.8m, ticket: ticket * 100m), phase);
            Assert.Equal(expected, report.Verdict);
            Assert.Equal(both.Count(static x => x is not 1m), report.Reasons.Length);
        }
    }

    [Theory]
    [InlineData(0, GrowthPhase.ZeroToOne)]
    [InlineData(999, GrowthPhase.ZeroToOne)]
    [InlineData(1_000, GrowthPhase.OneToTen)]
    [InlineData(9_999, GrowthPhase.OneToTen)]
    [InlineData(10_000, GrowthPhase.TenToHundred)]
    public void PhaseOf_RetainedCustomers_IsByTheData(int retained, GrowthPhase phase) => Assert.Equal(phase, GrowthPolicy.Default.PhaseOf(retained));

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether()
    {
        InvalidPolicyException refused = Assert.Throws<InvalidPolicyException>(() => GrowthPolicy.Create(
            [default, new(GrowthMeasure.ReceptionRate, 0.8m), new(GrowthMeasure.ReceptionRate, 0.9m)], 0, 0, Ratio.Known(-1m), Ratio.Known(1m)));
        Assert.Equal(
            [
                "growth.measure_missing", "growth.target_twice", "growth.link_without_target", "growth.link_without_target", "growth.link_without_target",
                "growth.link_without_target", "growth.too_small", "growth.too_small", "growth.too_small", "growth.too_great",
            ],
            refused.Mistakes.Select(static v => v.Reason.Code));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrowthTarget(GrowthMeasure.None, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrowthTarget(GrowthMeasure.FriendChurn, 0m));
    }

    // CAC 120 and m 23.375 are back after 6 periods at r = 0.99, and never at r = 0.8. Ann and Bo are linked, took part and bought, twice.
    private static GrowthMetrics Metrics(decimal? reception = 0.8m, decimal retention = 0.99m, decimal? ticket = 100m)
    {
        ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), Ratio.Known(retention));
        return GrowthMetrics.Read(
            Payback.Of(Money.Yuan(120m), expected),
            Money.Yuan(30m),
            LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment),
            reception is { } rate ? Ratio.Known(rate) : Ratio.Unknown,
            StageMetrics.Of([Customer("ann"), Customer("bo")], Now - Duration.FromDays(30), Now, Shop),
            ticket is { } price ? Money.Yuan(price) : Answer<Money>.Refused(GrowthReasons.NotMeasured.With()),
            Money.Yuan(100m));
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
}
