namespace PrivateDomain.Core.Welfare;

/// <summary>By which calendar an occasion comes (时机规则).</summary>
/// <remarks>The default value is <see cref="None"/>, which no occasion has.</remarks>
internal enum OccasionRule
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A day of the common calendar (公历日).</summary>
    Yearly,

    /// <summary>A weekday of a month (公历星期).</summary>
    Weekday,

    /// <summary>A day of the lunisolar calendar (农历日).</summary>
    Lunar,

    /// <summary>The last day of the lunisolar year (农历岁末).</summary>
    LastDayOfLunarYear,

    /// <summary>The day of a solar term (节气日).</summary>
    SolarTerm,

    /// <summary>Once (单次).</summary>
    Once,
}
