using System.Globalization;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class CurrencyAndScoreTests
{
    [Fact]
    public void Codes_AreAllInTheirOrder()
    {
        string[] codes = [.. Currency.Codes];
        Assert.True(codes.Length > 150);
        Assert.All(codes.Zip(codes.Skip(1)), static pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0));
        Assert.All(codes, static code => Assert.Equal(code, Currency.From(code).Code));
    }

    [Theory]
    [InlineData("CNY", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void From_ActiveCode_KnowsItsMinorUnit(string code, int digits)
    {
        Currency currency = Currency.From(code);
        Assert.Equal(digits, currency.MinorUnitDigits);
        Assert.Equal(code, currency.ToString());
    }

    [Fact]
    public void NamedCurrencies_AreThoseOfTheTable() =>
        Assert.All(
            [Currency.Cny, Currency.Usd, Currency.Eur, Currency.Hkd, Currency.Jpy], static c => Assert.Equal(Currency.From(c.Code), c));

    [Theory]
    [InlineData("cny")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("RMB")]
    [InlineData("")]
    public void From_OtherCode_IsRefusedWithTheCode(string code)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Currency.From(code));
        Assert.Contains($"\"{code}\"", error.Message, StringComparison.Ordinal);
        Assert.False(Currency.TryFrom(code, out Currency none));
        Assert.True(none.IsNone);
    }

    [Fact]
    public void Currency_OrdersByCode()
    {
        Assert.True(
            Currency.Cny < Currency.Usd && Currency.Usd > Currency.Cny && Currency.Cny <= Currency.Usd && Currency.Usd >= Currency.Cny);
        Assert.Equal(default, Currency.None);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.001)]
    [InlineData(100.001)]
    [InlineData(double.PositiveInfinity)]
    public void Score_OutOfRange_IsRefused(double value)
    {
        Assert.Equal(value, Assert.Throws<ArgumentOutOfRangeException>(() => Score.From(value)).ActualValue);
        Assert.False(Score.TryFrom(value, out Score score));
        Assert.Equal(Score.Zero, score);
    }

    [Fact]
    public void Score_InRange_KeepsItsNumber()
    {
        Assert.Equal(72.5, Score.From(72.5).Value);
        Assert.Equal("72.5", Score.From(72.5).ToString());
        Assert.Equal("0.0", Score.From(-0.0).ToString());
        Assert.Equal(default, Score.Zero);
        Assert.True(Score.Zero < Score.Perfect && Score.Perfect > Score.Zero && Score.Zero <= Score.Perfect && Score.Perfect >= Score.Zero);
        Assert.True(Score.Zero.CompareTo(Score.Perfect) < 0);
        Assert.Equal("72,5", Score.From(72.5).ToString(null, new NumberFormatInfo { NumberDecimalSeparator = "," }));
    }

    [Fact]
    public void Currency_IsNeitherBeforeNorAfterItself()
    {
        Currency yuan = Currency.Cny;
        Assert.True(yuan <= Currency.From("CNY") && yuan >= Currency.From("CNY"));
        Assert.False(yuan < Currency.From("CNY") || yuan > Currency.From("CNY"));
        Assert.False(Currency.Usd <= yuan || yuan >= Currency.Usd);
        Assert.Equal("CNY", yuan.ToString(null, null));
        Assert.Throws<ArgumentNullException>(() => Currency.From(null!));
        Assert.False(Currency.TryFrom(null, out _));
    }

    [Fact]
    public void Score_TakesBothEndsOfItsRange()
    {
        Assert.Equal(0, Score.From(0).Value);
        Assert.Equal(100, Score.From(100).Value);
        Assert.Equal(Score.Perfect, Score.From(100));
    }

    [Fact]
    public void Score_IsNeitherBelowNorAboveItself()
    {
        Score half = Score.From(50);
        Assert.True(half <= Score.From(50) && half >= Score.From(50));
        Assert.False(half < Score.From(50) || half > Score.From(50));
        Assert.False(Score.Perfect <= half || half >= Score.Perfect);
        Assert.Equal(0, half.CompareTo(Score.From(50)));
    }

    [Fact]
    public void Score_ShowsItself_InTheFormatAskedFor()
    {
        Assert.Equal("72.46", Score.From(72.456).ToString("0.00", null));
        Assert.Equal("72.5", Score.From(72.456).ToString("", null));
        Assert.Equal(Score.From(72.5), Score.Parse("72,5", new NumberFormatInfo { NumberDecimalSeparator = "," }));
    }
}
