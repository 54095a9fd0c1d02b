using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Research;

namespace PrivateDomain.Core.Tests.Research;

public sealed class TrialTests
{
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 0, 0);

    // Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), table II, method
    // 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Of_PublishedCases_HaveThePublishedIntervals(int leftHaving, int left, int rightHaving, int right, double lower,
        double upper)
    {
        SampleDifference difference = SampleDifference.Of(leftHaving, left, rightHaving, right);

        Assert.Equal((decimal)lower, decimal.Round(difference.Lower.Value, 4));
        Assert.Equal((decimal)upper, decimal.Round(difference.Upper.Value, 4));
        SampleDifference exchanged = SampleDifference.Of(rightHaving, right, leftHaving, left);
        Assert.Equal(-difference.Upper.Value, exchanged.Lower.Value);
        Assert.Equal(-difference.Lower.Value, exchanged.Upper.Value);
    }

    // Needed sizes without continuity correction, two-sided 5 %, power 80 %: Fleiss, Statistical Methods for Rates and Proportions, by the
    // formula in full.
    [Theory]
    [InlineData(0.1, 0.2, 199)]
    [InlineData(0.2, 0.3, 294)]
    [InlineData(0.5, 0.6, 388)]
    [InlineData(0.6, 0.5, 388)]
    [InlineData(0.0, 1.0, 2)]
    public void SizeOf_PublishedCases_IsThePublishedNumber(double left, double right, int size) =>
        Assert.Equal(size, SampleDifference.SizeOf(Ratio.From((decimal)left), Ratio.From((decimal)right)).Value);

    [Fact]
    public void SizeOf_EqualOrUnknownShares_HasNoNumber()
    {
        Ratio half = Ratio.From(0.5m);
        Assert.Equal("trial.shares_too_near", SampleDifference.SizeOf(half, half).Reasons.Single().Code);
        Assert.Equal("trial.shares_too_near", SampleDifference.SizeOf(half, Ratio.From(0.500001m)).Reasons.Single().Code);
        Assert.Equal("trial.share_unknown", SampleDifference.SizeOf(half, Ratio.Unknown).Reasons.Single().Code);
        Assert.Throws<ArgumentOutOfRangeException>("left", static () => SampleDifference.SizeOf(Ratio.From(1.01m), Ratio.From(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("right", static () => SampleDifference.SizeOf(Ratio.From(1m), Ratio.From(-0.01m)));
    }

    [Theory]
    [InlineData(56, 70, 48, 80, TrialResult.WorthKeeping)] // 0.0524 to 0.3339
    [InlineData(48, 80, 56, 70, TrialResult.Harmful)]
    [InlineData(5, 56, 0, 29, TrialResult.TooSmall)] // −0.0381 to 0.1926 holds 0 and 0.05
    [InlineData(500, 1_000, 500, 1_000, TrialResult.NotShown)] // about ±0.044 holds 0 and not 0.05
    [InlineData(0, 0, 1, 2, TrialResult.Unknown)]
    [InlineData(1, 2, 0, 0, TrialResult.Unknown)]
    public void Assess_SaysWhatTheIntervalSays(int keptWith, int with, int keptWithout, int without, TrialResult result)
    {
        TrialAssessment assessment = TrialPolicy.Default.Assess(new TrialFigures(keptWith, with, keptWithout, without));
        Assert.Equal(result, assessment.Result);
        Assert.Single(assessment.Reasons);
        Assert.Equal(assessment, TrialPolicy.Default.Assess(new TrialFigures(keptWith, with, keptWithout, without)));
    }

    // A difference that would matter exactly at the upper end is still in the interval; one beyond it is not.
    [Fact]
    public void Assess_TheStatedDifferenceAtTheUpperEnd_IsInTheInterval()
    {
        var figures = new TrialFigures(5, 56, 0, 29);
        decimal upper = SampleDifference.Of(5, 56, 0, 29).Upper.Value;
        Assert.Equal(TrialResult.TooSmall, TrialPolicy.Create(new TrialOptions { Difference = upper }).Assess(figures).Result);
        Assert.Equal(TrialResult.NotShown, TrialPolicy.Create(new TrialOptions { Difference = upper + 1e-10m }).Assess(figures).Result);
    }

    [Fact]
    public void Assess_NeededSizeAndCost_AreAnswers()
    {
        TrialAssessment assessment = TrialPolicy.Default.Assess(new TrialFigures(56, 70, 48, 80), Money.Yuan(1_400m));
        Assert.Equal(Money.Yuan(100m), assessment.CostPerCustomerKept.Value); // 70 × 0.20 = 14 kept by it
        Assert.Equal(SampleDifference.SizeOf(Ratio.From(0.65m), Ratio.From(0.6m)), assessment.NeededInEachGroup);
        Assert.Equal("trial.cost_unknown",
            TrialPolicy.Default.Assess(new TrialFigures(56, 70, 48, 80)).CostPerCustomerKept.Reasons.Single().Code);
        Assert.Equal("trial.nobody_kept",
            TrialPolicy.Default.Assess(new TrialFigures(1, 2, 1, 2), Money.Yuan(1m)).CostPerCustomerKept.Reasons.Single().Code);
        Assert.Equal("trial.nobody_kept",
            TrialPolicy.Default.Assess(new TrialFigures(0, 0, 1, 2), Money.Yuan(1m)).CostPerCustomerKept.Reasons.Single().Code);
        Assert.Equal("trial.difference_out_of_reach",
            TrialPolicy.Default.Assess(new TrialFigures(1, 2, 96, 100)).NeededInEachGroup.Reasons.Single().Code);
        Assert.True(TrialPolicy.Default.Assess(new TrialFigures(1, 2, 95, 100)).NeededInEachGroup.HasValue);
        Assert.Throws<ArgumentOutOfRangeException>("cost", static () => TrialPolicy.Default.Assess(default, Money.Yuan(-1m)));
    }

    [Fact]
    public void IsWith_IsStable_AndAboutTheShareStated()
    {
        TrialPolicy fifth = TrialPolicy.Create(new TrialOptions { Service = "video-lessons", ShareWith = 0.2m });
        CustomerId[] customers = [.. Enumerable.Range(0, 10_000).Select(static i =>
            CustomerId.From(FormattableString.Invariant($"customer-{i}")))];
        Assert.Equal(2_000, customers.Count(fifth.IsWith), 120.0); // the split is fixed: this cannot fail by chance
        Assert.Equal(customers.Where(fifth.IsWith), customers.Where(TrialPolicy.Create(fifth.Options with { Days = 9 }).IsWith));
        TrialPolicy other = TrialPolicy.Create(fifth.Options with { Service = "stickers" });
        Assert.InRange(customers.Count(one => fifth.IsWith(one) && other.IsWith(one)), 300, 500); // another name, another split
        Assert.Throws<ArgumentException>("customer", () => fifth.IsWith(default));
    }

    [Fact]
    public void Measure_CountsByTheGroupAssigned_OnlyWhoseDaysAreOver()
    {
        TrialPolicy trial = TrialPolicy.Create(new TrialOptions { Days = 10 });
        CustomerHistory[] histories = [.. Enumerable.Range(0, 40).Select(static i => History(i, lostAfterDays: i % 4 == 0 ? 5 : null))];
        Instant due = Start + Duration.FromDays(10);
        TrialFigures figures = trial.Measure(histories, Shop, static _ => Start, due);

        int with = histories.Count(h => trial.IsWith(h.Customer));
        Assert.Equal((with, 40 - with, 0), (figures.With, figures.Without, figures.Open));
        Assert.Equal(30, figures.KeptWith + figures.KeptWithout);
        Assert.Equal(histories.Count(h => trial.IsWith(h.Customer) && Place(h) % 4 != 0), figures.KeptWith);
        Assert.Equal(new TrialFigures(0, 0, 0, 0, open: 40), trial.Measure(histories, Shop, static _ => Start, due - Duration.Epsilon));
        Assert.Throws<ArgumentException>("histories", () => trial.Measure([histories[0], histories[0]], Shop, static _ => Start, due));
        Assert.Throws<ArgumentException>("histories", () => trial.Measure([null!], Shop, static _ => Start, due));
    }

    [Theory]
    [InlineData(TrialOutcome.Linked, 0, 40)] // linked before the trial, and still
    [InlineData(TrialOutcome.Interacted, 0, 0)] // at the start: not within
    [InlineData(TrialOutcome.Interacted, 1, 40)]
    [InlineData(TrialOutcome.Interacted, 240, 40)] // at the end
    [InlineData(TrialOutcome.Interacted, 241, 0)]
    [InlineData(TrialOutcome.Bought, 0, 0)]
    [InlineData(TrialOutcome.Bought, 1, 40)]
    [InlineData(TrialOutcome.Bought, 240, 40)]
    [InlineData(TrialOutcome.Bought, 241, 0)]
    public void Measure_TheOutcome_IsLookedForWithinTheDays(TrialOutcome outcome, int hours, int kept)
    {
        TrialPolicy trial = TrialPolicy.Create(new TrialOptions { Days = 10, Outcome = outcome });
        CustomerHistory[] histories = [.. Enumerable.Range(0, 40).Select(i => History(i, actsAfterHours: hours))];
        TrialFigures figures = trial.Measure(histories, Shop, static _ => Start, Start + Duration.FromDays(20));
        Assert.Equal(kept, figures.KeptWith + figures.KeptWithout);
        Assert.Equal(40, figures.With + figures.Without);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["service", "shareWith", "outcome", "days", "difference", "confidence"],
            Misuse.Paths(static () => TrialPolicy.Create(new TrialOptions
            {
                Service = " ",
                ShareWith = 0m,
                Outcome = TrialOutcome.None,
                Days = 0,
                Difference = 0m,
                Confidence = (ConfidenceLevel)9,
            })));
        Assert.Equal(
            ["shareWith", "outcome", "days", "difference"],
            Misuse.Paths(static () =>
                TrialPolicy.Create(new TrialOptions { ShareWith = 1m, Outcome = (TrialOutcome)4, Days = 3_651, Difference = 1.01m })));
        Assert.True(TrialPolicy.TryCreate(new TrialOptions { Days = 3_650, Difference = 1m, ShareWith = 0.999m }, out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>("keptWith", static () => new TrialFigures(2, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("keptWithout", static () => new TrialFigures(0, 0, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("with", static () => new TrialFigures(0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("without", static () => new TrialFigures(0, 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("open", static () => new TrialFigures(0, 0, 0, 0, -1));
        Assert.Equal("值得保留", TrialResult.WorthKeeping.Name().Chinese);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((TrialResult)9).Name());
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((TrialOutcome)9).Name());
    }

    private static int Place(CustomerHistory history) =>
        int.Parse(history.Customer.Text[1..], System.Globalization.CultureInfo.InvariantCulture);

    private static CustomerHistory History(int place, int? lostAfterDays = null, int? actsAfterHours = null)
    {
        CustomerId customer = CustomerId.From(FormattableString.Invariant($"c{place}"));
        List<CustomerEvent> events = [new LinkMade(CustomerEventId.From("l"), customer, Start - Duration.FromDays(100), Carrier.WeCom)];
        if (lostAfterDays is { } days)
        {
            events.Add(new LinkLost(CustomerEventId.From("x"), customer, Start + Duration.FromDays(days), Carrier.WeCom, LinkLoss.Deleted));
        }

        if (actsAfterHours is { } hours)
        {
            Instant at = Start + Duration.FromHours(hours);
            events.Add(new MessageReceived(CustomerEventId.From("m"), customer, at));
            events.Add(new OrderPaid(CustomerEventId.From("p"), customer, at, OrderId.From($"o{place}"), Money.Yuan(1m)));
        }

        return CustomerHistory.From(customer, events);
    }
}
