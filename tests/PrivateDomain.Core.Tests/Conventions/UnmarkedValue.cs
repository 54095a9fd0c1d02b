namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>A bad example for <see cref="MarksTests"/>: a test class without its mark.</summary>
public sealed class UnmarkedValue
{
    [Fact]
    public void Prints() => Assert.Equal("1.00 CNY", Money.Yuan(1m).ToString());
}
