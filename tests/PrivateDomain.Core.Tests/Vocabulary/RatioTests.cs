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

    [Fact]
    public void From_TwoNumbers_IsUnknownOnlyWhereNoDecimalHoldsTheQuotient()
    {
        Assert.Equal(10m, Ratio.From(5m, 0.5m).Value);
        Assert.Equal(-10m, Ratio.From(5m, -0.5m).Value);
        Assert.Equal(decimal.MaxValue, Ratio.From(decimal.MaxValue, 1m).Value);
        Assert.Equal(-decimal.MaxValue, Ratio.From(decimal.MaxValue, -1m).Value);
        Assert.Equal(Ratio.Unknown, Ratio.From(decimal.MaxValue, 0.5m));
        Assert.Equal(Ratio.Unknown, Ratio.From(decimal.MaxValue * 0.5m, 0.5m)); // the half is rounded up
        Assert.Equal(decimal.MaxValue - 1m, Ratio.From((decimal.MaxValue * 0.5m) - 1m, 0.5m).Value);
        Assert.Equal(Ratio.Unknown, Ratio.From(decimal.MinValue, 0.5m));
        Assert.Equal(Ratio.Unknown, Ratio.From(decimal.MaxValue, -0.5m));
    }

    [Fact]
    public void Complement_BelowWhatADecimalHolds_IsUnknown()
    {
        Assert.Equal(decimal.MaxValue, Ratio.From(decimal.MinValue + 1m).Complement().Value);
        Assert.Equal(Ratio.Unknown, Ratio.From(decimal.MinValue).Complement());
    }

    [Fact]
    public void Operators_EqualRatios_AreNeitherBelowNorAbove()
    {
        Ratio one = Ratio.From(0.1m);
        Ratio same = Ratio.From(0.10m);
        Assert.True(one <= same && one >= same);
        Assert.False(one < same || one > same);
        Assert.Equal(0, one.CompareTo(same));
        Assert.False(Ratio.From(0.2m) <= one || Ratio.From(0.2m) < one);
        Assert.False(known(one) || Ratio.Unknown >= Ratio.Unknown);

        static bool known(Ratio number) => number <= Ratio.Unknown || number >= Ratio.Unknown || Ratio.Unknown <= Ratio.Unknown;
    }

    // Unknown is neither less nor more than any number, 0 and itself among them, on either side.
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(null)]
    public void Comparison_WithTheUnknown_IsNeverTrue(int? other)
    {
        Ratio ratio = other is { } known ? Ratio.From(known) : Ratio.Unknown;
        Assert.False(ratio < Ratio.Unknown || ratio > Ratio.Unknown || ratio <= Ratio.Unknown || ratio >= Ratio.Unknown);
        Assert.False(Ratio.Unknown < ratio || Ratio.Unknown > ratio || Ratio.Unknown <= ratio || Ratio.Unknown >= ratio);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("未知")]
    public void Parse_TheWordForUnknown_IsReadInEitherLanguage(string word)
    {
        Assert.True(Ratio.TryParse(word, null, out Ratio ratio));
        Assert.Equal(Ratio.Unknown, ratio);
    }

    [Fact]
    public void Parse_ReadsTheNumberInTheCultureGiven()
    {
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        Assert.Equal(Ratio.From(-0.4m), Ratio.Parse("-0,4", german));
        Assert.Equal("0,4", Ratio.From(0.4m).ToString("", german));
        Assert.Equal("0.4", Ratio.From(0.4m).ToString("G", null));
        Assert.Equal(0.4m, Ratio.From(0.4m).ValueOr(7m));
    }
}
