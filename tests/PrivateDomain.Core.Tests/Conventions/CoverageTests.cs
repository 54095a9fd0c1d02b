using System.Reflection;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class CoverageTests
{
    private static readonly Assembly Tests = typeof(CoverageTests).Assembly;

    [Fact]
    public void EveryRow_NamesRealTypesAndRealTests() =>
        Assert.Empty(Coverage.Breaches(Repository.Read("docs", "coverage.md"), typeof(Money).Assembly, Tests));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        ["D2: no type Gold", "D2: no test CoverageTests.Nothing", "D1: out of order", "D1: without a type or a test"],
        Coverage.Breaches(
            "| D2 | x | `Money`, `Gold` | `CoverageTests.TheCheck_SeesEveryKindOfBreach`, `CoverageTests.Nothing` |\n| D1 | x |  |  |\n",
            typeof(Money).Assembly,
            Tests));
}
