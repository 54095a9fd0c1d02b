using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Conventions;

// Bad examples for MarksTests: each is a test class without its mark.
#pragma warning disable MA0048 // a family of examples
public sealed class UnmarkedText
{
    [Fact]
    public void Parses() => Assert.Equal(Money.Yuan(1m), Money.Parse("1.00 CNY", null));
}

public sealed class UnmarkedValue
{
    [Fact]
    public void Prints() => Assert.Equal("1.00 CNY", Money.Yuan(1m).ToString());
}

public sealed class UnmarkedKernel
{
    [Fact]
    public void Scores() =>
        Assert.ThrowsAny<ArgumentException>(static () => ProductFitPolicy.Default.Assess(default, new float[1], new FitGrade[2]));
}
