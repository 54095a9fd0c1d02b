namespace PrivateDomain.Core.Welfare;

/// <summary>A point of the sun's year that a festival or season follows (节气).</summary>
/// <remarks>The default value is <see cref="None"/>, which no occasion has.</remarks>
public enum SolarTerm
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>The sun stands at 315°: spring begins, about 4 February (立春).</summary>
    StartOfSpring,

    /// <summary>15°: the day of sweeping graves, about 5 April (清明).</summary>
    PureBrightness,

    /// <summary>45°: summer begins, about 5 May (立夏).</summary>
    StartOfSummer,

    /// <summary>135°: autumn begins, about 7 August (立秋).</summary>
    StartOfAutumn,

    /// <summary>225°: winter begins, about 7 November (立冬).</summary>
    StartOfWinter,

    /// <summary>270°: the shortest day, about 22 December (冬至).</summary>
    WinterSolstice,
}
