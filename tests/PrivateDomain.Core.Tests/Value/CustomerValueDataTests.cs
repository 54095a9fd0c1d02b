using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Tests.Customers;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

/// <summary>RFM and buyer traits on real data, where it is present.</summary>
public sealed class CustomerValueDataTests(ITestOutputHelper output)
{
    [Fact]
    public void Rfm_CdnowSample_TiesStayTogether_AndEveryScoreIsByTheDefinition()
    {
        string[] lines = Lines("cdnow/CDNOW_sample.txt");
        var shop = new Shop(DateTimeZone.Utc, Currency.Usd);
        Instant end = Instant.FromUtc(1998, 6, 30, 23, 59);
        CustomerFacts[] facts =
        [
            .. CustomerHistory.GroupByCustomer(
                lines.Select(CdnowTests.Read)).Select(h => h.FactsAt(end, shop)).Where(static f => f.IsBuyer),
        ];
        RfmCohort cohort = RfmPolicy.Default.Measure(facts);
        int once = facts.Count(static f => f.OrderCount == 1);
        int best = cohort.Count(static c => c.Score.Value.Frequency == 5);
        output.WriteLine(string.Join(
            Environment.NewLine,
            cohort.CountsOf(RfmMap.EightCells()).Select(static c =>
                FormattableString.Invariant($"{c.Cell.Name}: {c.Count}, {c.Monetary.Amount}"))));

        Assert.Equal((2_349, 0), (cohort.Scored, cohort.Count - cohort.Scored));
        Assert.Equal(once, cohort.Count(static c => c.Score.Value.Frequency == 1)); // about half bought once: all of them are 1
        Assert.Equal([1, 3, 4, 5], cohort.Select(static c => c.Score.Value.Frequency).Distinct().Order());
        Assert.Equal([ValueReasons.TiesLeaveScoresEmpty.With(4, 5)], cohort.Scale.Frequency.Notes);
        Assert.DoesNotContain(null, cohort.Scale.Monetary.Bounds);
        Assert.InRange(best, 1, 2_349 / 5);
        Assert.Equal(2_349, cohort.CountsOf(RfmMap.TenCells).Sum(static c => c.Count));
        Assert.All(facts, one => Assert.Equal(
            cohort.Scale.ScoreOf(one).Value, cohort.Scale.ScoreOf(RfmFigures.From(one).Value).Value));
        Assert.Equal(
            facts.OrderByDescending(static f => f.Spend).ThenBy(static f => f.Customer).Take(2_349 / 5).Select(static f => f.Customer),
            KeyCustomerPolicy.Default.Select(facts).Ranked.Select(static v => v.Customer));
    }

    [Fact]
    public void BuyerTraits_JourneyHouseholds_WithKids_AmongThoseWhoComeMost()
    {
        string[] people = Lines("journey/demographics.csv");
        string[] lines = Lines("journey/transactions.csv");
        Dictionary<string, int> baskets = lines.Skip(1).Select(static line => line.Split(','))
            .GroupBy(static f => f[0], static f => f[1], StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        // In a sample of lines nearly all come twice; thirty baskets stand for "again and again".
        BuyerTraitFacts[] sample =
        [
            .. people.Skip(1).Select(static line => line.Split(','))
                .Select(f => new BuyerTraitFacts(CustomerId.From(f[0]), baskets.GetValueOrDefault(f[0]) >= 30, Answers(f))),
        ];
        ImmutableArray<BuyerTraitFinding> findings = BuyerTraitPolicy.Default.Measure(sample);
        foreach (BuyerTraitFinding f in findings)
        {
            string warnings = string.Join(" ", f.Warnings);
            output.WriteLine(FormattableString.Invariant(
                $"{f.Trait}: {f.RepeatBuyers.Having}/{f.RepeatBuyers.Asked} {f.Others.Having}/{f.Others.Asked} lift {f.Lift} {warnings}"));
        }

        BuyerTraitFinding kids = findings.Single(static f => string.Equals(f.Trait, "kids", StringComparison.Ordinal));
        BuyerTraitFinding owner = findings.Single(static f => string.Equals(f.Trait, "owner", StringComparison.Ordinal));
        Assert.Equal(801, kids.RepeatBuyers.Asked + kids.Others.Asked);
        Assert.Equal(288, kids.RepeatBuyers.Having + kids.Others.Having);
        Assert.True(owner.RepeatBuyers.Asked + owner.Others.Asked < 801); // not everybody answered
        Assert.True(kids.RepeatBuyers.Lower <= kids.RepeatBuyers.Share && kids.RepeatBuyers.Share <= kids.RepeatBuyers.Upper);
    }

    private static Dictionary<string, bool> Answers(string[] fields)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal) { ["kids"] = fields[7] is not "0" };
        if (fields[3].Length > 0)
        {
            answers["owner"] = fields[3] is "Homeowner";
        }

        return answers;
    }

    private static string[] Lines(string name) => [.. File.ReadLines(RealData.PathOf(name)).Where(static line => line.Length > 0)];
}
