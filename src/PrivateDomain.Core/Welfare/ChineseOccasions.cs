using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>The occasions of Chinese commerce.</summary>
internal static class ChineseOccasions
{
    internal static Occasion[] All =>
    [
        Day("New Year's Day", "元旦", 1, 1),
        Lunar("Laba Festival", "腊八", 12, 8),
        Occasion.LastDayOfLunarYear(new("Chinese New Year's Eve", "除夕"), OccasionTheme.Festival),
        Lunar("Spring Festival", "春节", 1, 1),
        Lunar("Lantern Festival", "元宵", 1, 15),
        Term("Start of Spring", "立春", SolarTerm.StartOfSpring, OccasionTheme.Season),
        Day("Valentine's Day", "情人节", 2, 14),
        Day("Women's Day", "妇女节", 3, 8),
        Term("Qingming Festival", "清明", SolarTerm.PureBrightness, OccasionTheme.Remembrance),
        Day("Labour Day", "劳动节", 5, 1),
        Term("Start of Summer", "立夏", SolarTerm.StartOfSummer, OccasionTheme.Season),
        Sunday("Mother's Day", "母亲节", 5, 2),
        Day("520", "520", 5, 20),
        Day("Children's Day", "儿童节", 6, 1),
        Lunar("Dragon Boat Festival", "端午", 5, 5),
        Sunday("Father's Day", "父亲节", 6, 3),
        Day("618", "618", 6, 18, OccasionTheme.Shopping),
        Lunar("Qixi Festival", "七夕", 7, 7),
        Term("Start of Autumn", "立秋", SolarTerm.StartOfAutumn, OccasionTheme.Season),
        Day("Teachers' Day", "教师节", 9, 10),
        Lunar("Mid-Autumn Festival", "中秋", 8, 15),
        Day("National Day", "国庆", 10, 1),
        Lunar("Double Ninth Festival", "重阳", 9, 9),
        Term("Start of Winter", "立冬", SolarTerm.StartOfWinter, OccasionTheme.Season),
        Day("Double 11", "双11", 11, 11, OccasionTheme.Shopping),
        Day("Double 12", "双12", 12, 12, OccasionTheme.Shopping),
        Term("Winter Solstice", "冬至", SolarTerm.WinterSolstice, OccasionTheme.Festival),
    ];

    private static Occasion Day(string english, string chinese, int month, int day, OccasionTheme theme = OccasionTheme.Festival) =>
        Occasion.Yearly(new Bilingual(english, chinese), new AnnualDate(month, day), theme);

    private static Occasion Lunar(string english, string chinese, int month, int day) =>
        Occasion.Lunar(new Bilingual(english, chinese), month, day, OccasionTheme.Festival);

    private static Occasion Sunday(string english, string chinese, int month, int place) =>
        Occasion.OnWeekday(new Bilingual(english, chinese), month, place, IsoDayOfWeek.Sunday, OccasionTheme.Festival);

    private static Occasion Term(string english, string chinese, SolarTerm term, OccasionTheme theme) =>
        Occasion.AtSolarTerm(new Bilingual(english, chinese), term, theme);
}
