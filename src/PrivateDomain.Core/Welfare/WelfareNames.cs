namespace PrivateDomain.Core.Welfare;

/// <summary>The names of this room's enumerations for people, in both languages (福利名称).</summary>
public static class WelfareNames
{
    /// <summary>The name of a theme.</summary>
    /// <param name="value">The theme.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this OccasionTheme value) => value switch
    {
        OccasionTheme.None => new("no theme", "无主题"),
        OccasionTheme.Festival => new("festival", "节日"),
        OccasionTheme.Remembrance => new("day of remembrance", "追思日"),
        OccasionTheme.Season => new("turn of the season", "换季"),
        OccasionTheme.Shopping => new("shopping day", "电商大促"),
        OccasionTheme.NewProduct => new("new product", "新品"),
        OccasionTheme.Own => new("day of the shop's own", "自有日"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a solar term.</summary>
    /// <param name="value">The term.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this SolarTerm value) => value switch
    {
        SolarTerm.None => new("no solar term", "无节气"),
        SolarTerm.StartOfSpring => new("Start of Spring", "立春"),
        SolarTerm.PureBrightness => new("Pure Brightness", "清明"),
        SolarTerm.StartOfSummer => new("Start of Summer", "立夏"),
        SolarTerm.StartOfAutumn => new("Start of Autumn", "立秋"),
        SolarTerm.StartOfWinter => new("Start of Winter", "立冬"),
        SolarTerm.WinterSolstice => new("Winter Solstice", "冬至"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of a form of welfare.</summary>
    /// <param name="value">The form.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this WelfareForm value) => value switch
    {
        WelfareForm.None => new("no form", "无形式"),
        WelfareForm.Like => new("like", "点赞"),
        WelfareForm.Comment => new("comment", "评论"),
        WelfareForm.Lottery => new("lottery", "抽奖"),
        WelfareForm.Forward => new("forward", "转发"),
        _ => throw Choices.Undefined(value),
    };
}
