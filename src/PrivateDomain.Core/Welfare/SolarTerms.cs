using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>On which day of China standard time the sun reaches a solar term.</summary>
/// <remarks>
/// The sun's apparent longitude: VSOP87D for the earth as abridged by Meeus (Astronomical Algorithms, appendix III), nutation by its ten
/// largest terms, aberration. It is good to 20 seconds of time; delta-T by table (Espenak and Meeus up to today, a slower rise after it)
/// to some seconds, in the far future to a minute. Two winter solstices are too near to midnight for that: the published day is taken.
/// See docs/content-and-welfare.md.
/// </remarks>
internal static class SolarTerms
{
    private const double J2000 = 2451545.0;
    private const double ChinaOffsetDays = 8.0 / 24.0;
    private const double SecondsPerDay = 86400.0;
    private static readonly LocalDate J2000Day = new(2000, 1, 1); // J2000 is its noon

    /// <summary>The day of a term in a year of the common calendar.</summary>
    internal static LocalDate DayOf(SolarTerm term, int year) => (term, year) switch
    {
        (SolarTerm.WinterSolstice, 1951) => new LocalDate(1951, 12, 23), // one second after midnight
        (SolarTerm.WinterSolstice, 2021) => new LocalDate(2021, 12, 21), // less than a minute before midnight
        _ => J2000Day.PlusDays((int)Math.Floor(ChinaTime(LongitudeOf(term), year) - J2000 + 0.5)),
    };

    /// <summary>When the sun reaches a longitude in a year, as a Julian date of China standard time.</summary>
    internal static double ChinaTime(int longitude, int year)
    {
        int fromMarch = longitude > 285 ? longitude - 360 : longitude;
        double moment = J2000 + ((year - 2000) * 365.2422) + 79.3 + (fromMarch * (365.2422 / 360.0));
        double step;
        do
        {
            step = 58.0 * Math.Sin((longitude - SolarLongitude.Apparent((moment - J2000) / 365250.0)) * (Math.PI / 180.0));
            moment += step;
        }
        while (Math.Abs(step) > 1e-6);
        return moment - (DeltaT(2000.0 + ((moment - J2000) / 365.25)) / SecondsPerDay) + ChinaOffsetDays;
    }

    private static int LongitudeOf(SolarTerm term) => term switch
    {
        SolarTerm.StartOfSpring => 315,
        SolarTerm.PureBrightness => 15,
        SolarTerm.StartOfSummer => 45,
        SolarTerm.StartOfAutumn => 135,
        SolarTerm.StartOfWinter => 225,
        SolarTerm.WinterSolstice => 270,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "A solar term is needed."),
    };

    // Terrestrial time less universal time in seconds, every ten years from 1900.
    private static double DeltaT(double year)
    {
        ReadOnlySpan<double> seconds = [-3, 10, 21, 24, 24, 29, 33, 40, 51, 57, 64, 66, 69, 71, 75, 80, 87, 95, 104, 114, 125];
        int decade = Math.Clamp((int)((year - 1900.0) / 10.0), 0, seconds.Length - 2);
        double part = ((year - 1900.0) / 10.0) - decade;
        return seconds[decade] + (part * (seconds[decade + 1] - seconds[decade]));
    }
}
