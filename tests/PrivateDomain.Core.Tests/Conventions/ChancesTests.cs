using FsCheck;
using FsCheck.Fluent;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class ChancesTests
{
    private static readonly string Tests = typeof(ChancesTests).Assembly.Location;

    [Fact]
    public void EveryTest_DrawsFromFixedPrintedSeeds() =>
        Assert.Empty(Chances.Breaches(Tests, static t =>
            t.Name is not (nameof(Chance) or nameof(Careless)) && t.DeclaringType?.Name is not nameof(Careless)));

    [Fact]
    public void TheCheck_SeesEverySourceOfChance() => Assert.Equal(
        ["ChancesTests calls CheckExtensions.QuickCheck", "ChancesTests calls Guid.NewGuid", "ChancesTests calls Random..ctor",
            "ChancesTests calls Random.get_Shared"],
        Chances.Breaches(Tests, static t => t.Name is nameof(Careless)));

    [Fact]
    public void ASeed_GivesTheSameNumbersAgain() => Assert.Equal(Chance.From(7).Next(), Chance.From(7).Next());

    internal static class Careless
    {
        internal static int Number() => new Random(1).Next() + Random.Shared.Next() + Guid.NewGuid().GetHashCode();

        internal static void Property() => Prop.ForAll(Gen.Choose(0, 1).ToArbitrary(), static n => n >= 0).QuickCheck();
    }
}
