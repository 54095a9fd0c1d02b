using System.Globalization;
using System.Runtime.Intrinsics;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>A run that says it is a special one really is one; the CI script sets the variables.</summary>
[Text]
[Kernel]
public sealed class EnvironmentTests
{
    [Fact]
    public void Culture_IsTheOneTheRunSays()
    {
        string? expected = Environment.GetEnvironmentVariable("EXPECTED_CULTURE");
        Assert.Equal(expected ?? CultureInfo.CurrentCulture.Name, CultureInfo.CurrentCulture.Name);
    }

    /// <summary>From above and from below: a run that says it uses the widest vectors must not fall back to narrower ones in
    /// silence.</summary>
    [Fact]
    public void VectorWidth_IsTheOneTheRunSays()
    {
        int found = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128
            : 0;
        Assert.InRange(found, Number("EXPECTED_VECTOR_BITS_MIN") ?? 0, Number("EXPECTED_VECTOR_BITS_MAX") ?? 512);
    }

    /// <summary>Without ICU, German numbers have a point.</summary>
    [Fact]
    public void Globalization_IsThatTheRunSays() => Assert.Equal(
        Number("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") == 1 ? "." : ",",
        CultureInfo.GetCultureInfo("de-DE").NumberFormat.NumberDecimalSeparator);

    [Fact]
    public void Zone_IsTheOneTheRunSays()
    {
        string? expected = Environment.GetEnvironmentVariable("TZ");
        Assert.Equal(string.IsNullOrEmpty(expected) ? TimeZoneInfo.Local.Id : expected, TimeZoneInfo.Local.Id);
    }

    private static int? Number(string variable) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
