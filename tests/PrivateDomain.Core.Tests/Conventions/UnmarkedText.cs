namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>A bad example for <see cref="MarksTests"/>: a test class without its mark.</summary>
public sealed class UnmarkedText
{
    [Fact]
    public void Parses() => Assert.Equal(Money.Yuan(1m), Money.Parse("1.00 CNY", null));
}
