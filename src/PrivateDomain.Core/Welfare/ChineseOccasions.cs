using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>The occasions of Chinese commerce.</summary>
internal static class ChineseOccasions
{
    internal static Occasion[] All =>
    [
        Day("New Year's Day", "元旦", 1, 1) with { OtherNames = ["元旦节", "新年第一天"] },
        Lunar("Laba Festival", "腊八", 12, 8) with { OtherNames = ["腊八节"] },
        Occasion.LastDayOfLunarYear(new("Chinese New Year's Eve", "除夕"), OccasionTheme.Festival)
            with { OtherNames = ["年三十", "大年三十", "除夕夜", "Lunar New Year's Eve"] },
        Lunar("Spring Festival", "春节", 1, 1) with { OtherNames = ["大年初一", "农历新年", "过年", "Chinese New Year", "Lunar New Year"] },
        Lunar("Lantern Festival", "元宵", 1, 15) with { OtherNames = ["元宵节", "正月十五", "上元节"] },
        Term("Start of Spring", "立春", SolarTerm.StartOfSpring, OccasionTheme.Season),
        Day("Valentine's Day", "情人节", 2, 14) with { OtherNames = ["西方情人节", "2.14"] },
        Day("Women's Day", "妇女节", 3, 8) with { OtherNames = ["三八", "三八节", "三八妇女节", "女神节", "女王节"] },
        Term("Qingming Festival", "清明", SolarTerm.PureBrightness, OccasionTheme.Remembrance)
            with { OtherNames = ["清明节", "Tomb-Sweeping Day"] },
        Day("Labour Day", "劳动节", 5, 1) with { OtherNames = ["五一", "五一节", "五一劳动节", "Labor Day", "May Day"] },
        Term("Start of Summer", "立夏", SolarTerm.StartOfSummer, OccasionTheme.Season),
        Sunday("Mother's Day", "母亲节", 5, 2),
        Day("520", "520", 5, 20) with { OtherNames = ["五二零", "网络情人节"] },
        Day("Children's Day", "儿童节", 6, 1) with { OtherNames = ["六一", "六一节", "六一儿童节"] },
        Lunar("Dragon Boat Festival", "端午", 5, 5) with { OtherNames = ["端午节"] },
        Sunday("Father's Day", "父亲节", 6, 3),
        Day("618", "618", 6, 18, OccasionTheme.Shopping) with { OtherNames = ["六一八", "618 大促", "年中大促"] },
        Lunar("Qixi Festival", "七夕", 7, 7) with { OtherNames = ["七夕节", "乞巧节"] },
        Term("Start of Autumn", "立秋", SolarTerm.StartOfAutumn, OccasionTheme.Season),
        Day("Teachers' Day", "教师节", 9, 10),
        Lunar("Mid-Autumn Festival", "中秋", 8, 15) with { OtherNames = ["中秋节", "八月十五", "Moon Festival"] },
        Day("National Day", "国庆", 10, 1) with { OtherNames = ["国庆节", "十一"] },
        Lunar("Double Ninth Festival", "重阳", 9, 9) with { OtherNames = ["重阳节", "Chongyang Festival"] },
        Term("Start of Winter", "立冬", SolarTerm.StartOfWinter, OccasionTheme.Season),
        Day("Double 11", "双11", 11, 11, OccasionTheme.Shopping) with { OtherNames = ["双十一", "双11大促", "11.11", "Singles' Day"] },
        Day("Double 12", "双12", 12, 12, OccasionTheme.Shopping) with { OtherNames = ["双十二", "12.12"] },
        Term("Winter Solstice", "冬至", SolarTerm.WinterSolstice, OccasionTheme.Festival) with { OtherNames = ["冬至节"] },
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
