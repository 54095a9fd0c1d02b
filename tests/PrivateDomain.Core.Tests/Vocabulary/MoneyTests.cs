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
    public void Arithmetic_TooLarge_ThrowsWithBothOperands()
    {
        Money most = Money.Yuan(decimal.MaxValue);
        Money one = Money.Yuan(1m);
        Refuses(() => most + one, "79228162514264337593543950335 CNY + 1.00 CNY");
        Refuses(() => -most - one, "-79228162514264337593543950335 CNY - 1.00 CNY");
        Refuses(() => most * 1.5m, "79228162514264337593543950335 CNY * 1.5");
        Refuses(() => most / 0.5m, "79228162514264337593543950335 CNY / 0.5");

        static void Refuses(Func<object> work, string operation) =>
            Assert.StartsWith(operation, Assert.Throws<OverflowException>(work).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Division_ByNothing_IsRefusedWithTheNumber() =>
        Assert.Equal(0m, Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1m) / 0m).ActualValue);

    [Fact]
    public void Order_OfEqualAmounts_IsNeitherBelowNorAbove()
    {
        Money four = Money.Yuan(4m);
        Money same = Money.Yuan(4.00m);
        Assert.True(four <= same && four >= same);
        Assert.False(four < same || four > same);
        Assert.False(Money.Yuan(10m) <= four || Money.Yuan(10m) < four || four >= Money.Yuan(10m) || four > Money.Yuan(10m));
        Assert.Equal(0, four.CompareTo(same));
        Assert.True(Money.Yuan(10m).CompareTo(four) > 0);
    }

    [Fact]
    public void Sign_OfNothing_IsZeroAndNotNegative()
    {
        Assert.Equal((true, false), (Money.Yuan(0m).IsZero, Money.Yuan(0m).IsNegative));
        Assert.Equal((false, true), (Money.Yuan(-0.01m).IsZero, Money.Yuan(-0.01m).IsNegative));
        Assert.Equal((false, false), (Money.Yuan(0.01m).IsZero, Money.Yuan(0.01m).IsNegative));
        Assert.Equal((0m, Currency.Usd), (Money.Zero(Currency.Usd).Amount, Money.Zero(Currency.Usd).Currency));
        Assert.True(Money.TryFrom(2m, Currency.Usd, out Money two) && two == Money.From(2m, Currency.Usd));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-0.5")]
    public void Per_LessThanOne_IsRefusedOnlyWhereNoDecimalHoldsIt(string text)
    {
        decimal count = decimal.Parse(text, CultureInfo.InvariantCulture);
        decimal half = decimal.MaxValue * 0.5m; // rounded up, so twice as much is one too many
        Assert.Equal(Money.Yuan(100m / count), Money.Yuan(100m).Per(count).Value);
        Assert.Equal(Money.Yuan(-100m / count), Money.Yuan(-100m).Per(count).Value);
        Assert.Equal("money.beyond_amounts", Assert.Single(Money.Yuan(half).Per(count).Reasons).Code);
        Assert.Equal(decimal.MaxValue - 1m, decimal.Abs(Money.Yuan(half - 1m).Per(count).Value.Amount));
        Assert.Equal("money.beyond_amounts", Assert.Single(Money.Yuan(decimal.MaxValue).Per(count).Reasons).Code);
        Assert.Equal("money.beyond_amounts", Assert.Single(Money.Yuan(decimal.MinValue).Per(count).Reasons).Code);
        Assert.Equal(Money.Yuan(decimal.MaxValue), Money.Yuan(decimal.MaxValue).Per(1m).Value);
        Assert.Equal(Money.Yuan(-decimal.MaxValue), Money.Yuan(decimal.MaxValue).Per(-1m).Value);
    }

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
    [InlineData("-0.005", 2, "-0.005 0.00")]
    [InlineData("0.05", 3, "0.02 0.02 0.01")]
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

    [Fact]
    public void Split_HandsOutInTheMinorUnitOfItsCurrency()
    {
        Assert.Equal([3m, 2m], Money.From(5m, Currency.Jpy).Split(2).Select(static p => p.Amount));
        Assert.Equal([0.003m, 0.002m], Money.From(0.005m, Currency.From("KWD")).Split(2).Select(static p => p.Amount));
    }

    [Fact]
    public void Split_IsIntoOneToAMillionParts()
    {
        Assert.Equal([Money.Yuan(7m)], Money.Yuan(7m).Split(1));
        Assert.Equal(1_000_000, Money.Yuan(0m).Split(1_000_000).Length);
        Assert.Equal("parts", Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1m).Split(1_000_001)).ParamName);
    }

    [Fact]
    public void Allocate_TheUnitsLeftGoToThePartsThatLostMost()
    {
        // Of 10 fen: 1 : 2 : 4 take 1.43, 2.86 and 5.71, so 1, 2 and 5 whole; the two left go to the second and the third.
        Assert.Equal([0.01m, 0.03m, 0.06m], Money.Yuan(0.10m).Allocate(1m, 2m, 4m).Select(static p => p.Amount));
        Assert.Equal([-0.01m, -0.03m, -0.06m], Money.Yuan(-0.10m).Allocate(1m, 2m, 4m).Select(static p => p.Amount));
    }

    [Fact]
    public void Allocate_AFractionOfAFen_GoesToTheFirstPartWithAWeight() =>
        Assert.Equal([0m, 0.505m, 0.50m], Money.Yuan(1.005m).Allocate(0m, 1m, 1m).Select(static p => p.Amount));

    [Fact]
    public void Split_OfMoreMinorUnitsThanADecimalHolds_SaysSo()
    {
        Money most = Money.Yuan(decimal.MaxValue / 100m);
        Assert.Equal(most, Assert.Single(most.Split(1)));
        Assert.Equal(
            $"The number of minor units of {most + Money.Yuan(1m)} is beyond the amounts that money holds.",
            Assert.Throws<OverflowException>(() => (most + Money.Yuan(1m)).Split(1)).Message);
        Assert.Throws<OverflowException>(() => (-most - Money.Yuan(1m)).Split(1));
    }

    [Fact]
    public void Allocate_BeyondADecimal_IsRefusedByName()
    {
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1m).Allocate(decimal.MaxValue, 1m)).ParamName);
        Assert.Equal([1m, 0m], Money.Yuan(1m).Allocate(decimal.MaxValue - 1m, 1m).Select(static p => p.Amount));
        Assert.Throws<OverflowException>(() => Money.Yuan(decimal.MaxValue).Split(1));
        Assert.Throws<OverflowException>(() => Money.Yuan(decimal.MinValue).Split(1));
        Assert.Equal([decimal.MaxValue], Money.From(decimal.MaxValue, Currency.Jpy).Split(1).Select(static p => p.Amount));
    }

    [Fact]
    public void ToString_ByAnotherNameOfTheExactFormat_IsTheSame()
    {
        Assert.Equal("1234.5678 CNY", Money.Yuan(1234.5678m).ToString("G", null));
        Assert.Equal("1234.5678 CNY", Money.Yuan(1234.5678m).ToString("", null));
        Assert.Equal("2.00 CNY", Money.Yuan(2m).ToString());
        Assert.Equal("3 JPY", Money.From(2.5m, Currency.Jpy).ToString("N", null));
    }

    [Fact]
    public void Parse_ReadsTheNumberInTheCultureGiven()
    {
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        Assert.Equal(Money.Yuan(12.5m), Money.Parse("12,5 CNY", german));
        Assert.Equal(Money.Yuan(12.5m), Money.Parse("CNY  12,5", german));
        Assert.False(Money.TryParse("1.234,5 CNY", german, out _));
    }
}
