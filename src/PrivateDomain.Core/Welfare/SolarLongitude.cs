namespace PrivateDomain.Core.Welfare;

/// <summary>Where the sun seems to stand on the ecliptic of date.</summary>
internal static class SolarLongitude
{
    private const double DegreesPerArcSecond = 1.0 / 3600.0;
    private const double DegreesPerRadian = 180.0 / Math.PI;

    /// <summary>The apparent longitude in degrees, of any whole turn, at a time in thousands of Julian years from J2000 (terrestrial
    /// time).</summary>
    internal static double Apparent(double tau)
    {
        double earth = Sum(L0, tau) + (tau * (Sum(L1, tau) + (tau * (Sum(L2, tau) + (tau * Sum(L3, tau))))));
        double anomaly = 3.0984635 + (6283.07585 * tau);
        double distance = 1.00013989 + (0.016707 * Math.Cos(anomaly)) + (0.00013956 * Math.Cos(3.05525 + (12566.1517 * tau)));
        double correction = -0.09033 - (20.4898 / distance) + Nutation(tau * 10.0);
        return (earth * 1e-8 * DegreesPerRadian) + 180.0 + (correction * DegreesPerArcSecond);
    }

    // In seconds of arc, at a time in Julian centuries.
    private static double Nutation(double t)
    {
        double node = Radians(125.04452, -1934.136261, t);
        double sun = Radians(280.4665, 36000.7698, t);
        double moon = Radians(218.3165, 481267.8813, t);
        double sunAnomaly = Radians(357.52911, 35999.05029, t);
        double moonAnomaly = Radians(134.96298, 477198.867398, t);
        return (-17.1996 * Math.Sin(node)) - (1.3187 * Math.Sin(2 * sun)) - (0.2274 * Math.Sin(2 * moon)) + (0.2062 * Math.Sin(2 * node))
            + (0.1426 * Math.Sin(sunAnomaly)) + (0.0712 * Math.Sin(moonAnomaly)) - (0.0517 * Math.Sin((2 * sun) + sunAnomaly))
            - (0.0386 * Math.Sin((2 * moon) - node)) - (0.0301 * Math.Sin((2 * moon) + moonAnomaly))
            + (0.0217 * Math.Sin((2 * sun) - sunAnomaly));
    }

    private static double Radians(double degrees, double perCentury, double t) => (degrees + (perCentury * t)) / DegreesPerRadian;

    private static double Sum(ReadOnlySpan<double> terms, double tau)
    {
        double sum = 0;
        for (int i = 0; i < terms.Length; i += 3)
        {
            sum += terms[i] * Math.Cos(terms[i + 1] + (terms[i + 2] * tau));
        }

        return sum;
    }

    // The earth's heliocentric longitude: amplitude in 1e-8 radians, phase, radians in a thousand Julian years.
    private static ReadOnlySpan<double> L0 =>
    [
        175347046, 0, 0, 3341656, 4.6692568, 6283.07585, 34894, 4.6261, 12566.1517, 3497, 2.7441, 5753.3849,
        3418, 2.8289, 3.5231, 3136, 3.6277, 77713.7715, 2676, 4.4181, 7860.4194, 2343, 6.1352, 3930.2097,
        1324, 0.7425, 11506.7698, 1273, 2.0371, 529.691, 1199, 1.1096, 1577.3435, 990, 5.233, 5884.927,
        902, 2.045, 26.298, 857, 3.508, 398.149, 780, 1.179, 5223.694, 753, 2.533, 5507.553,
        505, 4.583, 18849.228, 492, 4.205, 775.523, 357, 2.92, 0.067, 317, 5.849, 11790.629,
        284, 1.899, 796.298, 271, 0.315, 10977.079, 243, 0.345, 5486.778, 206, 4.806, 2544.314,
        205, 1.869, 5573.143, 202, 2.458, 6069.777, 156, 0.833, 213.299, 132, 3.411, 2942.463,
        126, 1.083, 20.775, 115, 0.645, 0.98, 103, 0.636, 4694.003, 102, 0.976, 15720.839,
        102, 4.267, 7.114, 99, 6.21, 2146.17, 98, 0.68, 155.42, 86, 5.98, 161000.69,
        85, 1.3, 6275.96, 85, 3.67, 71430.7, 80, 1.81, 17260.15, 79, 3.04, 12036.46,
        75, 1.76, 5088.63, 74, 3.5, 3154.69, 74, 4.68, 801.82, 70, 0.83, 9437.76,
        62, 3.98, 8827.39, 61, 1.82, 7084.9, 57, 2.78, 6286.6, 56, 4.39, 14143.5,
        56, 3.47, 6279.55, 52, 0.19, 12139.55, 52, 1.33, 1748.02, 51, 0.28, 5856.48,
        49, 0.49, 1194.45, 41, 5.37, 8429.24, 41, 2.4, 19651.05, 39, 6.17, 10447.39,
        37, 6.04, 10213.29, 37, 2.57, 1059.38, 36, 1.71, 2352.87, 36, 1.78, 6812.77,
        33, 0.59, 17789.85, 30, 0.44, 83996.85, 30, 2.74, 1349.87, 25, 3.16, 4690.48,
    ];

    private static ReadOnlySpan<double> L1 =>
    [
        628331966747, 0, 0, 206059, 2.678235, 6283.07585, 4303, 2.6351, 12566.1517, 425, 1.59, 3.523,
        119, 5.796, 26.298, 109, 2.966, 1577.344, 93, 2.59, 18849.23, 72, 1.14, 529.69,
        68, 1.87, 398.15, 67, 4.41, 5507.55, 59, 2.89, 5223.69, 56, 2.17, 155.42,
    ];

    private static ReadOnlySpan<double> L2 => [52919, 0, 0, 8720, 1.0721, 6283.0758, 309, 0.867, 12566.152];

    private static ReadOnlySpan<double> L3 => [289, 5.844, 6283.076];
}
