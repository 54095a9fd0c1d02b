using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>A bad example for <see cref="MarksTests"/>: a test class without its mark.</summary>
public sealed class UnmarkedKernel
{
    [Fact]
    public void Scores() =>
        Assert.ThrowsAny<ArgumentException>(static () => ProductFitPolicy.Default.Assess(default, new float[1], new FitGrade[2]));
}
