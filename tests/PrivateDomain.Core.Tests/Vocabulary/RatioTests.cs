namespace PrivateDomain.Core.Tests.Vocabulary;

public sealed class RatioTests
{
    [Fact]
    public void Of_EmptyDenominator_IsUnknown() => Assert.Equal(Ratio.Unknown, Ratio.Of(0m, 0m));
}
