using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Welfare;

[Text]
public sealed class WelfareCalendarTests
{
    private static readonly WelfareCalendar Calendar = WelfareCalendar.Default;

    public static TheoryData<string, string> TwoHundredYears => new()
    {
        { "春节", PublishedDates.SpringFestival },
        { "端午", PublishedDates.DragonBoat },
        { "中秋", PublishedDates.MidAutumn },
        { "重阳", PublishedDates.DoubleNinth },
    };

    [Fact]
    public void SevenFestivals_Of1990To2035_AreAsPublished()
    {
        string[] names = ["春节", "元宵", "清明", "端午", "七夕", "中秋", "重阳"];
        string computed = string.Join('\n', Enumerable.Range(1990, 46).Select(year =>
            $"{year} {string.Join(' ', names.Select(name => On(name, year).ToString("MMdd", CultureInfo.InvariantCulture)))}"));
        Assert.Equal(PublishedDates.Festivals, computed);
    }

    [Theory]
    [MemberData(nameof(TwoHundredYears))]
    public void Festival_Of1901To2100_IsAsPublished(string name, string published) => Assert.Equal(
        published.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        Enumerable.Range(1901, 200).Select(year => On(name, year).ToString("MMdd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("除夕", 2024, "2025-01-28")] // the twelfth month has 29 days
    [InlineData("除夕", 2023, "2024-02-09")] // it has 30
    [InlineData("除夕", 2100, "2101-01-28")] // the last day of the table
    [InlineData("腊八", 2023, "2024-01-18")]
    [InlineData("腊八", 2022, "2022-12-30")] // not always in January
    [InlineData("七夕", 2025, "2025-08-29")] // after the leap sixth month
    [InlineData("中秋", 2033, "2033-09-08")] // not 7 October, as calendars with a leap seventh month had it
    [InlineData("腊八", 2033, "2034-01-27")] // after the leap eleventh month
    [InlineData("中秋", 1978, "1978-09-17")] // not the 16th, as Hong Kong had it then
    [InlineData("重阳", 2057,
        "2057-10-07")] // the new moon of 28 or 29 September is at midnight: here the 29th, for the Observatory the 28th
    [InlineData("母亲节", 2026, "2026-05-10")]
    [InlineData("父亲节", 2026, "2026-06-21")]
    [InlineData("双11", 2026, "2026-11-11")]
    public void Occasion_InYear_IsOnItsDay(string name, int year, string day) => Assert.Equal(Date(day), On(name, year));

    [Fact]
    public void NewYearsEve_OfEveryYear_IsTheDayBeforeSpringFestival() => Assert.All(
        Enumerable.Range(1901, 199), static year => Assert.Equal(On("春节", year + 1).PlusDays(-1), On("除夕", year)));

    [Fact]
    public void LeapSixthMonth_GivesNoSecondFestival()
    {
        // 2025: the sixth month begins on 25 June, the leap sixth on 25 July.
        Occasion full = Occasion.Lunar(new Bilingual("Sixth moon", "六月十五"), 6, 15, OccasionTheme.Own);
        ImmutableArray<OccasionDate> year = Calendar.With(full).Within(new LocalDate(2025, 1, 29), new LocalDate(2026, 2, 16)).Value;
        Assert.Equal(new LocalDate(2025, 7, 9), Assert.Single(year, o => o.Occasion == full).First);
        Assert.Equal(new LocalDate(2025, 8, 29), Assert.Single(year, static o => o.Occasion == Calendar.Find("七夕").Value).First);
    }

    [Fact]
    public void Lunar_OnDay30OfAShortMonth_IsOnItsLastDay()
    {
        Occasion last = Occasion.Lunar(new Bilingual("End of the twelfth", "腊月三十"), 12, 30, OccasionTheme.Own);
        Assert.Equal(new LocalDate(2025, 1, 28), last.InYear(2024).Value);
        Assert.Equal(new LocalDate(2024, 2, 9), last.InYear(2023).Value);
    }

    [Fact]
    public void Within_GivesAllOfTheRange_ByDay_ThoseOfOneDayInOrder()
    {
        ImmutableArray<OccasionDate> golden = Calendar.Within(new LocalDate(2020, 10, 1), new LocalDate(2020, 10, 25)).Value;
        Assert.Equal(["中秋", "国庆", "重阳"], golden.Select(static o => o.Occasion.Name.Chinese));
        ImmutableArray<OccasionDate> winter = Calendar.Within(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 14)).Value;
        Assert.Equal(["元旦", "腊八", "除夕", "春节", "立春", "元宵", "情人节"], winter.Select(static o => o.Occasion.Name.Chinese));
        Assert.Empty(Calendar.Within(new LocalDate(2025, 1, 2), new LocalDate(2025, 1, 3)).Value);
    }

    [Fact]
    public void NextAfter_GivesAllOfTheNextDay_NotThatOfTheDateItself()
    {
        Assert.Equal(["中秋", "国庆"], Calendar.NextAfter(new LocalDate(2020, 9, 30)).Value.Select(static o => o.Occasion.Name.Chinese));
        Assert.Equal("重阳", Assert.Single(Calendar.NextAfter(new LocalDate(2020, 10, 1)).Value).Occasion.Name.Chinese);
        Assert.Equal(new LocalDate(2025, 1, 7), Calendar.NextAfter(new LocalDate(2025, 1, 1)).Value[0].First); // 腊八 of 2024
    }

    [Fact]
    public void NextAfter_FromAnyDay_IsTheFirstOfTheRangeAfterIt()
    {
        for (LocalDate day = WelfareCalendar.CoveredFrom; day < WelfareCalendar.CoveredTo.PlusDays(-60); day = day.PlusDays(397))
        {
            ImmutableArray<OccasionDate> ahead = Calendar.Within(day.PlusDays(1), day.PlusDays(60)).Value;
            Assert.Equal(ahead.Where(o => o.First == ahead[0].First), Calendar.NextAfter(day).Value);
        }
    }

    [Fact]
    public void OutsideTheTable_IsARefusal_NotAnException()
    {
        Assert.Equal((new LocalDate(1901, 2, 19), new LocalDate(2101, 1, 28)), (WelfareCalendar.CoveredFrom, WelfareCalendar.CoveredTo));
        Assert.Equal("春节",
            Calendar.Within(WelfareCalendar.CoveredFrom, WelfareCalendar.CoveredFrom).Value.Single().Occasion.Name.Chinese);
        Assert.Equal("除夕", Calendar.Within(WelfareCalendar.CoveredTo, WelfareCalendar.CoveredTo).Value.Single().Occasion.Name.Chinese);
        Assert.Equal("元旦", Calendar.NextAfter(new LocalDate(2100, 12, 31)).Value.Single().Occasion.Name.Chinese);

        LocalDate early = WelfareCalendar.CoveredFrom.PlusDays(-1);
        LocalDate late = WelfareCalendar.CoveredTo.PlusDays(1);
        Assert.Equal("welfare.date_not_covered", Calendar.Within(early, late).Reasons.Single().Code);
        Assert.Equal("welfare.date_not_covered", Calendar.Within(WelfareCalendar.CoveredTo, late).Reasons.Single().Code);
        Reason why = Calendar.NextAfter(late).Reasons.Single();
        Assert.Equal("日历不含 2101-01-29，仅覆盖 1901-02-19 至 2101-01-28。", why.ToString(Language.SimplifiedChinese));
        Assert.Equal("welfare.nothing_ahead", Calendar.NextAfter(WelfareCalendar.CoveredTo).Reasons.Single().Code);
        Assert.All([1900, 2101, int.MinValue, int.MaxValue], static year => Assert.All(
            Calendar.Occasions, o => Assert.Equal("welfare.year_not_covered", o.InYear(year).Reasons.Single().Code)));
        Assert.All(Calendar.Occasions, static o => Assert.True(o.InYear(1901).HasValue && o.InYear(2100).HasValue));
    }

    [Fact]
    public void OwnOccasions_ComeByTheirRule()
    {
        Occasion launch = Occasion.Once(
            new Bilingual("Spring collection", "春装上新"), new LocalDate(2026, 3, 12), OccasionTheme.NewProduct, days: 5);
        Occasion leap = Occasion.Yearly(new Bilingual("Shop's birthday", "店庆"), new AnnualDate(2, 29), OccasionTheme.Own);
        WelfareCalendar own = WelfareCalendar.Create([launch, leap]);
        OccasionDate next = own.NextAfter(new LocalDate(2026, 3, 1)).Value.Single();
        Assert.Equal((launch, new LocalDate(2026, 3, 12), new LocalDate(2026, 3, 16)), (next.Occasion, next.First, next.Last));
        Assert.Equal((new LocalDate(2026, 2, 28), new LocalDate(2028, 2, 29)), (leap.InYear(2026).Value, leap.InYear(2028).Value));
        Assert.Equal("Spring collection comes only on 2026-03-12.", launch.InYear(2027).Reasons.Single().ToString());
        Assert.Equal("welfare.nothing_ahead", WelfareCalendar.Create([launch]).NextAfter(new LocalDate(2026, 3, 12)).Reasons.Single().Code);
        Assert.Equal("welfare.nothing_ahead", WelfareCalendar.Create([]).NextAfter(new LocalDate(2026, 3, 12)).Reasons.Single().Code);
        Assert.Equal(launch, own.Find("春装上新").Value);
        Assert.Equal("welfare.no_such_occasion", own.Find("双11").Reasons.Single().Code);
    }

    [Fact]
    public void ShoppingDays_ArePromotions_TheRhythmTakesThem()
    {
        ImmutableArray<OccasionDate> all = Calendar.Within(new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31)).Value;
        Assert.Equal(["双11", "双12"], all.Where(static o => o.IsPromotion).Select(static o => o.Occasion.Name.Chinese));
        NextTouch next = RhythmPolicy.Default.Select(new RhythmFacts(new LocalDate(2026, 11, 2), occasions: all)).Value;
        Assert.Equal((new LocalDate(2026, 11, 4), "立冬"), (next.On, ((Bilingual)next.Reason.Found.Content!).Chinese));
    }

    [Fact]
    public void Within_GivesWhatIsAlreadyRunning_UpToItsLastDay()
    {
        Occasion sale =
            Occasion.Once(new Bilingual("Year-end sale", "年终特惠"), new LocalDate(2025, 12, 20), OccasionTheme.Shopping, days: 20);
        WelfareCalendar own = WelfareCalendar.Create([sale]);
        LocalDate last = new(2026, 1, 8);
        Assert.Equal((sale, last), own.Within(last, last.PlusDays(5)).Value.Select(static o => (o.Occasion, o.Last)).Single());
        Assert.Empty(own.Within(last.PlusDays(1), last.PlusDays(5)).Value);
        Assert.Empty(own.Within(new LocalDate(2025, 12, 1), new LocalDate(2025, 12, 19)).Value);
        Assert.Single(own.Within(new LocalDate(2025, 12, 1), new LocalDate(2025, 12, 20)).Value);
        Assert.Single(own.Within(new LocalDate(2025, 12, 25), new LocalDate(2025, 12, 26)).Value);
    }

    [Theory]
    [InlineData("中秋节", "中秋")]
    [InlineData("国庆节", "国庆")]
    [InlineData("端午节", "端午")]
    [InlineData("双十一", "双11")]
    [InlineData("年三十", "除夕")]
    [InlineData("chinese new year", "春节")]
    [InlineData(" Mid-Autumn festival ", "中秋")]
    [InlineData("三八妇女节", "妇女节")]
    public void Find_TakesOtherNamesToo(string name, string chinese) => Assert.Equal(chinese, Calendar.Find(name).Value.Name.Chinese);

    [Fact]
    public void Names_AreFoundBeforeOtherNames_AndNoneIsThereTwice()
    {
        Occasion own = Occasion.Yearly(new Bilingual("Our Mid-Autumn", "中秋节"), new AnnualDate(9, 1), OccasionTheme.Own);
        Assert.Equal(own, Calendar.With(own).Find("中秋节").Value);
        string[] all = [.. Calendar.Occasions.SelectMany(static o => o.OtherNames.Concat([o.Name.Chinese, o.Name.English]).Distinct())];
        Assert.Equal(all.Distinct(StringComparer.OrdinalIgnoreCase), all);
        Assert.Throws<ArgumentNullException>("name", static () => Calendar.Find(null!));
        Assert.Throws<ArgumentException>("value", () => own with { OtherNames = [" "] });
        Assert.NotEqual(own, own with { OtherNames = ["店庆"] });
        Assert.Equal(own with { OtherNames = ["店庆"] }, own with { OtherNames = ["店庆"] });
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        var name = new Bilingual("x", "某");
        Occasion first = Calendar.Occasions[0];
        Assert.Equal(["occasions[1]", "occasions[2]"], Misuse.Paths(() => WelfareCalendar.Create([first, first, first])));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => Calendar.Within(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 1)));
        Assert.Throws<ArgumentException>("name", static () => Occasion.LastDayOfLunarYear(new Bilingual("x", " "), OccasionTheme.Own));
        Assert.Throws<ArgumentOutOfRangeException>("theme", () => Occasion.LastDayOfLunarYear(name, OccasionTheme.None));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Occasion.LastDayOfLunarYear(name, OccasionTheme.Own, 61));
        Assert.Throws<ArgumentOutOfRangeException>("month", () => Occasion.Lunar(name, 13, 1, OccasionTheme.Own));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => Occasion.Lunar(name, 12, 31, OccasionTheme.Own));
        Assert.Throws<ArgumentOutOfRangeException>("term", () => Occasion.AtSolarTerm(name, SolarTerm.None, OccasionTheme.Own));
        Assert.Throws<ArgumentOutOfRangeException>("place", () => Occasion.OnWeekday(name, 5, 5, IsoDayOfWeek.Sunday, OccasionTheme.Own));
        Assert.Throws<ArgumentOutOfRangeException>("weekday", () => Occasion.OnWeekday(name, 5, 1, IsoDayOfWeek.None, OccasionTheme.Own));
        Assert.Throws<ArgumentNullException>("occasions", static () => WelfareCalendar.Create([null!]));
    }

    internal static LocalDate On(string name, int year) => Calendar.Find(name).Value.InYear(year).Value;

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
