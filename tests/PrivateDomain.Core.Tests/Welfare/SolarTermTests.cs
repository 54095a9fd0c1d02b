using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Welfare;

public sealed class SolarTermTests
{
    private static readonly int[] Longitudes = [15, 45, 135, 225, 270, 315];

    public static TheoryData<SolarTerm, int, int, string> Published => new()
    {
        { SolarTerm.StartOfSpring, 2, 0, PublishedDates.StartOfSpring },
        { SolarTerm.PureBrightness, 4, 0, PublishedDates.PureBrightness },
        { SolarTerm.StartOfSummer, 5, 0, PublishedDates.StartOfSummer },
        { SolarTerm.StartOfAutumn, 8, 0, PublishedDates.StartOfAutumn },
        { SolarTerm.StartOfWinter, 11, 0, PublishedDates.StartOfWinter },
        { SolarTerm.WinterSolstice, 12, 20, PublishedDates.WinterSolstice },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Day_Of1901To2100_IsAsPublished(SolarTerm term, int month, int lessDays, string days) => Assert.Equal(
        days.Select((day, i) => new LocalDate(1901 + i, month, day - '0' + lessDays)),
        Enumerable.Range(1901, 200).Select(year => SolarTerms.DayOf(term, year)));

    // Published to the minute by the Purple Mountain Observatory, China standard time.
    [Theory]
    [InlineData(270, 2019, "2019-12-22T12:19")]
    [InlineData(270, 2020, "2020-12-21T18:02")]
    [InlineData(270, 2021, "2021-12-21T23:59")]
    [InlineData(270, 2022, "2022-12-22T05:48")]
    [InlineData(270, 2023, "2023-12-22T11:27")]
    [InlineData(270, 2024, "2024-12-21T17:20")]
    [InlineData(15, 2020, "2020-04-04T15:38")]
    [InlineData(15, 2021, "2021-04-04T21:35")]
    [InlineData(15, 2022, "2022-04-05T03:20")]
    [InlineData(15, 2023, "2023-04-05T09:13")]
    [InlineData(15, 2024, "2024-04-04T15:02")]
    public void Moment_IsWithinAMinuteOfThePublishedOne(int longitude, int year, string published)
    {
        LocalDateTime expected = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(published).Value;
        double seconds = (SolarTerms.ChinaTime(longitude, year) - 2451545.0) * 86400;
        LocalDateTime found = new LocalDateTime(2000, 1, 1, 12, 0).PlusSeconds((long)Math.Round(seconds));
        Assert.InRange((found - expected).ToDuration().TotalMinutes, -1, 1.5);
    }

    [Fact]
    public void CenturyConstant_IsWrongWhereTheSeriesIsRight()
    {
        // The shortcut ⌊Y·0.2422 + C⌋ − ⌊Y/4⌋ for 冬至, with Y the year of the century and C = 22.60 or 21.94.
        static int Shortcut(int year) => (int)Math.Floor(((year % 100) * 0.2422) + (year < 2000 ? 22.60 : 21.94)) - (year % 100 / 4);
        Assert.Equal(
            [1914, 1947, 1951, 1980, 1984, 2021],
            Enumerable.Range(1901, 199).Where(static year => Shortcut(year) != SolarTerms.DayOf(SolarTerm.WinterSolstice, year).Day));
    }

    [Fact]
    public void NearMidnight_OnlyTwoTermsAreCloserThanTheSeriesIsGood()
    {
        const double Seconds = 60; // 20 of the series, and what delta-T may be off
        IEnumerable<(int Longitude, int Year)> near =
            from longitude in Longitudes
            from year in Enumerable.Range(1901, 130)
            let part = (SolarTerms.ChinaTime(longitude, year) + 0.5) % 1
            where Math.Min(part, 1 - part) * 86400 < Seconds
            select (longitude, year);
        Assert.Equal([(45, 1911), (270, 1951), (270, 2021)], near);
    }

    [Fact]
    public void None_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("term", static () => SolarTerms.DayOf(SolarTerm.None, 2026));
}
