using System.Globalization;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>Numbers in a table.</summary>
internal static class SizeText
{
    /// <summary>A count with its thousands apart.</summary>
    internal static string Of(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A figure with three digits that say something.</summary>
    internal static string Of(double figure) => figure switch
    {
        >= 100 => figure.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.0", CultureInfo.InvariantCulture),
        _ => figure.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
