using System.Globalization;
using System.Runtime.Intrinsics;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>A run that says it is a special one really is one; the CI script sets the variables.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public void Culture_IsTheOneTheRunSays()
    {
        string? expected = Environment.GetEnvironmentVariable("EXPECTED_CULTURE");
        Assert.Equal(expected ?? CultureInfo.CurrentCulture.Name, CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public void VectorWidth_IsTheOneTheRunSays()
    {
        int found = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        string? widest = Environment.GetEnvironmentVariable("EXPECTED_VECTOR_BITS_MAX");
        Assert.InRange(found, 0, widest is null ? 512 : int.Parse(widest, CultureInfo.InvariantCulture));
    }
}
