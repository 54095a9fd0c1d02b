using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class CdnowTests
{
    [Fact]
    public void FactsAt_CdnowSample_GiveTheKnownFigures()
    {
        string file = RealData.PathOf("cdnow/CDNOW_sample.txt");
        var shop = new Shop(DateTimeZone.Utc, Currency.Usd);
        ImmutableArray<CustomerHistory> histories = CustomerHistory.GroupByCustomer(File.ReadLines(file).Where(static line =>
            line.Length > 0).Select(Read));
        CustomerFacts[] autumn = [.. histories.Select(h => h.FactsAt(EndOf(1997, 9, 30), shop))];
        CustomerFacts[] summer = [.. histories.Select(h => h.FactsAt(EndOf(1998, 6, 30), shop))];

        // Eight of the 6,919 rows are of 0 dollars, all that eight customers ever ordered: no orders that count.
        Assert.Equal(2_357, histories.Length);
        Assert.Equal(6_911, summer.Sum(static f => f.OrderCount));
        Assert.Equal(6_688, summer.Sum(static f => f.PurchaseDayCount));
        Assert.Equal(6_688, summer.Sum(static f => f.PurchaseDays.Length));
        Assert.Equal(946, RetainedVolume.Measure(autumn).RepeatCustomers);
        Assert.Equal(2_349, RetainedVolume.Measure(autumn).Buyers);
        Assert.Equal(40.3m, decimal.Round(RetainedVolume.Measure(autumn).RepurchaseRate.Value * 100, 1));
        Assert.Equal(48.5m, decimal.Round(RetainedVolume.Measure(summer).RepurchaseRate.Value * 100, 1));
        Assert.All(histories, static h => Assert.Empty(h.Conflicts));
    }

    private static Instant EndOf(int year, int month, int day) => Instant.FromUtc(year, month, day, 23, 59);

    internal static CustomerEvent Read(string line, int number)
    {
        string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Instant at = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(fields[2]).Value.AtStartOfDayInZone(
            DateTimeZone.Utc).ToInstant();
        return new OrderPaid(
            CustomerEventId.From($"row {number}"), CustomerId.From(fields[1]), at, OrderId.From($"row {number}"),
            Money.From(decimal.Parse(fields[4], CultureInfo.InvariantCulture), Currency.Usd));
    }
}
