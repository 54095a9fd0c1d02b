using System.Collections.Immutable;
using System.Globalization;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class MoneyTests
{
    [Fact]
    public void Default_IsZeroOfNoCurrency_AndMixesWithNone()
    {
        Assert.Equal(0m, default(Money).Amount);
        Assert.True(default(Money).Currency.IsNone);
        Assert.Throws<CurrencyMismatchException>(() => default(Money) + Money.Yuan(1m));
    }

    [Fact]
    public void Of_NoCurrency_IsRefusedWithItsName()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Money.From(1m, default));
        Assert.Equal("currency", error.ParamName);
        Assert.Contains("XXX", error.Message, StringComparison.Ordinal);
        Assert.False(Money.TryFrom(1m, Currency.None, out _));
    }

    [Fact]
    public void Arithmetic_OneCurrency_IsThatOfDecimals()
    {
        Money ten = Money.Yuan(10m);
        Money four = Money.Yuan(4m);
        Assert.Equal(Money.Yuan(14m), ten + four);
        Assert.Equal(Money.Yuan(6m), ten - four);
        Assert.Equal(Money.Yuan(-10m), -ten);
        Assert.Equal(Money.Yuan(2.5m), ten / 4m);
        Assert.Equal(Money.Yuan(25m), ten * 2.5m);
        Assert.Equal(Money.Yuan(25m), 2.5m * ten);
        Assert.Equal(Ratio.From(0.4m), four.RatioTo(ten));
        Assert.Equal(Ratio.Unknown, four.RatioTo(Money.Yuan(0m)));
        Assert.True(four < ten && four <= ten && ten > four && ten >= four && four.CompareTo(ten) < 0);
    }

    [Fact]
    public void EveryMixOfCurrencies_Throws_NamingBoth()
    {
        Money yuan = Money.Yuan(1m);
        Money dollar = Money.From(1m, Currency.Usd);
        Action[] mixes =
        [
            () => _ = yuan + dollar, () => _ = yuan - dollar, () => _ = yuan < dollar, () => _ = yuan > dollar,
            () => _ = yuan <= dollar, () => _ = yuan >= dollar, () => _ = yuan.CompareTo(dollar), () => _ = yuan.RatioTo(dollar),
        ];

        foreach (Action mix in mixes)
        {
            CurrencyMismatchException error = Assert.Throws<CurrencyMismatchException>(mix);
            Assert.Equal([Currency.Cny, Currency.Usd], new[] { error.Left, error.Right }.Order());
        }

        Assert.NotEqual(yuan, dollar);
    }

    [Fact]
    public void Arithmetic_TooLarge_Throws() => Assert.Throws<OverflowException>(() => Money.Yuan(decimal.MaxValue) + Money.Yuan(1m));

    [Fact]
    public void Per_Nothing_IsRefusedWithItsReason()
    {
        Answer<Money> answer = Money.Yuan(50m).Per(0m);
        Assert.False(answer.HasValue);
        Assert.Equal("money.nothing_to_divide_by", Assert.Single(answer.Reasons).Code);
        Assert.Equal(Money.Yuan(1m), Money.Yuan(50m).Per(50m).Value);
    }

    [Fact]
    public void RoundToMinorUnit_RoundsOnlyOnRequest()
    {
        Money third = Money.Yuan(10m) / 3m;
        Assert.Equal(10m, third.Amount * 3m, 20);
        Assert.NotEqual(3.33m, third.Amount);
        Assert.Equal(Money.Yuan(3.33m), third.RoundToMinorUnit(MidpointRounding.ToEven));
        Assert.Equal(Money.From(3m, Currency.Jpy), Money.From(2.5m, Currency.Jpy).RoundToMinorUnit(MidpointRounding.AwayFromZero));
    }

    [Theory]
    [InlineData("10.00", 3, "3.34 3.33 3.33")]
    [InlineData("0.01", 3, "0.01 0.00 0.00")]
    [InlineData("-10.00", 3, "-3.34 -3.33 -3.33")]
    [InlineData("0.005", 2, "0.005 0.00")]
    public void Split_LosesNothing(string amount, int parts, string expected)
    {
        ImmutableArray<Money> split = Money.Yuan(decimal.Parse(amount, CultureInfo.InvariantCulture)).Split(parts);
        Assert.Equal(expected.Split(' ').Select(p => Money.Yuan(decimal.Parse(p, CultureInfo.InvariantCulture))), split);
    }

    [Fact]
    public void Allocate_TiesGoToTheEarlierPart() =>
        Assert.Equal([Money.Yuan(0.02m), Money.Yuan(0.01m), Money.Yuan(0m)], Money.Yuan(0.03m).Allocate(1m, 1m, 0m));

    [Fact]
    public void Allocate_WithoutWeight_IsRefused()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Money.Yuan(1m).Allocate(0m, 0m)).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Money.Yuan(1m).Allocate()).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1m).Allocate(1m, -1m)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1m).Split(0));
    }

    [Theory]
    [InlineData("12.5 CNY", "12.50 CNY")]
    [InlineData("CNY 12.500", "12.50 CNY")]
    [InlineData("  -0.125 USD ", "-0.125 USD")]
    [InlineData("7 JPY", "7 JPY")]
    [InlineData("1.5 KWD", "1.500 KWD")]
    [InlineData("79228162514264337593543950335 JPY", "79228162514264337593543950335 JPY")]
    public void ToString_AfterParse_IsCanonical(string text, string canonical) =>
        Assert.Equal(canonical, Money.Parse(text, null).ToString());

    [Theory]
    [InlineData("12.5")]
    [InlineData("12,5 CNY")]
    [InlineData("1e3 CNY")]
    [InlineData("12.5 XXX")]
    [InlineData("12.5 cny")]
    [InlineData("CNY")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_OtherText_IsRefused(string? text)
    {
        Assert.False(Money.TryParse(text, null, out Money money));
        Assert.Equal(default, money);
        if (text is not null)
        {
            Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => Money.Parse(text, null)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ToString_ForDisplay_RoundsAndGroups()
    {
        Assert.Equal("1,234.57 CNY", Money.Yuan(1234.565m).ToString("N", null));
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        Assert.Equal("1.234,57 CNY", Money.Yuan(1234.565m).ToString("N", german));
        Assert.Throws<FormatException>(() => Money.Yuan(1m).ToString("C", null));
    }

    [Fact]
    public void Equality_IsThatOfTheNumber()
    {
        Assert.Equal(Money.Yuan(12.5m), Money.Yuan(12.50m));
        Assert.Equal(Money.Yuan(12.5m).GetHashCode(), Money.Yuan(12.50m).GetHashCode());
        Assert.Equal(Money.Yuan(12.5m).ToString(), Money.Yuan(12.50m).ToString());
    }
}
