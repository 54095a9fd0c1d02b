using System.Globalization;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class RatioTests
{
    [Fact]
    public void Of_EmptyDenominator_IsUnknown() => Assert.Equal(Ratio.Unknown, Ratio.From(5m, 0m));

    [Fact]
    public void Default_IsUnknown()
    {
        Assert.False(default(Ratio).IsKnown);
        Assert.Throws<InvalidOperationException>(() => default(Ratio).Value);
        Assert.Equal(7m, default(Ratio).ValueOr(7m));
    }

    [Fact]
    public void Of_OneThousandOfTenThousand_IsTenPercent()
    {
        Assert.Equal(0.1m, Ratio.From(1_000m, 10_000m).Value);
        Assert.Equal("10.0 %", Ratio.From(1_000m, 10_000m).ToString("P1", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Complement_Unknown_StaysUnknown()
    {
        Assert.Equal(Ratio.From(0.6m), Ratio.From(0.4m).Complement());
        Assert.Equal(Ratio.Unknown, Ratio.Unknown.Complement());
    }

    [Fact]
    public void Operators_Unknown_AreAllFalse()
    {
        Ratio known = Ratio.From(0m);
        Assert.False(Ratio.Unknown < known || Ratio.Unknown > known || Ratio.Unknown <= known || Ratio.Unknown >= known);
        Assert.False(known < Ratio.Unknown || known > Ratio.Unknown);
        Assert.True(Ratio.Unknown.CompareTo(known) < 0);
        Assert.Equal(0, Ratio.Unknown.CompareTo(default));
    }

    [Fact]
    public void Operators_Known_AreThoseOfTheNumber()
    {
        Ratio less = Ratio.From(0.1m);
        Ratio more = Ratio.From(0.2m);
        Assert.True(less < more && less <= more && more > less && more >= less);
        Assert.True(less.CompareTo(more) < 0);
    }

    [Theory]
    [InlineData(null, "unknown")]
    [InlineData("zh-CN", "未知")]
    public void ToString_Unknown_SpeaksTheLanguage(string? culture, string expected) =>
        Assert.Equal(expected, Ratio.Unknown.ToString(null, culture is null ? null : CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void ToString_EqualRatios_PrintAlike() => Assert.Equal("0.4", Ratio.From(0.4000m).ToString());

    [Fact]
    public void ToString_OtherFormat_IsRefusedByName() =>
        Assert.Contains(
            "\"C\"", Assert.Throws<FormatException>(() => Ratio.From(1m).ToString("C", null)).Message, StringComparison.Ordinal);
}
