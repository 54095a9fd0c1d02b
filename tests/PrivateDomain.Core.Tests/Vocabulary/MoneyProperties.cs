using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class MoneyProperties
{
    private static readonly Currency[] Currencies = [Currency.Cny, Currency.Jpy, Currency.From("KWD")];

    private static readonly Gen<Money> AnyMoney =
        from units in Gen.Choose(-1_000_000, 1_000_000)
        from scale in Gen.Choose(0, 5)
        from currency in Gen.Elements(Currencies)
        select Money.From(new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale), currency);

    [Fact]
    public void Split_AlwaysAddsUp_AndPartsDifferByAtMostOneUnit() =>
        Prop.ForAll(AnyMoney.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), static (money, parts) =>
        {
            Money[] split = [.. money.Split(parts)];
            Assert.Equal(money, split.Aggregate(Money.Zero(money.Currency), static (sum, part) => sum + part));
            decimal unit = (decimal)Math.Pow(10, -money.Currency.MinorUnitDigits);
            Assert.True(split.Max(static p => p.Amount) - split.Min(static p => p.Amount) < 2m * unit);
        }).Holds();

    [Fact]
    public void Allocate_AlwaysAddsUp_AndGivesNothingWithoutWeight() =>
        Prop.ForAll(AnyMoney.ToArbitrary(), Gen.Choose(0, 1000).ListOf(7).ToArbitrary(), static (money, numbers) =>
        {
            decimal[] weights = [.. numbers.Select(static n => n / 7m)];
            if (weights.Sum() == 0m)
            {
                return;
            }

            Money[] parts = [.. money.Allocate(weights)];
            Assert.Equal(money, parts.Aggregate(Money.Zero(money.Currency), static (sum, part) => sum + part));
            Assert.All(weights.Zip(parts), static pair => Assert.True(pair.First > 0m || pair.Second.IsZero));
        }).Holds();

    [Fact]
    public void Parse_OfToString_IsTheSameMoney() =>
        Prop.ForAll(AnyMoney.ToArbitrary(), static money => Money.Parse(money.ToString(), null) == money).Holds();

    [Fact]
    public void Addition_IsAssociativeAndCommutative() =>
        Prop.ForAll(AnyMoney.ToArbitrary(), Gen.Choose(-999, 999).ToArbitrary(), static (a, number) =>
        {
            Money b = Money.From(number / 100m, a.Currency);
            Assert.Equal(a + b, b + a);
            Assert.Equal(a + b + b, a + (b + b));
            Assert.Equal(a, a + b - b);
        }).Holds();
}
